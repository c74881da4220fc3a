import math
import sqlite3
from dataclasses import replace
from datetime import UTC, timedelta, timezone

import pytest

from quizapp.errors import QuizappError
from quizapp.quiz.stats import WEEKS, Tally, first_day, stats_of
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests.quiz import samples
from tests.reference import activity, fold, recall, tally
from tests.store.making import START, STATE, attempt, undo_of


def test_what_was_recorded_is_there_when_it_is_opened_again(progress: Progress) -> None:
    given = [attempt(n, learner=learner) for n, learner in enumerate((None, "Ana", None))]
    for one in given:
        progress.record(one, STATE)
    progress.close()
    with Progress.open(progress.path) as again:
        assert list(again.log()) == given
        assert list(again.log_of("Ana")) == [given[1]]
        assert list(again.known([given[1].id, attempt(9).id, given[0].id])) == [given[1], given[0]]
        assert again.open_sitting("tiny") == STATE
        assert again.memories("tiny", "Ana") == {"bell/a": fold([given[1]])}
        assert again.answered("tiny") == {"bell/a"}


def test_a_known_id_changes_nothing(progress: Progress) -> None:
    progress.record(attempt(1))
    before = progress.memories("tiny")
    progress.record(attempt(1, correct=False))
    assert progress.memories("tiny") == before
    assert [a.correct for a in progress.log()] == [True]


def test_undo_gives_the_memory_back_that_was_before(progress: Progress) -> None:
    progress.record(attempt(1))
    before = progress.memories("tiny")
    progress.record(attempt(2, correct=False))
    assert progress.memories("tiny") != before
    progress.record(undo_of(attempt(2, correct=False), 3))
    assert progress.memories("tiny") == before
    progress.record(undo_of(attempt(1), 4))
    assert progress.memories("tiny") == {}
    assert len(list(progress.log())) == 4


def test_an_answer_from_before_is_put_in_its_place(progress: Progress) -> None:
    later, earlier = attempt(5), attempt(2, correct=False)
    progress.record(later)
    progress.record(earlier)
    assert progress.memories("tiny") == {"bell/a": fold([earlier, later])}


def test_answers_of_one_instant_add_up_to_the_same_in_whatever_order_they_come(progress: Progress) -> None:
    first, second = (replace(attempt(n, correct=n > 1), at=START) for n in (1, 2))
    progress.record(second)
    progress.record(first)
    assert progress.memories("tiny") == {"bell/a": fold([first, second])}


@pytest.mark.parametrize("value", [-1.0, 0.0, 1.0, math.inf])
def test_a_retention_that_is_none_is_as_if_none_were_kept(progress: Progress, value: float) -> None:
    progress._connection.execute("UPDATE folding SET value = ?", (value,))
    progress.record(attempt(1))
    assert progress.memories("tiny") == {"bell/a": fold([attempt(1)])}


def test_a_clock_that_was_set_back_harms_nothing(progress: Progress) -> None:
    times = (100, 0, 50, -60 * 24 * 400, 100, 51)
    given = [replace(attempt(n, correct=n % 2 > 0), at=START + timedelta(minutes=m)) for n, m in enumerate(times)]
    for one in given:
        progress.record(one)
    ordered = sorted(given, key=lambda one: (one.at, one.id))
    assert list(progress.log()) == ordered
    memory = progress.memories("tiny")["bell/a"]
    assert memory == fold(given)
    assert (memory.last, memory.reps) == (ordered[-1].at, len(given))
    assert memory.due > memory.last
    before = START - timedelta(days=400)
    assert progress.due("tiny", None, before) == ()
    assert progress.due("tiny", None, memory.due) == ("bell/a",)
    assert recall(memory, before) == 1.0
    assert sum(progress.activity("tiny").values()) == progress.tally("tiny").answers == len(given)
    progress.record(undo_of(given[0], 7))
    assert progress.memories("tiny")["bell/a"] == fold(given[1:])


