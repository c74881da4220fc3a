"""What rests on each line of the sources, prose and questions, and which lessons teach an entry of the glossary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.content.citation import Citation
from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.content.prose import marks, said
from quizapp.content.question import Question, key_citations
from quizapp.content.source import Sentence
from quizapp.text.fold import fold, next_words


@dataclass(slots=True)
class Resting:
    """What of one lesson rests on a line of a source."""

    lesson: Lesson
    cited: list[tuple[int, int]] = field(default_factory=list)
    """Where its prose cites the line: the section, from 0, and the number of the citation in it, from 1."""
    questions: list[Question] = field(default_factory=list)
    """Those whose key cites it."""


LineKey = tuple[str, int]
"""A source's slug, and where the line begins in its file."""


def line_key(slug: str, line: Sentence) -> LineKey:
    """What a line of a source is known by, headings and page furniture too."""
    return slug, line.span.start


class Rests:
    """What rests on the lines of a course's sources, worked out for a source when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, Mapping[LineKey, tuple[Resting, ...]]] = {}

    def on(self, source: str) -> Mapping[LineKey, tuple[Resting, ...]]:
        """For each line of the source with that slug that is cited what rests on it, along the path."""
        if source not in self._known:
            self._known[source] = self._worked_out(source)
        return self._known[source]

    @cached_property
    def _citing(self) -> Mapping[str, list[Lesson]]:
        """The lessons that cite a source in their prose or keys, by its slug."""
        found: dict[str, list[Lesson]] = {}
        for lesson in self._library.lessons:
            cited = {citation.source for citation in lesson.cites.values()}
            cited.update(c.source for question in lesson.questions for c in key_citations(question))
            for source in cited:
                found.setdefault(source, []).append(lesson)
        return found

    def _worked_out(self, source: str) -> Mapping[LineKey, tuple[Resting, ...]]:
        found: dict[LineKey, dict[str, Resting]] = {}

        def at(lesson: Lesson, citation: Citation) -> Iterator[Resting]:
            for line in self._library.evidence[citation].sentences if citation.source == source else ():
                lessons = found.setdefault(line_key(source, line), {})
                yield lessons.setdefault(lesson.slug, Resting(lesson))

        for lesson in self._citing.get(source, ()):
            for section, number, citation in prose_citations(lesson):
                for resting in at(lesson, citation):
                    resting.cited.append((section, number))
            for question in lesson.questions:
                touched = {id(r): r for citation in key_citations(question) for r in at(lesson, citation)}
                for resting in touched.values():
                    resting.questions.append(question)
        return {key: tuple(lessons.values()) for key, lessons in found.items()}


def prose_citations(lesson: Lesson) -> Iterator[tuple[int, int, Citation]]:
    """The citations of a lesson's prose: section, from 0, number in it, from 1, and what is cited."""
    for index, section in enumerate(lesson.sections):
        names = (name for name in marks(section.text) if name in lesson.cites)
        for number, name in enumerate(names, 1):
            yield index, number, lesson.cites[name]


def names_of(entry: Entry | Dispute) -> tuple[str, ...]:
    """What prose may call it; a dispute has no name."""
    return (entry.name, *entry.aliases) if isinstance(entry, Entry) else ()


class Taught:
    """The words of a lesson, taken apart when it is first asked."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson

    def teaches(self, entry: Entry | Dispute) -> bool:
        """Whether the lesson teaches an entry: its `about` names it, or its prose does."""
        return entry.id in self.lesson.about or any(map(self._has, names_of(entry)))

    def _has(self, name: str) -> bool:
        return next_words(self._said, fold(name)) >= 0

    @cached_property
    def _said(self) -> str:
        return fold(" ".join(said(section.text) for section in self.lesson.sections))
