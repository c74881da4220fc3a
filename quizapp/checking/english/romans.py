"""Roman numerals, and the other forms of a number that is part of a name."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from quizapp.content.numerals import NUMBER_WORDS
from quizapp.content.values import quantity

ROMAN = re.compile(r"\b(?=[XVI]{2})(?:X{0,3})(?:IX|IV|V?I{0,3})(?<=[XVI])\b|(?<=\w )\b[VX]\b")
"""A numeral of two letters or more, or V or X after a word."""
_LETTERS = {"I": 1, "V": 5, "X": 10}


def roman(letters: str) -> int:
    """The value of a Roman numeral under 40."""
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def written_otherwise(word: str) -> tuple[str, ...]:
    """The other forms, in comparable form, of a number that is part of a name: "Louis XIV", "Louis the Fourteenth"."""
    if ROMAN.fullmatch(word):
        value = roman(word)
    else:
        number = quantity(word)
        if number is None or number.unit or not 0 < number.value < 40 or number.value != int(number.value):
            return ()
        value = int(number.value)
    return _forms()[value]


@lru_cache(maxsize=1)
def _forms() -> Mapping[int, tuple[str, ...]]:
    """For each number up to 39 its forms: Roman, in digits and in words, as a cardinal and as an ordinal."""
    found: dict[int, tuple[str, ...]] = {}
    for value in range(1, 40):
        letters = "x" * (value // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[value % 10]
        words = tuple(word for word in NUMBER_WORDS if (number := quantity(word)) is not None and number.value == value)
        found[value] = (letters, str(value), *(f"{value}{end}" for end in ("st", "nd", "rd", "th")), *sorted(words))
    return found
