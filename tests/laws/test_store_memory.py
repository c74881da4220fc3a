"""Laws of the learner's file: it holds the log and nothing less, and its memories are what the log adds up to."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.pace import RETENTION
from quizapp.quiz.schedule import Memory
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests import strategies
from tests.reference import activity, flags, fold, standing, tally

COURSES = ("tiny", "other")
LEARNERS = (None, "Ana", "Борис", "ana")
RENAMES = {"old/a": "bell/a"}


@contextmanager
def a_file() -> Iterator[Progress]:
    with TemporaryDirectory() as folder, Progress.open(Path(folder) / "progress.sqlite3") as progress:
        # What is on disk is another test's concern; this one wants many files.
        progress._connection.execute("PRAGMA synchronous = OFF")
        yield progress


def remembered(progress: Progress) -> dict[tuple[str, str | None], dict[str, Memory]]:
    return {(course, learner): progress.memories(course, learner) for course in COURSES for learner in LEARNERS}


def expected(
    log: list[Attempt], renames: dict[str, str], retention: float = RETENTION
) -> dict[tuple[str, str | None], dict[str, Memory]]:
    answers = standing(log)
    found: dict[tuple[str, str | None], dict[str, Memory]] = {(c, who): {} for c in COURSES for who in LEARNERS}
    for (course, learner), memories in found.items():
        own = [a for a in answers if a.course == course and a.learner == learner]
        adopted = renames if course == "tiny" else {}
        for key in {adopted.get(attempt.item, attempt.item) for attempt in own}:
            memory = fold((a for a in own if adopted.get(a.item, a.item) == key), retention=retention)
            if memory is not None:
                memories[key] = memory
    return found


@given(strategies.logs(), st.booleans())
def test_memories_are_what_the_log_adds_up_to(log: list[Attempt], renamed: bool) -> None:
    renames = RENAMES if renamed else {}
    with a_file() as progress:
        progress.adopt("tiny", renames)
        for attempt in log:
            progress.record(attempt)
        incremental = remembered(progress)
        assert incremental == expected(log, renames)
        progress.rebuild()
        assert remembered(progress) == incremental


def stands(log: list[Attempt], course: str, learner: str | None) -> list[Attempt]:
    return [attempt for attempt in standing(log) if (attempt.course, attempt.learner) == (course, learner)]


@given(strategies.logs(), st.data())
def test_activity_is_what_the_log_adds_up_to(log: list[Attempt], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(log)))
    with a_file() as progress:
        for attempt in log[:cut]:
            progress.record(attempt)
        progress.add(map(row_of, log[cut:]))
        for _ in range(2):
            for course in COURSES:
                for learner in LEARNERS:
                    own = stands(log, course, learner)
                    assert progress.activity(course, learner) == activity(own)
                    assert progress.tally(course, learner) == tally(own)
            progress.rebuild()


@given(strategies.logs(), st.data())
def test_what_is_kept_beside_the_log_is_what_a_rebuild_makes(log: list[Attempt], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(log)))
    with a_file() as progress:
        for attempt in log[:cut]:
            progress.record(attempt)
        progress.add(map(row_of, log[cut:]))
        kept = []
        for _ in range(2):
            tables = ("SELECT * FROM memory ORDER BY 1, 2, 3", "SELECT * FROM activity WHERE answers ORDER BY 1, 2, 3")
            kept.append([progress._connection.execute(table).fetchall() for table in tables])
            progress.rebuild()
        assert kept[0] == kept[1]


@given(strategies.logs(), st.booleans())
def test_flags_are_those_that_were_not_taken_back(log: list[Attempt], renamed: bool) -> None:
    renames = RENAMES if renamed else {}
    with a_file() as progress:
        progress.adopt("tiny", renames)
        for attempt in log:
            progress.record(attempt)
        for course in COURSES:
            adopted = renames if course == "tiny" else {}
            assert list(progress.all_flags(course)) == flags(one for one in log if one.course == course)
            for learner in LEARNERS:
                own = flags(one for one in log if (one.course, one.learner) == (course, learner))
                assert list(progress.flags(course, learner)) == own
                for key in ("bell/a", "bell/b"):
                    on_it = tuple(one for one in own if adopted.get(one.item, one.item) == key)
                    assert progress.flags_on(key, course, learner) == on_it


@given(strategies.logs(), st.data())
def test_an_import_is_a_set_union(log: list[Attempt], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(log)))
    with a_file() as progress:
        for attempt in log[:cut]:
            progress.record(attempt)
        assert progress.add(map(row_of, data.draw(st.permutations(log)))) == len(log) - cut
        assert progress.add(map(row_of, log)) == 0
        assert list(progress.log()) == sorted(log, key=lambda attempt: (attempt.at, attempt.id))
        assert remembered(progress) == expected(log, {})


@given(strategies.logs(), st.lists(st.sampled_from([{}, RENAMES, {"old/a": "bell/b"}, {"bell/b": "bell/a"}])))
def test_a_rename_takes_history_with_it_and_can_be_taken_back(
    log: list[Attempt], changes: list[dict[str, str]]
) -> None:
    with a_file() as progress:
        progress.add(map(row_of, log))
        for renames in changes:
            progress.adopt("tiny", renames)
            assert remembered(progress) == expected(log, renames)


@given(strategies.logs().filter(bool), st.sampled_from(["correct", "at", "id", "response"]))
def test_the_log_is_append_only(log: list[Attempt], column: str) -> None:
    with a_file() as progress:
        progress.add(map(row_of, log))
        before = list(progress.log())
        for statement in (f"UPDATE attempts SET {column} = {column}", "DELETE FROM attempts"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                progress._connection.execute(statement)
        progress._connection.execute("INSERT OR REPLACE INTO attempts SELECT * FROM attempts")
        assert list(progress.log()) == before


retentions = st.floats(0.7, 0.99)


@given(strategies.logs(), retentions, retentions, st.data())
def test_a_change_of_retention_reaches_what_was_folded_before(
    log: list[Attempt], first: float, second: float, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(log)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite3"
        with Progress.open(path, retention=first) as progress:
            progress._connection.execute("PRAGMA synchronous = OFF")
            for attempt in log[:cut]:
                progress.record(attempt)
            before = remembered(progress)
            assert before == expected(log[:cut], {}, first)
        with Progress.open(path, readonly=True, retention=second) as progress:
            assert remembered(progress) == expected(log[:cut], {}, second)
        with Progress.open(path) as progress:
            assert remembered(progress) == before, "reading changed nothing"
        with Progress.open(path, retention=second) as progress:
            progress._connection.execute("PRAGMA synchronous = OFF")
            progress.add(map(row_of, log[cut:]))
            assert remembered(progress) == expected(log, {}, second)
            progress.rebuild()
            assert remembered(progress) == expected(log, {}, second)
