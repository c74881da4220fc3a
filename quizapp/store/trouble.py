"""What goes wrong with the learner's file, in words, with what to do. Nothing is ever deleted or written over."""

import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.store.schema import MIGRATIONS
from quizapp.text.characters import show_line

ELSEWHERE = "Name another folder in QUIZAPP_DATA, or move the file away; quizapp has changed nothing in it."

_WORDS = {
    sqlite3.SQLITE_NOTADB: ("is no progress file of quizapp", ELSEWHERE),
    sqlite3.SQLITE_BUSY: (
        "is being written by another process",
        "Wait until it is done (an import takes a while), or close the other quizapp that uses it, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "may not be written",
        "Give yourself the right to write to it and to its folder, or name another folder in QUIZAPP_DATA.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened",
        "See whether its folder is there and may be written, or name another folder in QUIZAPP_DATA.",
    ),
    sqlite3.SQLITE_FULL: ("cannot grow, since the disk is full", "Make room on the disk, then try again."),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written",
        "See whether its disk is full, well and connected, then try again.",
    ),
}
_ALIKE = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_READONLY,
}


class DamagedFile(QuizappError):  # noqa: N818 - what it says is what it is
    """A learner's file whose bytes are not as they were written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{show_line(str(path))} is damaged.",
            "Save what can still be read: `quizapp progress export FILE`. Then move the damaged file away and import "
            "what was saved; `quizapp doctor` says more.",
        )


SQLITE_TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What comes of a call to SQLite: also its own message, where that quotes damage which is no UTF-8."""


def trouble(
    path: Path, error: sqlite3.Error | UnicodeDecodeError, connection: sqlite3.Connection | None = None
) -> QuizappError:
    """The environment's trouble that an SQLite error stands for; the error itself where it is a bug of ours.

    With its connection, an error that SQLite would give for a bug is damage where the file is not whole; without one
    the file could not even be asked what it holds.
    """
    extended = getattr(error, "sqlite_errorcode", 0)
    # Without room beside the file for the index of its write-ahead log, the disk is full.
    code = sqlite3.SQLITE_FULL if extended == sqlite3.SQLITE_IOERR_SHMSIZE else extended & 0xFF  # the primary code
    words = _WORDS.get(_ALIKE.get(code, code))
    if words is not None:
        return about(path, *words)
    undecodable = not code and isinstance(error, sqlite3.OperationalError | UnicodeDecodeError)
    unknown = code == sqlite3.SQLITE_ERROR if connection is None else not is_whole(connection)
    if undecodable or code == sqlite3.SQLITE_CORRUPT or unknown:
        return DamagedFile(path)
    raise error


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong with a file, and its tables are those of its schema."""
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        with closing(sqlite3.connect(":memory:")) as model:
            for statement in chain.from_iterable(MIGRATIONS[:version]):
                model.execute(statement)
            if connection.execute(_TABLES).fetchall() != model.execute(_TABLES).fetchall():
                return False
        found: tuple[str] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except SQLITE_TROUBLE:
        return False
    return found == ("ok",)


_TABLES = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, sql"


def about(path: Path, what: str, hint: str) -> QuizappError:
    """Trouble with the file at `path`."""
    return QuizappError(f"{show_line(str(path))} {what}.", hint)
