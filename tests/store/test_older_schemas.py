"""A learner's file of every older schema is brought up to date, whole, and kept as it was."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import QuizappError
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.schema import MIGRATIONS
from tests.faults.commands import ran
from tests.reference import activity, tally

SCHEMAS = Path(__file__).parent.parent / "data" / "schemas"
OLDER = range(1, len(MIGRATIONS))


def make(path: Path, schema: int) -> Path:
    """The file as it was written with an older schema, from its own words."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((SCHEMAS / f"{schema}.sql").read_text(encoding="utf-8"))
        assert connection.execute("PRAGMA user_version").fetchone() == (schema,)
    return path


def dumped(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


@pytest.mark.parametrize("schema", OLDER)
def test_it_is_brought_up_to_date_and_kept_as_it_was(tmp_path: Path, schema: int) -> None:
    path = make(tmp_path / "progress.sqlite3", schema)
    before = dumped(path)
    log = list(Rescue(path).attempts())
    assert len(log) == 30
    with Progress.open(path) as progress:
        assert progress.schema == len(MIGRATIONS)
        assert list(progress.log()) == log
        assert progress.faults() == ()
        for learner in {attempt.learner for attempt in log}:
            own = [attempt for attempt in log if attempt.learner == learner]
            assert progress.activity(own[0].course, learner) == activity(own)
            assert progress.tally(own[0].course, learner) == tally(own)
            remembered = progress.memories(own[0].course, learner)
            progress.rebuild()
            assert progress.memories(own[0].course, learner) == remembered
    copy = tmp_path / f"progress.sqlite3.schema-{schema}"
    assert dumped(copy) == before
    assert {file.name for file in tmp_path.iterdir()} == {path.name, copy.name}


@pytest.mark.parametrize("schema", OLDER)
def test_before_that_doctor_is_not_worried_and_everything_can_be_saved(tmp_path: Path, schema: int) -> None:
    path = make(tmp_path / "progress.sqlite3", schema)
    before = path.read_bytes()
    status, out, _ = ran(tmp_path, "doctor")
    assert f"is of an older quizapp (schema {schema}); the next lesson or review brings it up to date" in out
    assert "bad   progress" not in out
    status, out, err = ran(tmp_path, "progress", "export")
    assert (status, err, out.count("\n")) == (0, "", 31)
    assert path.read_bytes() == before


@pytest.mark.parametrize("schema", OLDER)
def test_what_cannot_be_copied_is_not_migrated(tmp_path: Path, schema: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "progress.sqlite3", schema)
    before = path.read_bytes()

    def no_room(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(QuizappError, match=r"cannot be copied before it is brought up to date \(No space left"):
        Progress.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("schema", OLDER)
def test_of_several_that_open_it_at_once_one_keeps_it_and_brings_it_up_to_date(tmp_path: Path, schema: int) -> None:
    path = make(tmp_path / "progress.sqlite3", schema)
    command = [sys.executable, "-m", "tests.faults.opener", str(path)]
    opening = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate()[0].split() for process in opening] == [[b"opening", b"open"]] * 3
    with Progress.open(path) as progress:
        assert (progress.schema, progress.count()) == (len(MIGRATIONS), 30)
    assert {file.name for file in tmp_path.iterdir()} == {path.name, f"{path.name}.schema-{schema}"}