def test_what_is_due_comes_longest_overdue_first(progress: Progress) -> None:
    for number, item in enumerate(("bell/c", "bell/a", "bell/b")):
        progress.record(attempt(number, item=item, correct=False))
    tomorrow = START + timedelta(days=1)
    assert progress.due("tiny", None, tomorrow - timedelta(minutes=1)) == ()
    assert progress.due("tiny", None, tomorrow + timedelta(minutes=1)) == ("bell/c", "bell/a")
    assert list(progress.memories("tiny")) == ["bell/c", "bell/a", "bell/b"]


def test_of_two_that_are_due_at_once_the_order_is_that_of_their_keys(progress: Progress) -> None:
    for number, item in enumerate(("bell/c", "bell/a", "bell/b")):
        progress.record(replace(attempt(number, item=item), at=START))
    assert progress.due("tiny", None, START + timedelta(days=99)) == ("bell/a", "bell/b", "bell/c")


def test_what_is_due_is_found_by_an_index(progress: Progress) -> None:
    query = (
        "EXPLAIN QUERY PLAN SELECT item FROM memory WHERE course = ? AND learner = ? AND due <= ? "
        "ORDER BY due, item LIMIT 9"
    )
    (plan,) = progress._connection.execute(query, ("tiny", "", 0)).fetchall()
    assert "memory_by_due" in plan[3]


def test_the_log_cannot_be_changed(progress: Progress) -> None:
    progress.record(attempt(1))
    for statement in ("UPDATE attempts SET correct = 0", "DELETE FROM attempts"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            progress._connection.execute(statement)


def test_a_renamed_question_keeps_its_history(progress: Progress) -> None:
    old, new = attempt(1, item="old/a"), attempt(2, item="bell/a")
    progress.record(old)
    progress.adopt("tiny", {"old/a": "bell/a"})
    assert progress.memories("tiny") == {"bell/a": fold([old])}
    progress.record(new)
    assert progress.memories("tiny") == {"bell/a": fold([old, new])}
    progress.record(undo_of(old, 3))
    assert progress.memories("tiny") == {"bell/a": fold([new])}


def test_two_connections_see_each_other(progress: Progress) -> None:
    with Progress.open(progress.path) as other:
        progress.record(attempt(1))
        other.record(attempt(2))
        progress.record(attempt(3))
        assert len(list(other.log())) == 3
        assert other.memories("tiny") == progress.memories("tiny") == {"bell/a": fold(map(attempt, (1, 2, 3)))}


def test_a_file_that_someone_else_writes_is_waited_for_and_then_reported(progress: Progress) -> None:
    progress._connection.execute("PRAGMA busy_timeout = 1")
    with Progress.open(progress.path) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuizappError, match="another process"):
            progress.record(attempt(1))
        other._connection.execute("ROLLBACK")
    progress.record(attempt(1))
    assert len(list(progress.log())) == 1


def test_an_import_is_all_or_nothing(progress: Progress) -> None:
    bad = attempt(2)
    object.__setattr__(bad, "kind", "guess")
    with pytest.raises(sqlite3.IntegrityError):
        progress.add(map(row_of, [attempt(1), bad]))
    assert list(progress.log()) == []
    assert progress.add(map(row_of, [attempt(1), attempt(3)])) == 2
    assert progress.add(map(row_of, [attempt(1), attempt(2), attempt(3)])) == 1


def test_a_sound_file_has_no_faults(progress: Progress) -> None:
    progress.record(attempt(1))
    assert progress.faults() == ()


def test_two_who_want_different_retentions_leave_no_mixture(progress: Progress) -> None:
    progress.record(attempt(1))
    with Progress.open(progress.path, retention=0.8):
        progress.record(attempt(2, item="bell/b"))
    assert progress.memories("tiny") == {
        "bell/a": fold([attempt(1)], retention=0.8),
        "bell/b": fold([attempt(2, item="bell/b")], retention=0.8),
    }


def test_what_is_due_is_what_the_retention_asks_for_also_where_nothing_may_be_written(progress: Progress) -> None:
    progress.record(attempt(1))
    at = fold([attempt(1)], retention=0.99)
    assert at is not None
    assert progress.due("tiny", None, at.due) == ()
    with Progress.open(progress.path, readonly=True, retention=0.99) as other:
        assert other.due("tiny", None, at.due) == ("bell/a",)
        assert other.memories("tiny")["bell/a"] == at
        progress.record(attempt(2, item="bell/b"))
        assert len(list(other.log())) == 2, "and what another writes meanwhile is seen"


