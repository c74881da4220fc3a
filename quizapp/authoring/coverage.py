"""What of the sources is taught and quizzed, and what is not; the same for each entry of the glossary."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizapp.content.citation import Citation, Evidence
from quizapp.content.glossary import Dispute, Entry, kind_of, name_of
from quizapp.content.library import Library
from quizapp.content.question import key_citations
from quizapp.content.resting import Taught, prose_citations
from quizapp.content.source import Sentence, Source
from quizapp.told import Told, untold

LONGEST = 2
"""A quote that runs over more sentences covers none of them: it says too little of each."""


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence and whether lessons rest on it."""

    sentence: Sentence
    taught: bool
    """Whether prose of a lesson cites it."""
    quizzed: bool
    """Whether a question's key rests on it."""


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """A source, sentence by sentence."""

    source: Source
    sentences: tuple[SentenceCoverage, ...]

    @property
    def taught(self) -> int:
        """How many sentences are taught."""
        return sum(sentence.taught for sentence in self.sentences)

    @property
    def quizzed(self) -> int:
        """How many sentences are quizzed."""
        return sum(sentence.quizzed for sentence in self.sentences)

    @property
    def neither(self) -> int:
        """How many sentences are neither."""
        return sum(not (sentence.taught or sentence.quizzed) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class EntryCoverage:
    """An entry or dispute of the glossary."""

    id: str
    name: str
    """Its name, or the question of a dispute."""
    kind: str
    lessons: tuple[str, ...]
    """Lessons that teach it: their `about` names it, or their prose does."""
    questions: tuple[str, ...]
    """`lesson/question` of those whose `about` names it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the sound lessons of a course cover."""

    sources: tuple[SourceCoverage, ...]
    entries: tuple[EntryCoverage, ...]


def coverage(library: Library, told: Told = untold) -> Coverage:
    """Looks at every sound lesson; only quotes of at most two sentences count.

    Args:
        library: the course.
        told: is told how many entries and disputes were looked for.
    """
    taught = _covered(library, (cited for lesson in library.lessons for _, _, cited in prose_citations(lesson)))
    quizzed = _covered(library, (c for lesson in library.lessons for q in lesson.questions for c in key_citations(q)))
    sources = tuple(
        SourceCoverage(
            source,
            tuple(
                SentenceCoverage(sentence, (slug, sentence.number) in taught, (slug, sentence.number) in quizzed)
                for sentence in source.sentences
            ),
        )
        for slug, source in library.sources.items()
    )
    return Coverage(sources, tuple(_entries(library, told)))


def _covered(library: Library, citations: Iterable[Citation]) -> set[tuple[str, int]]:
    """Slug and number of the sentences that are quoted."""
    found: Mapping[Citation, Evidence] = library.evidence
    return {
        (citation.source, sentence.number)
        for citation in set(citations)
        if len(found[citation].sentences) <= LONGEST
        for sentence in found[citation].sentences
    }


def _entries(library: Library, told: Told) -> Iterator[EntryCoverage]:
    taught = [Taught(lesson) for lesson in library.lessons]
    entries: tuple[Entry | Dispute, ...] = (*library.glossary.entries, *library.glossary.disputes)
    about: dict[str, list[str]] = {}
    for lesson in library.lessons:
        for question in lesson.questions:
            for identity in dict.fromkeys(question.about):
                about.setdefault(identity, []).append(f"{lesson.slug}/{question.id}")
    for number, entry in enumerate(entries):
        told("entries", number, len(entries))
        yield EntryCoverage(
            entry.id,
            name_of(entry),
            kind_of(entry),
            tuple(prose.lesson.slug for prose in taught if prose.teaches(entry)),
            tuple(about.get(entry.id, ())),
        )
