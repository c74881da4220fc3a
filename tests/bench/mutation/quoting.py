"""Operators on the words of a quote."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from quizapp.text.span import Span
from tests.bench.mutation.course import GLOSSARY, Course, Mutant, toml, walk
from tests.bench.mutation.operators import ERROR, Make, Operator
from tests.bench.mutation.words import LETTERS, Rewrite, changes, letters, put, said, words

_ALIKE = dict(zip("aeopcxiyAEOBHKMPCT", "аеорсхіуАЕОВНКМРСТ", strict=True))
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_JOINERS = "\u200c\u200d"


def of_quotes(rewrite: Rewrite) -> Make:
    """Every quote, written otherwise."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        for cited in course.citations:
            quote = rewrite(cited.quote, random)
            if quote is not None and changes(cited.quote, quote):
                yield course.rewritten(cited.file, (*cited.path, "quote"), quote)

    return make


def _at_letter(edit: Callable[[str, Random], str], wanted: Callable[[str], bool] = str.isalpha) -> Rewrite:
    def rewrite(quote: str, random: Random) -> str | None:
        sites = letters(quote, wanted)
        at = random.choice(sites) if sites else None
        return None if at is None else put(quote, Span(at, at + 1), edit(quote[at], random))

    return rewrite


def _another(letter: str, random: Random) -> str:
    other = random.choice([c for c in LETTERS if c != letter.lower()])
    return other.upper() if letter.isupper() else other


def _another_digit(digit: str, random: Random) -> str:
    return random.choice([c for c in "0123456789" if c != digit])


def _swapped(wanted: Callable[[str], bool]) -> Rewrite:
    def rewrite(quote: str, random: Random) -> str | None:
        sites = [i for i in letters(quote, wanted) if wanted(quote[i + 1 : i + 2]) and quote[i] != quote[i + 1]]
        at = random.choice(sites) if sites else None
        return None if at is None else put(quote, Span(at, at + 2), quote[at + 1] + quote[at])

    return rewrite


def inner_word_replaced(quote: str, random: Random) -> str | None:
    inner = words(quote)[1:-1]
    others = [said(quote, span) for span in words(quote)] + ["perhaps", "however", "certainly"]
    span = random.choice(inner) if inner else None
    return span and put(quote, span, random.choice([w for w in others if w != said(quote, span)]))


def inner_word_deleted(quote: str, random: Random) -> str | None:
    spans = words(quote)
    at = random.randrange(1, len(spans) - 1) if len(spans) > 2 else 0
    return put(quote, Span(spans[at].start, spans[at + 1].start), "") if at else None


def inner_word_inserted(quote: str, random: Random) -> str | None:
    inner = words(quote)[1:]
    span = random.choice(inner) if inner else None
    return span and put(quote, Span(span.start, span.start), random.choice(("not ", "very ", "also ", "the ", "then ")))


def _inner_word_doubled(quote: str, random: Random) -> str | None:
    inner = words(quote)[1:-1]
    span = random.choice(inner) if inner else None
    return span and put(quote, span, f"{said(quote, span)} {said(quote, span)}")


def _inner_words_swapped(quote: str, random: Random) -> str | None:
    spans = words(quote)
    pairs = [(a, b) for a, b in pairwise(spans[1:-1]) if said(quote, a) != said(quote, b)]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    return put(put(quote, other, said(quote, one)), one, said(quote, other))


def _homoglyph(quote: str, random: Random) -> str | None:
    sites = [i for i, c in enumerate(quote) if c in _ALIKE]
    at = random.choice(sites) if sites else None
    return None if at is None else put(quote, Span(at, at + 1), _ALIKE[quote[at]])


def _hidden(characters: str, *, quotes: bool) -> Make:
    """One of the characters somewhere in a text, as itself or by its number."""

    def make(course: Course, random: Random) -> Iterator[Mutant]:
        for file in (*course.lessons, GLOSSARY):
            for path, value in walk(course.data[file]):
                if isinstance(value, str) and value and (path[-1] == "quote") == quotes:
                    at = random.randrange(len(value) + 1)
                    character = random.choice(characters)
                    written = toml(put(value, Span(at, at), character), escaped=random.random() < 0.5)
                    what = f"U+{ord(character):04X} in {value[:40]!r} at {at}"
                    yield course.mutant(file, what, {path: written})

    return make


def _operators() -> Iterator[Operator]:
    for name, wanted, other in (("letter", str.isalpha, _another), ("digit", str.isdigit, _another_digit)):
        yield Operator(f"quote: {name} edited", ERROR, of_quotes(_at_letter(other, wanted)))
        yield Operator(f"quote: {name} deleted", ERROR, of_quotes(_at_letter(lambda _, __: "", wanted)))
        inserted = _at_letter(lambda c, random, other=other: c + other(c, random), wanted)  # type: ignore[misc]
        yield Operator(f"quote: {name} inserted", ERROR, of_quotes(inserted))
        yield Operator(f"quote: {name} doubled", ERROR, of_quotes(_at_letter(lambda c, _: c + c, wanted)))
        yield Operator(f"quote: {name}s swapped", ERROR, of_quotes(_swapped(wanted)))
    yield Operator("quote: case flipped", ERROR, of_quotes(_at_letter(lambda c, _: c.swapcase())))
    yield Operator("quote: inner word replaced", ERROR, of_quotes(inner_word_replaced))
    yield Operator("quote: inner word deleted", ERROR, of_quotes(inner_word_deleted))
    yield Operator("quote: inner word inserted", ERROR, of_quotes(inner_word_inserted))
    yield Operator("quote: inner word doubled", ERROR, of_quotes(_inner_word_doubled))
    yield Operator("quote: inner words swapped", ERROR, of_quotes(_inner_words_swapped))
    yield Operator("quote: homoglyph", ERROR, of_quotes(_homoglyph))
    yield Operator("quote: zero-width character", ERROR, _hidden(_ZERO_WIDTH + _JOINERS, quotes=True))
    yield Operator("quote: bidirectional character", ERROR, _hidden(_BIDIRECTIONAL, quotes=True))
    yield Operator("any text: zero-width character", ERROR, _hidden(_ZERO_WIDTH, quotes=False))
    yield Operator("any text: bidirectional character", ERROR, _hidden(_BIDIRECTIONAL, quotes=False))


OPERATORS = tuple(_operators())
