"""Numbers as a rule compares them: by value, with the unit where it is one that converts."""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from quizapp.checking.english.implied_numbers import (
    CENTURY,
    CLOCK,
    COINS,
    MAY_BE_CLOCK,
    MONTH,
    SHARE,
    centuries,
    clock,
    coins,
    implied,
    share,
)
from quizapp.content.numerals import has_no_number
from quizapp.content.quantities import Quantity, parts
from quizapp.content.values import comparable, quantities, quantity
from quizapp.text.fold import fold

DECADE = "decade"
"""The unit of "1990s" and "the nineties", whose value is the first year, or the tens alone."""


def claimed(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states.

    Left out are ordinals, which texts say in many ways, "one", which is a pronoun as often as a number, and "nineties",
    which may be degrees or somebody's age; and "less than half an hour", which a time in minutes may bear out.
    """
    if has_no_number(text) or not (found := _read(text)):
        return ()
    return tuple([
        q
        for q in found
        if not q.ordinal
        and not (q.value == 1 and not q.unit)
        and not _is_tens(q)
        and not (_is_part(q) and _LOOSE.search(comparable(text)))
    ])  # fmt: skip


def supported(number: Quantity, texts: Collection[str]) -> bool:
    """Whether one of the texts states the number: the same value, and the same unit unless one of the two has none.

    Here a Roman numeral states its number too, "a day" one day, "twice" two, "half" 50 per cent, and a year its decade.
    """
    return any(_agree(number, other) for read in (_read, implied) for text in texts for other in read(text))


def bound(text: str, measure: str) -> Quantity | None:
    """The number that a measure such as "less than" stands before in a text: "less than a quarter of an hour"."""
    _, found, after = f" {comparable(text)}".partition(f" {measure} ")
    fraction = _OF_AN_HOUR.match(after) if found else None
    if fraction:
        return Quantity(_SECONDS[fraction.group(1)], "second")
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
_SECONDS = {"half": Decimal(1800), "quarter": Decimal(900), "three quarters": Decimal(2700)}
_WITHIN: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at least": operator.ge,
    "at most": operator.le,
    "more than": operator.gt,
    "less than": operator.lt,
}
_TENS = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True
    )
)
_DECADE = re.compile(
    rf"(?<![^ ])(?:(?P<digits>\d{{1,3}}0)s|(?:(?P<century>sixteen|seventeen|eighteen|nineteen|twenty) )?"
    rf"(?P<tens>{'|'.join(_TENS)}))(?![^ ])"
)
_CENTURIES = {None: 0, "sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_DAY_FIRST = re.compile(r"(?<![\d./-])(\d{1,2})\.(\d{1,2})\.([12]\d{3})(?![\d/-])")
_YEAR_FIRST = re.compile(r"(?<![\d./-])([12]\d{3})-(\d{2})-(\d{2})(?![\d/-])")
_EITHER_FIRST = re.compile(r"(?<![\d./-])\d{1,2}/\d{1,2}/([12]\d{3})(?![\d/-])")
_YEARS = re.compile(r"(?<![\d./-])((?:1\d|20)\d)(\d)[-/](\d\d)(?![\d/-])")
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})\.(\d{2})(?= ?[ap]\.?m\b)")
_BELOW_ZERO = re.compile(r"(?<![^ ])([^ ]+)(?: degrees?)?(?: celsius| centigrade| fahrenheit)? below zero(?![^ ])")
_GLUED = re.compile(r"(?<![^ ])(\d+(?:\.\d+)?)(?!(?:st|nd|rd|th|s|k|m)(?![^ ]))(?=[^\W\d_]|[°º])")


@lru_cache(maxsize=32768)
def _read(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text; of a date in digits day and year, and of one that may begin with the month the year."""
    if not (_may_hold_more(text) and _MAY_HOLD.search(text)):
        return quantities(text)
    dated = _DAY_FIRST.sub(r"\1 \3", fold(_CLOCK.sub(r"\1 \2", text)))
    months = [*_months(_DAY_FIRST, text), *_months(_YEAR_FIRST, text)]
    dated = _EITHER_FIRST.sub(r"\1", _YEAR_FIRST.sub(r"\1, \3", dated))
    dated = _YEARS.sub(_both_years, dated)
    plain = _BELOW_ZERO.sub(r"minus \1", comparable(dated))
    if MAY_BE_CLOCK.search(plain):
        plain = CLOCK.sub(_in_digits, plain)
    if COINS.fullmatch(plain):
        plain = " ".join(f"{value:f} {unit}" for value, unit in coins(plain))
    decades = tuple(_decade(found) for found in _DECADE.finditer(plain))
    shares = tuple(share(int(above), int(below)) for above, below in _FRACTION.findall(plain))
    words = _GLUED.sub(r"\1 ", _DECADE.sub(", ", plain)).split()  # made comparable once more "5; 200" would be 5,200
    return (
        *shares,
        *(part for part in parts(words) if isinstance(part, Quantity)),
        *decades,
        *centuries(plain),
        *months,
    )


_MAY_HOLD = re.compile(
    r"\d(?:[^\d\s,;)?!.]|\.\S)|[¼-¾⅐-⅞]|ties\b|below zero|(?:euro|dollar|pound)s? |centur"
    r"|minutes? to |quarter to |\bpast ",
    re.IGNORECASE,
)
"""A look for what a text beside plain numbers may hold."""
_JOINED = re.compile(r"\d(?:[^\d\s,;)?!.]|\.\S)")
_CUES = ("ties", "below zero", "euro", "dollar", "pound", "centur", "minute", "quarter to ", "past ")


def _may_hold_more(text: str) -> bool:
    """False where that look finds nothing; a quick test, as most texts are in ASCII."""
    return not text.isascii() or any(map(text.lower().__contains__, _CUES)) or _JOINED.search(text) is not None


def _both_years(found: re.Match[str]) -> str:
    """The years of "1893-95", or the text as it is where the second would be the earlier one."""
    first = int(found[1] + found[2])
    last = first // 100 * 100 + int(found[3])
    return f"{first}, {last}" if last > first else found.group()


def _months(written: re.Pattern[str], text: str) -> Iterator[Quantity]:
    """The months of the dates in digits in a text, by their place in the year."""
    return (Quantity(Decimal(found[2]), MONTH) for found in written.finditer(text))


def _in_digits(found: re.Match[str]) -> str:
    time = clock(found)
    return found.group() if time is None else f"{time[0]} {time[1]:02}"


def _decade(found: re.Match[str]) -> Quantity:
    if found["digits"]:
        return Quantity(Decimal(found["digits"]), DECADE)
    return Quantity(Decimal(_CENTURIES[found["century"]] + _TENS[found["tens"]]), DECADE)


def _is_part(number: Quantity) -> bool:
    return number.unit not in ("", SHARE) and 0 < (number.stated or 0) < 1


def _is_tens(number: Quantity) -> bool:
    """Whether it may be no decade of a century: "nineties", or "1000s" of men."""
    return number.unit == DECADE and number.value <= 1000


_FRACTION = re.compile(r"(?<![^ ])(\d)\u2044([1-9])(?![^ ])")
_LOOSE = re.compile(
    r"\b(?:less than|more than|at least|at most|over|under|within|nearly|almost|about|barely|some)"
    r" (?:an? |one )?(?:half|quarter|three quarters)\b"
)


def _agree(number: Quantity, other: Quantity) -> bool:
    if CENTURY in (number.unit, other.unit):
        return _same_century(number, other)
    if DECADE in (number.unit, other.unit):
        return _same_decade(number, other)
    if number.unit and other.unit:
        return (number.unit, number.value) == (other.unit, other.value)
    return number.stated == other.stated


def _same_decade(number: Quantity, other: Quantity) -> bool:
    """Whether two numbers, one of them a decade, agree: "1994" and "nineties" with "1990s"."""
    if not {number.unit, other.unit} <= {DECADE, ""}:
        return False
    if number.unit == DECADE and number.value % 100 == 0:  # "the 1800s" may be all of them
        return number.value <= other.value < number.value + 100
    tens = [q.value // 10 for q in (number, other)]
    return tens[0] == tens[1] or (_is_tens(other) and tens[0] % 10 == tens[1])


def _same_century(number: Quantity, other: Quantity) -> bool:
    """Whether two numbers, one of them a century, agree: "1904" and "the 1930s" with "the 20th century", not back."""
    if number.unit in (DECADE, other.unit):
        return number.value == other.value
    return number.unit == CENTURY and other.unit in ("", DECADE) and 0 <= other.value - number.value <= _YEARS_IN_ONE


_YEARS_IN_ONE = 100
_TWENTY_FIRST = 21


def shown(number: Quantity) -> str:
    """A number in digits."""
    if number.unit == SHARE:
        return str(Fraction(number.value).limit_denominator(9))
    if number.unit == DECADE:
        return f"{number.value}s"
    if number.unit == MONTH:
        return f"{number.value} (a month)"
    if number.unit == CENTURY:
        count = int(number.value) // 100 + 1
        return f"{count}{'st' if count == _TWENTY_FIRST else 'th'} century"
    return f"{(number.stated or number.value).normalize():f}"
