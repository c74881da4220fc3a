"""When an item comes back: FSRS. The only module that knows the library of that name; it is loaded when first needed.

Steps within a day are left out: the retry within a sitting takes their place. So the shortest interval is a day.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.quiz.formulas import AGAIN, GOOD, HARD, Formulas
from quizapp.quiz.pace import RETENTION

if TYPE_CHECKING:
    from fsrs import Scheduler

_DAY = 86_400_000_000
"""Microseconds."""


class Memory(NamedTuple):
    """What the attempts at an item add up to; a tuple, since thousands are made to tell of a large course."""

    stability: float
    """Days after which the chance of remembering has sunk to nine in ten."""
    difficulty: float
    """From 1 (easy) to 10."""
    due: datetime
    """When it comes back, in UTC."""
    last: datetime
    """When it was last answered, in UTC."""
    reps: int = 1
    """Answers that counted."""
    lapses: int = 0
    """Wrong answers among them."""


Row: TypeAlias = tuple[float, float, int, int, int, int]
"""A memory as plain numbers, in the order of its fields; times are microseconds since 1970 in UTC."""
Outcome: TypeAlias = tuple[int, bool | int, bool | int]
"""What of an answer bears on memory: when, as a `Row` has it, whether it was right, and whether it was sure and without
a hint."""


def add_up(outcomes: Iterable[Outcome], before: Row | None = None, *, retention: float = RETENTION) -> Row | None:
    """The memory after these answers to one item, which count and were not undone, oldest first.

    Wrong is Again, unsure or after a hint Hard, otherwise Good. `before` is what earlier ones have left.
    """
    formulas = _formulas()
    stability, difficulty, _, last, reps, lapses = before or (0.0, 0.0, 0, 0, 0, 0)
    for at, correct, easy in outcomes:
        grade = AGAIN if not correct else GOOD if easy else HARD
        if reps:
            stability, difficulty = formulas.after(stability, difficulty, (at - last) // _DAY, grade)
        else:
            stability, difficulty = formulas.first(grade)
        last = at
        reps += 1
        lapses += not correct
    if not reps:
        return None
    return stability, difficulty, due_after(stability, last, retention=retention), last, reps, lapses


def due_after(stability: float, last: int, *, retention: float = RETENTION) -> int:
    """When an item comes back that was answered at `last` and has this stability, in days, since then.

    Both times are those of a `Row`. Of a memory nothing else depends on the desired retention.
    """
    return last + _formulas().interval(stability, retention) * _DAY


def recalls(memories: Mapping[str, Memory], now: datetime) -> dict[str, float]:
    """How likely each item is remembered now, from 0 to 1."""
    from fsrs import Card

    card = Card(card_id=0, due=now)  # without these it waits, and asks the clock
    chance = _scheduler().get_card_retrievability
    found = {}
    for key, memory in memories.items():
        card.stability, card.last_review = memory.stability, memory.last
        found[key] = chance(card, now)
    return found


def warm() -> None:
    """Load what the first answer needs, so that it does not wait."""
    _formulas()


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler()


@cache
def _formulas() -> Formulas:
    from_library = _scheduler()
    return Formulas(from_library.parameters, from_library.maximum_interval)
