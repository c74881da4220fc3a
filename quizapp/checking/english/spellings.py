"""The spellings of a name in comparable form, and whether a text has one of them, the last word perhaps derived."""

from functools import lru_cache

from quizapp.checking.english.other_forms import OTHER_FORMS
from quizapp.checking.english.romans import written_otherwise
from quizapp.content.values import comparable

_DERIVED = ("s", "n", "ns", "an", "ans", "ian", "ians", "i", "is", "ish", "ese")
_SURE = 3
"""So many letters, all but the last of the shortest name that has derived forms, they have in common."""


@lru_cache(maxsize=16384)
def first_word(written: str) -> str:
    """The comparable form of the first word of a token, without a possessive."""
    return comparable(without_possessive(written)).partition(" ")[0]


@lru_cache(maxsize=16384)
def otherwise(name: str) -> tuple[str, ...]:
    """The spellings, in comparable form, of a name that no entry declares."""
    return (bare(name), *written_otherwise(name), *OTHER_FORMS.get(name.casefold(), ()))


@lru_cache(maxsize=65536)
def spaced(text: str) -> str:
    """The comparable form of a text, with a space on either side of every word."""
    return f" {comparable(text)} "


BEFORE_WORDS, AFTER_WORDS = frozenset(' \n"('), frozenset(' \n",;:!?)')
"""What stands beside a word that nothing is joined to."""
_LONGER_THAN_SCALES = 3
"""So many letters are no scale of a number before them, as in "5 Mn"."""


def stands(text: str, name: str) -> bool:
    """Whether a look is enough to say that a text has a name, of letters, as it is written."""
    at = text.find(name)
    if at < 0 or len(name) < _LONGER_THAN_SCALES or not (name.isascii() and name.replace(" ", "").isalpha()):
        return False
    end = at + len(name)
    after = text[end : end + 2]
    return (at == 0 or text[at - 1] in BEFORE_WORDS) and (after in ("", ".", ". ") or after[0] in AFTER_WORDS)


def holds(spaced: str, spelling: str) -> bool:
    """Whether a spaced text has the spelling, the last word perhaps in a derived form: Russia, Russian, Russians."""
    if f" {spelling} " in spaced:
        return True
    before, _, last = f" {spelling}".rpartition(" ")
    begins = f"{before} {last[:_SURE]}"  # with which every form of the name begins
    at = spaced.find(begins)
    while at >= 0:
        start = at + len(before) + 1
        word = spaced[start : spaced.index(" ", start)]
        if _same_name(last, word) or (word[-1:] == "s" and _same_name(last, word[:-1])):  # "Ukraine's"
            return True
        at = spaced.find(begins, at + 1)
    return False


def _same_name(one: str, other: str) -> bool:
    if one == other or one[:1] != other[:1]:
        return one == other
    short, long = sorted((one, other), key=len)
    if len(short) < 4:
        return False
    stem = short[:-1] if short[-1] in "aey" else short
    if short[-1] == "y" and long == f"{stem}ies":
        return True
    return long.startswith(stem) and (long[len(short) :] in _DERIVED or long[len(stem) :] in _DERIVED)


def bare(text: str) -> str:
    """The comparable form of a name, without its article."""
    return comparable(text).removeprefix("the ")


def without_possessive(word: str) -> str:
    """A word without the "'s" of whose something is."""
    return word.removesuffix("'s")
