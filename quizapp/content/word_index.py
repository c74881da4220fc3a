"""Which of many texts have every word that is sought, each at least as the beginning of a word.

Case and accents are forgiven, quotation marks and dashes are alike, nothing else.
"""

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quizapp.content.values import PLAIN_LETTERS
from quizapp.text.fold import fold
from quizapp.text.normal import normal

_COMBINING = re.compile("[\u0300-\u036f]+")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
_NO_WORD = re.compile(r"[\W_]+")


def comparable(text: str) -> str:
    """`text` without case and accents, its quotation marks and dashes made alike."""
    text = fold(text)
    if not text.isascii():
        text = _COMBINING.sub("", normal("NFKD", text))
    return text.casefold().translate(PLAIN_LETTERS)


def begins_at(form: str, word: str, start: int) -> int:
    """Where `word` next begins a word of `form`; -1 where it does not."""
    at = form.find(word, start)
    while at > 0 and form[at - 1].isalnum() and word[0].isalnum():
        at = form.find(word, at + 1)
    return at


class WordIndex:
    """Texts by their words. A text is known by its place among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._words = [_words(text) for text in texts]
        """Of each the letters and digits, a blank around every word."""
        self._places: dict[str, array[int]] = {}
        for at, words in enumerate(self._words):
            for word in set(words.split()):
                places = self._places.get(word)
                if places is None:
                    places = self._places[word] = array("I")
                places.append(at)
        self.vocabulary = sorted(self._places)
        """Every word there is."""

    def having(self, wanted: Iterable[str]) -> list[int]:
        """The texts with every one of these words, in their order."""
        found: set[int] | None = None
        odd: list[str] = []
        for word in wanted:
            parts = _words(word).split()
            for part in parts:
                found = self._beginning(part) if found is None else found & self._beginning(part)
            if not word.isalnum():
                odd.append(word)
        if found is not None:
            odd = [word for word in odd if _words(word).strip()]  # what holds no letter is sought where nothing else is
        hits = list(range(len(self._texts))) if found is None else sorted(found)
        for word in odd:
            hits = [at for at in hits if begins_at(comparable(self._texts[at]), word, 0) >= 0]
        return hits

    def whole_first(self, hits: list[int], wanted: Iterable[str]) -> Iterator[int]:
        """Those of the hits first that have the words next to each other; then by how many of them they have whole."""
        words = [word for word in map(_words, wanted) if word.strip()]
        tests = [self._with(hits, word) for word in words]
        if len(words) > 1:
            tests.insert(0, self._with(hits, "".join(word.rstrip() for word in words)))
        return _in_turn(hits, tests)

    def _beginning(self, begin: str) -> set[int]:
        """The texts in which a word begins like this."""
        first = bisect_left(self.vocabulary, begin)
        last = bisect_left(self.vocabulary, begin + chr(sys.maxunicode), first)
        return set[int]().union(*map(self._places.__getitem__, self.vocabulary[first:last]))

    def _with(self, hits: list[int], words: str) -> set[int]:
        """Those of the hits in which this stands, word for word."""
        word = words.strip()
        if " " not in word and words.endswith(" "):
            return set(self._places.get(word, ()))
        return {at for at in hits if words in self._words[at]}


def _in_turn(hits: list[int], tests: list[set[int]]) -> Iterator[int]:
    """Those first that pass the first test, and among equals those that pass the next."""
    if not hits or not tests:
        yield from hits
        return
    first, *others = tests
    yield from _in_turn([at for at in hits if at in first], others)
    yield from _in_turn([at for at in hits if at not in first], others)


def _words(text: str) -> str:
    form = comparable(text)
    return f" {' '.join((form.translate(_APART) if form.isascii() else _NO_WORD.sub(' ', form)).split())} "
