"""A quote that differs from its source in typography alone, which the author may have taken over from elsewhere.

Such a quote is still no evidence; what the source says can be put in its place without a change of meaning.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from quizapp.content.source import Source
from quizapp.text.fold import fold
from quizapp.text.normal import normal
from quizapp.text.phrases import Phrases

_ALIKE = str.maketrans({**dict.fromkeys("«»″‟〃", '"'), **dict.fromkeys("‹›′´`ʼ", "'"), **dict.fromkeys("﹘﹣－", "-")})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_LOOKALIKE = str.maketrans("авесікмнорстухјѕԁɡАВЕІКМНОРСТУХЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
                           "abecikmhopctyxjsdgABEIKMHOPCTYXJSoABEZHIKMNOPTYX")  # fmt: skip
_DASHES = re.compile(r"-{2,3}")


class Typography:
    """The words of a source without what typography does to them, ready to be searched."""

    def __init__(self, source: Source) -> None:
        self._words: list[str] = []
        """Those of all paragraphs, with a tab, which no word holds, after each."""
        for lines in source.paragraphs():
            if lines[0].number:
                self._words += (word for line in lines for word in line.text.split())
                self._words.append("\t")
        bare = [_loose(word) for word in self._words]
        self._starts = list(accumulate((len(word) + 1 for word in bare), initial=0))
        """Of each word where the line break before it stands."""
        self._bare = Phrases(_between_breaks(bare))

    def in_own_characters(self, quote: str) -> str | None:
        """The source's own characters for a quote of whole words of one paragraph, where only typography differs."""
        ours = quote.split()
        at = self._bare.next(_between_breaks(map(_loose, ours)))
        if at < 0:
            return None
        first = bisect_left(self._starts, at)
        return " ".join(self._words[first : first + len(ours)])


def _between_breaks(words: Iterable[str]) -> str:
    return "\n".join(["", *words, ""])


def _loose(word: str) -> str:
    """A word without what typography does to it: compatibility forms, foreign quotation marks, typed dashes."""
    if word.isascii() and "`" not in word and "--" not in word:
        return word
    word = _DASHES.sub("-", fold(normal("NFKC", word).translate(_ALIKE)))
    return _INVISIBLE.sub("", word)


def as_it_looks(text: str) -> str:
    """A text with letters of other scripts that look like Latin ones made so in Latin words."""
    if text.isascii():
        return text
    return " ".join(_as_it_looks(word) for word in text.split())


def _as_it_looks(word: str) -> str:
    latin = any(letter.isascii() and letter.isalpha() for letter in word)
    return _INVISIBLE.sub("", word.translate(_LOOKALIKE)) if latin else word
