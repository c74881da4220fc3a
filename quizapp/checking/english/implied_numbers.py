"""The numbers that a text states in forms that may mean something else: "twice", "a third", "thirteen to seven"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from quizapp.checking.english.dates import MONTH_NAME, month_of
from quizapp.checking.english.romans import ROMAN, roman
from quizapp.content.numerals import NUMBER_WORDS
from quizapp.content.quantities import UNITS, Quantity
from quizapp.content.values import comparable, numeral, quantities, quantity

SHARE = "of one"
"""The unit of "1/3"."""

CENTURY = "hundred years"
"""The unit of "the 19th century", whose value is 1800."""

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|[a-z]+teen"
MONTH = "month of the year"
"""The unit of the 11 of "3.11.1847", and of "November", whose value is the same."""

CLOCK = re.compile(
    rf"(?<![^ ])(?:(?P<minutes>\d{{1,2}}|(?:twenty )?(?:{_ONES})|{_TEENS}|twenty) minutes? (?P<way>to|past)"
    rf"|(?:a )?(?P<part>quarter) (?P<way2>to|past)|(?P<half>half) past)"
    r" (?P<hour>\d{1,2}|[a-z]+)(?![^ ])(?! minutes?\b)"
)
"""A time of day in words: "thirteen minutes to seven", "a quarter past six"."""
MAY_BE_CLOCK = re.compile(r"\b(?:minutes? to|quarter to|past) ", re.IGNORECASE)
"""A look for one."""


def share(above: int, below: int) -> Quantity:
    """The quantity that "1/3" states."""
    return Quantity(Decimal(above) / below, SHARE, stated=Decimal(above) / below)


def clock(found: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute, by a clock of twelve hours, of what `CLOCK` finds; None where that is no time of day."""
    hour = numeral(found["hour"])
    minutes = Decimal(15) if found["part"] else Decimal(30) if found["half"] else numeral(found["minutes"])
    if hour is None or minutes is None or not (0 < hour <= 12 and 0 < minutes <= 30):
        return None
    if "to" in (found["way"], found["way2"]):
        return int(hour - 1) or 12, int(60 - minutes)
    return int(hour), int(minutes)


