"""The nine types of question, as authors write them.

The union is closed: what is done with a question is a function with `match` and `assert_never`, never a method here.
"""

from itertools import chain
from typing import Literal, TypeAlias, assert_never

from quizapp.content.base import Allowance, Decimal, Flag, model
from quizapp.content.citation import Citation

Level: TypeAlias = Literal["remember", "understand", "analyse"]


@model(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to pick: a text, or a source."""

    text: str = ""
    source: str | None = None
    """A source's slug, instead of a text; it is shown by the source's name."""
    why: str = ""
    """Prose: why it is wrong."""
    cite: tuple[Citation, ...] = ()
    """For a source as a right answer: the citation from that source."""

    @property
    def value(self) -> str:
        """What is recorded when it is chosen: the text, or the source's slug."""
        return self.source if self.source is not None else self.text


@model(frozen=True, slots=True, kw_only=True)
class Base:
    """What every type of question has."""

    id: str
    cite: tuple[Citation, ...] = ()
    """What supports the key."""
    context: tuple[Citation, ...] = ()
    """What supports the wording, such as who "he" is."""
    explain: str = ""
    hint: str = ""
    about: tuple[str, ...] = ()
    level: Level = "remember"
    frame: str = ""
    """The quote with the key cut out: `come to the aid of Ukraine {answer}`."""
    shuffle: Flag = True
    allow: tuple[Allowance, ...] = ()
    was: tuple[str, ...] = ()
    """Earlier identities, `lesson/question`, whose history it keeps."""


@model(frozen=True, slots=True, kw_only=True)
class Choice(Base):
    """Pick the one right option."""

    type: Literal["choice"]
    prompt: str
    answer: Option
    distractors: tuple[Option, ...]


@model(frozen=True, slots=True, kw_only=True)
class Select(Base):
    """Pick all right options."""

    type: Literal["select"]
    prompt: str
    answers: tuple[Option, ...]
    distractors: tuple[Option, ...]


@model(frozen=True, slots=True, kw_only=True)
class Boolean(Base):
    """Say whether a statement, the prompt, is true."""

    type: Literal["boolean"]
    prompt: str
    answer: Flag


@model(frozen=True, slots=True, kw_only=True)
class Short(Base):
    """Type a few words."""

    type: Literal["short"]
    prompt: str
    answer: str
    accept: tuple[str, ...] = ()
    exact: Flag = False


@model(frozen=True, slots=True, kw_only=True)
class Number(Base):
    """Type a number, in digits or words."""

    type: Literal["number"]
    prompt: str
    answer: Decimal
    tolerance: Decimal = 0
    """Absolute, in the unit of the answer."""
    unit: str = ""


@model(frozen=True, slots=True, kw_only=True)
class Cloze(Base):
    """Fill the blanks of a quote."""

    type: Literal["cloze"]
    text: str
    """With `{{blank}}`, or `{{blank|also accepted}}`."""
    prompt: str = ""


@model(frozen=True, slots=True, kw_only=True)
class Pair:
    """A left and the right that goes with it."""

    left: str
    right: str
    cite: tuple[Citation, ...] = ()


@model(frozen=True, slots=True, kw_only=True)
class Match(Base):
    """Give each left its right."""

    type: Literal["match"]
    prompt: str
    pairs: tuple[Pair, ...]
    extra: tuple[str, ...] = ()


@model(frozen=True, slots=True, kw_only=True)
class Step:
    """One item of an order."""

    text: str
    cite: tuple[Citation, ...] = ()


@model(frozen=True, slots=True, kw_only=True)
class Order(Base):
    """Put items into their order."""

    type: Literal["order"]
    prompt: str
    items: tuple[Step, ...]


@model(frozen=True, slots=True, kw_only=True)
class FindEvidence(Base):
    """Pick the sentence or sentences of a source that support a claim; the `evidence` type."""

    type: Literal["evidence"]
    claim: str
    also: tuple[tuple[Citation, ...], ...] = ()
    """Full alternatives to `cite`."""

    @property
    def prompt(self) -> str:
        """The claim, under the name that the other types have for it."""
        return self.claim


Question: TypeAlias = Choice | Select | Boolean | Short | Number | Cloze | Match | Order | FindEvidence

TYPES: dict[str, type[Question]] = {
    "choice": Choice,
    "select": Select,
    "boolean": Boolean,
    "short": Short,
    "number": Number,
    "cloze": Cloze,
    "match": Match,
    "order": Order,
    "evidence": FindEvidence,
}
"""The nine types by the name that authors write."""


def right_options(question: Choice | Select) -> tuple[Option, ...]:
    """The options that are right to pick."""
    return (question.answer,) if isinstance(question, Choice) else question.answers


def key_citations(question: Question) -> tuple[Citation, ...]:
    """All that its key rests on: what it cites, and what its right options, pairs, items and alternatives do."""
    return (*question.cite, *chain.from_iterable(part_citations(question)))


def part_citations(question: Question) -> tuple[tuple[Citation, ...], ...]:
    """What each of its right options, pairs, items or alternatives cites for itself."""
    match question:
        case Choice() | Select():
            return tuple(option.cite for option in right_options(question))
        case Match():
            return tuple(pair.cite for pair in question.pairs)
        case Order():
            return tuple(item.cite for item in question.items)
        case FindEvidence():
            return question.also
        case Boolean() | Short() | Number() | Cloze():
            return ()
        case _:
            assert_never(question)
