"""What the learner is asked to do: nine types of question become three tasks, to pick, to fill in or to arrange.

The union is closed; what is done with a task is a function with `match` and `assert_never`, never a method here.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, assert_never

from quizapp.content.citation import Citation
from quizapp.content.cloze import parse_cloze
from quizapp.content.question import (
    Boolean,
    Choice,
    Cloze,
    FindEvidence,
    Match,
    Number,
    Option,
    Order,
    Question,
    Select,
    Short,
)
from quizapp.content.source import Source
from quizapp.content.values import Aliases, quantity

if TYPE_CHECKING:
    from quizapp.content.library import Library


@dataclass(frozen=True, slots=True)
class Choosable:
    """One thing to pick."""

    value: str
    """What is recorded: the text, a source's slug, `true` or `false`, or a sentence's address."""
    label: str
    """What is shown."""
    why: str = ""
    """Prose: why it is wrong."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Pick one, or all that apply."""

    options: tuple[Choosable, ...]
    """In the order shown."""
    right: tuple[frozenset[str], ...]
    """The alternatives, each a full set of values; one of them is to be picked exactly."""
    many: bool
    """Whether more than one may be picked."""
    article: Source | None = None
    """The source whose sentences the options are."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to type."""

    answer: str
    accept: tuple[str, ...] = ()
    """Other answers that are right."""
    exact: bool = False
    """Whether case, accents, punctuation and slips count."""
    number: Decimal | None = None
    """The answer, where a number is asked for."""
    tolerance: Decimal = Decimal(0)
    """How far off the number may be, in the unit of the answer."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill in one blank, or those of a text."""

    blanks: tuple[Blank, ...]
    pieces: tuple[str, ...]
    """The text before, between and after the blanks; one more than there are blanks."""
    unit: str = ""
    """Shown behind the blank of a number."""
    names: Aliases = ()
    """The glossary's names: a slip never lands on another one, and spellings of one name are equal."""


@dataclass(frozen=True, slots=True)
class Arrange:
    """Give each slot a card."""

    slots: tuple[str, ...]
    """The lefts of a match in the author's order; of an order, the places `1`, `2`, …"""
    cards: tuple[str, ...]
    """In the order shown."""
    right: tuple[str, ...]
    """The right card for each slot."""
    once: bool
    """Whether a card is used up when it is given, as in an order."""


Task: TypeAlias = Pick | Fill | Arrange

Response: TypeAlias = tuple[str, ...]
"""Values chosen, in the order shown; texts typed, one per blank; or the card for each slot, `""` where left empty."""


_TRUE_OR_FALSE = (Choosable("true", "True"), Choosable("false", "False"))


def task_of(question: Question, library: "Library", seed: str) -> Task:
    """The task that a question sets; `seed` alone decides the order shown."""
    shuffler = random.Random(seed)  # noqa: S311  an order to show, no secret
    match question:
        case Choice():
            key = frozenset({question.answer.value})
            return Pick(
                _options((question.answer, *question.distractors), question, library, shuffler), (key,), many=False
            )
        case Select():
            key = frozenset(option.value for option in question.answers)
            options = (*question.answers, *question.distractors)
            return Pick(_options(options, question, library, shuffler), (key,), many=True)
        case Boolean():
            return Pick(_TRUE_OR_FALSE, (frozenset({"true" if question.answer else "false"}),), many=False)
        case Short():
            blank = Blank(question.answer, question.accept, question.exact)
            return Fill((blank,), ("", ""), names=names_of(library))
        case Number():
            number, tolerance = Decimal(str(question.answer)), Decimal(str(question.tolerance))
            return Fill((Blank(shown_number(number), number=number, tolerance=tolerance),), ("", ""), question.unit)
        case Cloze():
            cloze = parse_cloze(question.text)
            blanks = tuple(Blank(answer, tuple(accept)) for answer, *accept in cloze.blanks)
            return Fill(blanks, cloze.pieces, names=names_of(library))
        case Match():
            rights = tuple(pair.right for pair in question.pairs)
            cards = _cards((*rights, *question.extra), rights, question, shuffler)
            return Arrange(tuple(pair.left for pair in question.pairs), cards, rights, once=False)
        case Order():
            texts = tuple(step.text for step in question.items)
            places = tuple(str(place) for place in range(1, len(texts) + 1))
            return Arrange(places, _cards(texts, texts, question, shuffler), texts, once=True)
        case FindEvidence():
            return _evidence(question, library)
        case _:
            assert_never(question)


def finding(task: Pick) -> str:
    """What is to be found in an article: `Fry: find the sentence that says so.`; nothing where options are given."""
    if task.article is None:
        return ""
    what = "sentences that say" if task.many else "sentence that says"
    return f"{task.article.name}: find the {what} so."


def names_of(library: "Library") -> Aliases:
    """The glossary's names, one group an entry."""
    return tuple((entry.name, *entry.aliases) for entry in library.glossary.entries)


def shown_number(number: Decimal) -> str:
    """A number in digits, without an exponent or idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _options(
    options: Iterable[Option], question: Choice | Select, library: "Library", shuffler: random.Random
) -> tuple[Choosable, ...]:
    shown = [Choosable(option.value, _label(option, library), option.why) for option in options]
    numbers = _numbers(option.label for option in shown)
    if numbers is not None:
        return tuple(option for _, option in sorted(zip(numbers, shown, strict=True), key=lambda pair: pair[0]))
    if question.shuffle:
        shuffler.shuffle(shown)
        return tuple(shown)
    return tuple(sorted(shown, key=lambda option: option.label.casefold()))


def _label(option: Option, library: "Library") -> str:
    source = None if option.source is None else library.sources.get(option.source)
    return option.value if source is None else source.name


def _numbers(labels: Iterable[str]) -> list[Decimal] | None:
    """The value of each label where all are numbers of one unit, else None."""
    found = [quantity(label) for label in labels]
    sound = [number for number in found if number is not None and not number.ordinal]
    alike = len(sound) == len(found) and len({number.unit for number in sound}) == 1
    return [number.value for number in sound] if alike else None


def _cards(
    texts: Iterable[str], solved: tuple[str, ...], question: Match | Order, shuffler: random.Random
) -> tuple[str, ...]:
    """The cards to give out, each once in a match; never in the order that solves it."""
    cards = list(texts if isinstance(question, Order) else dict.fromkeys(texts))
    if question.shuffle:
        shuffler.shuffle(cards)
    else:
        cards.sort(key=str.casefold)
    needed = list(dict.fromkeys(solved)) if isinstance(question, Match) else list(solved)
    if [card for card in cards if card in needed] == needed and len(set(needed)) > 1:
        first = cards.index(needed[0])
        last = len(cards) - 1 - cards[::-1].index(needed[-1])
        cards[first], cards[last] = cards[last], cards[first]
    return tuple(cards)


def _evidence(question: FindEvidence, library: "Library") -> Pick:
    alternatives = tuple(_addresses(citations, library) for citations in (question.cite, *question.also))
    source = library.sources[question.cite[0].source]
    options = tuple(Choosable(f"{source.slug}:{s.number}", s.text) for s in source.sentences)
    return Pick(options, alternatives, any(len(right) > 1 for right in alternatives), source)


def _addresses(citations: Iterable[Citation], library: "Library") -> frozenset[str]:
    """The sentences that citations resolve to; a heading or furniture is none."""
    return frozenset(
        f"{citation.source}:{sentence.number}"
        for citation in citations
        for sentence in library.evidence[citation].sentences
        if sentence.number
    )
