"""What is done in a quick way comes out as in the slow one, from bytes: a difference is a fault in one of them."""

import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from fsrs import Card, Rating, Scheduler, State
from rapidfuzz import fuzz

from quizapp.checking import parts as in_parts
from quizapp.checking.check import check
from quizapp.checking.english.dates import dates_in, may_hold_date, relative_dates
from quizapp.checking.parts import check_in_parts
from quizapp.checking.statistics import statistics
from quizapp.content import authored as authored_
from quizapp.content import quantities as quantities_
from quizapp.content.ahead import LoadingAhead
from quizapp.content.authored import authored
from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library, Loading, load
from quizapp.content.numerals import has_no_number
from quizapp.content.parts import ReadBefore
from quizapp.content.reading import reader
from quizapp.content.reading.building import build
from quizapp.content.resolve import SourceIndex
from quizapp.content.search import places
from quizapp.content.values import canonical_with, comparable, same_value
from quizapp.content.word_index import WordIndex
from quizapp.content.word_index import comparable as as_searched
from quizapp.content.workspace import Workspace
from quizapp.quiz.formulas import AGAIN, GOOD, HARD, Formulas
from quizapp.text.characters import all_forbidden, forbidden, show
from quizapp.text.document import MANY, Document, TomlError
from quizapp.text.fold import (
    Origins,
    find_words,
    fold,
    in_a_row,
    keeps_offsets,
    stands_at,
)
from quizapp.text.phrases import Phrases
from quizapp.text.similar import Effort, nearest, to_compare
from quizapp.text.slips import Known, meant
from quizapp.text.span import Span
from tests.fuzz import targets
from tests.fuzz.course import DATA, SOURCES, folder
from tests.fuzz.pieces import of_lesson, of_source
from tests.strategies import source_of

FILES = ("made-up", "one", "two", "example", "the-bell", "glossary", "approvals")
BETWEEN = "\n%%%%\n"
"""Stands between the texts of the files."""
_LINES, _WORDS = 12, 20
"""So many lines and words of a text are looked at one by one."""


def ways(data: bytes) -> None:
    """A course of texts with `BETWEEN` between them, each also as a source, lines to compare and phrases to seek."""
    _formulas(data)
    written = targets.decoded(data)
    if written is None:
        return
    texts = written.split(BETWEEN)[: len(FILES)]
    for text in texts:
        _toml(text)
    if targets.falls(data, 2):
        _course(texts)
    _texts(texts[0])
    _source(texts[0])


def _outcome(document: Document) -> tuple[object, ...]:
    try:
        return repr(document.data()), document.numbers_fit
    except TomlError as error:
        return error.kind, error.message, error.span


def _toml(text: str) -> None:
    """What toml_rs reads is what tomli reads."""
    assert _outcome(Document("x.toml", text, one_of=MANY)) == _outcome(Document("x.toml", text))


def _course(texts: list[str]) -> None:
    """A course is found to be the same in parts and whole, and built by pydantic alone."""
    overlays = {f"lessons/{name}.toml": text for name, text in zip(FILES, texts, strict=False)}
    workspace = Workspace(folder(), overlays)
    library = load(workspace)
    whole = check(library, targets.EVERYTHING), statistics(library)
    with mock.patch.object(in_parts, "PART", 1):
        assert check_in_parts(Loading(workspace), targets.EVERYTHING, counted=True) == whole
        assert check_in_parts(ReadBefore(library), targets.EVERYTHING, counted=True) == whole
    with mock.patch.object(reader, "build", _only_empty), mock.patch.object(reader, "are_plain", _are_empty):
        assert _told(load(workspace)) == _told(library)
    _ahead(workspace, library)
    _authored(library)


def _ahead(workspace: Workspace, library: Library) -> None:
    """A course of which lessons were wanted before their turn is the same one."""
    loading = LoadingAhead(workspace, lambda _: None)
    for name in FILES[1:4:2]:
        first = loading.first([name])
        assert first is None or [lesson.slug for lesson in first.lessons] == [name]
    assert _told(loading.library()) == _told(library)


