"""What of a text has to stand in the evidence word for word, or nearly: not the names of sources, nor how it asks."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from quizapp.checking.english.names import Names
from quizapp.checking.english.statement import read
from quizapp.checking.english.stems import is_number
from quizapp.checking.english.words import LIGHT_STEMS
from quizapp.content.library import Library
from quizapp.content.source import Source
from quizapp.text.fold import fold


def sources_named(library: Library, text: str) -> tuple[Source, ...]:
    """The sources whose names stand in a text, in any case; the possessive counts."""
    named = _named(library.source_names, text)
    if not named:  # as nearly always: the names of all sources are not looked through for nothing
        return ()
    return tuple(s for s in library.sources.values() if fold(s.name).casefold() in named)


def without_sources(library: Library, text: str) -> str:
    """A text in comparison form without the sources' names."""
    return _without_sources(library.source_names, text)


def without_attributions(library: Library, text: str) -> str:
    """A text in comparison form without what it lays to a source: "as Fry reports", "in the letter's account"."""
    return _without_attributions(library.source_names, text)


def gist(library: Library, names: Names, text: str) -> Mapping[str, str]:
    """Stems of the words of content, each with the word; numbers ("1.5m") and names, of other rules, are left out."""
    rest = without_sources(library, text)
    statement = read(rest)
    words = {
        found: word
        for found, word in zip(statement.stems, statement.words, strict=True)
        if not (is_number(found) or word[0].isdecimal()) and found not in LIGHT_STEMS
    }
    named = stems_of(name.text for name in names.find(rest)) if words else frozenset()
    return words if named.isdisjoint(words) else {found: word for found, word in words.items() if found not in named}


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several texts."""
    return frozenset().union(*(read(text).vocabulary for text in texts))


@lru_cache(maxsize=4096)
def _named(names: tuple[str, ...], text: str) -> frozenset[str]:
    """Which of the names stand in a text, in comparison form without case."""
    folded = fold(text)
    if not _may_name(names, folded):
        return frozenset()
    return frozenset(fold(name).casefold() for name in _source_names(names).findall(folded))


@lru_cache(maxsize=4096)
def _without_sources(names: tuple[str, ...], text: str) -> str:
    folded = fold(text)
    return _source_names(names).sub(" ", folded) if _may_name(names, folded) else folded


@lru_cache(maxsize=4096)
def _without_attributions(names: tuple[str, ...], text: str) -> str:
    folded = fold(text)
    return _attributions(names).sub(" ", folded) if _may_name(names, folded) else folded


_WORD = re.compile(r"\w+")


def _may_name(names: tuple[str, ...], folded: str) -> bool:
    """False when none of the names stands in a text in comparison form; a quick test."""
    firsts = _first_words(names)
    return not folded.isascii() or firsts is None or not firsts.isdisjoint(_WORD.findall(folded.lower()))


@lru_cache(maxsize=16)
def _first_words(names: tuple[str, ...]) -> frozenset[str] | None:
    """The first word of each name in lower case; None where they do not tell: a name has none, or letters not ASCII."""
    firsts = [_WORD.search(name.lower()) if name.isascii() else None for name in map(fold, names)]
    found = frozenset(first.group() for first in firsts if first)
    return None if None in firsts else found


@lru_cache(maxsize=16)
def _source_names(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(fold(name)) for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first) or '(?!)'})\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def _attributions(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:according to|as) )?(?:{_source_names(names).pattern})(?:'s? [^\W_]+| [^\W_]+)?", re.IGNORECASE
    )
