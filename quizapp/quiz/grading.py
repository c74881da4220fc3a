"""Right or wrong: what a response is worth against a task.

Typed answers: case, accents and punctuation are folded, numbers, units and spellings of one glossary name are equal;
from five letters one slip is forgiven and said so, never onto another name or number; `exact` forgives nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from quizapp.content.values import Aliases, canonical, comparable, numeral, quantity, same_value
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task
from quizapp.text.fold import fold

_LETTERS_FOR_A_SLIP = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a response is worth."""

    correct: bool
    parts: tuple[bool, ...] = ()
    """Whether each blank, left or place is right; empty for a pick."""
    accepted: tuple[str | None, ...] = ()
    """For each blank, the answer that a slip was forgiven for, else None; empty but for a fill."""
    partly: bool = False
    """Whether some of it is right and some is not; for memory that is wrong."""


def grade(task: Task, response: Response) -> Verdict:
    """The verdict on any response, a malformed one included."""
    match task:
        case Pick():
            chosen = frozenset(response)
            correct = chosen in task.right
            return Verdict(correct, partly=task.many and not correct and any(chosen & right for right in task.right))
        case Fill():
            typed = _padded(response, len(task.blanks))
            readings = [_read(text, i, task) for i, text in enumerate(typed)]
            parts = tuple(right for right, _ in readings)
            correct = all(parts) and len(response) == len(parts)
            return Verdict(correct, parts, tuple(slip for _, slip in readings), not correct and any(parts))
        case Arrange():
            given = _padded(response, len(task.right))
            parts = tuple(card == right for card, right in zip(given, task.right, strict=True))
            correct = all(parts) and len(response) == len(parts)
            return Verdict(correct, parts, partly=not correct and any(parts))
        case _:
            assert_never(task)


def problem(task: Task, response: Response) -> str:
    """Why a response may not be submitted yet, as a sentence for the learner; empty when it may."""
    match task:
        case Pick():
            if not set(response) <= {option.value for option in task.options}:
                return "Pick among what is offered."
            if task.many:
                return "" if response else "Pick at least one."
            return "" if len(response) == 1 else "Pick one."
        case Fill():
            if len(response) != len(task.blanks) or not all(text.strip() for text in response):
                return "Fill in every blank." if len(task.blanks) > 1 else "Type an answer."
            numbers = (text for text, blank in zip(response, task.blanks, strict=True) if blank.number is not None)
            return "" if all(read_number(t, task.unit) is not None for t in numbers) else _NO_NUMBER
        case Arrange():
            if len(response) != len(task.slots) or not set(response) <= set(task.cards):
                return "Give each of them a card."
            return "" if not task.once or sorted(response) == sorted(task.cards) else "Use every card once."
        case _:
            assert_never(task)


_NO_NUMBER = "Type a number, in digits or words."


def fits(task: Task, draft: Response) -> bool:
    """Whether what was chosen or typed so far, which may lack parts, belongs to this task as it is now."""
    match task:
        case Pick():
            return (task.many or len(draft) < 2) and set(draft) <= {option.value for option in task.options}
        case Fill():
            return len(draft) == len(task.blanks)
        case Arrange(once=True):
            return sorted(draft) == sorted(task.cards)
        case Arrange():
            return len(draft) == len(task.slots) and set(draft) <= {"", *task.cards}
        case _:
            assert_never(task)


def key_of(task: Task) -> Response:
    """The right response, as the author wrote it first."""
    match task:
        case Pick():
            return tuple(option.value for option in task.options if option.value in task.right[0])
        case Fill():
            return tuple(blank.answer for blank in task.blanks)
        case Arrange():
            return task.right
        case _:
            assert_never(task)


def read_number(text: str, unit: str) -> Decimal | None:
    """The number typed, in `unit`, which may be repeated or replaced by one that converts; None for anything else."""
    plain = numeral(text)
    if plain is not None:
        return plain
    if not unit:
        return None
    found, one = quantity(text), quantity(f"1 {unit}")
    if found is not None and one is not None and found.unit == one.unit and not found.ordinal:
        return found.value / one.value
    words, unit_words = comparable(text).split(), [_singular(word) for word in comparable(unit).split()]
    repeated = [_singular(word) for word in words[-len(unit_words) :]] == unit_words
    return numeral(" ".join(words[: -len(unit_words)])) if repeated and unit_words else None


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") else word


def _padded(response: Response, length: int) -> Response:
    return (*response[:length], *[""] * (length - len(response)))


def _read(text: str, index: int, task: Fill) -> tuple[bool, str | None]:
    """Whether what was typed into a blank is right, and for which answer a slip was forgiven."""
    blank = task.blanks[index]
    if blank.number is not None:
        number = read_number(text, task.unit)
        return number is not None and abs(number - blank.number) <= blank.tolerance, None
    answers = (blank.answer, *blank.accept)
    if blank.exact:
        return fold(text) in map(fold, answers), None
    if any(same_value(text, answer, task.names) for answer in answers):
        return True, None
    elsewhere = {comparable(a) for b in task.blanks if b is not blank for a in (b.answer, *b.accept)}
    if comparable(text) in elsewhere:
        return False, None
    spellings = (spelling for answer in answers for spelling in _spellings(answer, task.names))
    slipped = next((spelling for spelling in spellings if is_slip(text, spelling, task.names)), None)
    return slipped is not None, slipped


def _spellings(answer: str, names: Aliases) -> tuple[str, ...]:
    """The answer and, where it is a name of the glossary, the other spellings of that name."""
    plain = comparable(answer)
    return (answer, *next((group for group in names if plain in map(comparable, group)), ()))


def is_slip(text: str, answer: str, names: Aliases = ()) -> bool:
    """Whether `text` is `answer` but for one letter more, less, other or swapped, in a word of five letters or more.

    Digits never slip, and what becomes another number or another name of the glossary is no slip.
    """
    typed, meant = comparable(text), comparable(answer)
    at = _one_edit(typed, meant)
    if at is None or _digits(typed) != _digits(meant):
        return False
    start, end = meant.rfind(" ", 0, at) + 1, meant.find(" ", at)
    word = meant[start : end if end >= 0 else None]
    if sum(map(str.isalpha, word)) < _LETTERS_FOR_A_SLIP:
        return False
    return _marked(canonical(text, names)) <= _marked(canonical(answer, names))


def _marked(words: Iterable[str]) -> set[str]:
    """The numbers and names among canonical words."""
    return {word for word in words if word[0] in "#@"}


def _digits(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


def _one_edit(typed: str, meant: str) -> int | None:
    """Where in `meant` its one difference from `typed` lies (optimal string alignment distance 1), else None."""
    shorter = min(len(typed), len(meant))
    head = next((i for i in range(shorter) if typed[i] != meant[i]), shorter)
    tail = next((i for i in range(shorter - head) if typed[-1 - i] != meant[-1 - i]), shorter - head)
    left, right = typed[head : len(typed) - tail], meant[head : len(meant) - tail]
    one = max(len(left), len(right)) == 1
    swapped = len(left) == len(right) == 2 and left == right[::-1]
    return head if one or swapped else None