def _authored(library: Library) -> None:
    """What an approval stands for is the same text whether a look is enough to say that it needs no folding."""
    for lesson in library.lessons:
        for question in lesson.questions:
            quick = authored(question, lesson.cites, library.evidence)
            with mock.patch.object(authored_, "_stand_for_themselves", return_value=False):
                assert authored(question, lesson.cites, library.evidence) == quick, question


def _are_empty(_: type[Any], values: Mapping[str, Any]) -> bool:
    """Has pydantic look at all that has a value."""
    return not values


def _only_empty(model: type[Any], values: Mapping[str, Any], built: Mapping[str, Any]) -> Any:
    """Leaves all that has a value to pydantic, which the reader does not ask of a table without any."""
    return None if values else build(model, values, built)


def _told(library: Library) -> object:
    found = ((repr(citation), e.address, e.marks) for citation, e in library.evidence.items())
    return (
        library.course,
        [(source.header, source.lines) for source in library.sources.values()],
        library.lessons,
        [(b.slug, b.first) for b in library.broken],
        library.glossary,
        sorted(found, key=repr),
        library.approvals,
        library.diagnostics,
    )


def _texts(text: str) -> None:
    """Looks that are enough to say no are never wrong, and what is folded leads back."""
    lines = text.split("\n")[:_LINES]
    known = canonical_with(())
    for line, other in zip(lines, [*lines[1:], *lines[:1]], strict=True):
        assert all_forbidden(line) == [at for at, letter in enumerate(line) if forbidden(letter) is not None]
        assert forbidden(show(line)) is None
        if has_no_number(line):
            words = comparable(line).split()
            assert not any(isinstance(part, quantities_.Quantity) for part in quantities_.parts(words)), line
        if not may_hold_date(line):
            assert not [*dates_in(line), *relative_dates(line)], line
        part = " ".join(other.split()[1:4])
        for whole, of_it in ((line, part), (line, other)):
            if known.lacks(whole, of_it):
                assert not in_a_row(known.words(of_it), known.words(whole)), (whole, of_it)
        if known.surely_differ([line, other]):
            assert not same_value(line, other), (line, other)
        folded = fold(line)
        assert folded == fold(folded) == " ".join(folded.split())
        if folded:
            span = Span(len(folded) // 3, len(folded))
            original = Origins(line).original(span)
            if keeps_offsets(line, folded):
                assert original == span or any(map(unicodedata.combining, line)), line
    _slips(text)
    _nearest(lines)
    _searched(lines)


def _slips(text: str) -> None:
    """A word is taken for the same of many names, whether they are kept by their forms or not."""
    names = tuple(dict.fromkeys(re.findall(r"[\w-]+", text)))[:400]
    every = Known()
    for word in names[:10]:
        asked = word[1:] + word[:1]
        assert every.meant(asked, names, Effort()) == meant(asked, names), (asked, names)


def _nearest(lines: list[str]) -> None:
    """The nearest sentence is that which comparing with each of them finds."""
    made = to_compare(lines)
    for line in lines[:6]:
        asked = line[len(line) // 4 :]
        (wanted,) = to_compare([asked])
        if wanted is None:
            continue
        best = max(
            (
                (0.9 * fuzz.partial_ratio(wanted, there) + 0.1 * fuzz.ratio(wanted, there), -at)
                for at, there in enumerate(made)
                if there is not None
            ),
            default=(0.0, 0),
        )
        found = nearest(asked, made)
        assert found == (-best[1] if best[0] > 50 else None), (asked, made, best, found)


def _searched(lines: list[str]) -> None:
    """What the index finds of a word is what looking into every text finds, and can be pointed at."""
    index = WordIndex(lines)
    for word in [word for line in lines for word in as_searched(line).split()][:_WORDS:3]:
        begin = word[: len(word) // 2 + 1]
        if not begin.isalnum():
            continue
        found = [at for at, line in enumerate(lines) if any(w.startswith(begin) for w in _words_of(line))]
        assert index.having([begin]) == found, (begin, lines)
        assert sorted(index.whole_first(found, [begin])) == found
        for at in found:
            assert places(lines[at], begin), (lines[at], begin)


def _words_of(line: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", as_searched(line)).split()


def _source(text: str) -> None:
    """A quote is found where going through all offsets finds it, whether the text was sorted or not."""
    read = source_of("made", text)
    index = SourceIndex(read)
    searched = index.sentences
    presorted = Phrases(searched.text, patience=-1)
    for phrase in _phrases(searched.text):
        begins = (found.start() for found in re.finditer(f"(?={re.escape(phrase)})", searched.text))
        there = [at for at in begins if stands_at(searched.text, phrase, at)]
        first = there[0] if there else -1
        assert find_words(searched.text, phrase) == there, phrase
        assert searched.find(phrase) == presorted.next(phrase) == first, phrase
        middle = len(searched.text) // 2
        later = next((at for at in there if at >= middle), -1)
        assert searched.find(phrase, middle) == presorted.next(phrase, middle) == later, phrase
        found = index.resolve(Citation(source="made", quote=phrase))
        lines = {searched.line_at(at) for at in there}
        assert isinstance(found, Evidence) == (len(lines) == 1), (phrase, found)
        if isinstance(found, Evidence):
            assert phrase in fold(found.text), (phrase, found.text)  # an ellipsis is quoted whole


def _phrases(text: str) -> Iterator[str]:
    """Some stretches of a text, within a paragraph and without blanks around them."""
    places_ = [found.start() for found in re.finditer(r"\S+", text)]
    for number, at in enumerate(places_[:_WORDS:5]):
        for end in (at + 1, at + 7, *places_[number * 5 + 2 : number * 5 + 6 : 3]):
            phrase = " ".join(text[at:end].partition("\n")[0].split(" ")).strip()
            if phrase:
                yield phrase


@cache
def _scheduler() -> Scheduler:
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


_NOW = datetime(2022, 3, 29, tzinfo=UTC)


def _formulas(data: bytes) -> None:
    """An answer does to a memory in plain numbers what it does with the library's objects."""
    scheduler = _scheduler()
    ours = Formulas(scheduler.parameters, 36_500)
    for first, second, third in struct.iter_unpack("<HHH", data[: min(len(data), 60) // 6 * 6]):
        stability, difficulty = 0.001 + first * first / 1e5, 1 + second / 65535 * 9
        grade, days = (AGAIN, HARD, GOOD)[third % 3], third % 4001 - 30
        card = Card(0, State.Review, None, stability, difficulty, _NOW, _NOW - timedelta(days=days))
        after, _ = scheduler.review_card(card, Rating(grade), _NOW)
        assert ours.after(stability, difficulty, days, grade) == (after.stability, after.difficulty)
        assert after.stability is not None
        assert ours.interval(after.stability, 0.9) == (after.due - _NOW).days


def seeds() -> tuple[bytes, ...]:
    """Lessons of one question beside each other, and with a glossary and approvals; parts of sources."""
    second, tiny = DATA / "second", DATA / "tiny"
    lessons = (*sorted(Path(__file__).parent.glob("*.toml")), *sorted(second.glob("lessons/*.toml")))
    pieces = [piece for file in lessons for piece in of_lesson(file.read_bytes())]
    courses = [pieces[at : at + 3] for at in range(0, len(pieces), 3)]
    others = [(tiny / "lessons" / f"{name}.toml").read_bytes() for name in FILES[-2:]]
    bell = (tiny / "lessons" / "the-bell.toml").read_bytes()
    circle = [(DATA / "rules" / "QZ501" / "bad" / "lessons" / f"{name}.toml").read_bytes() for name in FILES[3:5]]
    courses += [[*pieces[:3], *circle, *others], [b"", b"", *pieces[:2], bell, *others]]
    courses += [
        [b"", b"", b"", file.read_bytes(), bell] for file in sorted(DATA.glob("rules/QZ5*/bad/lessons/example.toml"))
    ]
    sources = [piece for file in SOURCES for piece in of_source(file.read_bytes())]
    return (*map(BETWEEN.encode().join, courses), *sources)
