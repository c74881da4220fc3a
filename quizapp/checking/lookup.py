"""The sentences of a course's sources by the words that they have, so that no rule has to look through them all."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.content.prose import marks
from quizapp.text.fold import fold
from quizapp.text.span import Span


class Located(NamedTuple):
    """A sentence and where it stands."""

    source: str
    number: int
    text: str


class Sentences:
    """Every sentence of the sources, in order."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._taught: dict[int, frozenset[tuple[str, Span]]] = {}

    def having(self, stems: Collection[str]) -> Iterator[Located]:
        """The sentences that have all these stems, in order; none where there is no stem."""
        places = [self._by_stem.get(stem, _NOWHERE) for stem in set(stems)]
        for at in sorted(set.intersection(*sorted(places, key=len))) if places else ():
            yield self._located[at]

    def taught(self, lesson: Lesson) -> frozenset[tuple[str, Span]]:
        """Those that the prose of a lesson of the course cites: source and place in its file."""
        found = self._taught.get(id(lesson))
        if found is None:
            named = (lesson.cites[name] for section in lesson.sections for name in marks(section.text))
            pieces = self._library.evidence_of(named)
            found = frozenset((piece.source.slug, s.span) for piece in pieces for s in piece.sentences)
            self._taught[id(lesson)] = found
        return found

    @cached_property
    def folded(self) -> tuple[tuple[str, str], ...]:
        """Every sentence: `fry:13`, and its text in comparison form."""
        return tuple((f"{sentence.source}:{sentence.number}", fold(sentence.text)) for sentence in self._located)

    @cached_property
    def _located(self) -> tuple[Located, ...]:
        sources = self._library.sources.values()
        return tuple(Located(source.slug, s.number, s.text) for source in sources for s in source.sentences)

    @cached_property
    def _by_stem(self) -> dict[str, set[int]]:
        from quizapp.checking.statement import read

        found: dict[str, set[int]] = {}
        for at, sentence in enumerate(self._located):
            for stem in read(sentence.text).stems:
                found.setdefault(stem, set()).add(at)
        return found


_NOWHERE: set[int] = set()
