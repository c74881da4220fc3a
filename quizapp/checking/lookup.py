"""The sentences of a course's sources by the words that they have, so that no rule has to look through them all."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from quizapp.content.library import Library
from quizapp.text.fold import fold


class Located(NamedTuple):
    """A sentence and where it stands."""

    source: str
    number: int
    text: str


class Sentences:
    """Every sentence of the sources, in order."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def having(self, stems: Collection[str]) -> Iterator[Located]:
        """The sentences that have all these stems, in order; none where there is no stem."""
        places = [self._by_stem.get(stem, _NOWHERE) for stem in stems]
        for at in sorted(set.intersection(*places)) if places else ():
            yield self._located[at]

    @cached_property
    def commonplace(self) -> frozenset[str]:
        """The stems that more than a fifth of the sentences have: none of them shows what a sentence is about."""
        count = len(self._located)
        return frozenset(stem for stem, places in self._by_stem.items() if len(places) * 5 > count > _FEW)

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
        from quizapp.checking.english.statement import read

        found: dict[str, set[int]] = {}
        for at, sentence in enumerate(self._located):
            for stem in read(sentence.text).vocabulary:
                found.setdefault(stem, set()).add(at)
        return found


_NOWHERE: set[int] = set()
_FEW = 40
"""In so few sentences any word is frequent."""
