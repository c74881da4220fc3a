"""When two answers are equal: words without case, accents and punctuation; numbers, units and names by value.

Numbers in digits or words, a few units that convert exactly, and the spellings that a glossary declares to be one name.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice
from typing import TypeAlias

from quizapp.content.numerals import NUMBER_WORDS, has_no_number, is_plain, may_hold_number
from quizapp.content.quantities import SIGNS, UNITS, Quantity, parts
from quizapp.text.fold import fold
from quizapp.text.normal import normal

Aliases: TypeAlias = tuple[tuple[str, ...], ...]
"""For each glossary entry its name and aliases."""


_DIGIT = re.compile(r"\d")
# What looks back begins with what it is sought for, so that most of a text is passed over quickly.
_GROUPED = re.compile(r"\d(?<![\d.,]\d)(?<!\d'\d)\d{0,2}(?:[,' ]\d{3})+(?!\d|[,']\d)")
_POINT = re.compile(r"[.,](?<=\d[.,])(?=\d)")
_MINUS = re.compile(r"(?:(?<=\s)|^)-(?=\d)")
_FRACTION_SIGN = re.compile("(?<=[0-9])(?=[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚])")
_POWER = re.compile("(?<![0-9.,])([0-9]+(?:[.,][0-9]+)?) ?[×⋅·x*] ?10([⁻−-]?)([⁰¹²³⁴-⁹]{1,2})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MOST_DIGITS = 15
_FRACTION = re.compile(r"(?<![\d/.,])([1-9])/([2-9])(?![\d/])")
_MIXED = re.compile(r"(?<![^ ])(\d{1,3}) ([1-9])\u2044([2458])(?![^ ])")
_SHORT_SCALE = re.compile(r"(?<![^ ])(?:([$€£] \d+(?:\.\d+)?)(k|m)|((?:[$€£] )?\d+(?:\.\d+)?) ?(mn|bn|tn))(?![^ ])")
_MAY_BE_SCALED = re.compile(r"\d(?:[km]| ?[mbt]n)(?![^ ])")
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_MERGING = frozenset("the and a an half point per cent minus negative".split()).union(UNITS, NUMBER_WORDS, _SCALES)
"""Words that may become part of a number, or be left out."""
_SPOKEN = {"%": " percent ", "&": " and ", "‰": " per mille "}
_KEPT_POINT, _KEPT_MINUS = "\ue000", "\ue001"
PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
"""For letters that no decomposition takes their stroke from, and for those that are two."""


@lru_cache(maxsize=16384)
def comparable(text: str) -> str:
    """`text` without case, accents and punctuation: words and numbers parted by single spaces.

    A text of nothing but punctuation stays as it is. A minus and a decimal point stay; separators of thousands go.
    A fraction is one word, "1⁄2"; with a whole number before it, "2½" or "2 1/2", it is a decimal where that is exact.
    """
    if is_plain(text):
        return " ".join(text.lower().split())
    folded = fold(text).casefold()
    if not folded.isascii():
        if "10" in folded:
            folded = _POWER.sub(_in_full, folded)
        folded = _without_accents(_FRACTION_SIGN.sub(" ", folded))
    has_digits = _DIGIT.search(folded) is not None
    if has_digits:
        if "/" in folded:
            folded = _FRACTION.sub("\\1\u2044\\2", folded)
        folded = _GROUPED.sub(lambda found: re.sub(r"\D", "", found.group()), folded)
        folded = _POINT.sub(_KEPT_POINT, folded)
        if "-" in folded:
            folded = _MINUS.sub(_KEPT_MINUS, folded)
    plain = folded.translate(_ASCII) if folded.isascii() else "".join(map(_plainly, folded))
    plain = " ".join(plain.split()) or folded
    if has_digits and "\u2044" in plain:
        plain = _MIXED.sub(_decimal, plain)
    return _SHORT_SCALE.sub(_scaled, plain) if has_digits and _MAY_BE_SCALED.search(plain) else plain


def _decimal(found: re.Match[str]) -> str:
    whole, above, below = map(int, found.groups())
    return found.group() if above >= below else f"{whole + Decimal(above) / below:f}"


def _in_full(found: re.Match[str]) -> str:
    """The number that "1.2 × 10⁶" is, as it is where that has more digits than a number that is read."""
    number, sign, power = found.groups()
    shift = int(power.translate(_RAISED))
    full = f"{Decimal(number.replace(',', '.')).scaleb(-shift if sign else shift):f}"
    return full if len(full) <= _MOST_DIGITS else found.group()


def _scaled(found: re.Match[str]) -> str:
    number, scale = found.group(1) or found.group(3), found.group(2) or found.group(4)
    return f"{number} {_SCALES[scale]}"


@lru_cache(maxsize=512)
def _plainly(character: str) -> str:
    if character in "'.":
        return ""
    if character in _SPOKEN:
        return _SPOKEN[character]
    if character in SIGNS:
        return f" {character} "
    if character in (_KEPT_POINT, _KEPT_MINUS):
        return "." if character == _KEPT_POINT else "-"
    return " " if unicodedata.category(character)[0] in "PZ" else character


_ASCII = {code: _plainly(chr(code)) for code in range(128)}


def _without_accents(text: str) -> str:
    apart = normal("NFKD", text).translate(PLAIN_LETTERS)
    return normal("NFC", "".join(c for c in apart if not "\u0300" <= c <= "\u036f"))


def numeral(text: str) -> Decimal | None:
    """The number that the whole of `text` is, in digits or words; None when it is anything else."""
    found = quantity(text)
    return found.value if found and not found.unit and not found.ordinal else None


def quantity(text: str) -> Quantity | None:
    """The number that the whole of `text` is, perhaps with a unit that converts; None when it is anything else."""
    if has_no_number(text):
        return None
    found = tuple(parts(comparable(text).split()))
    return found[0] if len(found) == 1 and isinstance(found[0], Quantity) else None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number in `text`, in order."""
    if has_no_number(text):
        return ()
    return tuple(part for part in parts(comparable(text).split()) if isinstance(part, Quantity))


