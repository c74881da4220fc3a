"""What rules over the course as a whole need of its lessons, so that these may be read and looked through apart."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from quizapp.checking.english.full_names import runs
from quizapp.checking.subject import Facts, Subject
from quizapp.content.base import Allowance
from quizapp.content.glossary import Entry
from quizapp.content.lesson import Lesson
from quizapp.content.prose import said
from quizapp.content.question import Choice, Cloze, Match, Order
from quizapp.content.values import comparable
from quizapp.diagnostics import Location
from quizapp.text.phrases import Phrases
from quizapp.text.span import Path


class Unlisted(NamedTuple):
    """Names that no entry of the glossary declares, one directly after the other, and the text that has them."""

    names: tuple[str, ...]
    path: Path


class Asked(NamedTuple):
    """What a question asks for."""

    question: str
    path: Path
    """Of its prompt."""
    answers: tuple[tuple[str, str], ...]
    """Each with a sentence that it rests on: the words of the answer as answers are compared, and the sentence."""


class Digest(NamedTuple):
    """A sound lesson."""

    position: int
    slug: str
    requires: tuple[str, ...]
    entries: frozenset[str]
    """The ids of entries and disputes that it is about, or names."""
    unlisted: tuple[Unlisted, ...]
    """Each of the names once, or more often beside others."""
    asked: tuple[Asked, ...]
    options: tuple[int, ...]
    """How many options each question of one choice has, unless they are sources."""
    longest: int
    """In how many of these the answer is the longest."""
    questions: int

    @property
    def file(self) -> str:
        """Its file, relative to the course."""
        return f"lessons/{self.slug}.toml"


class Allowed(NamedTuple):
    """An allowance, where it is written, and what it covers: a file, and in it whatever stands under a path."""

    allowance: Allowance
    location: Location
    lesson: str | None
    covers: Path | None
    """None for the whole course."""
    idle: bool = False
    """Whether it may allow nothing, since a lesson that it is for is broken."""


@dataclass(frozen=True, slots=True)
class Digests:
    """All lessons of a course, or of a part of it."""

    lessons: tuple[Digest, ...] = ()
    """The sound ones, in the order of the path."""
    broken: int = 0
    allowed: tuple[Allowed, ...] = ()
    """The allowances in lessons."""
    cited: frozenset[int] = frozenset()
    """For each citation a number of its own; processes that are copies of one give a citation the same."""
    sources: frozenset[str] = frozenset()
    """Those that are cited."""


def together(parts: Iterable[Digests]) -> Digests:
    """The lessons of several parts."""
    parts = tuple(parts)
    return Digests(
        tuple(sorted(lesson for part in parts for lesson in part.lessons)),
        sum(part.broken for part in parts),
        tuple(allowed for part in parts for allowed in part.allowed),
        frozenset().union(*(part.cited for part in parts)),
        frozenset().union(*(part.sources for part in parts)),
    )


def allowed(facts: Facts) -> tuple[Allowed, ...]:
    """The allowances in the lessons of a library."""
    sound = (a for lesson in facts.library.lessons for a in _allowed(lesson, range(len(lesson.questions)), idle=False))
    return (*sound, *(a for part in facts.sound_parts for a in _allowed(part.lesson, part.places, idle=True)))


def digests(facts: Facts) -> Digests:
    """The lessons of a library."""
    library = facts.library
    return Digests(
        tuple(_digest(facts, lesson) for lesson in library.lessons),
        len(library.broken),
        allowed(facts),
        frozenset(map(hash, library.evidence)),
        frozenset(citation.source for citation in library.evidence),
    )


_APART = (Match, Order, Cloze)
"""Types that may ask for the same again: together with something else, or for a word that a sentence lacks."""


def _digest(facts: Facts, lesson: Lesson) -> Digest:
    choices = [q for q in lesson.questions if isinstance(q, Choice) and q.answer.source is None]
    lengths = [[len(option.text) for option in choice.distractors] for choice in choices]
    named, unlisted = _names(facts, lesson)
    about = (identity for written in (lesson, *lesson.questions) for identity in written.about)
    return Digest(
        lesson.position,
        lesson.slug,
        lesson.requires,
        named.union(about),
        unlisted,
        tuple(
            _asked(facts, subject)
            for subject in facts.by_lesson.get(lesson.slug, ())
            if not isinstance(subject.question, _APART)
        ),
        tuple(len(others) + 1 for others in lengths),
        sum(len(q.answer.text) > max(others) for q, others in zip(choices, lengths, strict=True)),
        len(lesson.questions),
    )


def _names(facts: Facts, lesson: Lesson) -> tuple[frozenset[str], tuple[Unlisted, ...]]:
    """The entries that a lesson names in its prose and prompts, and the other names in them."""
    if not facts.library.glossary.entries:
        return frozenset(), ()
    texts: list[tuple[Path, str]] = [
        (("sections", index, "text"), said(section.text)) for index, section in enumerate(lesson.sections)
    ]
    texts += [(s.prompt.path, s.prompt.text) for s in facts.by_lesson.get(lesson.slug, ())]
    entries: set[str] = set()
    unlisted: list[Unlisted] = []
    seen: set[str] = set()
    for path, text in texts:
        found = facts.names.find(text)
        entries.update([name.entry for name in found if name.entry is not None])
        others = [name for name in found if name.entry is None]
        for names in runs(others) if others else ():
            run = tuple(name.text for name in names)
            forms = {name.casefold() for name in run}
            if not forms <= seen:
                unlisted.append(Unlisted(run, path))
                seen |= forms
    return frozenset(entries), tuple(unlisted)


def _asked(facts: Facts, subject: Subject) -> Asked:
    pairs = [("\0".join(facts.canonical(k.text)), sentence) for k in subject.keys for sentence in k.sentences]
    return Asked(subject.question.id, subject.prompt.path, tuple(pairs))


def _allowed(lesson: Lesson, places: Iterable[int], *, idle: bool) -> Iterable[Allowed]:
    for index, allowance in enumerate(lesson.allow):
        yield Allowed(allowance, Location(lesson.file, ("allow", index)), lesson.slug, (), idle)
    for place, question in zip(places, lesson.questions, strict=True):
        for index, allowance in enumerate(question.allow):
            path: Path = ("questions", place)
            yield Allowed(allowance, Location(lesson.file, (*path, "allow", index)), lesson.slug, path, idle)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole course, as rules that compare its lessons or are about none of them see it."""

    facts: Facts
    """Of all of it, or of all but its lessons."""
    digests: Digests
    named: Callable[[Collection[Entry]], frozenset[str]]
    """Which of some entries stand with a name of theirs in what the lessons say, by their ids."""


def whole(facts: Facts) -> Whole:
    """A course that was read whole."""
    return Whole(facts, digests(facts), partial(named, facts))


def named(facts: Facts, entries: Collection[Entry]) -> frozenset[str]:
    """Those whose name or alias a text of a lesson has, in capitals or not; all texts are looked through."""
    texts = [section.text for lesson in facts.library.lessons for section in lesson.sections]
    for subject in facts.subjects:
        texts += [subject.prompt.text, *(key.text for key in subject.keys)]
        texts += [written.text for written in (*subject.distractors, *subject.explanations)]
    spoken = Phrases("\n".join(f" {comparable(said(text))} " for text in texts))
    return frozenset(
        entry.id
        for entry in entries
        if any(spoken.next(f" {comparable(name)} ") >= 0 for name in (entry.name, *entry.aliases))
    )
