"""What a search found: a line each, and what stands around it."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from rich.cells import cell_len
from textual.content import Content

from quizapp.content.glossary import Dispute, Entry, kind_of, name_of
from quizapp.content.lesson import Lesson
from quizapp.content.search import Hit, Line, Section, places
from quizapp.content.source import Source
from quizapp.text.characters import show_line
from quizapp.tui.shelf import Shelf
from quizapp.tui.theme import ACCENT, HEADING, MUTED
from quizapp.tui.widgets.entry_card import card
from quizapp.tui.widgets.evidence import BAR
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.prose import prose_blocks
from quizapp.tui.widgets.row import Led, Pinned, Row
from quizapp.tui.widgets.spread import Beside

BEFORE = 12
"""Letters of a text that are shown, at most, before the first word that was found in it."""
TOGETHER = 28
"""Letters within which further words that were found are kept with the first."""

ENOUGH = 4
"""Letters that a cut leaves, at least: fewer say nothing."""


def highlighted(text: str, query: str) -> Content:
    """`text` with the words of the query set off."""
    parts: list[Content] = []
    at = 0
    for start, end in places(text, query):
        parts += [Content(show_line(text[at:start])), Content(show_line(text[start:end])).stylize(ACCENT)]
        parts[-1] = parts[-1].stylize("underline")
        at = end
    return Content("").join([*parts, Content(show_line(text[at:]))])


def excerpt(text: str, query: str) -> Content:
    """`text` from shortly before the first word that was found."""
    start = _shortly_before(text, query)
    return highlighted(("… " if start else "") + text[start:], query)


def _shortly_before(text: str, query: str) -> int:
    """Where a text can be cut so that the first word found in it stands near its beginning."""
    found = places(text, query)
    if not found or found[0].start <= BEFORE + ENOUGH:
        return 0
    start = text.find(" ", found[0].start - BEFORE) + 1
    return start if 0 < start <= found[0].start else found[0].start


def address_of(found: Line) -> str:
    """`fry:13`; for a line that is no sentence, what it is: `fry, headline`."""
    line = found.line
    if line.number:
        return f"{found.source.slug}:{line.number}"
    return f"{found.source.slug}, {line.kind.words}"


def found_row(hit: Hit, query: str, lead: int) -> Row:
    """One line; an address in it takes `lead` cells."""
    thing, text = hit.thing, hit.text
    match thing:
        case Entry() | Dispute():
            name, kind = name_of(thing), Content.styled(kind_of(thing), MUTED)
            return _named(name, "" if text.startswith(name) else text, query, kind)
        case Lesson():
            return _named(thing.title, "" if text == thing.title else text, query, Content(""))
        case Section(lesson, at):
            where = Content.styled(f"section {at + 1}", MUTED)
            return _led(Content.styled(show_line(lesson.title), MUTED), excerpt(text, query), query, where)
        case Source():
            kind = Content.styled(show_line(thing.header.kind), MUTED)
            return _named(thing.name, "" if text == thing.name else text, query, kind)
        case Line():
            return Row(
                Content.assemble((address_of(thing).ljust(lead) + "  ", MUTED), excerpt(text, query)), Content("")
            )
        case _:
            assert_never(thing)


def _named(name: str, text: str, query: str, right: Content) -> Row:
    """A name, and behind it the words of `text` where the hit is in those."""
    if not text:
        shown = show_line(name)
        start = _shortly_before(shown, query)
        ends = [end for _, end in places(shown, query)]
        near = [end for end in ends if end <= start + TOGETHER] or ends[:1] or [0]
        return Pinned(highlighted(shown, query), right, start, near[-1])
    return _led(highlighted(name, query), excerpt(text, query).stylize_before(MUTED), query, right)


def _led(name: Content, found: Content, query: str, right: Content) -> Row:
    """The name gives way until the first word that was found can be read."""
    first = places(found.plain, query)[:1]
    return Led(name, found, right, keep=cell_len(found.plain[: first[0].end]) + 1 if first else 0)


def found_card(hit: Hit, query: str, shelf: Shelf) -> Iterator[Block | Beside]:
    """What stands around a find."""
    thing = hit.thing
    match thing:
        case Entry() | Dispute():
            yield from card(thing, shelf.library, shelf.lessons_on(thing))
        case Lesson():
            yield Block(Content.styled(show_line(thing.title), "bold"))
            if thing.summary:
                yield Block(highlighted(thing.summary, query), gap=1)
            for number, section in enumerate(thing.sections, 1):
                title = section.title or f"Section {number}"
                yield Block(Content(show_line(title)), Content.styled(f"{number} ", MUTED), gap=int(number == 1))
        case Section(lesson, at):
            section = lesson.sections[at]
            where = f"  section {at + 1} of {len(lesson.sections)}"
            yield Block(Content.assemble((show_line(lesson.title), "bold"), (where, MUTED)))
            if section.title:
                yield Block(Content.styled(show_line(section.title), HEADING), gap=1)
            for index, block in enumerate(prose_blocks(section.text, {})):
                yield Block(_with(block.content, query), block.first, block.rest, block.gap if index else 1)
        case Source():
            yield from _about(thing, query)
        case Line():
            yield from _around(thing, query)
        case _:
            assert_never(thing)


def _about(source: Source, query: str) -> Iterator[Block]:
    header = source.header
    yield Block(Content.assemble((show_line(header.name), "bold"), (f" · {show_line(header.kind)}", MUTED)))
    for text in (header.title, header.publisher, header.note):
        if text:
            yield Block(highlighted(text, query), gap=1)


def _around(found: Line, query: str) -> Iterator[Block]:
    header, line = found.source.header, found.line
    kind = Content.assemble((f" · {show_line(header.kind)}", MUTED))
    yield Block(Content.assemble((show_line(header.name), "bold"), kind, (f"  {address_of(found)}", MUTED)))
    paragraph = [other for other in found.source.lines if other.paragraph == line.paragraph]
    at = paragraph.index(line)
    for part, cited in ((paragraph[:at], False), ([line], True), (paragraph[at + 1 :], False)):
        text = " ".join(other.text for other in part)
        if cited:
            yield Block(highlighted(text, query), BAR, BAR, gap=1)
        elif text:
            yield Block(highlighted(text, query).stylize_before(MUTED), gap=1)


def _with(content: Content, query: str) -> Content:
    for start, end in places(content.plain, query):
        content = content.stylize(ACCENT, start, end).stylize("underline", start, end)
    return content


def lead_of(hits: Iterable[Hit]) -> int:
    """The cells that the longest address takes."""
    return max((len(address_of(hit.thing)) for hit in hits if isinstance(hit.thing, Line)), default=0)