def test_the_log_of_one_learner_is_told_apart_from_the_others_in_whatever_course(progress: Progress) -> None:
    given = [attempt(n, learner=learner) for n, learner in enumerate((None, "Ana", None, "Ana"))]
    given[3] = replace(given[3], course="other")
    for one in given:
        progress.record(one)
    assert list(progress.log_of(None)) == [given[0], given[2]]
    assert list(progress.log_of("Ana")) == [given[1], given[3]]
    assert list(progress.log_of("Bo")) == []
    assert progress.count() == len(given)


def test_flags_are_those_of_one_learner_or_of_all_in_one_course(progress: Progress) -> None:
    flags = [replace(attempt(n, learner=learner), kind="flag", correct=None) for n, learner in enumerate((None, "Ana"))]
    for one in (*flags, attempt(2), attempt(3, learner="Ana")):
        progress.record(one)
    assert list(progress.flags("tiny")) == flags[:1]
    assert list(progress.flags("tiny", "Ana")) == flags[1:]
    assert list(progress.all_flags("tiny")) == flags
    assert list(progress.flags("other")) == list(progress.all_flags("other")) == []


def test_when_items_come_back_is_told_of_those_that_were_answered(progress: Progress) -> None:
    progress.record(attempt(1, item="aid/limit"))
    progress.record(attempt(2, item="aid/days", learner="Ana"))
    memory = progress.memories("tiny")["aid/limit"]
    assert list(progress.back("tiny", None, ("aid/limit", "aid/days", "aid/limit"))) == [memory.due] * 2


def test_stats_are_those_of_the_learner_by_the_days_of_the_learner_s_own_zone(progress: Progress) -> None:
    library = samples.library()
    kept, keys = library.course.id, [item.key for item in samples.items()]
    weeks, hours = timedelta(weeks=WEEKS + 1), timedelta(hours=14)
    own = [
        replace(attempt(n, item=key, learner="Ana", correct=n % 2 > 0), course=kept, at=at)
        for n, (key, at) in enumerate(zip(keys, (START - weeks, START, START + hours), strict=False))
    ]
    other = replace(attempt(9, item=keys[3]), course=kept)
    for one in (*own, other):
        progress.record(one)
    now = START + timedelta(days=1)
    for zone in (UTC, timezone(timedelta(hours=5, minutes=45))):
        stats = progress.stats(library, "Ana", now=now, zone=zone)
        memories = {one.item: memory for one in own if (memory := fold([one]))}
        assert stats == stats_of(library, memories, activity(own[1:]), tally(own), now=now, zone=zone)
        assert list(stats.days[-2:]) == ([2, 0] if zone is UTC else [1, 1])
    assert progress.stats(library, None, now=now, zone=UTC).tally.answers == 1


@pytest.mark.parametrize("hours", [-8, 0, 5.75])
def test_the_first_day_that_is_told_is_told_whole(progress: Progress, hours: float) -> None:
    zone, library = timezone(timedelta(hours=hours)), samples.library()
    first = first_day(START, zone)
    for number, at in enumerate((first - timedelta(microseconds=1), first)):
        progress.record(replace(attempt(number), course=library.course.id, at=at))
    assert [n for n in progress.stats(library, None, now=START, zone=zone).days if n] == [1]


def test_of_whoever_never_answered_nothing_is_told(progress: Progress) -> None:
    progress.record(attempt(1))
    assert progress.tally("tiny", "Ana") == progress.tally("other") == Tally()
    assert progress.activity("tiny", "Ana") == {}


def test_its_state_differs_once_anything_was_written_by_whomever(progress: Progress) -> None:
    states = [progress.state]
    progress.memories("tiny")
    assert progress.state == states[0]
    progress.record(attempt(1))
    states.append(progress.state)
    with Progress.open(progress.path) as other:
        other.record(attempt(2))
    states.append(progress.state)
    assert len(set(states)) == len(states)
