"""A learner's file while nobody waits."""

import sqlite3
from contextlib import closing

import pytest

from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests.store.making import attempt


def test_at_rest_the_log_is_in_its_place_and_the_file_is_read_and_written_on(progress: Progress) -> None:
    def placed() -> int:
        with closing(sqlite3.connect(f"{progress.path.as_uri()}?immutable=1", uri=True)) as without_log:
            count: int = without_log.execute("SELECT count(*) FROM attempts").fetchone()[0]
        return count

    given = [attempt(number) for number in range(3)]
    progress.rest()
    progress.record(given[0])
    assert placed() == 0
    said: list[str] = []
    progress._connection.set_trace_callback(said.append)
    progress.rest()
    progress._connection.set_trace_callback(None)
    assert said[-1] == "PRAGMA shrink_memory"
    assert placed() == 1
    for one in given[1:]:
        progress.record(one)
    assert list(progress.log()) == given


def test_what_sqlite_finds_wrong_is_told_and_nothing_of_a_whole_file(progress: Progress) -> None:
    progress.record(attempt(1))
    assert progress.faults() == ()
    progress._connection.execute("PRAGMA ignore_check_constraints = ON")
    assert progress.add([(*row_of(attempt(2))[:8], 2, *row_of(attempt(2))[9:])]) == 1
    progress._connection.execute("PRAGMA ignore_check_constraints = OFF")
    assert progress.faults() == ("CHECK constraint failed in attempts",)


def test_what_another_still_reads_is_put_in_its_place_later(progress: Progress) -> None:
    given = [attempt(number) for number in range(3)]
    progress.record(given[0])
    with Progress.open(progress.path, readonly=True) as other:
        reading = other.log()
        assert next(reading) == given[0]
        progress.record(given[1])
        progress.rest()
        other.rest()
        progress.record(given[2])
        assert list(reading) == []
    assert list(progress.log()) == given


@pytest.mark.parametrize("error", [sqlite3.OperationalError("disk I/O error"), sqlite3.DatabaseError("malformed")])
def test_what_cannot_be_put_in_its_place_is_no_trouble(
    progress: Progress, monkeypatch: pytest.MonkeyPatch, error: sqlite3.Error
) -> None:
    progress.record(attempt(1))
    real = progress._connection

    class Failing:
        def execute(self, statement: str) -> sqlite3.Cursor:
            if "checkpoint" in statement:
                raise error
            return real.execute(statement)

    with monkeypatch.context() as patched:
        patched.setattr(progress, "_connection", Failing())
        progress.rest()
    assert list(progress.log()) == [attempt(1)]
