"""Proper names in English text, by what a course itself shows to be a name.

A word is a name where it is written with a capital letter though no sentence begins there. At the beginning of a
sentence a capital says nothing; there a word is a name only if the glossary declares it, if the sources write it with a
capital elsewhere and never without, or if neither the course nor English has it as a word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from quizapp.checking.english import COMMON, are_english, are_foreign, is_english, is_plainly_english
from quizapp.checking.spellings import bare, first_word, holds, otherwise, spaced, without_possessive
from quizapp.checking.words import FUNCTION, LIGHT_STEMS, stem
from quizapp.content.library import Library
from quizapp.content.source import Source
from quizapp.text.fold import fold
from quizapp.text.span import Span

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:[.'-][^\W\d_]\w*)*")
_CAPITAL = re.compile("[A-Z]")
_SENTENCE_START = re.compile(
    r"(?:^|(?<!\b[DM]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bSt)[.!?:;]['\")\]]*\s+|[\"(\[]\s*|^\s*['])$"
)
_NO_NAMES = frozenset(
    "i mr mrs ms dr i'm i've i'll i'd"
    " not except never no only all none least most first last before after"  # in capitals, lest somebody miss them
    " celsius fahrenheit kelvin kw mw gw kwh mwh gwh hz khz mhz ghz kb mb gb tb".split()  # a source may have signs
)
_BEFORE_WORDS, _AFTER_WORDS = frozenset(' \n"('), frozenset(' \n",;:!?)')
"""What stands beside a word that nothing is joined to."""
_BEGINNERS = FUNCTION | COMMON
"""Words with which sentences begin, whatever is named like them: "May" and "Will", "Who" beside WHO."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a text."""

    text: str
    span: Span
    """Where it stands in the folded text."""
    entry: str | None = None
    """The glossary entry that declares it."""


_Spellings: TypeAlias = Mapping[int, dict[str, tuple[str, str]]]
"""Spellings in folded form, as declared and as they begin a sentence, by length, the longest first; for each the
declared one and its entry."""


class Names:
    """What a course knows of names."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names: dict[str, tuple[Name, ...]] = {}
        self._plain: set[str] = set()
        """Words in which no name can begin."""
        self._never: set[str] = set()
        """Words that are no names by themselves, wherever they stand."""
        self._in_sources: dict[tuple[str | None, str, str], bool] = {}
        self._lines: dict[str, str] = {}
        self._read: dict[str, bool] = {}
        self._unheard_of: dict[str, bool] = {}

    def find(self, text: str) -> tuple[Name, ...]:
        """The names in a text, in order; those of the sources themselves are left out."""
        if self._are_capital and text.isascii() and text.islower():
            return ()
        found = self._names.get(text)
        if found is None:
            found = self._names[text] = tuple(self._found(fold(text)))
        return found

    def supported(self, name: Name, texts: Iterable[str]) -> bool:
        """Whether one of the texts has the name, in any spelling that the glossary declares."""
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

    def _tokens(self, text: str) -> Iterable[re.Match[str]]:
        """The words of a folded text in which a name may begin, and perhaps others."""
        if not (self._are_capital and text.isascii()):
            return () if self._plain.issuperset(_TOKEN.findall(text)) else _TOKEN.finditer(text)
        pieces: dict[int, int] = {}
        for capital in _CAPITAL.finditer(text):
            start = text.rfind(" ", 0, capital.start()) + 1
            if start not in pieces:
                end = text.find(" ", start)
                pieces[start] = end = end if end >= 0 else len(text)
        return (
            token
            for start, end in pieces.items()
            if text[start:end] not in self._plain
            for token in _TOKEN.finditer(text, start, end)
        )

    def _found(self, text: str) -> Iterator[Name]:
        at = 0
        for token in self._tokens(text):
            written = token.group()
            if written in self._plain or token.start() < at:
                continue
            spellings = self._by_first_word.get(first_word(written))
            declared = self._declared(text, token.start(), spellings) if spellings else None
            if declared is not None:
                at = declared.span.end
                if declared.entry != _A_SOURCE:
                    yield declared
                continue
            word = without_possessive(written)
            if self._is_name(text, token.start(), word):
                yield Name(word, Span(token.start(), token.start() + len(word)))
            elif spellings is None and word in self._never:
                self._plain.add(written)

    def _is_name(self, text: str, start: int, word: str) -> bool:
        if word in self._never:
            return False
        lowered = word.casefold()
        if not word[0].isupper() or len(word) == 1 or lowered in _NO_NAMES:  # a letter: "it begins with P"
            self._never.add(word)
            return False
        if lowered in self._common:
            if word.isupper():
                return not text.isupper()
            self._never.add(word)
            return False
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
                if text[at - 1 : at] in _BEFORE_WORDS and text[end : end + 1] in _AFTER_WORDS:
                    return True
                at = text.find(lowered, end)
        return False

    @staticmethod
    def _declared(text: str, start: int, spellings: _Spellings) -> Name | None:
        for length, forms in spellings.items():
            found = forms.get(text[start : start + length])
            if found is not None and not text[start + length : start + length + 1].isalnum():
                return Name(found[0], Span(start, start + length), found[1])
        return None

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
        pieces = {
            piece for text in self._texts for piece in text.split()
        }  # nearly all of them often, and no word longer
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


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins there, as far as what stands right before it tells."""
    return _SENTENCE_START.search(text[max(at - 8, 0) : at]) is not None


def _has_capital(text: str) -> bool:
    return any(character.isupper() for character in text)
