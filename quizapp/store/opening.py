"""Opening the learner's file: made when it is not there, brought to the newest schema, refused when it is not ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from quizapp.store.schema import APPLICATION_ID, MIGRATIONS
from quizapp.store.trouble import ELSEWHERE, about, trouble

_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""


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
        connection = _open(path, readonly=readonly)
        _prepare(connection, path, readonly=readonly)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise trouble(path, error) from None
        raise
    return connection


_OTHER_FOLDER = "Make its folder one that you may write, or name another in QUIZAPP_DATA."


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; on disk when it ends. It begins by asking to write, so that no later step has to wait."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _open(path: Path, *, readonly: bool) -> sqlite3.Connection:
    if not readonly:
        return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    uri = path.absolute().as_uri()
    # Beside a file in a folder that may not be written there is no room for the shared memory of a write-ahead log.
    # Without a log left behind, the file alone is whole.
    for how in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{uri}?{how}", timeout=_PATIENCE, isolation_level=None, uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            failure = error
            if path.with_name(path.name + "-wal").exists():
                break
        else:
            return connection
    raise failure


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
            raise about(path, f"is of an older quizapp (schema {version})", "Open it once with `quizapp`.")
        return
    connection.execute("PRAGMA synchronous = FULL")
    if version < len(MIGRATIONS):
        if version:
            _copy(connection, path, version)
        _migrate(connection)
    _log_ahead(connection)


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; while another process writes it stays as it was, which is slower but as safe."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _migrate(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        version = _version(connection)  # again: another process may have been quicker
        for steps in MIGRATIONS[version:]:
            for statement in steps:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, len(MIGRATIONS))}")


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep the file as it is before a migration, under a name that is not taken."""
    names = (path.with_name(f"{path.name}.schema-{version}{f'.{n}' if n else ''}") for n in count())
    free = next(name for name in names if not name.exists())
    connection.execute("VACUUM INTO ?", (str(free),))


def _version(connection: sqlite3.Connection) -> int:
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


def _holds_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None
