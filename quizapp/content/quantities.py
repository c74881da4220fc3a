"""Numbers with their units among words, by value: a few units that convert exactly, and shares of one."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from quizapp.content.numerals import NUMBER_WORDS, SHARING, Reading, may_begin_number, may_hold_number, share_of_one


class Quantity(NamedTuple):
    """A number in a text, with its unit where that is one that converts."""

    value: Decimal
    """In the base of `unit`: "three days" is 259200 of "second"."""
    unit: str = ""
    ordinal: bool = False
    """Whether it counts a place, as "third" does."""
    stated: Decimal | None = None
    """The number as the text has it, before its unit was converted."""


UNITS: Mapping[str, tuple[str, Decimal | int]] = {
    **dict.fromkeys(["second", "seconds"], ("second", 1)),
    **dict.fromkeys(["minute", "minutes", "min", "mins"], ("second", 60)),
    **dict.fromkeys(["hour", "hours", "hr", "hrs"], ("second", 3600)),
    **dict.fromkeys(["day", "days"], ("second", 86400)),
    **dict.fromkeys(["week", "weeks"], ("second", 604800)),
    **dict.fromkeys(["fortnight", "fortnights"], ("second", 1209600)),
    **dict.fromkeys(["month", "months"], ("month", 1)),
    **dict.fromkeys(["year", "years"], ("month", 12)),
    **dict.fromkeys(["decade", "decades"], ("month", 120)),
    **dict.fromkeys(["century", "centuries"], ("month", 1200)),
    **dict.fromkeys(["metre", "metres", "meter", "meters"], ("metre", 1)),
    **dict.fromkeys(["kilometre", "kilometres", "kilometer", "kilometers", "km"], ("metre", 1000)),
    **dict.fromkeys(["centimetre", "centimetres", "centimeter", "centimeters", "cm"], ("metre", Decimal("0.01"))),
    **dict.fromkeys(["millimetre", "millimetres", "millimeter", "millimeters", "mm"], ("metre", Decimal("0.001"))),
    **dict.fromkeys(["mile", "miles"], ("metre", Decimal("1609.344"))),
    **dict.fromkeys(["yard", "yards"], ("metre", Decimal("0.9144"))),
    **dict.fromkeys(["gram", "grams", "gramme", "grammes", "g"], ("kilogram", Decimal("0.001"))),
    **dict.fromkeys(["milligram", "milligrams", "mg"], ("kilogram", Decimal("0.000001"))),
    **dict.fromkeys(["kilogram", "kilograms", "kg"], ("kilogram", 1)),
    **dict.fromkeys(["tonne", "tonnes"], ("kilogram", 1000)),
    **dict.fromkeys(["litre", "litres", "liter", "liters"], ("litre", 1)),
    **dict.fromkeys(["millilitre", "millilitres", "milliliter", "milliliters", "ml"], ("litre", Decimal("0.001"))),
    **dict.fromkeys(["percent"], ("percent", 1)),
    **dict.fromkeys(["dollar", "dollars", "$"], ("dollar", 1)),
    **dict.fromkeys(["euro", "euros", "€"], ("euro", 1)),
    **dict.fromkeys(["pound", "pounds", "£"], ("pound", 1)),
    **dict.fromkeys(["pence", "penny"], ("pound", Decimal("0.01"))),
}
_OF_TWO_WORDS: Mapping[tuple[str, str], tuple[str, Decimal | int]] = {
    ("per", "cent"): UNITS["percent"],
    ("per", "mille"): ("per mille", 1),
    ("percentage", "point"): ("percentage point", 1),
    ("percentage", "points"): ("percentage point", 1),
}
_BEGINNING = frozenset(first for first, _ in _OF_TWO_WORDS)
SIGNS = ("$", "€", "£")


def parts(words: list[str]) -> Iterator[str | Quantity]:
    """Words, with each number and its unit as one `Quantity`."""
    if not may_hold_number(words):
        yield from words
        return
    at = 0
    while at < len(words):
        sign = words[at] in SIGNS and at + 1 < len(words)
        if not sign and not may_begin_number(words[at]):
            yield words[at]
            at += 1
            continue
        short = _share(words, at) if words[at] in SHARING else _digits(words, at)
        if short:
            yield short[0]
            at = short[1]
            continue
        reading = Reading(words, at + sign)
        if reading.value is None:
            yield words[at]
            at += 1
            continue
        end = reading.end
        unit: tuple[str, Decimal | int] = ("", 1)
        if sign:
            unit = UNITS[words[at]]
        elif not reading.ordinal and end < len(words) and words[end] in _BEGINNING:
            two = _OF_TWO_WORDS.get((words[end], words[end + 1] if end + 1 < len(words) else ""))
            unit, end = (two, end + 2) if two else (unit, end)
        elif not reading.ordinal and end < len(words) and words[end] in UNITS:
            unit, end = UNITS[words[end]], end + 1
        stated = reading.value
        if unit[0] in _TIMES and words[end : end + 3] == _AND_A_HALF:
            stated, end = stated + Decimal("0.5"), end + 3
        yield Quantity(stated * unit[1], unit[0], reading.ordinal, stated)
        at = end


_GOING_ON = NUMBER_WORDS.union(UNITS, ("and", "point", "per", "percentage"))
"""Words that may belong to the number before them."""
_MOST_DIGITS = 15


def _digits(words: list[str], at: int) -> tuple[Quantity, int] | None:
    """A number of digits alone, with nothing after it that may belong to it, as most are; and the word after it."""
    word, after = words[at], at + 1
    if not (word.isdecimal() and word.isascii()) or len(word) > _MOST_DIGITS:
        return None
    if after < len(words) and words[after] in _GOING_ON:
        return None
    value = Decimal(word)
    return Quantity(value, stated=value), after


_TIMES = ("second", "month")
_AND_A_HALF = ["and", "a", "half"]


def _share(words: list[str], at: int) -> tuple[Quantity, int] | None:
    """A share of one, "half an hour" or "half a dozen", or "an hour and a half", and the word after it."""
    if words[at] in ("a", "an"):
        unit = UNITS.get(words[at + 1]) if words[at + 2 : at + 5] == _AND_A_HALF else None
        if unit and unit[0] in _TIMES:
            stated = Decimal("1.5")
            return Quantity(stated * unit[1], unit[0], stated=stated), at + 5
    read = share_of_one(words, at)
    if read is None:
        return None
    stated, end = read
    unit = UNITS.get(words[end]) if end < len(words) else None
    if unit:
        return Quantity(stated * unit[1], unit[0], stated=stated), end + 1
    return (Quantity(stated, stated=stated), end) if stated > 1 else None
