"""A quote that differs from its source in typography alone, which the author may have taken over from elsewhere.

Such a quote is still no evidence; what the source says can be put in its place without a change of meaning.
"""

import re
import unicodedata

from quizapp.content.source import Source
from quizapp.text.fold import fold

_ALIKE = str.maketrans({**dict.fromkeys("«»″‟〃", '"'), **dict.fromkeys("‹›′´`ʼ", "'"), **dict.fromkeys("﹘﹣－", "-")})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_LOOKALIKE = str.maketrans("авесікмнорстухјѕԁɡАВЕІКМНОРСТУХЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
                           "abecikmhopctyxjsdgABEIKMHOPCTYXJSoABEZHIKMNOPTYX")  # fmt: skip
_DASHES = re.compile(r"-{2,3}")


class Typography:
    """The words of a source without what typography does to them, ready to be searched."""

    def __init__(self, source: Source) -> None:
        self._paragraphs: list[tuple[list[str], str]] = []
        """For each its words, and their bare forms, each between line breaks, which no word holds."""
        for lines in source.paragraphs():
            if lines[0].number:
                words = [word for line in lines for word in line.text.split()]
                self._paragraphs.append((words, _between_breaks(words)))

    def in_own_characters(self, quote: str) -> str | None:
        """The source's own characters for a quote of whole words of one paragraph, where only typography differs."""
        ours = quote.split()
        wanted = _between_breaks(ours)
        for words, bare in self._paragraphs:
            at = bare.find(wanted)
            if at >= 0:
                first = bare.count("\n", 0, at)
                return " ".join(words[first : first + len(ours)])
        return None


def _between_breaks(words: list[str]) -> str:
    return "\n".join(["", *map(_loose, words), ""])


def _loose(word: str) -> str:
    """A word without what typography does to it: compatibility forms, foreign quotation marks, typed dashes."""
    word = _DASHES.sub("-", fold(unicodedata.normalize("NFKC", word).translate(_ALIKE)))
    return _INVISIBLE.sub("", word)


def as_it_looks(text: str) -> str:
    """A text with letters of other scripts that look like Latin ones made so in Latin words."""
    if text.isascii():
        return text
    return " ".join(_as_it_looks(word) for word in text.split())


def _as_it_looks(word: str) -> str:
    latin = any(letter.isascii() and letter.isalpha() for letter in word)
    return _INVISIBLE.sub("", word.translate(_LOOKALIKE)) if latin else word
