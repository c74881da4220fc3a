"""The learner's pace: how well things should be remembered, and how much a day may hold.

The limits bind what the app proposes, never the learner: whoever wants more is asked more. A day is the learner's own,
from midnight to midnight in the time zone that is handed in. An answer is new where it is the first to its question
that counts and was not undone; every other that counts is a review.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

RETENTION = 0.9
"""How likely an item should still be remembered when it comes back; FSRS calls it the desired retention."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most answers of a day; None sets no limit."""

    new: int | None = None
    reviews: int | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Day:
    """The answers since midnight."""

    new: int = 0
    reviews: int = 0


def midnight(now: datetime, zone: tzinfo) -> datetime:
    """When the learner's day began, in UTC."""
    return beginning(now.astimezone(zone).date(), zone)


def beginning(day: date, zone: tzinfo) -> datetime:
    """When a day of the learner's begins, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)
