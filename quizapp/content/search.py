"""Search over all that can be read in a course: sources, prose of lessons, glossary.

Every word that is typed must stand in a text, at least as the beginning of a word in it; case and accents are forgiven,
nothing else. Questions are left out: they would give their answers away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple, Self, TypeAlias

from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.content.prose import MARK_AND_SPACE, plain
from quizapp.content.source import Sentence, Source
from quizapp.content.word_index import WordIndex, begins_at, comparable
from quizapp.text.span import Span

Kind: TypeAlias = Literal["glossary", "lessons", "sources", "sentences"]
KINDS: tuple[Kind, ...] = ("glossary", "lessons", "sources", "sentences")
"""In the order in which they are shown."""

LIMIT = 50
"""How many of a kind are told of; the others are counted."""
SHORTEST = 2
"""Letters below which nothing is sought."""

_BULLET = re.compile(r"^[^\S\n]*(?:[-+]|\d+[.)])\s+", re.MULTILINE)


class Section(NamedTuple):
    """A section of a lesson."""

    lesson: Lesson
    at: int
    """Its place, from 0."""


class Line(NamedTuple):
    """A line of a source."""

    source: Source
    line: Sentence


Thing: TypeAlias = Entry | Dispute | Lesson | Section | Source | Line
"""What can be found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, and the text in which the words stand."""

    thing: Thing
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one kind."""

    kind: Kind
    best: tuple[Hit, ...]
    count: int
    """How many there are, those that are not told of among them."""


class _Texts(NamedTuple):
    """All texts of one kind: names and titles first, then by length."""

    hits: list[Hit]
    heads: int
    """How many of them are names and titles."""
    things: list[int]
    """Of each a number of what is found by it, the same for all texts of one thing."""
    words: WordIndex


class Index:
    """The texts of a course, ready to be searched."""

    def __init__(self, library: Library) -> None:
        """The index of `library`, made when it is first asked."""
        self._library = library

    def prepared(self) -> Self:
        """The index once it is made, which takes long for a large course; it may be asked for in another thread."""
        self._texts  # noqa: B018 - kept from then on
        return self

    def search(self, query: str) -> tuple[Hits, ...]:
        """What has every word of `query`, kind by kind, best first; nothing for less than `SHORTEST` letters."""
        wanted = comparable(query).split()
        if sum(map(len, wanted)) < SHORTEST:
            return ()
        return tuple(found for kind in KINDS if (found := _found(kind, self._texts[kind], wanted)).count)

    def meant(self, query: str) -> str | None:
        """What was likely meant by a query that finds nothing; None where nothing comes near."""
        from quizapp.text.slips import did_you_mean

        words = comparable(query).split()
        if sum(map(len, words)) < SHORTEST:
            return None
        known = self._vocabulary
        meant = [word if _begins_one(word, known) else did_you_mean(word, known) for word in words]
        said = " ".join(word for word in meant if word is not None)
        return said if None not in meant and words and self.search(said) else None

    @cached_property
    def _texts(self) -> dict[Kind, _Texts]:
        rows: dict[Kind, Iterator[_Row]] = {
            "glossary": _glossary(self._library),
            "lessons": _lessons(self._library),
            "sources": _sources(self._library),
            "sentences": _sentences(self._library),
        }
        return {kind: _texts_of(found) for kind, found in rows.items()}

    @cached_property
    def _vocabulary(self) -> dict[str, None]:
        """Every word once, those of the glossary first: of two that come as near, the first was meant."""
        return dict.fromkeys(word for texts in self._texts.values() for word in texts.words.vocabulary)


def places(text: str, query: str) -> tuple[Span, ...]:
    """Where the words of a query stand in `text`, as `Index.search` finds them, in order and apart from each other."""
    form, origins = _with_origins(text)
    found: set[int] = set()
    for word in comparable(query).split():
        at = begins_at(form, word, 0)
        while at >= 0:
            found.update(range(at, at + len(word)))
            at = begins_at(form, word, at + len(word))
    spans: list[Span] = []
    for at in sorted({origins[at] for at in found}):
        if spans and spans[-1].end == at:
            spans[-1] = Span(spans[-1].start, at + 1)
        else:
            spans.append(Span(at, at + 1))
    return tuple(spans)


def _with_origins(text: str) -> tuple[str, list[int]]:
    form: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for letter in comparable(character) or (" " if character.isspace() else ""):
            form.append(letter)
            origins.append(at)
    return "".join(form), origins


def _begins_one(word: str, known: Iterable[str]) -> bool:
    return any(other.startswith(word) for other in known)


def _texts_of(rows: Iterable["_Row"]) -> _Texts:
    made = sorted((row for row in rows if row[1]), key=lambda row: (not row[2], len(row[1])))
    numbers: dict[int, int] = {}
    things = [numbers.setdefault(_identity(thing), len(numbers)) for thing, _, _ in made]
    hits = [Hit(thing, text) for thing, text, _ in made]
    return _Texts(hits, sum(head for *_, head in made), things, WordIndex([text for _, text, _ in made]))


def _found(kind: Kind, texts: _Texts, wanted: list[str]) -> Hits:
    found = texts.words.having(wanted)
    heads = bisect_left(found, texts.heads)
    best: dict[int, Hit] = {}
    for at in chain(*(texts.words.whole_first(part, wanted) for part in (found[:heads], found[heads:]))):
        best.setdefault(texts.things[at], texts.hits[at])
        if len(best) == LIMIT:
            break
    return Hits(kind, tuple(best.values()), len(set(map(texts.things.__getitem__, found))))


def _identity(thing: Thing) -> int:
    """What makes two finds one: the entry, the lesson's section, the line."""
    match thing:
        case Section(lesson, at):
            return hash((lesson.slug, at))
        case Line(_, line):
            return id(line)
        case _:
            return id(thing)


_Row: TypeAlias = tuple[Thing, str, bool]


def _glossary(library: Library) -> Iterator[_Row]:
    for entry in library.glossary.entries:
        yield entry, " · ".join((entry.name, *entry.aliases)), True
        yield entry, entry.role, False
    for dispute in library.glossary.disputes:
        yield dispute, dispute.question, True
        for position in dispute.positions:
            yield dispute, position.says, False


def _lessons(library: Library) -> Iterator[_Row]:
    for lesson in library.lessons:
        yield lesson, lesson.title, True
        yield lesson, lesson.summary, False
        for index, section in enumerate(lesson.sections):
            if section.title:
                yield Section(lesson, index), section.title, True
            yield Section(lesson, index), _prose(section.text), False


def _prose(text: str) -> str:
    """Prose on one line, without its marks; taken apart in full only where an underscore may be emphasis."""
    written = plain(text) if "_" in text else _BULLET.sub("", MARK_AND_SPACE.sub("", text).replace("*", ""))
    return " ".join(written.split())


def _sources(library: Library) -> Iterator[_Row]:
    for source in library.sources.values():
        header = source.header
        yield source, header.name, True
        for text in (header.title, header.publisher, header.note):
            yield source, text, False


def _sentences(library: Library) -> Iterator[_Row]:
    for source in library.sources.values():
        for line in source.lines:
            yield Line(source, line), line.text, False
