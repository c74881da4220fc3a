"""What goes wrong with the learner's file is said in words, with what to do; only a bug of ours is left as it is."""

import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from quizapp.store.progress import Progress
from quizapp.store.schema import MIGRATIONS
from quizapp.store.trouble import DamagedFile, is_whole, trouble

FILE = Path("/data/progress.sqlite3")
ROOM = "Make room on the disk, then try again."
RIGHTS = "Give yourself the right to write to it and to its folder, or name another folder in QUIZAPP_DATA."
CLOSE = "Wait until it is done (an import takes a while), or close the other quizapp that uses it, then try again."


def failure(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite has it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "what", "hint"),
    [
        (sqlite3.SQLITE_BUSY, "is being written by another process", CLOSE),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "is being written by another process", CLOSE),
        (sqlite3.SQLITE_LOCKED, "is being written by another process", CLOSE),
        (sqlite3.SQLITE_PROTOCOL, "is being written by another process", CLOSE),
        (sqlite3.SQLITE_READONLY, "may not be written", RIGHTS),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "may not be written", RIGHTS),
        (sqlite3.SQLITE_PERM, "may not be written", RIGHTS),
        (sqlite3.SQLITE_AUTH, "may not be written", RIGHTS),
        (sqlite3.SQLITE_FULL, "cannot grow, since the disk is full", ROOM),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "cannot grow, since the disk is full", ROOM),
        (
            sqlite3.SQLITE_IOERR_READ,
            "cannot be read or written",
            "See whether its disk is full, well and connected, then try again.",
        ),
        (
            sqlite3.SQLITE_CANTOPEN,
            "cannot be opened",
            "See whether its folder is there and may be written, or name another folder in QUIZAPP_DATA.",
        ),
        (
            sqlite3.SQLITE_NOTADB,
            "is no progress file of quizapp",
            "Name another folder in QUIZAPP_DATA, or move the file away; quizapp has changed nothing in it.",
        ),
    ],
)
def test_trouble_in_words(code: int, what: str, hint: str) -> None:
    said = trouble(FILE, failure(code))
    assert (said.message, said.hint) == (f"{FILE} {what}.", hint)


@pytest.mark.parametrize(
    "error",
    [
        failure(sqlite3.SQLITE_CORRUPT),
        failure(sqlite3.SQLITE_CORRUPT_INDEX),
        sqlite3.OperationalError("Could not decode to UTF-8"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
)
def test_damage_in_words(error: sqlite3.OperationalError | UnicodeDecodeError) -> None:
    said = trouble(FILE, error)
    assert isinstance(said, DamagedFile)
    assert said.message == f"{FILE} is damaged."
    assert said.hint == (
        "Save what can still be read: `quizapp progress export FILE`. Then move the damaged file away and import "
        "what was saved; `quizapp doctor` says more."
    )


def test_a_bug_stays_one_unless_the_file_is_not_whole(tmp_path: Path) -> None:
    bug = failure(sqlite3.SQLITE_ERROR)
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        assert is_whole(progress._connection)
        with pytest.raises(sqlite3.OperationalError) as raised:
            trouble(FILE, bug, progress._connection)
        assert raised.value is bug
        assert isinstance(trouble(FILE, bug), DamagedFile), "nobody could ask the file"
        progress._connection.execute("DROP TABLE activity")
        assert not is_whole(progress._connection)
        assert isinstance(trouble(FILE, bug, progress._connection), DamagedFile)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_file_is_whole_with_the_tables_of_its_own_schema(version: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in chain.from_iterable(MIGRATIONS[:version]):
            connection.execute(statement)
        assert not is_whole(connection), "none of its schemas"
        connection.execute(f"PRAGMA user_version = {version}")
        assert is_whole(connection)
        connection.execute("CREATE TABLE more (x TEXT)")
        assert not is_whole(connection)


def test_what_cannot_be_asked_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"no database, " * 200)
    with closing(sqlite3.connect(tmp_path / "junk")) as connection:
        assert not is_whole(connection)


def test_a_page_that_is_gone_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(4096) + data[8192:])
    with closing(sqlite3.connect(path)) as connection:
        assert not is_whole(connection)
