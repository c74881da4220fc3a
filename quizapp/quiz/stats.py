"""What a learner's log adds up to, for pictures and numbers: days, sureness, topics, and what comes due.

A day is one of the learner's own, from midnight to midnight in the time zone that is handed in.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.pace import beginning
from quizapp.quiz.schedule import Memory, recalls

if TYPE_CHECKING:
    from quizapp.content.library import Library

QUARTER = 15 * 60 * 1_000_000
"""Microseconds in a quarter of an hour. Every offset from UTC in use is a multiple of it, and so is every midnight."""
WEEKS = 53
"""Weeks of activity that are told, the present one included."""
MONTH = 31
"""Days for which is told what comes due, today included."""


class Tally(NamedTuple):
    """Answers that no undo has taken back."""

    answers: int = 0
    """All of them; those below leave out what came back within its sitting, for its answer had just been seen."""
    sure_right: int = 0
    sure_wrong: int = 0
    unsure_right: int = 0
    unsure_wrong: int = 0

    @property
    def sure(self) -> int:
        """Given as sure."""
        return self.sure_right + self.sure_wrong

    @property
    def unsure(self) -> int:
        """Given as not sure."""
        return self.unsure_right + self.unsure_wrong

    @property
    def right(self) -> int:
        """Right at the first answer of a sitting."""
        return self.sure_right + self.unsure_right

    @property
    def counted(self) -> int:
        """The first answers of a sitting."""
        return self.sure + self.unsure


@dataclass(frozen=True, slots=True)
class Topic:
    """What is remembered of some questions: those about one entry of the glossary, those about none, or all."""

    id: str
    """The entry's; empty for questions about none, and for all."""
    name: str
    """The entry's, or the question of a dispute; empty where `id` is."""
    items: int
    known: int
    """Those that were ever answered."""
    recall: float
    """How likely one of those is remembered now, on average, from 0 to 1; 0 where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """All that is told."""

    today: date
    days: Sequence[int]
    """Answers on each day up to today; the first day is a Monday."""
    tally: Tally
    """Of all answers ever."""
    all: Topic
    topics: tuple[Topic, ...]
    """Those of which something was answered, the least remembered first; then the others, as the glossary has them."""
    due: Sequence[int]
    """Items that come due on each day from today; the overdue are counted with today."""
    later: int
    """Items that come due after those days."""

    @property
    def first(self) -> date:
        """The day of the first of `days`."""
        return self.today - timedelta(days=len(self.days) - 1)


def first_day(now: datetime, zone: tzinfo) -> datetime:
    """The Monday's midnight at which the days begin that are told, in UTC."""
    return beginning(_monday(now.astimezone(zone).date()), zone)


def stats_of(  # noqa: PLR0913  all that it is made of is handed in
    library: "Library",
    memories: Mapping[str, Memory],
    quarters: Mapping[int, int],
    tally: Tally,
    *,
    now: datetime,
    zone: tzinfo,
) -> Stats:
    """What is told.

    Args:
        library: the course; items that it no longer has belong to no topic and never come due.
        memories: of each item, by its key.
        quarters: the answers since `first_day`, by quarters of an hour since 1970.
        tally: of all answers ever.
        now: the time.
        zone: whose midnights part the days.
    """
    today = now.astimezone(zone).date()
    first = _monday(today)
    length = (today - first).days + 1
    items = _items(library)
    known = {key: memory for key, memory in memories.items() if key in items}
    soonest = to_microseconds(now)
    dues = Counter(max(to_microseconds(memory.due), soonest) // QUARTER for memory in known.values())
    due = _by_day(dues, _midnights(today, MONTH, zone))
    chances = recalls(known, now)
    return Stats(
        today=today,
        days=_by_day(quarters, _midnights(first, length, zone)),
        tally=tally,
        all=_topic("", "", items, chances),
        topics=_topics(library, items, chances),
        due=due,
        later=len(known) - sum(due),
    )


def _items(library: "Library") -> dict[str, Sequence[str]]:
    """What each item is about, by its key."""
    return {
        f"{lesson.slug}/{question.id}": question.about for lesson in library.lessons for question in lesson.questions
    }


def _topics(library: "Library", items: Mapping[str, Sequence[str]], chances: Mapping[str, float]) -> tuple[Topic, ...]:
    keys: dict[str, list[str]] = {}
    for key, about in items.items():
        for identity in about or ("",):
            keys.setdefault(identity, []).append(key)
    names = {entry.id: entry.name for entry in library.glossary.entries}
    names |= {dispute.id: dispute.question for dispute in library.glossary.disputes}
    names[""] = ""
    found = [_topic(identity, name, keys[identity], chances) for identity, name in names.items() if identity in keys]
    return tuple(sorted(found, key=lambda topic: (not topic.known, topic.recall)))


def _topic(identity: str, name: str, items: Collection[str], chances: Mapping[str, float]) -> Topic:
    found = [chances[key] for key in items if key in chances]
    return Topic(identity, name, len(items), len(found), sum(found) / len(found) if found else 0.0)


def _by_day(quarters: Mapping[int, int], midnights: Sequence[int]) -> list[int]:
    """What falls between each midnight and the next."""
    ordered = sorted(quarters)
    until = list(accumulate((quarters[quarter] for quarter in ordered), initial=0))
    return [until[end] - until[begin] for begin, end in pairwise(bisect_left(ordered, at) for at in midnights)]


def _midnights(first: date, count: int, zone: tzinfo) -> list[int]:
    """The quarters of an hour with which so many days begin, and the one with which the last ends."""
    return [to_microseconds(beginning(first + timedelta(days=n), zone)) // QUARTER for n in range(count + 1)]


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
