"""Who is said to say something, in a source's sentence and in a question."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.checking.names import Name, Names
from quizapp.checking.words import ATTRIBUTING, REPORTING, SAYING, stem
from quizapp.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
_REPORTING = frozenset(stem(word) for word in REPORTING)
_SAYING = frozenset(stem(word) for word in SAYING)
_ACCORDING = re.compile(r"\b(?:according to|in the words of|in the eyes of|in the view of)\b", re.IGNORECASE)
_REACH = 48
"""So many characters after a verb its speaker begins: "said the bishop's chaplain, Tom Hale"."""
_BY = re.compile(r"\b([^\W_]+) by (?:[^\W_]+\.? ){0,2}$")
_OWN_WORDS = re.compile(rf"'s? (?:own )?(?:[^\W_]+ )?(?:{'|'.join(sorted(ATTRIBUTING))})\b")


@lru_cache(maxsize=8192)
def reports(text: str) -> bool:
    """Whether a source's sentence passes on somebody's words beyond doubt."""
    folded = fold(text)
    if _ACCORDING.search(folded) or re.search(r"\b(?:reportedly|allegedly)\b", folded, re.IGNORECASE):
        return True
    return folded.startswith('"') or any(stem(found.group()) in _SAYING for found in _WORD.finditer(folded))


def speakers(names: Names, text: str) -> tuple[Name, ...]:
    """The names that may be those of whoever a sentence says to say something."""
    folded, found = fold(text), names.find(text)
    said: list[Name] = []
    for start, end in _verbs(folded):
        clause = max(folded.rfind(mark, 0, start) for mark in ('"', ";", ". ")) + 1
        before = [name for name in found if clause <= name.span.start < start]
        after = [name for name in found if end <= name.span.start < end + _REACH]
        said += before or [name for name in after if not set(folded[end : name.span.start]) & set('";')]
    for according in _ACCORDING.finditer(folded):
        said += [name for name in found if according.end() <= name.span.start < according.end() + _REACH]
    return tuple(dict.fromkeys(said))


def attributed(names: Names, text: str) -> Iterator[Name]:
    """The names to which a question attributes what it asks for."""
    folded = fold(text)
    for name in names.find(text):
        before, after = folded[: name.span.start], folded[name.span.end :]
        by = _BY.search(before)
        if (
            any(found.end() <= name.span.start < found.end() + _REACH // 2 for found in _ACCORDING.finditer(folded))
            or _OWN_WORDS.match(after)
            or (by and stem(by.group(1)) in _REPORTING)
            or (not after.startswith("'") and any(_reporting(word) for word in _WORD.findall(after)[:3]))
        ):
            yield name


def _verbs(folded: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(folded):
        if _reporting(found.group()):
            yield found.span()


def _reporting(word: str) -> bool:
    return word.islower() and stem(word) in _REPORTING
