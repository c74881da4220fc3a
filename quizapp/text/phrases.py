"""A text in which many phrases are sought as whole words.

The places of its words, sorted by what follows each of them (a suffix array), tell at once where a phrase stands. What
is found is the same without: for a few phrases it is faster to go through the text than to sort it.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from quizapp.text.fold import next_words, stands_at

_WORD = re.compile(r"\w+")
_PATIENCE = 60
"""How many times the text is gone through before it is sorted, which may take as long."""
_AT_LEAST = 20_000_000
"""Characters that are gone through in any case before."""
_COMPARED = 48
"""Characters by which the places are sorted."""
_MANY = 64
"""More places than these are not looked at one by one."""
_AT_ONCE = 250_000
"""Places that are sorted together, so that sorting a long text does not take more memory than a short one."""


class Phrases:
    """A text in comparison form, to be searched often."""

    def __init__(self, text: str, patience: int | None = None) -> None:
        """`patience` is how many characters are gone through before the text is sorted."""
        self.text = text
        self._left = max(_PATIENCE * len(text), _AT_LEAST) if patience is None else patience

    def next(self, wanted: str, start: int = 0) -> int:
        """The first offset from `start` on at which `wanted` stands as whole words; -1 where it does not."""
        if self._left > 0 or not _WORD.search(wanted):
            at = next_words(self.text, wanted, start)
            self._left -= (len(self.text) if at < 0 else at) - start
            return at
        for places in self._sorted:
            found = next((few for key in _keys(wanted) if (few := self._few(places, wanted, key)) is not None), None)
            if found is None:  # its every word begins what stands in many places: it is soon found, or very odd
                return next_words(self.text, wanted, start)
            here = [at for at in found if at >= start and stands_at(self.text, wanted, at)]
            if here:
                return min(here)
        return -1

    def _few(self, places: Sequence[int], wanted: str, key: int) -> list[int] | None:
        """Where `wanted` may stand, going by what begins at `key` in it; None where there are too many such places."""
        known = wanted[key : key + _COMPARED]

        def beginning(place: int) -> str:
            return self.text[place : place + len(known)]

        first = bisect_left(places, known, key=beginning)
        if first + _MANY < len(places) and beginning(places[first + _MANY]) == known:
            return None
        end = bisect_right(places, known, first, min(first + _MANY, len(places)), key=beginning)
        return [place - key for place in places[first:end]]

    @cached_property
    def _sorted(self) -> list[Sequence[int]]:
        """Where each word begins: the stretches of the text in order, each sorted by what follows."""
        places = array("I", (word.start() for word in _WORD.finditer(self.text)))
        return [
            array("I", sorted(places[at : at + _AT_ONCE], key=lambda place: self.text[place : place + _COMPARED]))
            for at in range(0, len(places), _AT_ONCE)
        ]


def _keys(wanted: str) -> Iterator[int]:
    """Where words begin in a phrase, so far from each other that what is compared of them says something new."""
    last = -_COMPARED
    for word in _WORD.finditer(wanted):
        if word.start() - last >= _COMPARED // 2:
            last = word.start()
            yield last
