"""Opening the learner's file: made when it is not there, brought to the newest schema, refused when it is not ours."""

import os
import sqlite3
from contextlib import closing
from glob import escape
from itertools import count
from pathlib import Path
from types import TracebackType

from quizapp.errors import QuizappError
from quizapp.store.schema import APPLICATION_ID, MIGRATIONS
from quizapp.store.trouble import ELSEWHERE, SQLITE_TROUBLE, about, trouble
from quizapp.text.characters import show_line

_NO_ROOM_BESIDE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""
_LONGEST_LOG = 4_000
"""Pages of the write-ahead log after which a write puts them into their places, unless `OpenFile.rest` did before: some
five hundred answers. SQLite's 1,000 let every hundredth answer wait for it."""


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """A connection to the file at `path` with the newest schema; `QuizappError` where that cannot be.

    Read-only, a file that is not there is an empty one, and nothing is written, not even beside it.
    """
    try:
        if path.exists() and not path.is_file():
            raise about(path, "is no file", ELSEWHERE)
        if not readonly:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            return _empty()
    except OSError as error:
        raise about(path, f"cannot be reached ({error.strerror})", _OTHER_FOLDER) from None
    connection: sqlite3.Connection | None = None
    try:
        connection = open_readonly(path) if readonly else _open(path)
        _prepare(connection, path, readonly=readonly)
    except BaseException as error:
        try:
            if isinstance(error, SQLITE_TROUBLE):
                raise trouble(path, error, connection) from None
        finally:
            if connection is not None:
                connection.close()
        raise
    return connection


class OlderFile(QuizappError):  # noqa: N818 - what it says is what it is
    """A learner's file that will be brought to the newest schema once it is opened for writing."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            f"{show_line(str(path))} is of an older quizapp (schema {version}).", "Open it once with `quizapp`."
        )
        self.version = version


_OTHER_FOLDER = "Make its folder one that you may write, or name another in QUIZAPP_DATA."


class Transaction:
    """All or nothing; on disk when it ends. It begins by asking to write, so that no later step has to wait.

    A class, since an answer would feel what a generator takes.
    """

    __slots__ = ("_begin", "_connection")

    def __init__(self, connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> None:
        self._connection = connection
        self._begin = begin

    def __enter__(self) -> None:
        self._connection.execute(self._begin)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def open_readonly(path: Path, *, damaged: bool = False) -> sqlite3.Connection:
    """A connection to a file that is there, of whatever schema; one of `SQLITE_TROUBLE` where that cannot be.

    With `damaged`, what SQLite would not open as it is not whole is opened for what is left of it.
    """
    uri = path.absolute().as_uri()
    # Beside a file in a folder that may not be written, or on a full disk, there is no room for the shared memory of a
    # write-ahead log. Without a log left behind, the file alone is whole.
    for how in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{uri}?{how}", timeout=_PATIENCE, isolation_level=None, uri=True)
        try:
            if damaged:
                connection.execute("PRAGMA query_only = ON")
                connection.execute("PRAGMA writable_schema = ON")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except SQLITE_TROUBLE as error:
            connection.close()
            code = getattr(error, "sqlite_errorcode", 0)
            if code == sqlite3.SQLITE_READONLY_ROLLBACK:
                return _recovered(path)
            if code != sqlite3.SQLITE_IOERR_SHMSIZE and code & 0xFF not in _NO_ROOM_BESIDE:
                raise
            failure = error
            if _logged(path):
                break
        else:
            return connection
    raise failure


def _recovered(path: Path) -> sqlite3.Connection:
    """For reading, a file whose last write was cut off, which SQLite has to take back before anyone can read it."""
    connection = _open(path)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _logged(path: Path) -> bool:
    """Whether something stands in the write-ahead log beside a file, which the file alone would lack."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _migrate(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    # In this order: another process may be making the file, tables and mark at once.
    if _holds_tables(connection) and _number(connection, "application_id") != APPLICATION_ID:
        raise about(path, "belongs to another program", ELSEWHERE)
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise about(
            path,
            f"was written by a newer quizapp (schema {version}; this one knows {len(MIGRATIONS)})",
            "Upgrade quizapp, or name another folder in QUIZAPP_DATA; nothing was changed.",
        )
    if readonly:
        if version < len(MIGRATIONS):
            raise OlderFile(path, version)
        return
    connection.execute("PRAGMA synchronous = FULL")
    if version < len(MIGRATIONS):
        _migrate(connection, path)
    _log_ahead(connection)


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; while another process writes it stays as it was, which is slower but as safe."""
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LONGEST_LOG}")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _migrate(connection: sqlite3.Connection, path: Path | None = None) -> None:
    """Bring a file to the newest schema, by one process at a time; what stands at `path` is kept as it was."""
    with Transaction(connection):
        version = _version(connection)  # again: another process may have been quicker
        if path is not None and 0 < version < len(MIGRATIONS):
            _copy(path, version)
        for steps in MIGRATIONS[version:]:
            for statement in steps:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, len(MIGRATIONS))}")


def _copy(path: Path, version: int) -> None:
    """Keep the file as it is before a migration, under a name that is not taken; only a whole copy has one.

    Nobody else copies meanwhile, so that what is there of other copies was left by processes that were killed.
    """
    names = (path.with_name(f"{path.name}.schema-{version}{f'.{n}' if n else ''}") for n in count())
    free = next(name for name in names if not name.exists())
    part = path.with_name(f"{free.name}.{os.getpid()}.part")
    try:
        for left in path.parent.glob(f"{escape(path.name)}.schema-*.part"):
            left.unlink(missing_ok=True)
        with closing(_open(path)) as reading:  # beside the transaction, in which there is no VACUUM
            reading.execute("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(free)
    except OSError as error:
        raise about(
            path, f"cannot be copied before it is brought up to date ({error.strerror})", _OTHER_FOLDER
        ) from None
    finally:
        part.unlink(missing_ok=True)


def _version(connection: sqlite3.Connection) -> int:
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


def _holds_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None
