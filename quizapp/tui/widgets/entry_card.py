"""A card of the glossary: what an entry is, and what each source says of it, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, assert_never

from textual.content import Content
from textual.style import Style

from quizapp.content.citation import Citation, Evidence
from quizapp.content.glossary import Dispute, Entry, kind_of, name_of
from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.content.source import Sentence
from quizapp.quiz.outline import along
from quizapp.text.characters import show_line
from quizapp.text.span import Span
from quizapp.tui.shelf import Shelf
from quizapp.tui.theme import ACCENT, HEADING, MUTED
from quizapp.tui.widgets.evidence import address
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.spread import Beside

Opened: TypeAlias = Evidence | Lesson
"""What can be opened from a card: the article at a sentence, or a lesson."""

OPENS = "opens"
"""The meta under which a card's text carries the place of what it opens."""


def opened_by(meta: Mapping[str, object], entry: Entry | Dispute, shelf: Shelf) -> Opened | None:
    """What a click on a card's text opens."""
    place = meta.get(OPENS)
    opened = openables(entry, shelf.library, shelf.lessons_on(entry))
    return opened[place] if isinstance(place, int) and place < len(opened) else None


def openables(entry: Entry | Dispute, library: Library, lessons: Sequence[Lesson]) -> tuple[Opened, ...]:
    """What can be opened from a card, in the order in which it stands there."""
    groups = _by_source(entry.cite, library) if isinstance(entry, Entry) else _positions(entry, library)
    return (*(evidence for group in groups for evidence in group), *lessons)


def card(entry: Entry | Dispute, library: Library, lessons: Sequence[Lesson], at: int = -1) -> Iterator[Block | Beside]:
    """A whole card.

    Args:
        entry: what it is about.
        library: the course.
        lessons: those that teach it.
        at: the place, among `openables`, of what is set off.
    """
    yield Block(Content.assemble((show_line(name_of(entry)), "bold"), (f"  {kind_of(entry)}", MUTED)))
    match entry:
        case Entry(role=role, aliases=aliases, cite=cite):
            if role:
                yield Block(Content(show_line(role)))
            if aliases:
                yield Block(Content.assemble((f"Also: {show_line(', '.join(aliases))}", MUTED)))
            columns, after = _sources(_by_source(cite, library), at)
        case Dispute(positions=positions):
            count = len(positions)
            yield Block(Content.assemble((f"{count} accounts" if count > 1 else "One account", MUTED)))
            columns, after = _accounts(entry, library, at)
        case _:
            assert_never(entry)
    yield Beside(columns, gap=1)
    yield from _taught(lessons, library, after, at)


def _by_source(cites: Sequence[Citation], library: Library) -> tuple[tuple[Evidence, ...], ...]:
    groups: dict[str, list[Evidence]] = {}
    for evidence in library.evidence_of(cites):
        groups.setdefault(evidence.source.slug, []).append(evidence)
    return tuple(map(tuple, groups.values()))


def _positions(dispute: Dispute, library: Library) -> tuple[tuple[Evidence, ...], ...]:
    return tuple(library.evidence_of(position.cite) for position in dispute.positions)


_Columns: TypeAlias = tuple[tuple[tuple[Block, ...], ...], ...]


def _sources(groups: Sequence[Sequence[Evidence]], at: int) -> tuple[_Columns, int]:
    """A column a source, and the place of what comes after it."""
    columns = []
    place = 0
    for group in groups:
        quoted: list[Block] = []
        for evidence in group:
            quoted += _quoted(evidence, place, at, gap=1)
            place += 1
        columns.append((tuple(_whose(group[:1])), tuple(quoted)))
    return tuple(columns), place


def _accounts(dispute: Dispute, library: Library, at: int) -> tuple[_Columns, int]:
    """A column a position: whose it is, what it says, and the sentences that say it."""
    columns = []
    place = 0
    for position, group in zip(dispute.positions, _positions(dispute, library), strict=True):
        quoted: list[Block] = []
        for evidence in group:
            quoted += _quoted(evidence, place, at, gap=1)
            place += 1
        says = Block(Content.assemble((show_line(position.says), HEADING)), gap=1)
        columns.append((tuple(_whose(group)), (says,), tuple(quoted)))
    return tuple(columns), place


def _whose(group: Sequence[Evidence]) -> Iterator[Block]:
    """Each source with its kind below it, so that narrow columns keep their shape."""
    for header in dict.fromkeys(evidence.source.header for evidence in group):
        yield Block(Content.styled(show_line(header.name), "bold"))
        yield Block(Content.styled(show_line(header.kind), MUTED))


def _quoted(evidence: Evidence, place: int, at: int, gap: int) -> Iterator[Block]:
    """The cited sentences, and below them their address, with a pointer where it is set off."""
    here = place == at
    opens = Style.from_meta({OPENS: place})
    bar = Content.assemble(("▌", ACCENT if here else MUTED)).stylize(opens)
    text = Content(" ").join(map(_said, evidence.sentences, evidence.marks))
    yield Block(text.stylize(opens), bar, bar, gap)
    pointer = Content.assemble(("▸" if here else " ", ACCENT))
    where = Content.assemble((address(evidence), f"bold {ACCENT}" if here else MUTED))
    yield Block(where.stylize(opens), pointer, Content(" "))


def _said(sentence: Sentence, mark: Span) -> Content:
    """A sentence, all but its quoted words muted."""
    text = sentence.text
    before, after = (text[: mark.start], MUTED), (text[mark.end :], MUTED)
    parts = (before, (text[mark.start : mark.end], ""), after)
    return Content.assemble(*((show_line(part), style) for part, style in parts))


def _taught(lessons: Sequence[Lesson], library: Library, first: int, at: int) -> Iterator[Block]:
    if not lessons:
        return
    yield Block(Content.assemble(("Taught in", MUTED)), gap=1)
    numbers = {lesson.slug: number for number, lesson in enumerate(along(library), 1)}
    for place, lesson in enumerate(lessons, first):
        here = place == at
        title = Content.assemble(
            (f"{numbers[lesson.slug]} · ", MUTED), (show_line(lesson.title), "bold" if here else "")
        )
        pointer = Content.assemble(("▸ " if here else "  ", ACCENT))
        yield Block(title.stylize(Style.from_meta({OPENS: place})), pointer, Content("  "))
