"""Stats against a count by hand, from the attempts alone."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from statistics import mean
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.item import items_of
from quizapp.quiz.schedule import Memory, recalls
from quizapp.quiz.stats import MONTH, WEEKS, Stats, Tally, first_day, stats_of
from quizapp.quiz.stats_words import percent, tell
from tests import strategies
from tests.quiz.samples import ALL, NOW, library
from tests.reference import activity, fold, recall, standing, tally

ABOUT = (*(replace(question, about=("e0", "e1")) for question in ALL[:3]), replace(ALL[3], about=("e1",)), *ALL[4:])
COURSE = library(*ABOUT, names=(("NATO",), ("Ukraine",), ("Istanbul",)))
KEYS = [item.key for item in items_of(COURSE, COURSE.lessons[0])]
ZONES = (UTC, timezone(timedelta(hours=5, minutes=45)), ZoneInfo("Europe/Kyiv"), ZoneInfo("America/Los_Angeles"))
"""Some have summer time, and one is no whole number of hours away."""


def told(log: Iterable[Attempt], now: datetime, zone: tzinfo) -> tuple[Stats, dict[str, Memory]]:
    attempts = list(log)
    memories = {key: fold(a for a in attempts if a.item == key) for key in {a.item for a in attempts}}
    known = {key: memory for key, memory in memories.items() if memory}
    since = first_day(now, zone)
    quarters = activity(a for a in attempts if a.kind != "answer" or a.at >= since)
    return stats_of(COURSE, known, quarters, tally(attempts), now=now, zone=zone), known


@st.composite
def learnings(draw: st.DrawFn) -> list[Attempt]:
    return [replace(a, item=KEYS[sum(a.id.encode()) % len(KEYS)]) for a in draw(strategies.logs())]


@given(learnings(), st.sampled_from(ZONES), st.integers(0, 500 * 24))
def test_stats_are_what_a_count_by_hand_finds(log: list[Attempt], zone: tzinfo, hours: int) -> None:
    now = strategies.START + timedelta(hours=hours)
    stats, memories = told(log, now, zone)
    answers = standing(log)
    days = Counter(a.at.astimezone(zone).date() for a in answers)
    assert stats.first.weekday() == 0
    assert stats.today == now.astimezone(zone).date()
    assert stats.first == first_day(now, zone).astimezone(zone).date()
    assert list(stats.days) == [days[stats.first + timedelta(days=n)] for n in range(len(stats.days))]
    assert (WEEKS - 1) * 7 < len(stats.days) <= WEEKS * 7
    counted = [a for a in answers if a.counts]
    assert stats.tally == Tally(
        len(answers),
        *(sum((a.sure, a.correct) == cell for a in counted) for cell in
          ((True, True), (True, False), (False, True), (False, False))),
    )  # fmt: skip
    due = Counter(max(m.due.astimezone(zone).date(), stats.today) for m in memories.values())
    assert list(stats.due) == [due[stats.today + timedelta(days=n)] for n in range(MONTH)]
    assert stats.later == len(memories) - sum(stats.due)
    for topic in stats.topics:
        about = [key for key, question in zip(KEYS, ABOUT, strict=True) if topic.id in (question.about or ("",))]
        known = [recall(memories[key], now) for key in about if key in memories]
        assert (topic.items, topic.known) == (len(about), len(known))
        assert topic.recall == pytest.approx(mean(known) if known else 0)
    assert [topic.id for topic in stats.topics if not topic.known] == [
        identity for identity in ("e0", "e1", "") if not any(t.known for t in stats.topics if t.id == identity)
    ]
    assert (stats.all.items, stats.all.known) == (len(KEYS), len(memories))


def test_the_least_remembered_topic_comes_first_and_a_topic_without_questions_not_at_all() -> None:
    wrong, right = (Attempt(id=f"{n}", course="talks", item=KEYS[n * 3], at=NOW, correct=n > 0, sitting="s")
                    for n in range(2))  # fmt: skip
    stats, _ = told([right, wrong], NOW + timedelta(days=20), UTC)
    assert [(topic.id, topic.name, topic.known, topic.items) for topic in stats.topics] == [
        ("e0", "NATO", 1, 3),
        ("e1", "Ukraine", 2, 4),
        ("", "", 0, 5),
    ]


def test_midnight_and_what_is_overdue_belong_to_their_days() -> None:
    zone = ZoneInfo("Europe/Kyiv")
    midnight = datetime.combine(NOW.astimezone(zone).date(), time(), zone).astimezone(UTC)
    around = (midnight - timedelta(microseconds=1), midnight)
    log = [
        Attempt(id=str(n), course="talks", item=KEYS[n], at=at, correct=False, sitting="s")
        for n, at in enumerate(around)
    ]
    stats, _ = told(log, NOW, zone)
    assert list(stats.days[-2:]) == [1, 1]
    assert list(stats.due[:2]) == [1, 1]
    stats, _ = told(log, NOW + timedelta(days=9), zone)
    assert stats.due[0] == 2


def test_what_the_course_no_longer_has_is_not_told() -> None:
    memory = fold([Attempt(id="1", course="talks", item="gone/x", at=NOW, correct=True, sitting="s")])
    assert memory is not None
    stats = stats_of(COURSE, {"gone/x": memory}, {}, Tally(), now=NOW, zone=UTC)
    assert (sum(stats.due), stats.later, stats.all.known) == (0, 0, 0)


def test_many_are_recalled_as_one_is() -> None:
    chance = random.Random(5)  # noqa: S311 - no secret
    log = [Attempt(id=f"{n}", course="talks", item="x", at=NOW + timedelta(days=n * 2), correct=chance.random() < 0.7,
                   sitting="s") for n in range(9)]  # fmt: skip
    memories = {str(n): m for n in range(1, 9) if (m := fold(log[:n]))}
    now = NOW + timedelta(days=40)
    assert recalls(memories, now) == {key: recall(memory, now) for key, memory in memories.items()}


def test_nothing_is_told_of_nothing() -> None:
    stats, _ = told([], NOW, UTC)
    assert len(list(tell(stats))) == 1


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.001, "1 %"), (0.504, "50 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_all_and_nothing_are_told_only_where_it_is_so(share: float, said: str) -> None:
    assert percent(share) == said
