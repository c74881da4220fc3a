"""A learner's file while it is open: how it is read, written and closed, and what is told where that fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quizapp.store.opening import Transaction
from quizapp.store.trouble import SQLITE_TROUBLE, DamagedFile, trouble


class OpenFile:
    """An open file; whatever SQLite says against it is raised as a `QuizappError`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rest(self) -> None:
        """To be called while nobody waits: put what the write-ahead log holds into its place, and give back memory.

        So no answer has to wait for the one; pages of the file that are wanted again are read again.
        """
        with suppress(*SQLITE_TROUBLE):  # what cannot be put there now is as safe in the log
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        with self._trouble():
            self._connection.execute("PRAGMA shrink_memory")

    @property
    def state(self) -> tuple[int, int]:
        """Differs once anything was written since, by this connection or another."""
        return self._connection.total_changes, int(self._pragma("data_version"))

    @property
    def schema(self) -> int:
        """The number of the file's last migration."""
        return int(self._pragma("user_version"))

    @property
    def journal(self) -> str:
        """How SQLite keeps the file whole: `wal`, a write-ahead log, where its disk allows that."""
        return str(self._pragma("journal_mode"))

    def faults(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; empty when it is whole."""
        with self._trouble():
            found = tuple(str(row[0]) for row in self._connection.execute("PRAGMA integrity_check"))
        return () if found == ("ok",) else found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """For what is made of rows: where they are nothing that was ever written, the file is damaged."""
        try:
            with self._trouble():
                yield
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            raise DamagedFile(self.path) from None

    def _pragma(self, name: str) -> Any:
        with self._trouble():
            return self._connection.execute(f"PRAGMA {name}").fetchone()[0]

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except SQLITE_TROUBLE as error:
            raise trouble(self.path, error, self._connection) from None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with Transaction(self._connection):
                yield
        except SQLITE_TROUBLE as error:
            raise trouble(self.path, error, self._connection) from None
