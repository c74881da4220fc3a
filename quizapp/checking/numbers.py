"""Numbers as a rule compares them: by value, with the unit where it is one that converts."""

from collections.abc import Iterable
from functools import lru_cache

from quizapp.content.values import Quantity, quantities


def claimed(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states.

    Left out are ordinals, which texts say in many ways, and "one", which is a pronoun as often as a number.
    """
    return tuple(q for q in _read(text) if not q.ordinal and not (q.value == 1 and not q.unit))


def supported(number: Quantity, texts: Iterable[str]) -> bool:
    """Whether one of the texts states the number: the same value, and the same unit unless one of the two has none."""
    return any(_agree(number, other) for text in texts for other in _read(text))


_read = lru_cache(maxsize=32768)(quantities)


def _agree(number: Quantity, other: Quantity) -> bool:
    if number.unit and other.unit:
        return (number.unit, number.value) == (other.unit, other.value)
    return number.stated == other.stated


def shown(number: Quantity) -> str:
    """A number in digits."""
    text = f"{number.stated:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
