"""A lesson as its author sees it: every section and every question below each other, with the key and the evidence.

Each piece of it knows which value of the file it shows, so that a finding leads to its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, assert_never

from textual.content import Content
from textual.style import Style

from quizapp.content.citation import Citation, Evidence
from quizapp.content.lesson import Lesson, Section
from quizapp.content.library import Library
from quizapp.content.prose import marks
from quizapp.content.question import Choice, FindEvidence, Match, Option, Question, Select, key_citations
from quizapp.quiz.task import Arrange, Fill, Pick, task_of
from quizapp.text.characters import show_line
from quizapp.text.span import Path
from quizapp.tui.theme import ACCENT, HEADING, MUTED, RIGHT
from quizapp.tui.widgets.evidence import address
from quizapp.tui.widgets.feedback import passage_blocks, passages
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.listing import hanging
from quizapp.tui.widgets.prose import numbered, prose_blocks, raised

KEY = Content.styled("✓ ", RIGHT)
OTHER = Content.styled("· ", MUTED)
INDENT = Content("  ")


class Piece(NamedTuple):
    """A block, and the value of the file that it shows."""

    path: Path
    block: Block


class Spot(NamedTuple):
    """A piece, by its part and its place there."""

    part: int
    piece: int


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of the whole lesson, a section, or a question."""

    path: Path
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...] = ()
    """What its numbers stand for, that of 1 first."""
    question: Question | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What it is still known by when others come before it."""
        return self.path if self.question is None else ("questions", self.question.id)


@dataclass(frozen=True, slots=True)
class Proof:
    """All of a lesson."""

    lesson: Lesson
    parts: tuple[Part, ...]
    named: Mapping[str, Path] = field(default_factory=dict)
    """Where a named citation is first used."""

    def place(self, path: Path) -> Spot:
        """Where the value at `path` is shown; the nearest piece around it where it is not shown itself."""
        if path[:1] == ("cites",) and len(path) > 1:
            path = self.named.get(str(path[1]), path)
        best, depth = Spot(0, 0), -1
        for at, part in enumerate(self.parts):
            for index, piece in enumerate(part.pieces):
                if len(piece.path) > depth and path[: len(piece.path)] == piece.path:
                    best, depth = Spot(at, index), len(piece.path)
        return best

    def part_of(self, key: tuple[object, ...]) -> int | None:
        """The part that is known by `key`."""
        return next((index for index, part in enumerate(self.parts) if part.key == key), None)


def proof(library: Library, lesson: Lesson) -> Proof:
    """A sound lesson, laid open."""
    sections = (_section(library, lesson, index) for index in range(len(lesson.sections)))
    questions = (_question(library, lesson, index) for index in range(len(lesson.questions)))
    return Proof(lesson, (_head(lesson), *sections, *questions), _named(lesson))


def _named(lesson: Lesson) -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    for index, section in enumerate(lesson.sections):
        for name in marks(section.text):
            found.setdefault(name, ("sections", index, "cites"))
    for index, question in enumerate(lesson.questions):
        for citation in (*_settling(question), *question.context):
            if citation.name:
                found.setdefault(citation.name, ("questions", index, "cite"))
        for name in marks(question.explain):
            found.setdefault(name, ("questions", index, "explain"))
    return found


def _head(lesson: Lesson) -> Part:
    pieces = [Piece((), Block(Content.styled(show_line(lesson.title), HEADING)))]
    if lesson.summary:
        pieces.append(Piece(("summary",), Block(Content(show_line(lesson.summary)), gap=1)))
    for index, objective in enumerate(lesson.objectives):
        block = hanging(Content(show_line(objective)), OTHER, int(index == 0))
        pieces.append(Piece(("objectives", index), block))
    return Part((), tuple(pieces))


def _section(library: Library, lesson: Lesson, index: int) -> Part:
    section: Section = lesson.sections[index]
    path: Path = ("sections", index)
    names = tuple(name for name in marks(section.text) if name in lesson.cites)
    evidence = tuple(library.evidence[lesson.cites[name]] for name in names)
    pieces = [Piece(path, Block(Content.styled(f"Section {index + 1}", MUTED)))]
    if section.title:
        pieces.append(Piece((*path, "title"), Block(Content.styled(show_line(section.title), HEADING))))
    gap = 1
    for block in prose_blocks(section.text, numbered(names)):
        pieces.append(Piece((*path, "text"), block._replace(gap=max(gap, block.gap))))
        gap = 0
    if evidence:
        pieces.append(Piece((*path, "cites"), Block(_sources(evidence), gap=1)))
    return Part(path, tuple(pieces), evidence)


def _sources(evidence: Iterable[Evidence]) -> Content:
    """`¹fry:13  ²the-hill:2`, each of which opens its article."""
    items = [
        Content.assemble((raised(number), ACCENT), (show_line(address(one)), MUTED)).stylize(_opens(number))
        for number, one in enumerate(evidence, 1)
    ]
    return Content("  ").join(items)


def _opens(number: int) -> Style:
    return Style.from_meta({"citation": number})


def _question(library: Library, lesson: Lesson, index: int) -> Part:
    question = lesson.questions[index]
    path: Path = ("questions", index)
    context = [library.evidence[citation] for citation in question.context]
    cited = [library.evidence[citation] for citation in _settling(question)]
    prose = (question.explain, question.hint, *(option.why for option in _options(question).values()))
    named = {name: lesson.cites[name] for text in prose for name in marks(text) if name in lesson.cites}
    found = passages((*cited, *(library.evidence[citation] for citation in named.values())), context)
    numbers = {
        name: number
        for name, citation in named.items()
        for number, passage in enumerate(found, 1)
        if library.evidence[citation].sentences[0] in passage.cited
        and library.evidence[citation].source is passage.evidence.source
    }
    pieces = [
        Piece(path, Block(_facts(library, lesson, index))),
        *(Piece((*path, *inner), block) for inner, block in _asked(question, library, numbers)),
    ]
    for key, lead, text in (("explain", "", question.explain), ("hint", "Hint: ", question.hint)):
        for place, block in enumerate(prose_blocks(text, numbers)):
            content = Content.styled(lead, MUTED) + block.content if lead and not place else block.content
            pieces.append(Piece((*path, key), block._replace(content=content, gap=int(not place) or block.gap)))
    of_context = {id(sentence) for one in context for sentence in one.sentences}
    for number, passage in enumerate(found, 1):
        inner = "context" if all(id(sentence) in of_context for sentence in passage.cited) else "cite"
        for block in passage_blocks(passage, number, numbered=bool(numbers)):
            pieces.append(Piece((*path, inner), block))  # noqa: PERF401 - a nested comprehension would be harder to read
    return Part(path, tuple(pieces), tuple(passage.evidence for passage in found), question)


def _facts(library: Library, lesson: Lesson, index: int) -> Content:
    """`Question 4 · deadline · choice, remember · not approved`."""
    question = lesson.questions[index]
    written = library.approvals.get(f"{lesson.slug}/{question.id}")
    held = library.approval(lesson, question)
    if held is None:
        since = "refusal" if written and written.how == "refused" else "approval"
        word, style = (f"changed since {since}" if written else "not approved"), MUTED
    elif held.how == "refused":
        word, style = f"refused by {show_line(held.by)}", ACCENT
    else:
        word, style = f"approved by {show_line(held.by)}", MUTED
    facts = f"Question {index + 1} · {show_line(question.id)} · {question.type}, {question.level} · "
    return Content.assemble((facts, MUTED), (word, style))


def _asked(question: Question, library: Library, numbers: Mapping[str, int]) -> Iterator[tuple[Path, Block]]:
    """The prompt, then what can be answered, the key marked."""
    task = task_of(question, library, question.id)
    if question.prompt:
        key = "claim" if isinstance(question, FindEvidence) else "prompt"
        yield (key,), Block(Content.styled(show_line(question.prompt), "bold"))
    match task:
        case Pick(article=None):
            yield from _choices(question, task, numbers)
        case Pick():
            ways = (question.cite, *question.also) if isinstance(question, FindEvidence) else ()
            said = [", ".join(address(library.evidence[citation]) for citation in way) for way in ways]
            yield ("cite",), hanging(Content(show_line(" or ".join(said))), KEY)
        case Fill():
            yield from _blanks(question, task)
        case Arrange():
            yield from _cards(question, task)
        case _:
            assert_never(task)


def _choices(question: Question, task: Pick, numbers: Mapping[str, int]) -> Iterator[tuple[Path, Block]]:
    """The options in the author's order, the key first."""
    right = {value for alternative in task.right for value in alternative}
    labels = {option.value: option.label for option in task.options}
    paths = {option.value: path for path, option in _options(question).items()}
    whys = {option.value: option.why for option in task.options}
    for value in paths or labels:
        path = paths.get(value, ("answer",))
        yield path, hanging(Content(show_line(labels[value])), KEY if value in right else OTHER)
        for block in prose_blocks(whys[value], numbers):
            content = block.content.stylize_before(MUTED)
            yield (*path, "why"), block._replace(content=content, first=INDENT + block.first, rest=INDENT + block.rest)


