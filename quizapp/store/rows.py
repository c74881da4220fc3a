"""Attempts and memories as rows of the learner's file; what they are is loaded when the first is read."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from quizapp.quiz.moments import from_microseconds, to_microseconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from quizapp.quiz.attempt import Attempt
    from quizapp.quiz.schedule import Memory

ATTEMPT_COLUMNS = (
    "id, course, item, at, kind, response, correct, parts, sure, hints, seconds, fingerprint, learner, target, counts, "
    "sitting"
)
OUTCOME_COLUMNS = "at, correct, sure AND NOT hints"
NAMED = "item IN (SELECT :item UNION ALL SELECT was FROM renames WHERE course = :course AND item = :item)"
"""Of the log: whether an attempt is at an item, under any of its names."""
STANDS = "NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = attempt.id AND undo.kind = 'undo')"
"""Of the log, as `attempt`: whether no undo has taken it back."""
MEMORY_COLUMNS = "stability, difficulty, due, last, reps, lapses"


def texts_of(texts: Sequence[str]) -> str:
    """Texts as a column of `ATTEMPT_COLUMNS` holds them."""
    return f"[{', '.join(map(encode_basestring, texts))}]"


@lru_cache(maxsize=256)
def flags_of(flags: tuple[bool, ...]) -> str:
    """What is true and what is not, as a column of `ATTEMPT_COLUMNS` holds it."""
    return f"[{', '.join('true' if flag else 'false' for flag in flags)}]"


def row_of(attempt: Attempt) -> tuple[Any, ...]:
    """The values of `ATTEMPT_COLUMNS`; what is true is 1, for which Python's sqlite3 need not look up an adapter."""
    correct = attempt.correct
    return (
        attempt.id,
        attempt.course,
        attempt.item,
        to_microseconds(attempt.at),
        attempt.kind,
        texts_of(attempt.response),
        None if correct is None else int(correct),
        flags_of(attempt.parts),
        int(attempt.sure),
        attempt.hints,
        attempt.seconds,
        attempt.fingerprint,
        attempt.learner or "",
        attempt.target,
        int(attempt.counts),
        attempt.sitting,
    )


def attempt_of(row: Sequence[Any]) -> Attempt:
    """The attempt whose `ATTEMPT_COLUMNS` are `row`."""
    from quizapp.quiz.attempt import Attempt

    return Attempt(
        id=row[0],
        course=row[1],
        item=row[2],
        at=from_microseconds(row[3]),
        kind=row[4],
        response=_tuple(row[5]),
        correct=None if row[6] is None else bool(row[6]),
        parts=_tuple(row[7]),
        sure=bool(row[8]),
        hints=row[9],
        seconds=row[10],
        fingerprint=row[11],
        learner=row[12] or None,
        target=row[13],
        counts=bool(row[14]),
        sitting=row[15],
    )


_NEVER = 1e300
"""Days of stability that no memory has."""


def is_sound(stability: float, difficulty: float) -> bool:
    """Whether a memory can have these: days that can be reckoned with, and from 1 to 10."""
    return 0 < stability < _NEVER and 1 <= difficulty <= 10


def memories_of(rows: Iterable[Sequence[Any]]) -> dict[str, Memory]:
    """The memories in rows of an item's key and `MEMORY_COLUMNS`; `ValueError` where there can be none like one."""
    from quizapp.quiz.schedule import Memory

    found: dict[str, Memory] = {}
    for item, stability, difficulty, due, last, reps, lapses in rows:
        if not is_sound(stability, difficulty):
            raise ValueError
        found[item] = Memory(stability, difficulty, from_microseconds(due), from_microseconds(last), reps, lapses)
    return found


def _tuple(text: str) -> tuple[Any, ...]:
    return () if text == "[]" else tuple(json.loads(text))
