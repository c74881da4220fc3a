"""Who is said to say something, in a source's sentence and in a question."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.checking.names import Name, Names
from quizapp.checking.words import ATTRIBUTING, REPORTING, SAYING, stem
from quizapp.text.fold import fold
from quizapp.text.span import Span

_WORD = re.compile(r"[^\W_]+")
_REPORTING = frozenset(stem(word) for word in REPORTING)
_SAYING = frozenset(stem(word) for word in SAYING)
_ASKING = frozenset(stem(word) for word in ("ask", "answer", "call", "hold", "demand", "speak", "quote", "respond"))
"""Verbs of speech that are as often about something else."""
_ACCORDING = re.compile(r"\b(?:according to|in the words of|in the eyes of|in the view of)\b", re.IGNORECASE)
_SOMEBODYS = re.compile(r"^\"|\b(?:I|[Mm]y|me|myself|[Rr]eportedly|[Aa]llegedly)\b")
"""What shows that a sentence is somebody's words: quotation marks, the first person, "reportedly"."""
_UNNAMED = re.compile(
    r"\b(?:some|many|several|few|most|officials|analysts|observers|witnesses|experts|critics|others)\b[^,A-Z]*$"
)
"""A speaker without a name, up to the verb."""
_CLAUSE = re.compile(r'[";:]|\. ')
_NOUN_AFTER = re.compile(r"(?:\b(?:the|an?|this|that|these|no|any|its?|their|his|her)|'s?) $", re.IGNORECASE)
"""What stands before a noun: "the claim", "Russia's promise"."""
_NOUNS = ("ment", "ments", "ion", "ions")
_REACH = 48
"""So many characters after a verb its speaker begins: "said the bishop's chaplain, Tom Hale"."""
_NEXT = re.compile(r"(?: [^\W_]+){0,3}")
_FEW = 5
"""With fewer words after it a verb of saying follows what is said: "It rang, Hale said in a letter"."""
_BY = re.compile(r"\b([^\W_]+) by (?:[^\W_]+\.? ){0,2}$")
_OWN_WORDS = re.compile(rf"'s? (?:own )?(?:[^\W_]+ )?(?:{'|'.join(sorted(ATTRIBUTING))})\b")


class Saying(NamedTuple):
    """A verb of saying, or an "according to", in a sentence of a source."""

    names: tuple[Name, ...]
    """Those that may be the name of who says it; none where it is "some analysts"."""
    told: str
    """The stretch of the sentence that is said, roughly."""
    surely: bool
    """Whether the verb is one that leaves no doubt."""


def keeps_report(text: str) -> bool:
    """Whether a question's text has somebody say or think what it is about."""
    folded = fold(text)
    verbs = (stem(folded[verb.start : verb.end]) for verb in _verbs(folded))
    return _ACCORDING.search(folded) is not None or any(verb not in _ASKING for verb in verbs)


@lru_cache(maxsize=8192)
def reports(text: str) -> bool:
    """Whether a source's sentence passes on somebody's words beyond doubt."""
    folded = fold(text)
    if _ACCORDING.search(folded) or _SOMEBODYS.search(folded):
        return True
    return any(stem(folded[verb.start : verb.end]) in _SAYING for verb in _verbs(folded))


def speaking(names: Names, text: str) -> Iterator[Saying]:
    """Who is said to say something in a sentence, by name or as in "officials said that".

    They are in the phrase before the verb ("a spokesman for Hale said"), or, where that has none, in the last phrase
    that begins with one ("Hale, the mayor of Rye, said") or else the first that has one, or after the verb.
    """
    folded, found = fold(text), names.find(text)
    for verb in _verbs(folded):
        clause = max((mark.end() for mark in _CLAUSE.finditer(folded, 0, verb.start)), default=0)
        that = folded.startswith(" that ", verb.end)
        if that and _UNNAMED.search(folded, clause, verb.start):
            yield Saying((), folded[verb.end :], surely=True)
            continue
        said_by = _subject(folded, clause, verb.start, [n for n in found if clause <= n.span.start < verb.start])
        after = bool(said_by) and len(_WORD.findall(folded, verb.end)) >= _FEW
        said_by = said_by or _following(folded, verb.end, found, stops='",;')
        if said_by:
            told = folded[verb.end :] if after else folded[: verb.start]
            yield Saying(tuple(said_by), told, that or stem(folded[verb.start : verb.end]) in _SAYING)
    for according in _ACCORDING.finditer(folded):
        said_by = _following(folded, according.end(), found)
        if said_by:
            yield Saying(tuple(said_by), folded, surely=True)


def _following(folded: str, start: int, found: tuple[Name, ...], stops: str = "") -> list[Name]:
    """The names that begin shortly after an offset, before any of the marks that end the phrase."""
    near = [name for name in found if start <= name.span.start < start + _REACH]
    return [name for name in near if not set(folded[start : name.span.start]) & set(stops)]


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
        if _reporting(found.group()) and not _NOUN_AFTER.search(folded, 0, found.start()):
            yield Span(*found.span())


def _reporting(word: str) -> bool:
    return word.islower() and not word.endswith(_NOUNS) and stem(word) in _REPORTING
