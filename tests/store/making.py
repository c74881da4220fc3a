"""Attempts for tests of the learner's file."""

import random
from datetime import UTC, datetime, timedelta

from quizapp.quiz.attempt import Attempt, uuid7

START = datetime(2022, 3, 29, 9, 30, tzinfo=UTC)
STATE = {"sitting": "s", "learner": None, "course": "tiny", "at": 1}


def attempt(number: int, *, correct: bool = True, learner: str | None = None, item: str = "bell/a") -> Attempt:
    """The `number`-th attempt, a minute after the one before."""
    at = START + timedelta(minutes=number)
    identity = uuid7(at, random.Random(number))  # noqa: S311  the same each time
    return Attempt(
        id=identity,
        course="tiny",
        item=item,
        at=at,
        correct=correct,
        response=("Yes",),
        parts=(True, False),
        seconds=1.5,
        learner=learner,
        sitting="s",
    )


def undo_of(target: Attempt, number: int) -> Attempt:
    """The record that takes `target` back."""
    blank = attempt(number)
    return Attempt(id=blank.id, course=target.course, item=target.item, at=blank.at, kind="undo", target=target.id,
                   learner=target.learner, counts=False, sitting="s")  # fmt: skip
