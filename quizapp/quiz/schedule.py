"""When an item comes back: FSRS. The only module that knows the library of that name; it is loaded when first needed.

Steps within a day are left out: the retry within a sitting takes their place. So the shortest interval is a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.pace import RETENTION

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler


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


class Outcome(NamedTuple):
    """What of an answer bears on memory."""

    at: datetime
    correct: bool
    easy: bool
    """Whether the learner was sure and took no hint."""


def remember(memory: Memory | None, attempt: Attempt, *, retention: float = RETENTION) -> Memory:
    """The memory after one more answer that counts: wrong is Again, unsure or after a hint Hard, otherwise Good."""
    outcome = _outcome(attempt)
    card = _review(_card(memory, attempt.at), outcome, retention)
    reps, lapses = (memory.reps, memory.lapses) if memory else (0, 0)
    return _memory(card, outcome, reps + 1, lapses + (not outcome.correct))


def fold_outcomes(outcomes: Iterable[Outcome], *, retention: float = RETENTION) -> Memory | None:
    """The memory that the answers to one item add up to which count and were not undone, oldest first."""
    card: Card | None = None
    reps = lapses = 0
    for outcome in outcomes:
        card = _review(card or _card(None, outcome.at), outcome, retention)
        reps, lapses = reps + 1, lapses + (not outcome.correct)
    return None if card is None else _memory(card, outcome, reps, lapses)


def due_after(stability: float, last: datetime, *, retention: float = RETENTION) -> datetime:
    """When an item comes back that was answered at `last` and has this stability, in days, since then.

    Of a memory nothing else depends on the desired retention. It rests on `Scheduler._next_interval` of fsrs 6: in
    public the library gives an interval only as the outcome of a review.
    """
    days = _scheduler(retention)._next_interval(stability=stability)  # noqa: SLF001 - see above
    return last + timedelta(days=days)


def recalls(memories: Mapping[str, Memory], now: datetime) -> dict[str, float]:
    """How likely each item is remembered now, from 0 to 1."""
    from fsrs import Card, State

    card = Card(card_id=0, state=State.Review, due=now)
    chance = _scheduler(RETENTION).get_card_retrievability
    found = {}
    for key, memory in memories.items():
        card.stability, card.last_review = memory.stability, memory.last
        found[key] = chance(card, now)
    return found


def warm() -> None:
    """Load what the first answer needs, so that it does not wait."""
    _scheduler(RETENTION)


@cache
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _outcome(attempt: Attempt) -> Outcome:
    return Outcome(attempt.at, attempt.correct is True, attempt.sure and not attempt.hints)


def _review(card: "Card", outcome: Outcome, retention: float) -> "Card":
    again, hard, good = _ratings()
    rating = again if not outcome.correct else good if outcome.easy else hard
    return _scheduler(retention).review_card(card, rating, outcome.at)[0]


@cache
def _ratings() -> "tuple[Rating, Rating, Rating]":
    from fsrs import Rating

    return Rating.Again, Rating.Hard, Rating.Good


def _memory(card: "Card", last: Outcome, reps: int, lapses: int) -> Memory:
    if card.stability is None or card.difficulty is None:
        raise AssertionError("a reviewed card has its stability and difficulty")
    return Memory(card.stability, card.difficulty, card.due, last.at, reps, lapses)


@cache
def _own_card() -> "type[Card]":
    from fsrs import Card

    class OwnCard(Card):
        """Known to nobody else, so that a review may change it: to copy it first takes longer than the review."""

        def __copy__(self) -> "OwnCard":
            return self

    return OwnCard


def _card(memory: Memory | None, now: datetime) -> "Card":
    """A card with id and due date given, since a card without an id sleeps for a millisecond."""
    from fsrs import State

    if memory is None:
        return _own_card()(card_id=0, due=now)
    return _own_card()(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last,
    )
