"""What goes wrong with the learner's file is said in words, with what to do; only a bug of ours is left as it is."""

import sqlite3
from pathlib import Path

import pytest

from quizapp.store.progress import Progress
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
        for connection in (None, progress._connection):
            with pytest.raises(sqlite3.OperationalError) as raised:
                trouble(FILE, bug, connection)
            assert raised.value is bug
        progress._connection.execute("DROP TABLE activity")
        assert not is_whole(progress._connection)
        assert isinstance(trouble(FILE, bug, progress._connection), DamagedFile)