@lru_cache(maxsize=32768)
def implied(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states in forms that may mean something else, which is why it is held to none of them."""
    plain = comparable(text)
    found = [(Decimal(roman(numeral.group())), "") for numeral in ROMAN.finditer(text)]
    found += [(Decimal(value) * 1000 ** (1 + (scale == "m")), "") for value, scale in _SHORT.findall(plain)]
    found += [_IMPLIED[word] for word in _IMPLIED.keys() & set(plain.split())]
    found_shares = list(shares(text))
    parts_in = [(numeral(part), numeral(of)) for part, of in (*_PART_IN.findall(plain), *_SOME_IN.findall(plain))]
    rates = [Decimal(part) / Decimal(of) for part, of in parts_in if part and of and part < of]
    found_shares += [Quantity(rate, SHARE, stated=rate) for rate in rates]
    found += [(100 * rate, "percent") for rate in rates]
    found += [(Decimal(count) / 100, unit) for count, coin in _COIN.findall(plain) for unit in _COINED[coin]]
    found += coins(plain)
    found += [
        (q.value * 100, "") for q in quantities(text) if q.unit in _MONEY and q.value == q.stated and 0 < q.value < 1
    ]
    times = list(_times(plain)) if MAY_BE_CLOCK.search(plain) else []
    found += [(Decimal(value), "") for value in (*times, *_of_the_day(text, plain))]
    ones = [quantity(f"1 {unit}") for unit in _ONE.findall(plain)]
    if " other " in plain or " second " in plain:
        ones += [quantity(f"2 {unit}") for unit in _EVERY_OTHER.findall(plain)]
    stated = [Quantity(value, unit, stated=value) for value, unit in found]
    if times:
        stated += quantities(text)  # as they stand: "thirteen minutes"
    return (
        *stated,
        *found_shares,
        *months(text),
        *centuries(plain),
        *(one for one in ones if one is not None and one.unit),
    )


def shares(text: str) -> Iterator[Quantity]:
    """The shares of one that a text states in words: "a third", "two thirds"."""
    plain = comparable(text)
    return (share(_ABOVE.get(above, 1), _BELOW[below]) for above, below in _SHARE_IN_WORDS.findall(plain))


def months(text: str) -> Iterator[Quantity]:
    """The months that a text names."""
    return (Quantity(Decimal(month_of(word) + 1), MONTH) for word in MONTH_NAME.findall(text))


def centuries(plain: str) -> Iterator[Quantity]:
    """The centuries that a comparable text counts; below the tenth a cricketer may have made them."""
    for ordinal in _CENTURY.findall(plain) if "centur" in plain else ():
        count = quantity(ordinal)
        if count is not None and count.ordinal and count.value >= _TENTH:
            yield Quantity((count.value - 1) * 100, CENTURY)


def coins(plain: str) -> list[tuple[Decimal, str]]:
    """The sums of money in a comparable text that are said as "1 euro 20" or "one euro twenty", with their unit."""
    found = []
    for whole, unit, rest in COINS.findall(plain) if _MONEY_WORDS.search(plain) else ():
        value, cents = numeral(whole), numeral(rest)
        if value is not None and cents is not None and 10 <= cents < 100:
            found.append((value + cents / 100, UNITS[unit][0]))
    return found


def _of_the_day(text: str, plain: str) -> Iterator[int]:
    """The hours and minutes of "10 p.m." by a clock of 24 hours, and the hours of "22:00" by one of twelve."""
    for hour, minutes, half in _HALF_DAY.findall(plain) if "m" in plain else ():
        yield int(hour) % 12 + (12 if half == "p" else 0)
        yield int(minutes or 0)
    yield from (int(hour) % 12 for hour in _LATE.findall(text))


def _times(plain: str) -> Iterator[int]:
    """Hours, by a clock of 24 hours, of the times of day in a comparable text; that of twelve is read as it is."""
    for found in CLOCK.finditer(plain):
        time = clock(found)
        if time is not None:
            yield time[0] + 12


_HALF_DAY = re.compile(r"(?<![^ ])(\d{1,2})(?:[ .:](\d\d))? ?([ap])m(?![^ ])")
_LATE = re.compile(r"(?<![\d:.])(1[3-9]|2[0-3]):[0-5]\d(?![\d:])")
_ABOVE = dict(zip("two three four five six seven eight nine".split(), range(2, 10), strict=True))
_BELOW = {
    f"{part}{s}": below
    for below, part in enumerate("third quarter fifth sixth seventh eighth ninth".split(), 3)
    for s in ("", "s")
}
_BELOW |= {"half": 2, "halves": 2}
_SHARE_IN_WORDS = re.compile(rf"(?<![^ ])(?:({'|'.join(_ABOVE)}) )?({'|'.join(_BELOW)})(?![^ ])")
_PART_IN = re.compile(r"(?<![^ ])([^ ]+) (?:in|out of) (?:every )?(?=([^ ]+))")
_SOME_IN = re.compile(rf"(?<![^ ])(\d+|{_ONES}|ten) [a-z]+(?: [a-z]+)? (?:in|out of) (?:every )?(?=([^ ]+))")
"""One patient out of five."""
_EVERY_OTHER = re.compile(r"(?<![^ ])every (?:other|second) ([a-z]+)(?![^ ])")
_TENTH = 10
_CENTURY = re.compile(r"(?<![^ ])((?:twenty )?[^ ]+)(?= (?:(?:and|or|to) (?:twenty )?[^ ]+ )?centur(?:y|ies)(?![^ ]))")
_COINED = dict.fromkeys(("cent", "cents"), ("dollar", "euro")) | dict.fromkeys(("penny", "pence", "p"), ("pound",))
_COIN = re.compile(rf"(?<![^ ])(\d+) ({'|'.join(_COINED)})(?![^ ])")
_MONEY_WORDS = re.compile(r"\b(?:euro|dollar|pound)s? ")
_NUMBER = "|".join(sorted(NUMBER_WORDS))
_CENTS = rf"\d\d|{_TEENS}|[a-z]+ty(?: (?:{_ONES}))?"
COINS = re.compile(rf"(?<![^ ])(\d+|{_NUMBER}) ((?:euro|dollar|pound)s?) (?:and )?({_CENTS})(?: cents| pence)?(?![^ ])")
"""A sum of money in two parts, in comparable form."""
_MONEY = frozenset(unit for units in _COINED.values() for unit in units)
_SHORT = re.compile(r"(?<![^ ])(\d+(?:\.\d+)?)([km])(?![^ ])")
_ONE = re.compile(r"(?<![^ ])(?:an?|the|per|each|every|single|this|that) ([a-z]+)(?![^ ])")
_IMPLIED = {
    **dict.fromkeys("twice double doubled doubles doubling pair couple both twofold".split(), (Decimal(2), "")),
    **dict.fromkeys("thrice triple tripled triples tripling trio threefold".split(), (Decimal(3), "")),
    **dict.fromkeys(("half", "halved", "halves"), (Decimal(50), "percent")),
    "quarter": (Decimal(25), "percent"),
    "quarters": (Decimal(75), "percent"),
    "fifth": (Decimal(20), "percent"),
    "tenth": (Decimal(10), "percent"),
}
