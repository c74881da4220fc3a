"""A quote that differs from its source in typography alone, which the author may have taken over from elsewhere.

Such a quote is still no evidence; what the source says can be put in its place without a change of meaning.
"""

import re
import unicodedata

from quizapp.content.source import Sentence, Source
from quizapp.text.fold import fold

_ALIKE = str.maketrans({**dict.fromkeys("«»″‟〃", '"'), **dict.fromkeys("‹›′´`ʼ", "'"), **dict.fromkeys("﹘﹣－", "-")})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_DASHES = re.compile(r"-{2,3}")


def in_own_characters(quote: str, source: Source) -> str | None:
    """The source's own characters for a quote of whole words of one paragraph, where only typography differs."""
    paragraphs = (group for group in source.paragraphs() if group[0].number)
    return next(filter(None, (_in_paragraph(quote, paragraph) for paragraph in paragraphs)), None)


def _in_paragraph(quote: str, paragraph: tuple[Sentence, ...]) -> str | None:
    ours = [_loose(word) for word in quote.split()]
    words = [word for sentence in paragraph for word in sentence.text.split()]
    theirs = [_loose(word) for word in words]
    for at in range(len(theirs) - len(ours) + 1):
        if theirs[at : at + len(ours)] == ours:
            return " ".join(words[at : at + len(ours)])
    return None


def _loose(word: str) -> str:
    """A word without what typography does to it: compatibility forms, foreign quotation marks, typed dashes."""
    word = _DASHES.sub("-", fold(unicodedata.normalize("NFKC", word).translate(_ALIKE)))
    return _INVISIBLE.sub("", word)
