"""When an item comes back: FSRS. The only module that knows the library of that name; it is loaded when first needed.

Steps within a day are left out: the retry within a sitting takes their place. So the shortest interval is a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from quizapp.quiz.attempt import Attempt, standing

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""How likely an item should still be remembered when it comes back."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the attempts at an item add up to."""

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


def remember(memory: Memory | None, attempt: Attempt, *, retention: float = RETENTION) -> Memory:
    """The memory after one more answer that counts: wrong is Again, unsure or after a hint Hard, otherwise Good."""
    card = _review(_card(memory, attempt.at), attempt, retention)
    reps, lapses = (memory.reps, memory.lapses) if memory else (0, 0)
    return _memory(card, attempt, reps + 1, lapses + (not attempt.correct))


def fold(attempts: Iterable[Attempt], *, retention: float = RETENTION) -> Memory | None:
    """The memory that the attempts at one item add up to, in whatever order they come; None where none counts."""
    answers = [attempt for attempt in standing(attempts) if attempt.counts]
    if not answers:
        return None
    card = _card(None, answers[0].at)
    for attempt in answers:
        card = _review(card, attempt, retention)
    return _memory(card, answers[-1], len(answers), sum(not attempt.correct for attempt in answers))


def recall(memory: Memory, now: datetime, *, retention: float = RETENTION) -> float:
    """How likely the item is remembered now, from 0 to 1."""
    return _scheduler(retention).get_card_retrievability(_card(memory, now), now)


def warm() -> None:
    """Load what the first answer needs, so that it does not wait."""
    _scheduler(RETENTION)


@cache
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _review(card: "Card", attempt: Attempt, retention: float) -> "Card":
    from fsrs import Rating

    if not attempt.correct:
        rating = Rating.Again
    elif attempt.hints or not attempt.sure:
        rating = Rating.Hard
    else:
        rating = Rating.Good
    return _scheduler(retention).review_card(card, rating, attempt.at)[0]


def _memory(card: "Card", last: Attempt, reps: int, lapses: int) -> Memory:
    if card.stability is None or card.difficulty is None:
        raise AssertionError("a reviewed card has its stability and difficulty")
    return Memory(card.stability, card.difficulty, card.due, last.at, reps, lapses)


def _card(memory: Memory | None, now: datetime) -> "Card":
    """A card with id and due date given, since a card without an id sleeps for a millisecond."""
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0, due=now)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last,
    )
