from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.pace import Day, Limits, midnight
from quizapp.store.progress import Progress
from quizapp.store.reviews import Today
from quizapp.store.rows import row_of
from tests import strategies
from tests.laws.test_store_memory import COURSES, LEARNERS, a_file
from tests.reference import standing
from tests.store.making import START, attempt, undo_of

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="session")
def library() -> Library:
    return load(Workspace(TINY))


def counted(log: list[Attempt], course: str, learner: str | None, since: datetime) -> Day:
    """The same, counted the long way."""
    own = [a for a in standing(log) if a.counts and (a.course, a.learner) == (course, learner)]
    firsts: dict[str, Attempt] = {}
    for answer in sorted(own, key=lambda a: (a.at, a.id)):
        firsts.setdefault(answer.item, answer)
    new = sum(answer.at >= since for answer in firsts.values())
    return Day(new, sum(answer.at >= since for answer in own) - new)


@given(strategies.logs(), st.data())
def test_a_day_is_what_the_log_adds_up_to(log: list[Attempt], data: st.DataObject) -> None:
    times = [a.at for a in log] or [START]
    since = data.draw(st.sampled_from(times)) + data.draw(st.sampled_from([timedelta(0), timedelta(microseconds=1)]))
    with a_file() as progress:
        progress.add(map(row_of, log))
        for course in COURSES:
            for learner in LEARNERS:
                assert progress.day(course, learner, since) == counted(log, course, learner, since)


def test_new_and_again_are_told_apart_and_what_was_undone_is_neither(progress: Progress) -> None:
    progress.record(attempt(1))
    progress.record(attempt(2000))
    progress.record(attempt(2001, item="bell/b"))
    progress.record(attempt(2002, item="bell/c"))
    progress.record(undo_of(attempt(2002, item="bell/c"), 2003))
    assert progress.day("tiny", None, START + timedelta(minutes=1500)) == Day(new=1, reviews=1)


def test_a_renamed_question_is_not_new(progress: Progress) -> None:
    progress.record(attempt(1, item="old/a"))
    progress.adopt("tiny", {"old/a": "bell/a"})
    progress.record(attempt(2000))
    assert progress.day("tiny", None, START + timedelta(minutes=1500)) == Day(new=0, reviews=1)


@pytest.mark.parametrize(
    ("now", "zone", "began"),
    [
        ("2026-03-29T12:00", "Europe/Berlin", "2026-03-28T23:00"),
        ("2026-03-29T23:30", "Europe/Berlin", "2026-03-29T22:00"),
        ("2026-03-29T00:30", "America/New_York", "2026-03-28T04:00"),
        ("2026-03-29T12:00", "Asia/Kathmandu", "2026-03-28T18:15"),
    ],
)
def test_a_day_begins_at_the_learner_s_midnight(now: str, zone: str, began: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert midnight(at, ZoneInfo(zone)) == datetime.fromisoformat(began).replace(tzinfo=UTC)


def test_the_limit_parts_what_is_due(progress: Progress, library: Library) -> None:
    keys = [f"{lesson.slug}/{question.id}" for lesson in library.lessons for question in lesson.questions]
    course = library.course.id
    for number, key in enumerate(keys):
        progress.record(replace(attempt(number, item=key), course=course))
    now = START + timedelta(days=40)

    def parted(limit: int | None) -> tuple[int, int]:
        found = Today(progress, course, None, Limits(reviews=limit), now, UTC).reviews(library)
        return len(found.today), len(found.beyond)

    assert parted(None) == (len(keys), 0)
    assert parted(0) == (0, len(keys))
    assert parted(1) == (1, len(keys) - 1)
    assert parted(len(keys)) == (len(keys), 0)
    assert Today(progress, course, None, Limits(new=1), now, UTC).new_words() == ""
    said = Today(progress, course, None, Limits(new=1), START + timedelta(hours=1), UTC).new_words()
    assert said == f"You have met {len(keys)} new questions today, and set yourself 1 a day."


def test_what_is_due_and_what_a_day_has_had_is_one_learner_s(progress: Progress, library: Library) -> None:
    keys = [f"{lesson.slug}/{question.id}" for lesson in library.lessons for question in lesson.questions]
    course = library.course.id
    for number, (key, learner) in enumerate(zip(keys, ("Ana", None, None), strict=False)):
        progress.record(replace(attempt(number, item=key, learner=learner), course=course))

    def of(learner: str | None, days: float, limit: int = 2) -> Today:
        return Today(progress, course, learner, Limits(new=limit), START + timedelta(days=days), UTC)

    assert [item.key for item in of("Ana", 40).reviews(library).today] == keys[:1]
    assert [item.key for item in of(None, 40).reviews(library).today] == keys[1:3]
    assert of("Bo", 40).reviews(library) == ((), ())
    assert of("Ana", 0.1).new_words() == ""
    assert of("Ana", 0.1, limit=1).new_words() == "You have met 1 new question today, and set yourself 1 a day."
    assert of(None, 0.1).new_words() == "You have met 2 new questions today, and set yourself 2 a day."
    assert of(None, 0.1, limit=3).new_words() == ""


def test_a_limit_of_new_questions_is_for_the_day_of_the_learner_s_own_zone(progress: Progress) -> None:
    progress.record(attempt(0))
    now = START + timedelta(hours=14)  # 23:30 in UTC, 05:15 of the next day in Kathmandu
    limits = Limits(new=1)
    assert Today(progress, "tiny", None, limits, now, UTC).new_words()
    assert not Today(progress, "tiny", None, limits, now, ZoneInfo("Asia/Kathmandu")).new_words()
    assert not Today(progress, "tiny", None, Limits(), now, UTC).new_words()
