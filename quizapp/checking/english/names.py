"""Proper names in English text, by what a course itself shows to be a name.

A word is a name where it is written with a capital letter though no sentence begins there. At the beginning of a
sentence a capital says nothing; there a word is a name only if the glossary declares it, if the sources write it with a
capital elsewhere and never without, or if neither the course nor English has it as a word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from quizapp.checking.english.dictionary import COMMON, are_english, are_foreign, is_english, is_plainly_english
from quizapp.checking.english.spellings import (
    AFTER_WORDS,
    BEFORE_WORDS,
    bare,
    first_word,
    holds,
    otherwise,
    spaced,
    stands,
    without_possessive,
)
from quizapp.checking.english.stems import stem
from quizapp.checking.english.words import FUNCTION, LIGHT_STEMS
from quizapp.content.library import Library
from quizapp.content.numerals import NUMBER_WORDS
from quizapp.content.source import Source
from quizapp.text.fold import fold, fold_once

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:[.'-][^\W\d_]\w*)*")
_CAPITALS = bytes(ord("A" if chr(code).isupper() else " ") for code in range(128)).ljust(256)
"""Of ASCII every capital becomes an A and all else a blank: these are found much sooner than by a pattern."""
_SENTENCE_START = re.compile(
    r"(?:^|(?<!\b[DM]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bSt)[.!?:;]['\")\]]*\s+|[\"(\[]\s*|^\s*['])$"
)
_NO_NAMES = frozenset(
    "i mr mrs ms dr i'm i've i'll i'd"
    " not except never no only all none least most first last before after"  # in capitals, lest somebody miss them
    " celsius fahrenheit kelvin kw mw gw kwh mwh gwh hz khz mhz ghz kb mb gb tb".split()  # a source may have signs
)
_BEGINNERS = FUNCTION | COMMON | NUMBER_WORDS
"""Words with which sentences begin, whatever is named like them: "May" and "Will", "Who" beside WHO."""


class Name(NamedTuple):
    """A proper name in a text."""

    text: str
    start: int
    """Where it begins in the folded text."""
    entry: str | None = None
    """The glossary entry that declares it."""

    @property
    def end(self) -> int:
        """Where it ends in the folded text."""
        return self.start + len(self.text)


_Spellings: TypeAlias = Mapping[int, dict[str, tuple[str, str]]]
"""Spellings in folded form, as declared and as they begin a sentence, by length, the longest first; for each the
declared one and its entry."""


_Word: TypeAlias = tuple[int, str, _Spellings | None]
"""A word in which a name may begin: where it begins, the word without a possessive, and the declared spellings that
begin with it."""


class Names:
    """What a course knows of names."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names: dict[str, tuple[Name, ...]] = {}
        self._words: dict[str, tuple[_Word, ...]] = {}
        """What stands between two blanks, and the words in it; those in which no name can begin are left out."""
        self._in_sources: dict[tuple[str | None, str, str], bool] = {}
        self._lines: dict[str, str] = {}
        self._read: dict[str, bool] = {}
        self._unheard_of: dict[str, bool] = {}

    def find(self, text: str) -> tuple[Name, ...]:
        """The names in a text, in order; those of the sources themselves are left out."""
        found = self._names.get(text)
        if found is None:
            if self._are_capital and text.isascii() and text.islower():
                return ()
            found = self._names[text] = self._found(fold_once(text))
        return found

    def supported(self, name: Name, texts: Iterable[str]) -> bool:
        """Whether one of the texts has the name, in any spelling that the glossary declares."""
        texts = tuple(texts)
        for text in texts:
            if stands(text, name.text):
                return True
        spellings = self._spelled(name)
        return any(holds(spaced(text), spelling) for text in texts for spelling in spellings)

    def stands_in(self, name: Name, source: Source) -> bool:
        """Whether a line of a source has the name, headings and furniture among them."""
        key = (name.entry, name.text, source.slug)
        found = self._in_sources.get(key)
        if found is None:
            lines = self._lines.get(source.slug)
            if lines is None:
                lines = self._lines[source.slug] = "\n".join(spaced(line.text) for line in source.lines)
            found = self._in_sources[key] = any(holds(lines, spelling) for spelling in self._spelled(name))
        return found

    def reads(self, source: Source) -> bool:
        """Whether a source is in English, as far as its words tell; no other language is read here."""
        found = self._read.get(source.slug)
        if found is None:
            words = {word for s in source.sentences for word in _TOKEN.findall(s.text) if word.islower()}
            found = self._read[source.slug] = not are_foreign(words)
        return found

    def _spelled(self, name: Name) -> tuple[str, ...]:
        """The spellings of a name in comparable form."""
        declared = self._spellings.get(name.entry or "")
        return otherwise(name.text) if declared is None else declared

    def _found(self, text: str) -> tuple[Name, ...]:
        found: list[Name] = []
        end = 0
        for start, piece in _with_capitals(text) if self._are_capital and text.isascii() else _between_blanks(text):
            words = self._words.get(piece)
            if words is None:
                words = self._words[piece] = tuple(self._telling(piece))
            for at, word, spellings in words:
                if start + at < end:
                    continue
                declared = _declared(text, start + at, spellings) if spellings else None
                if declared is not None:
                    end = declared.end
                    if declared.entry != _A_SOURCE:
                        found.append(declared)
                elif self._is_name(text, start + at, word):
                    found.append(Name(word, start + at))
        return tuple(found)

    def _telling(self, piece: str) -> Iterator[_Word]:
        """The words in which a name may begin."""
        for token in _TOKEN.finditer(piece):
            word = without_possessive(token.group())
            spellings = self._by_first_word.get(first_word(token.group()))
            if spellings is not None or self._may_be_name(word):
                yield token.start(), word, spellings

    def _may_be_name(self, word: str) -> bool:
        """Whether a word that is not declared may be a name, for all that it tells by itself."""
        lowered = word.casefold()
        if not word[0].isupper() or len(word) == 1 or lowered in _NO_NAMES:  # a letter: "it begins with P"
            return False
        return word.isupper() or lowered not in self._common

    def _is_name(self, text: str, start: int, word: str) -> bool:
        if not self._may_be_name(word):
            return False
        lowered = word.casefold()
        if lowered in self._common:
            return not text.isupper()
        if not _begins_sentence(text, start):
            return True
        return lowered not in _BEGINNERS and (word in self._proper or self._is_unheard_of(word))

    def _is_unheard_of(self, word: str) -> bool:
        """Whether neither the course has a word, in any form, nor English, so that its capital can only be a name's."""
        found = self._unheard_of.get(word)
        if found is None:
            known = len(word) < 3 or stem(word) in self._stems_of_sources
            # What costs more is asked later; a dictionary is the last.
            known = known or is_plainly_english(word) or self._is_written(word) or stem(word) in self._stems_of_files
            found = self._unheard_of[word] = not known and not is_english(word) and are_english(self._common)
        return found

    def _is_written(self, word: str) -> bool:
        """Whether a file of the course is seen to have a word without a capital."""
        lowered = word.casefold()
        if not (lowered.isascii() and lowered.isalpha()):
            return False
        for document in self._library.documents.values():
            text = document.text
            at = text.find(lowered)
            while at >= 0:
                end = at + len(lowered)
                if text[at - 1 : at] in BEFORE_WORDS and text[end : end + 1] in AFTER_WORDS:
                    return True
                at = text.find(lowered, end)
        return False

    @cached_property
    def _are_capital(self) -> bool:
        """Whether every name that is declared begins with a capital, as every other does."""
        declared = (forms for spellings in self._by_first_word.values() for forms in spellings.values())
        return all(form[:1].isupper() for forms in declared for form in forms)

    @cached_property
    def _by_first_word(self) -> Mapping[str, _Spellings]:
        """Declared spellings under the comparable form of their first word."""
        found: dict[str, dict[int, dict[str, tuple[str, str]]]] = {}
        declared = [(source.name, _A_SOURCE) for source in self._library.sources.values()]
        for entry in self._library.glossary.entries:
            declared += [(spelling, entry.id) for spelling in (entry.name, *entry.aliases) if _has_capital(spelling)]
        for spelling, entry_id in declared:
            token = _TOKEN.search(fold(spelling))
            if token and token.start() == 0:
                form = fold(spelling)
                begun = form[:1].upper() + form[1:]  # “The Gazette says” names the Gazette too
                spellings = found.setdefault(first_word(token.group()), {}).setdefault(len(form), {})
                for written in (form, begun):
                    spellings.setdefault(written, (form, entry_id))
        return {word: dict(sorted(spellings.items(), reverse=True)) for word, spellings in found.items()}

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """For each glossary entry its spellings in comparable form."""
        return {
            entry.id: tuple(dict.fromkeys(bare(text) for text in (entry.name, *entry.aliases)))
            for entry in self._library.glossary.entries
        }

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that the sources write without a capital somewhere."""
        pieces: set[str] = set()  # nearly all of them stand there often, and no word is longer
        for text in self._texts:
            pieces.update(text.split())
        return frozenset(word for word in _TOKEN.findall(" ".join(pieces)) if word[0].islower())

    @cached_property
    def _proper(self) -> frozenset[str]:
        """Words that the sources write with a capital in the middle of a sentence."""
        return frozenset(
            without_possessive(word)
            for text in self._texts
            for token in _TOKEN.finditer(text)
            if (word := token.group())[0].isupper() and not _begins_sentence(text, token.start())
        )

    @cached_property
    def _stems_of_sources(self) -> frozenset[str]:
        """The stems of all words that the sources have without a capital or inside a sentence, and of light ones."""
        return LIGHT_STEMS.union(map(stem, self._common), map(stem, self._proper))

    @cached_property
    def _stems_of_files(self) -> frozenset[str]:
        """The stems of all words that a file of the course has without a capital."""
        written: set[str] = set()
        for document in self._library.documents.values():
            written.update(_TOKEN.findall(fold(document.text)))
        return frozenset(map(stem, filter(str.islower, written)))

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        sources = self._library.sources.values()
        return tuple(fold(sentence.text) for source in sources for sentence in source.sentences)


_A_SOURCE = "\0source"


def _declared(text: str, start: int, spellings: _Spellings) -> Name | None:
    """The longest declared name that begins there."""
    for length, forms in spellings.items():
        found = forms.get(text[start : start + length])
        if found is not None and not text[start + length : start + length + 1].isalnum():
            return Name(found[0], start, found[1])
    return None


def _between_blanks(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a folded text between its blanks, and where each begins."""
    start = 0
    for piece in text.split(" "):
        yield start, piece
        start += len(piece) + 1


def _with_capitals(text: str) -> Iterator[tuple[int, str]]:
    """The same of those that have a capital, of a text in ASCII."""
    capitals = text.encode().translate(_CAPITALS)
    at = capitals.find(b"A")
    while at >= 0:
        start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
        yield start, text[start:] if end < 0 else text[start:end]
        at = capitals.find(b"A", end) if end >= 0 else end


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins there, as far as what stands right before it tells."""
    return at == 0 or _SENTENCE_START.search(text[max(at - 8, 0) : at]) is not None


def _has_capital(text: str) -> bool:
    return any(character.isupper() for character in text)
