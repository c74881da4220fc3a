import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import ExitStatus, QuizappError
from quizapp.store import opening
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.store.schema import APPLICATION_ID, MIGRATIONS
from tests.store.making import attempt

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refused(path: Path, *, readonly: bool = False) -> QuizappError:
    with pytest.raises(QuizappError) as caught:
        Progress.open(path, readonly=readonly)
    error = caught.value
    assert error.exit_code == ExitStatus.ENVIRONMENT
    assert "\n" not in error.message
    assert error.hint
    assert str(path) in error.message
    return error


def said(path: Path, *, readonly: bool = False) -> str:
    """What is said of a file that is refused, after its name."""
    message = refused(path, readonly=readonly).message
    assert message.startswith(f"{path} ")
    return message.removeprefix(f"{path} ")


def test_the_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b %20?#" / "progress.sqlite3"
    Progress.open(path).close()
    with Progress.open(path, readonly=True) as progress:
        assert list(progress.log()) == []


def garbage(path: Path) -> None:
    path.write_bytes(b"no database, " * 200)


def without_its_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"CREATE TABLE x (y); PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1"
        )


def of_another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def newer(path: Path) -> None:
    Progress.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def truncated(path: Path) -> None:
    with Progress.open(path) as progress:
        for number in range(200):
            progress.record(attempt(number))
    path.write_bytes(path.read_bytes()[:5000])


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(
    ("made", "words"),
    [
        (garbage, "is no progress file of quizapp."),
        (of_another_program, "belongs to another program."),
        (newer, f"was written by a newer quizapp (schema 99; this one knows {len(MIGRATIONS)})."),
        (truncated, "is damaged."),
        (a_folder, "is no file."),
        (a_pipe, "is no file."),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    tmp_path: Path, made: Callable[[Path], None], words: str, readonly: bool
) -> None:
    path = tmp_path / "progress.sqlite3"
    made(path)
    before = path.read_bytes() if path.is_file() else None
    assert said(path, readonly=readonly) == words
    assert before is None or path.read_bytes() == before


def test_a_file_that_lacks_its_tables_is_damaged(tmp_path: Path) -> None:
    without_its_tables(tmp_path / "progress.sqlite3")
    assert said(tmp_path / "progress.sqlite3") == "is damaged."


def test_of_a_newer_file_it_is_said_what_to_do(tmp_path: Path) -> None:
    newer(tmp_path / "progress.sqlite3")
    hint = "Upgrade quizapp, or name another folder in QUIZAPP_DATA; nothing was changed."
    assert refused(tmp_path / "progress.sqlite3").hint == hint


def test_a_file_that_someone_else_writes_is_opened_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.01)
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")
        with Progress.open(path) as progress:
            assert progress.journal == "delete"
        other.execute("ROLLBACK")
    with Progress.open(path) as progress:
        assert progress.journal == "wal"


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    error = refused(tmp_path / "data" / "progress.sqlite3")
    assert error.message.endswith(f" cannot be reached ({os.strerror(errno.EEXIST)}).")
    assert error.hint == "Make its folder one that you may write, or name another in QUIZAPP_DATA."


@pytest.mark.parametrize("there", [False, True])
def test_a_new_file_or_an_empty_one_becomes_ours_and_none_is_made_beside_it(tmp_path: Path, *, there: bool) -> None:
    path = tmp_path / "progress.sqlite3"
    if there:
        path.touch()
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    assert list(tmp_path.iterdir()) == [path]


def test_the_message_holds_no_control_character(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m\nname"
    path.mkdir()
    with pytest.raises(QuizappError) as caught:
        Progress.open(path)
    assert caught.value.message.isprintable()


def test_what_is_written_is_on_disk(tmp_path: Path) -> None:
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        assert progress._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert progress._connection.execute("PRAGMA synchronous").fetchone() == (2,)


@pytest.mark.parametrize("readonly", [False, True])
def test_another_process_that_writes_is_waited_for_two_seconds(tmp_path: Path, readonly: bool) -> None:
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    with Progress.open(path, readonly=readonly) as progress:
        assert progress._connection.execute("PRAGMA busy_timeout").fetchone() == (2000,)


def test_a_file_says_whose_it_is_and_of_which_schema(tmp_path: Path) -> None:
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        assert (progress.schema, progress.journal) == (len(MIGRATIONS), "wal")
        assert progress._connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_reading_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    before = path.read_bytes()
    with Progress.open(path, readonly=True) as progress:
        assert len(list(progress.log())) == 1
        with pytest.raises(QuizappError, match="may not be written"):
            progress.record(attempt(2))
    assert path.read_bytes() == before


def test_a_write_that_was_cut_off_is_taken_back_also_for_reading(tmp_path: Path) -> None:
    path, cut = tmp_path / "progress.sqlite3", tmp_path / "cut" / "progress.sqlite3"
    given = [attempt(number) for number in range(200)]
    with Progress.open(path) as progress:
        progress.add(map(row_of, given))
    cut.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("DROP TABLE attempts")
        connection.execute("CREATE TABLE attempts AS SELECT * FROM memory, (SELECT 1 UNION SELECT 2)")
        connection.execute("UPDATE memory SET reps = 0")
        for file in (path, path.with_name(f"{path.name}-journal")):
            shutil.copy(file, cut.parent)
        connection.execute("ROLLBACK")
    with Progress.open(cut, readonly=True) as progress:
        assert list(progress.log()) == given
        assert progress.faults() == ()


def test_reading_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with Progress.open(tmp_path / "no" / "progress.sqlite3", readonly=True) as progress:
        assert list(progress.log()) == []
        assert progress.memories("tiny") == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(ROOT, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "data" / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    path.chmod(stat.S_IRUSR)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "may not be written" in refused(path).message
        with Progress.open(path, readonly=True) as progress:
            assert len(list(progress.log())) == 1
        assert "cannot be" in refused(path.parent / "sub" / "progress.sqlite3").message
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_file_is_copied_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    copy_of = f"progress.sqlite3.schema-{len(MIGRATIONS)}"
    (tmp_path / copy_of).write_text("of someone else")
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",)))
    with Progress.open(path) as progress:
        assert len(list(progress.log())) == 1
        assert progress._connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    monkeypatch.undo()
    with Progress.open(tmp_path / f"{copy_of}.1") as copy:
        assert len(list(copy.log())) == 1
    assert "newer quizapp" in refused(path).message


def test_what_a_killed_process_left_of_a_copy_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    whole = tmp_path / f"progress.sqlite3.schema-{len(MIGRATIONS)}"
    left = [tmp_path / f"{whole.name}.{process}.part" for process in (os.getpid(), os.getpid() + 1)]
    for part in left:
        shutil.copy(path, part)
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",)))
    Progress.open(path).close()
    monkeypatch.undo()
    assert (whole.exists(), any(part.exists() for part in left)) == (True, False)


def test_a_file_that_cannot_be_copied_is_not_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    before = path.read_bytes()
    path.with_name(f"{path.name}.schema-{len(MIGRATIONS)}.9.part").mkdir()
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",)))
    error = refused(path)
    assert " cannot be copied before it is brought up to date (" in error.message
    assert error.hint == "Make its folder one that you may write, or name another in QUIZAPP_DATA."
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT", "nonsense")))
    with pytest.raises(sqlite3.OperationalError):
        Progress.open(path)
    monkeypatch.undo()
    Progress.open(path).close()


def test_reading_an_older_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",)))
    error = refused(path, readonly=True)
    assert error.message == f"{path} is of an older quizapp (schema {len(MIGRATIONS)})."
    assert error.hint == "Open it once with `quizapp`."
