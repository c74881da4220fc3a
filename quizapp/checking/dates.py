"""Dates in English text: a day and month, a year, or a word that is relative to a today."""

import re
from collections.abc import Iterator

from quizapp.text.fold import fold

_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    rf"|\b(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"|\b(?P<year>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|nowadays"
    r"|(?<!the )(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter)"
    r"|\w+ (?:days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CUES = ("today", "yesterday", "tomorrow", "tonight", "nowadays", "last ", "next ", "this ", " ago")
"""One of these stands in every folded ASCII text that has a relative date."""
DAYS_AND_MONTHS = frozenset(_MONTH[3:-1].split("|")) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}
"""Names that are no actor's."""
IN_QUOTES = re.compile(r'"[^"]*"')
"""What stands in quotation marks, in a folded text."""


def dates_in(text: str) -> Iterator[tuple[str, str]]:
    """Each date in a text as it stands there, and in one form: `29 march`, or a year."""
    if not _DIGIT.search(text):
        return
    for found in _DATE.finditer(fold(text)):
        month = found["month"] or found["month2"]
        day = found["day"] or found["day2"]
        yield found.group(), f"{int(day)} {month.casefold()}" if month else found["year"]


def foreign_dates(text: str, known: frozenset[str]) -> Iterator[str]:
    """The dates in a text, outside quotation marks, that are not known, and those that are relative to a today."""
    if _DIGIT.search(text):
        for said, date in dates_in(IN_QUOTES.sub('""', fold(text))):
            if date not in known:
                yield said
    yield from relative_dates(text)


def relative_dates(text: str) -> Iterator[str]:
    """What a text says, outside quotation marks, that only a today gives a date."""
    folded = fold(text)
    if folded.isascii() and not any(map(folded.casefold().__contains__, _CUES)):
        return
    for found in _RELATIVE.finditer(IN_QUOTES.sub('""', folded)):
        yield found.group()
