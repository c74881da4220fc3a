"""Numbers as a rule compares them: by value, with the unit where it is one that converts."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from quizapp.content.values import Quantity, comparable, quantities, quantity


def claimed(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states.

    Left out are ordinals, which texts say in many ways, and "one", which is a pronoun as often as a number.
    """
    return tuple(q for q in _read(text) if not q.ordinal and not (q.value == 1 and not q.unit))


def supported(number: Quantity, texts: Iterable[str]) -> bool:
    """Whether one of the texts states the number: the same value, and the same unit unless one of the two has none."""
    return any(_agree(number, other) for text in texts for other in _read(text))


def bound(text: str, measure: str) -> Quantity | None:
    """The number that a measure such as "less than" stands before in a text: "less than a quarter of an hour"."""
    _, found, after = f" {comparable(text)}".partition(f" {measure} ")
    fraction = _OF_AN_HOUR.match(after) if found else None
    if fraction:
        return Quantity(_MINUTES[fraction.group(1)], "second", stated=_MINUTES[fraction.group(1)])
    first = after.split()[:3]
    read = (quantity(" ".join(first[:count])) for count in range(len(first), 0, -1))
    return next((number for number in read if number and not number.ordinal), None)


def keeps_within(kind: str, limit: Quantity, texts: Iterable[str]) -> bool | None:
    """Whether a number in the texts keeps within a limit ("at least", "less than"); None if none has its unit."""
    there = [number for text in texts for number in _read(text) if number.unit == limit.unit and not number.ordinal]
    if not there or kind not in _WITHIN:
        return None
    return any(_WITHIN[kind](number.value, limit.value) for number in there)


_OF_AN_HOUR = re.compile(r"(?:an? )?(half|quarter|three quarters)(?: of)? an hour\b")
_MINUTES = {"half": Decimal(1800), "quarter": Decimal(900), "three quarters": Decimal(2700)}
_WITHIN: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "more than": operator.gt,
    "less than": operator.lt,
}
_read = lru_cache(maxsize=32768)(quantities)


def _agree(number: Quantity, other: Quantity) -> bool:
    if number.unit and other.unit:
        return (number.unit, number.value) == (other.unit, other.value)
    return number.stated == other.stated


def shown(number: Quantity) -> str:
    """A number in digits."""
    text = f"{number.stated:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
