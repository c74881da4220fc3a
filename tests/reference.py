"""What attempts add up to, worked out from all of them at once: what is kept beside the log is held to it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from fsrs import Card, Scheduler, State

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.pace import RETENTION
from quizapp.quiz.schedule import Memory, remember
from quizapp.quiz.stats import QUARTER, Tally


def standing(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """The answers that no undo has taken back, in the order in which they were given."""
    known = tuple(attempts)
    undone = {attempt.target for attempt in known if attempt.kind == "undo"}
    answers = (attempt for attempt in known if attempt.kind == "answer" and attempt.id not in undone)
    return tuple(sorted(answers, key=lambda attempt: (attempt.at, attempt.id)))


def fold(attempts: Iterable[Attempt], *, retention: float = RETENTION) -> Memory | None:
    """The memory that the attempts at one item add up to, in whatever order they come; None where none counts."""
    memory: Memory | None = None
    for attempt in standing(attempts):
        if attempt.counts:
            memory = remember(memory, attempt, retention=retention)
    return memory


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
