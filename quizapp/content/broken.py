"""Broken lessons: what is sound of one is checked with all else, so that all is said at once, and not learned from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from quizapp.content.citation import Citation, Evidence
from quizapp.content.lesson import Lesson
from quizapp.content.prose import marks
from quizapp.content.reading.citing import CitingReader
from quizapp.diagnostics import Diagnostic, Severity
from quizapp.text.characters import show_line
from quizapp.text.document import Document


@dataclass(frozen=True, slots=True)
class SoundPart:
    """The sound questions of a broken lesson, with its citations that are evidence."""

    lesson: Lesson
    places: tuple[int, ...]
    """For each question its place in the file."""


@dataclass(frozen=True, slots=True)
class BrokenLesson:
    """A lesson that cannot be learned from until its errors are mended."""

    slug: str
    title: str
    """Its title as far as it could be read, else its slug."""
    position: int
    errors: int
    file: str
    first: str
    """The first error: `lessons/x.toml:3:1: …`."""
    sound: SoundPart | None = None
    """What of it is sound, None where there is no question in it that is."""


@dataclass(slots=True)
class ReadLessons:
    """What some lessons' files came to."""

    sound: list[Lesson] = field(default_factory=list)
    broken: list[BrokenLesson] = field(default_factory=list)
    evidence: dict[Citation, Evidence] = field(default_factory=dict)
    """Of every citation in them."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, other: "ReadLessons") -> None:
        """Take over what further files came to."""
        self.sound += other.sound
        self.broken += other.broken
        self.evidence |= other.evidence
        self.diagnostics += other.diagnostics


def is_error(found: Diagnostic) -> bool:
    """Whether a finding makes a lesson unfit to learn from."""
    return found.severity is Severity.ERROR


def broken_lesson(
    slug: str, lesson: Lesson | None, found: list[Diagnostic], document: Document | None, sound: SoundPart | None
) -> BrokenLesson:
    """A lesson of which reading found something wrong, with what could be built of it and what of it is sound."""
    file = f"lessons/{slug}.toml"
    errors = list(filter(is_error, found))
    where, message = file, "It cites a source that is broken."
    if errors:
        message, location = errors[0].message, errors[0].location
        if location and document:
            place = location.place_in(document)
            where = f"{file}:{place.line}:{place.column}"
    return BrokenLesson(
        show_line(slug),
        lesson.title if lesson else show_line(slug),
        lesson.position if lesson else 2**31,
        len(errors),
        show_line(file),
        f"{show_line(where)}: {message}",
        sound,
    )


def sound_part(reader: CitingReader, slug: str, evidence: Mapping[Citation, Evidence]) -> SoundPart | None:
    """The questions in which nothing is wrong, nor in what they cite; None where there is none."""
    cites = {c.citation.name: c.citation for c in reader.citations if c.citation.name and c.citation in evidence}
    wrong = {
        found.location.path[1]
        for found in reader.problems
        if found.severity is Severity.ERROR and found.location and found.location.path[:1] == ("questions",)
        if len(found.location.path) > 1
    }
    wrong |= {path[1] for path in reader.incomplete if path[0] == "questions" and len(path) > 1}
    sound = {
        index: question
        for index, question in reader.questions.items()
        if index not in wrong and all(c in evidence for c in _cited(question, cites))
    }
    if not sound:
        return None
    lesson = Lesson(
        slug=slug,
        title=slug,
        position=0,
        sections=tuple(reader.sections.values()),
        questions=tuple(sound.values()),
        cites=cites,
        allow=reader.allowed,
    )
    return SoundPart(lesson, tuple(sound))


def _cited(value: Any, cites: Mapping[str, Citation]) -> Iterator[Citation | None]:
    """Every citation in a question, those of its marks too; None for a mark without one."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item, cites)
    elif isinstance(value, str):
        yield from (cites.get(name) for name in marks(value))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _cited(getattr(value, field.name), cites)
