"""Numbers as a rule compares them: by value, with the unit where it is one that converts."""

import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from quizapp.content.numerals import NUMBER_WORDS
from quizapp.content.quantities import UNITS, Quantity, parts
from quizapp.content.values import comparable, has_no_number, numeral, quantities, quantity
from quizapp.text.fold import fold

DECADE = "decade"
"""The unit of "1990s" and "the nineties", whose value is the first year, or the tens alone."""

SHARE = "of one"
"""The unit of "1/3"."""


def claimed(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states.

    Left out are ordinals, which texts say in many ways, "one", which is a pronoun as often as a number, and "nineties",
    which may be degrees or somebody's age; and "less than half an hour", which a time in minutes may bear out.
    """
    if has_no_number(text) or not (found := _read(text)):
        return ()
    loose = _LOOSE.search(comparable(text)) is not None
    return tuple(
        q
        for q in found
        if not q.ordinal and not (q.value == 1 and not q.unit) and not _is_tens(q) and not (loose and _is_part(q))
    )


def supported(number: Quantity, texts: Collection[str]) -> bool:
    """Whether one of the texts states the number: the same value, and the same unit unless one of the two has none.

    Here a Roman numeral states its number too, "a day" one day, "twice" two, "half" 50 per cent, and a year its decade.
    """
    return any(_agree(number, other) for read in (_read, _implied) for text in texts for other in read(text))


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
_DAY_FIRST = re.compile(r"(?<![\d./-])(\d{1,2})\.\d{1,2}\.([12]\d{3})(?![\d/-])")
_YEAR_FIRST = re.compile(r"(?<![\d./-])([12]\d{3})-\d{2}-(\d{2})(?![\d/-])")
_EITHER_FIRST = re.compile(r"(?<![\d./-])\d{1,2}/\d{1,2}/([12]\d{3})(?![\d/-])")
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})\.(\d{2})(?= ?[ap]\.?m\b)")
_BELOW_ZERO = re.compile(r"(?<![^ ])([^ ]+)(?: degrees?)?(?: celsius| centigrade| fahrenheit)? below zero(?![^ ])")
_COINS = re.compile(r"(?<![^ ])(\d+) ((?:euro|dollar|pound)s?) (?:and )?(\d\d)(?: cents| pence)?(?![^ ])")
_GLUED = re.compile(r"(?<![^ ])(\d+(?:\.\d+)?)(?!(?:st|nd|rd|th|s|k|m)(?![^ ]))(?=[^\W\d_]|[°º])")
_ROMAN = re.compile(r"\b(?=[XVI]{2})(?:X{0,3})(?:IX|IV|V?I{0,3})(?<=[XVI])\b|(?<=\w )\b[VX]\b")
_LETTERS = {"I": 1, "V": 5, "X": 10}


@lru_cache(maxsize=32768)
def _read(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text; of a date in digits day and year, and of one that may begin with the month the year."""
    if not _MAY_HOLD.search(text):
        return quantities(text)
    dated = _DAY_FIRST.sub(r"\1 \2", fold(_CLOCK.sub(r"\1 \2", text)))
    dated = _EITHER_FIRST.sub(r"\1", _YEAR_FIRST.sub(r"\1, \2", dated))
    plain = _BELOW_ZERO.sub(r"minus \1", comparable(dated))
    coins = _COINS.fullmatch(plain)
    if coins:
        plain = coins.expand(r"\1.\3 \2")
    decades = tuple(_decade(found) for found in _DECADE.finditer(plain))
    shares = tuple(_share(int(above), int(below)) for above, below in _FRACTION.findall(plain))
    words = _GLUED.sub(r"\1 ", _DECADE.sub(", ", plain)).split()  # made comparable once more "5; 200" would be 5,200
    return (*shares, *(part for part in parts(words) if isinstance(part, Quantity)), *decades)


_MAY_HOLD = re.compile(r"\d(?:[^\d\s,;)?!.]|\.\S)|[¼-¾⅐-⅞]|ties\b|below zero|(?:euro|dollar|pound)s? ", re.IGNORECASE)
"""A look for what a text beside plain numbers may hold."""


def _decade(found: re.Match[str]) -> Quantity:
    if found["digits"]:
        return Quantity(Decimal(found["digits"]), DECADE)
    return Quantity(Decimal(_CENTURIES[found["century"]] + _TENS[found["tens"]]), DECADE)


def _is_part(number: Quantity) -> bool:
    return number.unit not in ("", SHARE) and 0 < (number.stated or 0) < 1


def _is_tens(number: Quantity) -> bool:
    """Whether it may be no decade of a century: "nineties", or "1000s" of men."""
    return number.unit == DECADE and number.value <= 1000


def _share(above: int, below: int) -> Quantity:
    return Quantity(Decimal(above) / below, SHARE, stated=Decimal(above) / below)


@lru_cache(maxsize=32768)
def _implied(text: str) -> tuple[Quantity, ...]:
    """The numbers that a text states in forms that may mean something else, which is why it is held to none of them."""
    plain = comparable(text)
    found = [(Decimal(roman(numeral.group())), "") for numeral in _ROMAN.finditer(text)]
    found += [(Decimal(value) * 1000 ** (1 + (scale == "m")), "") for value, scale in _SHORT.findall(plain)]
    found += [_IMPLIED[word] for word in _IMPLIED.keys() & set(plain.split())]
    shares = [_share(_ABOVE.get(above, 1), _BELOW[below]) for above, below in _SHARE_IN_WORDS.findall(plain)]
    parts_in = [(numeral(part), numeral(of)) for part, of in _PART_IN.findall(plain)]
    rates = [Decimal(part) / Decimal(of) for part, of in parts_in if part and of and part < of]
    shares += [Quantity(rate, SHARE, stated=rate) for rate in rates]
    found += [(100 * rate, "percent") for rate in rates]
    found += [(Decimal(count) / 100, unit) for count, coin in _COIN.findall(plain) for unit in _COINED[coin]]
    found += [(Decimal(f"{whole}.{rest}"), UNITS[unit][0]) for whole, unit, rest in _COINS.findall(plain)]
    found += [(q.value * 100, "") for q in quantities(text) if q.unit in _MONEY and 0 < q.value < 1]
    ones = (quantity(f"1 {unit}") for unit in _ONE.findall(plain))
    stated = tuple(Quantity(value, unit, stated=value) for value, unit in found)
    return (*stated, *shares, *(one for one in ones if one is not None and one.unit))


_FRACTION = re.compile(r"(?<![^ ])(\d)\u2044([1-9])(?![^ ])")
_ABOVE = dict(zip("two three four five six seven eight nine".split(), range(2, 10), strict=True))
_BELOW = {
    f"{part}{s}": below
    for below, part in enumerate("third quarter fifth sixth seventh eighth ninth".split(), 3)
    for s in ("", "s")
}
_BELOW |= {"half": 2, "halves": 2}
_SHARE_IN_WORDS = re.compile(rf"(?<![^ ])(?:({'|'.join(_ABOVE)}) )?({'|'.join(_BELOW)})(?![^ ])")
_PART_IN = re.compile(r"(?<![^ ])([^ ]+) (?:in|out of) (?:every )?(?=([^ ]+))")
_LOOSE = re.compile(
    r"\b(?:less than|more than|at least|at most|over|under|within|nearly|almost|about|barely|some)"
    r" (?:an? |one )?(?:half|quarter|three quarters)\b"
)
_COINED = dict.fromkeys(("cent", "cents"), ("dollar", "euro")) | dict.fromkeys(("penny", "pence", "p"), ("pound",))
_COIN = re.compile(rf"(?<![^ ])(\d+) ({'|'.join(_COINED)})(?![^ ])")
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


def roman(letters: str) -> int:
    """The value of a Roman numeral under 40."""
    values = [_LETTERS[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def written_otherwise(word: str) -> tuple[str, ...]:
    """The other forms, in comparable form, of a number that is part of a name: "Louis XIV", "Louis the Fourteenth"."""
    if _ROMAN.fullmatch(word):
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


def _agree(number: Quantity, other: Quantity) -> bool:
    if DECADE in (number.unit, other.unit):
        return _same_decade(number, other)
    if number.unit and other.unit:
        return (number.unit, number.value) == (other.unit, other.value)
    return number.stated == other.stated


def _same_decade(number: Quantity, other: Quantity) -> bool:
    """Whether two numbers, one of them a decade, agree: "1994" and "nineties" with "1990s"."""
    if not {number.unit, other.unit} <= {DECADE, ""}:
        return False
    tens = [q.value // 10 for q in (number, other)]
    return tens[0] == tens[1] or (_is_tens(other) and tens[0] % 10 == tens[1])


def shown(number: Quantity) -> str:
    """A number in digits."""
    if number.unit == SHARE:
        return str(Fraction(number.value).limit_denominator(9))
    return f"{(number.stated or number.value).normalize():f}"
