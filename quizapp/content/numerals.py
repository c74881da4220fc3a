"""English numerals among words: the short scale, years said in pairs, ordinals, digits with or without a scale."""

import re
from decimal import Decimal

_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SMALL = {word: Decimal(value) for value, word in enumerate(_UNDER_TWENTY.split())}
_TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_COUNTS = {"hundred": Decimal(100), "dozen": Decimal(12), **_SCALES}
_ORDINALS = {
    **{word + "th": value for word, value in _SMALL.items()},
    **{word[:-1] + "ieth": value for word, value in _TENS.items()},
    "first": Decimal(1),
    "second": Decimal(2),
    "third": Decimal(3),
    "fifth": Decimal(5),
    "eighth": Decimal(8),
    "ninth": Decimal(9),
    "twelfth": Decimal(12),
}
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(r"[A-Za-z][A-Za-z.]*\d[A-Za-z\d]*")
"""A word with digits that is no number, for that it begins with a letter: "c12", "cites.c12"."""
_LETTERS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")  # a longer one is rather a name
_DIGIT_ORDINAL = re.compile(r"(\d{1,15})(?:st|nd|rd|th)")
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
_SIGNED = {"1\u20442": Decimal("0.5"), "1\u20444": Decimal("0.25"), "3\u20444": Decimal("0.75")}
SHARING = frozenset({"half", "quarter", "a", "an", "one", "three", *_SIGNED})
"""Words at which a share of one may begin."""
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_COUNTS, *_ORDINALS, *_SHARES})
"""Every number in words has one of them."""


_BEGINNINGS = NUMBER_WORDS | {"minus", "negative", "a", "an"}


def may_begin_number(word: str) -> bool:
    """False when no number begins at a word; a quick test."""
    return word in _BEGINNINGS or word[0] == "-" or word[0].isdigit()


def may_hold_number(words: list[str]) -> bool:
    """False when no number is among the words; a quick test."""
    return not NUMBER_WORDS.isdisjoint(words) or _DIGIT.search(" ".join(words)) is not None


def has_no_number(text: str) -> bool:
    """Whether a look is enough to say that a text as it is written states no number."""
    if is_plain(text):
        return NUMBER_WORDS.isdisjoint(text.lower().split())
    if not text.isascii():
        return False
    if _DIGIT.search(text):
        return _NAMED.fullmatch(text) is not None
    return NUMBER_WORDS.isdisjoint(_LETTERS.findall(text.lower().replace(".", "").replace("'", "")))


def is_plain(text: str) -> bool:
    """Whether a text has letters without accents and blanks, and nothing else."""
    return text.isascii() and text.replace(" ", "").isalpha()


def share_of_one(words: list[str], start: int) -> tuple[Decimal, int] | None:
    """What begins as "half a" and "three quarters of an" do: the share, of a count such as "dozen" if one follows.

    The second of the pair is the word after it.
    """
    if words[start] in _SIGNED:
        of = words[start + 1 : start + 3] in (["of", "a"], ["of", "an"])
        after = start + (3 if of else 1)
        return (_SIGNED[words[start]], after) if after < len(words) else None
    at = start + (words[start] in ("a", "an", "one", "three"))
    many = words[start] == "three"
    if at >= len(words) or words[at] not in _SHARES or many != (words[at] == "quarters"):
        return None
    share = _SHARES[words[at]]
    at += 1 + (words[at + 1 : at + 2] == ["of"])
    if words[at : at + 1] not in (["a"], ["an"], ["one"]) or at + 1 >= len(words):
        return None
    count = _COUNTS.get(words[at + 1])
    return (share, at + 1) if count is None else (share * count, at + 2)


class Reading:
    """The longest number that begins at a word: its value and the word after it; no value where none begins."""

    def __init__(self, words: list[str], start: int) -> None:
        self.words = words
        self.end = start
        self.ordinal = False
        self.total = Decimal(0)
        """What scales such as "thousand" have closed."""
        self.group: Decimal | None = None
        """The number under a thousand, or in digits, that is being read."""
        self.scale: Decimal | None = None
        """The last scale; the next must be smaller."""
        negative = self._word() in ("minus", "negative")
        self.end += negative
        if self._word() in ("a", "an") and self._word(1) in _COUNTS:
            self.end += 1
        while not self.ordinal and self._step():
            pass
        self.value = None if self._empty() else self._whole(negative=negative)

    def _whole(self, *, negative: bool) -> Decimal:
        value = self.total + (self.group or 0) + self._fraction()
        return -value if negative else value

    def _word(self, ahead: int = 0) -> str:
        at = self.end + ahead
        return self.words[at] if at < len(self.words) else ""

    def _step(self) -> bool:
        """Read one more word; False when it is no part of the number."""
        word = self._word()
        if word == "and" and self._open_for_and() and self._adds(self._word(1)):
            self.end += 1
            word = self._word()
        if self._adds(word):
            self.group = self._sum(_small(word))
            self.ordinal = word in _ORDINALS
        elif self._empty() and _DIGITS.fullmatch(word):
            self.group = Decimal(word)
        elif self._empty() and (ordinal := _DIGIT_ORDINAL.fullmatch(word)):
            self.group, self.ordinal = Decimal(ordinal.group(1)), True
        elif word in ("hundred", "dozen") and (self.group is None or 0 < self.group < 100) and self._counts_here():
            self.group = (self.group or 1) * _COUNTS[word]
        elif word in _SCALES and self._counts_here() and (self.scale is None or _SCALES[word] < self.scale):
            self.scale = _SCALES[word]
            self.total += (1 if self.group is None else self.group) * self.scale
            self.group = None
        else:
            return False
        self.end += 1
        return True

    def _empty(self) -> bool:
        return self.group is None and self.scale is None

    def _counts_here(self) -> bool:
        """A bare "hundred" counts only after "a" or a number, or at the very beginning."""
        return self.group is not None or self.scale is None

    def _open_for_and(self) -> bool:
        return self.group % 100 == 0 and self.group > 0 if self.group is not None else self.scale is not None

    def _adds(self, word: str) -> bool:
        value = _small(word)
        return value is not None and self._sum(value) is not None

    def _sum(self, value: Decimal | None) -> Decimal | None:
        """The group with `value` after it, or None when the two do not make one number."""
        if value is None or self.group is None:
            return value
        if self.group != int(self.group) or self.group <= 0:
            return None
        rest = self.group % 100
        if rest == 0 and 0 < value < 100:
            return self.group + value
        if rest % 10 == 0 and rest >= 20 and 0 < value < 10:
            return self.group + value
        if self.scale is None and 16 <= self.group <= 20 and value >= 10:
            return self.group * 100 + value  # a year said in pairs: "twenty twenty-two"
        return None

    def _fraction(self) -> Decimal:
        if self.words[self.end : self.end + 2] == ["and", "a"] and self._word(2) in ("half", "quarter"):
            share = _SHARES[self._word(2)]
            self.end += 3
            return share * self.scale if self.scale and self.group is None else share
        digits = ""
        while self._word() == "point" or digits:
            digit = _SMALL.get(self._word(1))
            if digit is None or digit > 9:
                break
            digits += str(digit)
            self.end += 1
        self.end += bool(digits)
        return Decimal(f"0.{digits}") if digits else Decimal(0)


def _small(word: str) -> Decimal | None:
    return _SMALL.get(word, _TENS.get(word, _ORDINALS.get(word)))
