"""Dates in English text: a day and month, a year, or a word that is relative to a today."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from quizapp.text.fold import fold

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS_IN_SHORT = {month[:3]: month for month in _MONTHS if len(month) > 3} | {"sept": "september"}
_WRITTEN = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(MONTHS_IN_SHORT)})\b\.?)"
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_WRITTEN})(?!\w)"
    rf"|\b(?P<month2>{_WRITTEN})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"|\b(?P<year>(?:1[5-9]|20)\d\d)(?:[-/](?P<until>\d\d)(?![\d/-]))?\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays"
    r"|(?<!the )(?:last|next|this) (?:week|weekend|month|year|spring|summer|autumn|winter|night"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|this (?:morning|afternoon|evening)"
    r"|\w+ (?:days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_DIGITS = tuple("0123456789")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"\d(?:(?<=\s\d)|\w{0,2}\s+[^\W\d_])")
"""A digit that a month may stand before or after, as it may not beside the digits of a mark."""
MONTH_NAME = re.compile(rf"\b(?:{'|'.join(map(str.title, (*_MONTHS, *MONTHS_IN_SHORT)))})\b")
"""A month, with its capital."""
_BEGINNINGS = tuple(month[:3] for month in _MONTHS)
_CUES = ("today", "yesterday", "tomorrow", "tonight", "nowadays", "last ", "next ", "this ", " ago")
"""One of these stands in every folded text that has a relative date."""
_WORDS = tuple(cue.strip() for cue in _CUES)
DAYS_AND_MONTHS = frozenset(_MONTHS) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}
"""Names that are no actor's."""
IN_QUOTES = re.compile(r'"[^"]*"')
"""What stands in quotation marks, in a folded text."""


def may_hold_date(text: str) -> bool:
    """False when a text without capitals has neither a date nor what a today would make one; a quick test."""
    if "\u00ad" in text or _may_be_absolute(text):
        return True
    return _has(text, _WORDS) and _may_be_relative(" ".join(text.split()))


def _may_be_absolute(text: str) -> bool:
    """The same of a day or a year alone; of any text."""
    if text.isascii() and not _has(text, _DIGITS):  # quicker than a pattern, and most have none
        return False
    return _YEAR.search(text) is not None or (_DAY.search(text) is not None and _has(text.casefold(), _BEGINNINGS))


def _may_be_relative(folded: str) -> bool:
    """The same of what a today would make a date; of a folded text without capitals."""
    return _has(folded, _CUES)


def _has(text: str, cues: tuple[str, ...]) -> bool:
    """Whether one of the cues stands in a text."""
    return any(map(text.__contains__, cues))


def dates_in(text: str) -> Iterator[tuple[str, str]]:
    """Each date in a text as it stands there, and in one form: `29 march`, or a year."""
    folded = fold(text)
    if not _may_be_absolute(folded):
        return
    for found in _DATE.finditer(folded):
        month = found["month"] or found["month2"]
        day = found["day"] or found["day2"]
        yield found.group(), f"{int(day)} {_MONTHS[month_of(month)]}" if month else found["year"]
        until = found["until"]  # of "1893-95" both years
        if until and until > found["year"][2:]:
            yield found.group(), found["year"][:2] + until


class Dates(Container[str]):
    """The dates in some texts, which are looked through when one is asked for first: most questions have none."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _given(self) -> frozenset[str]:
        return frozenset(date for text in self._texts for _, date in dates_in(text))

    def __contains__(self, date: object) -> bool:
        """Whether a date, in the one form that `dates_in` gives it, is among them."""
        return date in self._given


def month_of(name: str) -> int:
    """The place of a month in the year, from 0; it may be written in short."""
    return _BEGINNINGS.index(name[:3].casefold())


def foreign_dates(text: str, known: Container[str]) -> Iterator[str]:
    """The dates in a text, outside quotation marks, that are not known, and those that are relative to a today."""
    folded = fold(text)
    if _may_be_absolute(folded):
        dates = dates_in(IN_QUOTES.sub('""', folded))
        yield from dict.fromkeys(said for said, date in dates if date not in known)
    yield from relative_dates(text)


def is_relative(said: str) -> bool:
    """Whether a date, as it is written, is one only with a today."""
    return _RELATIVE.fullmatch(said) is not None


def relative_dates(text: str) -> Iterator[str]:
    """What a text says, outside quotation marks, that only a today gives a date."""
    folded = fold(text)
    if not _may_be_relative(folded.casefold()):
        return
    for found in _RELATIVE.finditer(IN_QUOTES.sub('""', folded)):
        yield found.group()