def same_value(one: str, other: str, aliases: Aliases = ()) -> bool:
    """Whether two answers mean the same; a hyphen may be a space or nothing."""
    first, second = canonical(one, aliases), canonical(other, aliases)
    if first == second:
        return True
    hyphened = "-" in fold(one) or "-" in fold(other)
    return hyphened and "".join(first) == "".join(second)


def canonical(text: str, aliases: Aliases = ()) -> tuple[str, ...]:
    """Words that two texts share exactly when they mean the same: `#…` is a number, `@…` a name of the glossary."""
    return canonical_with(aliases).words(text)


class Canonical:
    """`canonical` with the names of one glossary, for many texts."""

    def __init__(self, aliases: Aliases) -> None:
        self._names = _by_first_word(aliases)
        spellings = (spelling for begun in self._names.values() for spelling in begun.tokens)
        self._merging = _MERGING.union(*spellings)
        self.words = lru_cache(maxsize=16384)(self._words)
        self._telling = lru_cache(maxsize=16384)(self._a_telling)

    def _words(self, text: str) -> tuple[str, ...]:
        plain = text.isascii() and text.replace(" ", "").isalpha()  # words that stand for themselves but for their case
        words = (text.casefold() if plain else comparable(text)).split()
        has_numbers = not NUMBER_WORDS.isdisjoint(words) if plain else may_hold_number(words)
        words = _named(words, self._names)
        if len(words) > 1 and words[0] == "the":
            del words[0]
        if not has_numbers:
            return tuple(words)
        return tuple(part if isinstance(part, str) else _token(part) for part in parts(words))

    def lacks(self, whole: str, part: str) -> bool:
        """Whether a look is enough to say that the words of `part` do not all stand in `whole`."""
        word = self._telling(part)
        if word:
            return word not in _bare(whole)
        return part.isdecimal() and has_no_number(whole)

    def surely_differ(self, texts: Sequence[str]) -> bool:
        """Whether a look is enough to say that no two of these texts mean the same."""
        before = ""
        for text in texts:
            if before:
                word = self._a_telling(text)
                if not word or word in before:
                    return False
            before += f"{_bare(text)}\n"
        return True

    def _a_telling(self, text: str) -> str:
        """The longest word of a text that stands in its canonical form as it is; nothing where there is none."""
        longest = max(text.split(), key=len, default="")
        if longest.isascii() and longest.isalpha() and (word := longest.casefold()) not in self._merging:
            return word
        plain = (word.casefold() for word in text.split() if word.isascii() and word.isalpha())
        return max((word for word in plain if word not in self._merging), key=len, default="")