def _options(question: Question) -> dict[Path, Option]:
    """The options of a question by their place in it."""
    match question:
        case Choice():
            keys: dict[Path, Option] = {("answer",): question.answer}
        case Select():
            keys = {("answers", index): option for index, option in enumerate(question.answers)}
        case _:
            return {}
    return keys | {("distractors", index): option for index, option in enumerate(question.distractors)}


def _blanks(question: Question, task: Fill) -> Iterator[tuple[Path, Block]]:
    key = "text" if question.type == "cloze" else "answer"
    styled = partial(Content.styled, style=RIGHT)
    parts = [Content(show_line(task.pieces[0]))]
    for blank, piece in zip(task.blanks, task.pieces[1:], strict=True):
        parts += [styled(show_line(blank.answer)), Content(show_line(piece))]
    if task.unit:
        parts.append(Content(f" {show_line(task.unit)}"))
    yield (key,), hanging(Content("").join(parts), KEY)
    for blank in task.blanks:
        also = [*blank.accept, *([f"{blank.tolerance} more or less"] if blank.tolerance else [])]
        if also:
            words = f"also right: {'; '.join(also)}" + (" (exactly)" if blank.exact else "")
            yield ("accept",), hanging(Content.styled(show_line(words), MUTED), INDENT)


def _cards(question: Question, task: Arrange) -> Iterator[tuple[Path, Block]]:
    key = "items" if task.once else "pairs"
    for index, (slot, card) in enumerate(zip(task.slots, task.right, strict=True)):
        lead = f"{slot}  " if task.once else f"{show_line(slot)} → "
        yield (key, index), hanging(Content.assemble((lead, MUTED), show_line(card)), KEY)
    if isinstance(question, Match):
        for index, card in enumerate(question.extra):
            yield ("extra", index), hanging(Content(show_line(card)), OTHER)


def _settling(question: Question) -> tuple[Citation, ...]:
    """The citations of a question and of its parts, each once."""
    options = (citation for option in _options(question).values() for citation in option.cite)
    return tuple(dict.fromkeys((*key_citations(question), *options)))
