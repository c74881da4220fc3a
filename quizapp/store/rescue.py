"""The attempts of a learner's file, as far as they can be read: of a whole one all, of a damaged one what is left."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp.quiz.attempt import Attempt
from quizapp.store.opening import OlderFile, connect, open_readonly
from quizapp.store.rows import ATTEMPT_COLUMNS, attempt_of
from quizapp.store.transfer import line_of, read_line
from quizapp.store.trouble import SQLITE_TROUBLE, DamagedFile

# ruff: noqa: S608  the queries are made of constants here
_ALL = f"SELECT {ATTEMPT_COLUMNS} FROM attempts WHERE learner = ? OR ? IS NULL ORDER BY at, id"
_ONE = f"SELECT {ATTEMPT_COLUMNS} FROM attempts WHERE id = ?"
# What stands on one page stands on others too; a page that cannot be read is come to from both its sides.
_PLACES = tuple(
    f"SELECT id FROM attempts {index} ORDER BY {', '.join(f'{column} {way}' for column in columns)}"
    for index, columns in (
        ("", ("id",)),
        ("INDEXED BY attempts_by_item", ("learner", "course", "item")),
    )
    for way in ("ASC", "DESC")
)
_NO_ROW = (ValueError, TypeError, OverflowError, AttributeError, RecursionError)


class Rescue:
    """One reading of the attempts in the file at `path`; nothing is written."""

    def __init__(self, path: Path) -> None:
        self.damaged = False
        """Whether anything was found damaged so far."""
        self.lost = 0
        """Attempts of which traces were found, but which cannot be read."""
        self._path = path

    def attempts(self, learner: str | None = None) -> Iterator[Attempt]:
        """Those of one learner, or of all where none is named: a whole file's oldest first.

        Raises:
            QuizappError: the file cannot be read at all.
        """
        told: tuple[datetime, str] | None = None
        try:
            with closing(self._whole()) as connection:
                for attempt in self._sound(connection.execute(_ALL, (learner, learner))):
                    yield attempt
                    told = (attempt.at, attempt.id)
        except DamagedFile as damage:
            refused = damage
        except SQLITE_TROUBLE:
            refused = DamagedFile(self._path)
        else:
            return
        self.damaged = True
        self.lost = 0
        try:
            connection = open_readonly(self._path, damaged=True)
        except SQLITE_TROUBLE:
            raise refused from None
        with closing(connection):
            found = self._sound(self._left(connection, refused))
            own = (one for one in found if learner is None or one.learner == learner)
            yield from (one for one in own if told is None or (one.at, one.id) > told)

    def _whole(self) -> sqlite3.Connection:
        try:
            return connect(self._path, readonly=True)
        except OlderFile:  # the log is the same in every schema
            return open_readonly(self._path)

    def _left(self, connection: sqlite3.Connection, refused: DamagedFile) -> Iterator[tuple[Any, ...]]:
        ids: set[str] = set()
        read_through = False
        for query in _PLACES:
            try:
                for (identity,) in connection.execute(query):
                    ids.add(identity)
                read_through = True
            except SQLITE_TROUBLE:
                continue
        if not ids and not read_through:
            raise refused
        for identity in sorted(ids, key=str):
            try:
                row = connection.execute(_ONE, (identity,)).fetchone()
            except SQLITE_TROUBLE:
                row = None
            if row is None:
                self.lost += 1
            else:
                yield row

    def _sound(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[Attempt]:
        for row in rows:
            try:
                attempt = attempt_of(row)
                read_line(line_of(attempt).encode())
            except _NO_ROW:
                self.damaged = True
                self.lost += 1
            else:
                yield attempt