@lru_cache(maxsize=16)
def canonical_with(aliases: Aliases) -> Canonical:
    """The one `Canonical` of these names."""
    return Canonical(aliases)


@lru_cache(maxsize=64)  # one prompt is held against the options one after the other
def _bare(text: str) -> str:
    """A text in which every word of letters that its canonical form has stands too."""
    return text.casefold().replace(".", "").replace("'", "") if text.isascii() else comparable(text)


def _token(part: Quantity) -> str:
    return f"#{part.value.normalize():f}{'th' if part.ordinal else ''} {part.unit}".rstrip()


class _Begun:
    """The spellings that begin with one word."""

    def __init__(self) -> None:
        self.tokens: dict[tuple[str, ...], str] = {}
        """What each stands for; one that two entries share for the first."""
        self._lengths: tuple[int, ...] = ()

    def add(self, spelling: tuple[str, ...], token: str) -> None:
        self.tokens.setdefault(spelling, token)
        self._lengths = ()

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """How many words the longest spelling there has, and what it stands for; None where there is none."""
        if not self._lengths:
            self._lengths = tuple(sorted({len(spelling) for spelling in self.tokens}, reverse=True))
        for length in self._lengths:
            token = self.tokens.get(tuple(words[place : place + length]))
            if token is not None:
                return length, token
        return None


def _named(words: list[str], names: Mapping[str, _Begun]) -> list[str]:
    if names.keys().isdisjoint(words):
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        begun = names.get(words[at])
        length, token = (begun and begun.at(words, at)) or (1, words[at])
        out.append(token)
        at += length
    return out


def _by_first_word(aliases: Aliases) -> Mapping[str, _Begun]:
    """The spellings under their first word; one that two entries share is the first entry's.

    With them a proper name in the possessive, apostrophe or not, and a name of several words in which another entry's
    name is spelt in one of its other ways: "membership of the EU".
    """
    spelt = [[words for words in (comparable(s).split() for s in spellings) if words] for spellings in aliases]
    found: dict[str, _Begun] = {}

    def add(words: list[str], index: int) -> None:
        found.setdefault(words[0], _Begun()).add(tuple(words), f"@{index}")

    for index, forms in enumerate(spelt):
        for words in forms:
            add(words, index)
    pairs = [(tuple(words), index) for index, forms in enumerate(spelt) for words in forms]
    owners = dict(reversed(pairs))
    for index, forms in enumerate(spelt):
        for respelt in [other for words in forms for other in _respelt(words, index, spelt, owners)]:
            add(respelt, index)
    for index, spellings in enumerate(aliases):
        for spelling in spellings:
            words = comparable(spelling).split()
            if words and spelling.split()[-1][:1].isupper():
                add([*words[:-1], f"{words[-1]}s"], index)
    return found


_LONGEST_NAME = 12
"""Words of the longest name that is looked through for other names, or put in the place of one."""
_MOST_SPELLINGS = 20
"""Spellings of an entry that are put into other names, at most."""


def _respelt(
    words: list[str], own: int, spelt: list[list[list[str]]], owners: Mapping[tuple[str, ...], int]
) -> Iterator[list[str]]:
    """A name of several words with another entry's name in it spelt in the other ways that the entry declares."""

    def others(spelling: list[str], index: int) -> Iterator[list[str]]:
        ways = (way for way in spelt[index] if way != spelling and len(way) <= _LONGEST_NAME)
        return islice(ways, _MOST_SPELLINGS)

    if not 1 < len(words) <= _LONGEST_NAME:
        return
    for at, end in combinations(range(len(words) + 1), 2):
        spelling = words[at:end]
        index = owners.get(tuple(spelling), own)
        if index != own and len(spelling) < len(words):
            yield from ([*words[:at], *other, *words[end:]] for other in others(spelling, index))
