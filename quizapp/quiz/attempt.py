"""One recorded response. The log of attempts is append-only, and everything known of a learner is a fold over it.

The fields and the form of a record are those of the progress file, which learners keep: none changes its meaning.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any, Literal, TypeAlias, get_args
from uuid import UUID

from quizapp.quiz.moments import to_microseconds

Kind: TypeAlias = Literal["answer", "undo", "flag"]

LONGEST = 10**9
"""Seconds that an answer may have taken."""
MOST_HINTS = 10**6
"""Hints that may have been taken before it."""
MOST_TYPED = 1000
"""Code points that are kept of each part of a response: no answer is so long, and a record is to be read again."""
_FIRST_YEAR, _LAST_YEAR = 1971, 2999
"""Years in which a due date a century on is still a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An answer; a record that calls a question into doubt (flag); or one that takes one of these back (undo)."""

    id: str
    """A UUIDv7."""
    course: str
    item: str
    """`lesson/question` as it was called then."""
    at: datetime
    """In UTC."""
    kind: Kind = "answer"
    response: tuple[str, ...] = ()
    """The authored values chosen, or the texts typed; never positions shown."""
    correct: bool | None = None
    """None for what is no answer."""
    parts: tuple[bool, ...] = ()
    """Whether each blank, left or place is right."""
    sure: bool = True
    hints: int = 0
    """How many hints were taken before it."""
    seconds: float = 0.0
    """From the question's being shown to the answer."""
    fingerprint: str = ""
    """Of the question as it was then; empty where the face knew none."""
    learner: str | None = None
    target: str | None = None
    """The attempt that an undo or a flag concerns."""
    counts: bool = True
    """Whether it counts for memory; a retry within a sitting does not."""
    sitting: str
    """A UUID."""

    def to_record(self) -> dict[str, Any]:
        """The attempt as one line of a progress file, ready for JSON."""
        return {
            "id": self.id,
            "course": self.course,
            "item": self.item,
            "at": rfc3339(self.at),
            "kind": self.kind,
            "response": list(self.response),
            "correct": self.correct,
            "parts": list(self.parts),
            "sure": self.sure,
            "hints": self.hints,
            "seconds": self.seconds,
            "fingerprint": self.fingerprint,
            "learner": self.learner,
            "target": self.target,
            "counts": self.counts,
            "sitting": self.sitting,
        }


def from_record(record: Mapping[str, Any]) -> Attempt:
    """The attempt that one line of a progress file holds; `ValueError` with a reason where it holds none."""
    missing = [key for key in _REQUIRED if key not in record]
    if missing:
        raise ValueError(f"{missing[0]} is missing")
    kind = record["kind"]
    if kind not in get_args(Kind):
        raise ValueError("kind is none of answer, undo and flag")
    correct = record["correct"]
    if (correct is None) is (kind == "answer") or not isinstance(correct, bool | None):
        raise ValueError("correct is true or false for an answer, null for anything else")
    seconds = record["seconds"]
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= LONGEST:
        raise ValueError(f"seconds is no number from 0 to {LONGEST}")
    hints = record["hints"]
    if isinstance(hints, bool) or not isinstance(hints, int) or not 0 <= hints <= MOST_HINTS:
        raise ValueError(f"hints is no whole number from 0 to {MOST_HINTS}")
    return Attempt(
        id=_uuid(record, "id"),
        course=_text(record, "course"),
        item=_text(record, "item"),
        at=instant(record["at"]),
        kind=kind,
        response=_texts(record["response"]),
        correct=correct,
        parts=_flags(record["parts"]),
        sure=_flag(record, "sure"),
        hints=hints,
        seconds=float(seconds),
        fingerprint="" if record["fingerprint"] == "" else _text(record, "fingerprint"),
        learner=None if record["learner"] is None else _text(record, "learner"),
        target=None if record["target"] is None else _uuid(record, "target"),
        counts=_flag(record, "counts"),
        sitting=_uuid(record, "sitting"),
    )


def taken_back(attempt: Attempt, *, now: datetime, attempt_id: str) -> Attempt:
    """The record that takes an answer or a flag back, be it of an earlier sitting."""
    return Attempt(
        id=attempt_id,
        course=attempt.course,
        item=attempt.item,
        at=now,
        kind="undo",
        learner=attempt.learner,
        target=attempt.id,
        counts=False,
        sitting=attempt.sitting,
    )


def uuid7(now: datetime, chance: Random) -> str:
    """An id that sorts by time (RFC 9562, version 7)."""
    milliseconds = to_microseconds(now) // 1000 & (1 << 48) - 1
    first, second = chance.getrandbits(12), chance.getrandbits(62)
    return str(UUID(int=milliseconds << 80 | (0x7000 | first) << 64 | 1 << 63 | second))


def rfc3339(at: datetime) -> str:
    """A time as the progress file writes it: UTC, microseconds, `Z`."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


_REQUIRED = tuple(Attempt.__dataclass_fields__)
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} is no text")
    return _storable(value)


def _storable(value: str) -> str:
    """A text that can be written to a file; lone surrogates cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("a text holds half of a character") from None
    return value


def _flag(record: Mapping[str, Any], key: str) -> bool:
    value = record[key]
    if not isinstance(value, bool):
        raise ValueError(f"{key} is neither true nor false")  # noqa: TRY004  one kind of error for a bad record
    return value


def _uuid(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise ValueError(f"{key} is no UUID")
    return value.lower()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ValueError("response is no list of texts")
    return tuple(map(_storable, value))


def _flags(value: object) -> tuple[bool, ...]:
    if not isinstance(value, list) or not all(isinstance(flag, bool) for flag in value):
        raise ValueError("parts is no list of true and false")
    return tuple(value)


def instant(value: object) -> datetime:
    """The time that a record holds, in UTC; `ValueError` where it holds none."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise ValueError("at is no time with its offset from UTC")
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ValueError(f"at is no time from {_FIRST_YEAR} to {_LAST_YEAR}")
    return at.astimezone(UTC)
