"""What attempts add up to, worked out from all of them at once: what is kept beside the log is held to it."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler, State

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.pace import RETENTION
from quizapp.quiz.schedule import Memory
from quizapp.quiz.stats import QUARTER, Tally


def standing(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """The answers that no undo has taken back, in the order in which they were given."""
    known = tuple(attempts)
    undone = {attempt.target for attempt in known if attempt.kind == "undo"}
    answers = (attempt for attempt in known if attempt.kind == "answer" and attempt.id not in undone)
    return tuple(sorted(answers, key=lambda attempt: (attempt.at, attempt.id)))


def flags(attempts: Iterable[Attempt]) -> list[Attempt]:
    """The flags that no undo has taken back, in the order in which they were set."""
    known = tuple(attempts)
    undone = {attempt.target for attempt in known if attempt.kind == "undo"}
    found = (attempt for attempt in known if attempt.kind == "flag" and attempt.id not in undone)
    return sorted(found, key=lambda attempt: (attempt.at, attempt.id))


def fold(attempts: Iterable[Attempt], *, retention: float = RETENTION) -> Memory | None:
    """The memory that the attempts at one item add up to, in whatever order they come; None where none counts.

    It is worked out by the library that is the reference.
    """
    scheduler = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, counted = (
        Card(card_id=0, due=datetime.fromtimestamp(0, UTC)),
        [one for one in standing(attempts) if one.counts],
    )
    for one in counted:
        sure = one.sure and not one.hints
        rating = Rating.Again if not one.correct else Rating.Good if sure else Rating.Hard
        card, _ = scheduler.review_card(card, rating, one.at)
    if card.stability is None or card.difficulty is None:
        return None
    lapses = sum(not one.correct for one in counted)
    return Memory(card.stability, card.difficulty, card.due, counted[-1].at, len(counted), lapses)


def recall(memory: Memory, now: datetime) -> float:
    """How likely the item is remembered now, from 0 to 1."""
    card = Card(card_id=0, state=State.Review, due=now, stability=memory.stability, last_review=memory.last)
    return Scheduler().get_card_retrievability(card, now)


def tally(attempts: Iterable[Attempt]) -> Tally:
    """How well was answered, in whatever order the attempts come."""
    cells: Counter[str] = Counter()
    for attempt in standing(attempts):
        cells["answers"] += 1
        if attempt.counts:
            cells[f"{'sure' if attempt.sure else 'unsure'}_{'right' if attempt.correct else 'wrong'}"] += 1
    return Tally(**cells)


def activity(attempts: Iterable[Attempt]) -> dict[int, int]:
    """How many answers each quarter of an hour since 1970 has, oldest first."""
    return dict(sorted(Counter(to_microseconds(attempt.at) // QUARTER for attempt in standing(attempts)).items()))
