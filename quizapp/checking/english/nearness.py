"""Which of the numbers in a sentence the words of a question stand by."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from quizapp.checking.english.numbers import shown
from quizapp.checking.english.stems import stem
from quizapp.checking.english.words import FUNCTION, LIGHT_STEMS
from quizapp.content.quantities import Quantity, parts
from quizapp.content.values import comparable
from quizapp.text.fold import fold

_CLAUSE = re.compile(r"[;:,()] | (?=(?:and|but|while|whereas) )")
_APART = 4
"""Words in different clauses are taken to be so many words further apart."""
_FEWEST = 2
"""One word near a number shows nothing."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


class Term(NamedTuple):
    """A number, or a word that may tell what a text is about, where it stands in the text."""

    clause: int
    place: int
    means: str | Decimal
    """The stem, or the number as it is stated."""
    word: str
    number: Quantity | None


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """Numbers and words of content, in order, but for "one", ordinals, and the nine of "four of the nine"."""
    found: list[Term] = []
    place = 0
    for at, clause in enumerate(_CLAUSE.split(fold(text))):
        since: list[str] = []
        for part in parts(comparable(clause).split()):
            if isinstance(part, str):
                since.append(part)
                if part not in FUNCTION and (stemmed := stem(part)) not in LIGHT_STEMS:
                    found.append(Term(at, place, stemmed, part, None))
            else:
                is_whole = since[:1] == ["of"] and FUNCTION.issuperset(since)
                if part.stated and not part.ordinal and not is_whole and (part.value != 1 or part.unit):
                    found.append(Term(at, place, part.stated, shown(part), part))
                since = []
            place += 1
        place += _APART
    return tuple(found)


def nearer(texts: Iterable[str], answer: Quantity, sentence: str) -> tuple[Quantity, list[str]] | None:
    """Another number of a sentence, of the same kind as an answer, to which all words of some texts stand nearer.

    A number that counts what the texts do not speak of, the six of "six songs", is of no kind with the answer.

    Returns:
        the number, and those words; None where there is none.
    """
    there = terms(sentence)
    own = next((term for term in there if term.means == answer.stated), None)
    if own is None or own.number is None:
        return None
    others = [
        (other, other.number, after)
        for other, after in zip(there, (*there[1:], None), strict=True)
        if other.number and other.means != own.means and _of_a_kind(own.number, other.number)
    ]
    if not others:
        return None
    asked = {term.means for text in texts for term in terms(text)} - {own.means}
    words = [term for term in there if term.means in asked]
    for other, number, after in others:
        counts_another = after and after.place == other.place + 1 and after.means not in asked
        near = [term.word for term in words if _is_nearer(term, other, own)]
        if other.means not in asked and not counts_another and len(near) == len(words) >= _FEWEST:
            return number, near
    return None


def _is_nearer(word: Term, one: Term, other: Term) -> bool:
    """Whether a word stands nearer to one number than to another, and not in a later clause on the way to that."""
    if abs(word.place - one.place) >= abs(word.place - other.place):
        return False
    return word.clause == one.clause or (word.place < one.place) == (one.place < other.place)


def _of_a_kind(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and _is_year(one) == _is_year(other)


def _is_year(number: Quantity) -> bool:
    return not number.unit and _FIRST_YEAR <= number.value <= _LAST_YEAR and number.value % 1 == 0
