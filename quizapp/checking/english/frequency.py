"""How often a text says that something happens: "twice a week", "every other day", "monthly"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from quizapp.content.values import comparable, numeral

_DAYS = {
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "fortnight": Fraction(14),
    "month": Fraction(1461, 48),
    "year": Fraction(1461, 4),
    "decade": Fraction(7305, 2),
}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_UNIT = "|".join(_DAYS)
_TIMES_A = re.compile(
    rf"(?<![^ ])(?:(?P<times>{'|'.join(_TIMES)})|(?P<count>[^ ]+) times) (?:an?|per|each|every|in(?: every)?)"
    rf"(?: (?P<every>[^ ]+))? (?P<unit>{_UNIT})s?(?![^ ])"
)
_EVERY = re.compile(
    rf"(?<![^ ])(?<!times )(?<!once )(?<!twice )every (?:(?P<every>[^ ]+) )?(?P<unit>{_UNIT})s?(?![^ ])"
)
_ADVERB = re.compile(rf"(?<![^ ])({'|'.join(_ADVERBS)})(?![^ ])")
_OTHER = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "tenth": 10}
_MAY_TELL = re.compile(r"\b(?:once|twice|thrice|times|every)\b|ly\b", re.IGNORECASE)
"""A look for any of these."""


@lru_cache(maxsize=16384)
def frequencies(text: str) -> tuple[Fraction, ...]:
    """How often a day, for each thing that a text says to happen so and so often."""
    return tuple(_frequencies(comparable(text))) if _MAY_TELL.search(text) else ()


def _frequencies(plain: str) -> Iterator[Fraction]:
    for found in _TIMES_A.finditer(plain):
        count, every = _TIMES.get(found["times"]) or numeral(found["count"] or ""), _every(found["every"])
        if count and every:
            yield Fraction(count) / (every * _DAYS[found["unit"]])
    for found in _EVERY.finditer(plain):
        every = _every(found["every"])
        if every:
            yield 1 / (every * _DAYS[found["unit"]])
    for adverb in _ADVERB.findall(plain):
        yield 1 / _DAYS[_ADVERBS[adverb]]


def _every(word: str | None) -> Fraction | None:
    if not word or word == "single":
        return Fraction(1)
    count = _OTHER.get(word) or numeral(word)
    return Fraction(count) if count and count > 0 else None
