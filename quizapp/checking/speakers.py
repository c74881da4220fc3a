"""Who is said to say something, in a source's sentence and in a question."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.checking.names import Name, Names
from quizapp.checking.words import ATTRIBUTING, REPORTING, SAYING, stem
from quizapp.text.fold import fold
from quizapp.text.span import Span

_WORD = re.compile(r"[^\W_]+")
_REPORTING = frozenset(stem(word) for word in REPORTING)
_SAYING = frozenset(stem(word) for word in SAYING)
_ACCORDING = re.compile(r"\b(?:according to|in the words of|in the eyes of|in the view of)\b", re.IGNORECASE)
_CLAUSE = re.compile(r'[";:]|\. ')
_REACH = 48
"""So many characters after a verb its speaker begins: "said the bishop's chaplain, Tom Hale"."""
_NEXT = re.compile(r"(?: [^\W_]+){0,3}")
_BY = re.compile(r"\b([^\W_]+) by (?:[^\W_]+\.? ){0,2}$")
_OWN_WORDS = re.compile(rf"'s? (?:own )?(?:[^\W_]+ )?(?:{'|'.join(sorted(ATTRIBUTING))})\b")


@lru_cache(maxsize=8192)
def reports(text: str) -> bool:
    """Whether a source's sentence passes on somebody's words beyond doubt."""
    folded = fold(text)
    if _ACCORDING.search(folded) or re.search(r"\b(?:reportedly|allegedly)\b", folded, re.IGNORECASE):
        return True
    return folded.startswith('"') or any(stem(found.group()) in _SAYING for found in _WORD.finditer(folded))


def speaking(names: Names, text: str) -> Iterator[tuple[Name, ...]]:
    """For each verb of saying, and each "according to", the names that may be those of who says it.

    They are in the phrase before the verb ("a spokesman for Hale said"), or, where that has none, in the last phrase
    that begins with one ("Hale, the mayor of Rye, said") or else the first that has one, or after the verb.
    """
    folded, found = fold(text), names.find(text)
    for verb in _verbs(folded):
        clause = max((mark.end() for mark in _CLAUSE.finditer(folded, 0, verb.start)), default=0)
        before = _subject(
            folded, clause, verb.start, [name for name in found if clause <= name.span.start < verb.start]
        )
        after = [name for name in found if verb.end <= name.span.start < verb.end + _REACH]
        after = [name for name in after if not set(folded[verb.end : name.span.start]) & set('",;')]
        if before or after:
            yield tuple(before or after)
    for according in _ACCORDING.finditer(folded):
        after = [name for name in found if according.end() <= name.span.start < according.end() + _REACH]
        if after:
            yield tuple(after)


def _subject(folded: str, start: int, end: int, found: list[Name]) -> list[Name]:
    """Of the names between two offsets those of the phrase that is likely the subject of a verb at the end."""
    if not found:
        return []
    last = folded.rfind(",", start, end)
    near = [name for name in found if name.span.start > last]
    if near:
        return near
    opening = [name for name in found if not folded[start : name.span.start].rpartition(",")[2].strip(' "')]
    head = (opening or found)[-1 if opening else 0]
    return [name for name in found if name.span >= head.span and "," not in folded[head.span.end : name.span.start]]


def attributed(names: Names, text: str) -> Iterator[Name]:
    """The names to which a question attributes what it asks for."""
    folded = fold(text)
    for name in names.find(text):
        before, after = folded[: name.span.start], folded[name.span.end :]
        by = _BY.search(before)
        if (
            any(found.end() <= name.span.start < found.end() + _REACH // 2 for found in _ACCORDING.finditer(folded))
            or _OWN_WORDS.match(after)
            or (by and _reporting(by.group(1)))
            or any(_reporting(word) for word in _next_words(after))
        ):
            yield name


def _next_words(text: str) -> list[str]:
    """Up to three words that follow without punctuation."""
    found = _NEXT.match(text)
    return found.group().split() if found else []


def _verbs(folded: str) -> Iterator[Span]:
    for found in _WORD.finditer(folded):
        if _reporting(found.group()):
            yield Span(*found.span())


def _reporting(word: str) -> bool:
    return word.islower() and stem(word) in _REPORTING
