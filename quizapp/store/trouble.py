"""What goes wrong with the learner's file, in words, with what to do. Nothing is ever deleted or written over."""

import sqlite3
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.text.characters import show_line

ELSEWHERE = "Name another folder in QUIZAPP_DATA, or move the file away; quizapp has changed nothing in it."

_WORDS = {
    sqlite3.SQLITE_NOTADB: ("is no progress file of quizapp", ELSEWHERE),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged",
        "Keep a copy of it, then move it away and import your last export; `quizapp doctor` says more.",
    ),
    sqlite3.SQLITE_BUSY: (
        "is being written by another process",
        "Close the other quizapp that uses it, then try again.",
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
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "See whether its disk is well and connected, then try again."),
}
_ALIKE = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_READONLY,
}


def trouble(path: Path, error: sqlite3.Error) -> QuizappError:
    """The environment's trouble that an SQLite error stands for; the error itself where it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code, without its extension
    words = _WORDS.get(_ALIKE.get(code, code))
    if words is None:
        raise error
    return about(path, *words)


def about(path: Path, what: str, hint: str) -> QuizappError:
    """Trouble with the file at `path`."""
    return QuizappError(f"{show_line(str(path))} {what}.", hint)
