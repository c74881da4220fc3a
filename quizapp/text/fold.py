"""The form in which a quote and a source are compared, with a way back to the text's own characters.

Folded, and nothing else: Unicode NFC, runs of white space, soft hyphens, curly and straight quotation marks, dash
variants, the single ellipsis character. A letter's case, a digit, a word or other punctuation stays what it is.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from quizapp.text.normal import normal
from quizapp.text.span import Span

_Words = TypeVar("_Words", tuple[Any, ...], list[Any])
"""One is never equal to the other."""
_SOFT_HYPHEN = "\u00ad"
_ELLIPSIS = "\u2026"
_ALIKE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "“”„‟"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    ord(_ELLIPSIS): "...",
    ord(_SOFT_HYPHEN): None,
}
_FOLDED = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
_MARKED = r"\w[\w\u0300-\u036f]*"
"""Letters and the marks on them, such as the accent of “ẹ́”, which is no letter of its own."""
_WORD = re.compile(rf"{_MARKED}(?:['-]{_MARKED}|(?<=\d)[.,](?=\d){_MARKED})*")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The comparison form of `text`; folding twice changes nothing."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """`fold` of a text that nobody asks for again: it is not kept."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # as most are: no white space but single blanks inside
    return " ".join(_alike(text).split())


def _alike(text: str) -> str:
    """`text` in its comparison form but for white space."""
    if text.isascii():
        return text
    text = normal("NFC", text.replace(_SOFT_HYPHEN, ""))
    return _FOLDED.sub(lambda found: _ALIKE[ord(found.group())] or "", text)


def keeps_offsets(text: str, folded: str) -> bool:
    """Whether each character of `folded`, the fold of `text`, stands where its original does."""
    if len(text) != len(folded):
        return False
    return text.isascii() or (
        _SOFT_HYPHEN not in text and _ELLIPSIS not in text and unicodedata.is_normalized("NFC", text)
    )


class Origins:
    """The way back from the comparison form of a text, however long, gone through for what is asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        """Where pieces of the text begin that can be folded one by one: with a letter, and what joins it."""
        self._folded = [0]
        """The same in the comparison form."""
        while (end := _piece_end(text, self._starts[-1] + _PIECE)) < len(text):
            piece = _alike(text[self._starts[-1] : end])
            said = piece.split()
            length = len(" ".join(said)) + (piece[-1].isspace() if said else 0)
            self._starts.append(end)
            self._folded.append(self._folded[-1] + length)

    def original(self, span: Span) -> Span:
        """The stretch of the text that a stretch of its comparison form, not empty, stands for."""
        return Span(self._origin(span.start).start, self._origin(span.end - 1).end)

    def _origin(self, offset: int) -> Span:
        piece = bisect_right(self._folded, offset) - 1
        start, end = [*self._starts[piece : piece + 2], len(self._text)][:2]
        origins = _stretches(self._text[start:end])
        return origins[offset - self._folded[piece]].shift(start)


_PIECE = 64
"""Characters of a piece at least."""


def _piece_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or _joins(text[at])):
        at += 1
    return at


def _stretches(text: str) -> list[Span]:
    """What each character of the comparison form stands for, and of the white space after it."""
    stretches: list[Span] = []
    spaced = True
    for start, end in pairwise(_cluster_starts(text)):
        span = Span(start, end)
        cluster = normal("NFC", text[start:end].replace(_SOFT_HYPHEN, ""))
        for character in cluster.translate(_ALIKE):
            if not (spaced and character.isspace()):
                stretches.append(span)
            spaced = character.isspace()
    return stretches


def _cluster_starts(text: str) -> list[int]:
    """Offsets between which NFC never joins characters, and the end of the text."""
    starts = [i for i, c in enumerate(text) if not _joins(c) or i == 0]
    return [*starts, len(text)] if text else [0]


def _joins(character: str) -> bool:
    """Whether NFC may join this character to one before it: marks, Hangul vowels and finals; soft hyphens vanish."""
    if character.isascii():
        return False
    return (
        character == _SOFT_HYPHEN
        or "\u1160" <= character <= "\u11ff"
        or unicodedata.category(character).startswith("M")
    )


def words(folded: str) -> list[Span]:
    """The words of a folded text; an apostrophe or hyphen between letters, a point or comma between digits, joins."""
    return [Span(*found.span()) for found in _WORD.finditer(folded)]


def find_words(folded: str, wanted: str) -> list[int]:
    """Every offset at which `wanted` stands in `folded` as whole words."""
    found: list[int] = []
    at = next_words(folded, wanted)
    while at >= 0:
        found.append(at)
        at = next_words(folded, wanted, at + 1)
    return found


def next_words(folded: str, wanted: str, start: int = 0) -> int:
    """The first offset from `start` on at which `wanted` stands in `folded` as whole words; -1 where it does not."""
    at = folded.find(wanted, start)
    while at >= 0 and (_splits_word(folded, at) or _splits_word(folded, at + len(wanted))):
        at = folded.find(wanted, _past_word(folded, at + 1))
    return at


def in_a_row(wanted: _Words, there: _Words) -> bool:
    """Whether some words, one at least, stand next to each other, in their order, among others."""
    return bool(wanted) and any(there[at : at + len(wanted)] == wanted for at in range(len(there)))


def stands_at(folded: str, wanted: str, at: int) -> bool:
    """Whether `wanted` stands at an offset of `folded` as whole words."""
    inside = _splits_word(folded, at) or _splits_word(folded, at + len(wanted))
    return not inside and folded.startswith(wanted, at)


_STRIDE = 1000
"""How far a word is passed over at once: looking for the end of one may take longer than for what is wanted."""


def _past_word(folded: str, at: int) -> int:
    """An offset from `at` on with nothing before it but what lies inside one word."""
    if not _splits_word(folded, at):
        return at
    rest = _WORD.match(folded, at + (folded[at] in _JOINERS), at + _STRIDE)
    return at + 1 if rest is None else rest.end()


_JOINERS = "'-.,"


def _splits_word(folded: str, at: int) -> bool:
    """Whether offset `at` lies inside a word."""
    if at <= 0 or at >= len(folded):
        return False
    before, after = folded[at - 1], folded[at]
    if before in " \n" or after in " \n":
        return False
    if unicodedata.combining(after) or after in "\u200c\u200d":
        return True
    if _in_word(before) and _in_word(after):
        return True
    return _is_joint(folded, at - 1) or _is_joint(folded, at)


def _is_joint(folded: str, at: int) -> bool:
    """Whether the character at `at` joins what stands on its two sides into one word, as `words` has it."""
    mark = folded[at]
    if mark not in _JOINERS or not 0 < at < len(folded) - 1:
        return False
    before, after = folded[at - 1], folded[at + 1]
    if mark in "'-":
        return _in_word(before) and _in_word(after)
    return before.isdecimal() and after.isdecimal()


def _in_word(character: str) -> bool:
    return character == "_" or character.isalnum() or "\u0300" <= character <= "\u036f"
