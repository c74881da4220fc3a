"""What learners did: an append-only log of attempts in SQLite, the memories it adds up to, and sittings left open.

An attempt is on disk when `record` returns. Everything but the log can be rebuilt from it. Two processes may use one
file at once.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quizapp.quiz import schedule
from quizapp.quiz.attempt import Attempt, to_microseconds
from quizapp.quiz.schedule import Memory
from quizapp.store.opening import connect, transaction
from quizapp.store.rows import (
    ATTEMPT_COLUMNS,
    MEMORY_COLUMNS,
    OUTCOME_COLUMNS,
    attempt_of,
    memory_of,
    memory_row_of,
    row_of,
)
from quizapp.store.trouble import trouble

# ruff: noqa: S608  the queries are made of constants here
_INSERT = f"INSERT INTO attempts ({ATTEMPT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_KEEP_MEMORY = (
    f"INSERT OR REPLACE INTO memory (learner, course, item, {MEMORY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KEEP_SITTING = "INSERT OR REPLACE INTO sittings (id, learner, course, state) VALUES (?, ?, ?, ?)"
# The answers to one item, under all its names, that no undo has taken back.
_ANSWERS = f"""
SELECT {OUTCOME_COLUMNS} FROM attempts AS answer
WHERE learner = :learner AND course = :course AND kind = 'answer' AND counts
AND item IN (SELECT :item UNION ALL SELECT was FROM renames WHERE course = :course AND item = :item)
AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
"""


class Progress:
    """One learner's file, open. Use it from one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Self:
        """The file at `path`, created when it is not there; `QuizappError` where that cannot be.

        Read-only, a file that is not there is an empty one.
        """
        return cls(connect(path, readonly=readonly), path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Load what the first answer needs, so that it does not wait; faces call it once they are on screen."""
        schedule.warm()

    def record(self, attempt: Attempt, state: Mapping[str, Any] | None = None) -> None:
        """Append an attempt, on disk when this returns; `state` is the sitting after it, kept for resuming.

        An attempt whose id is known changes nothing.
        """
        with self._writing():
            if self._connection.execute(_INSERT, row_of(attempt)).rowcount:
                self._follow(attempt)
            if state is not None:
                self._keep_sitting(state)

    def add(self, attempts: Iterable[Attempt]) -> int:
        """Append those attempts whose ids are not known yet, all or none; how many they were."""
        with self._writing():
            before = self._connection.total_changes
            known = sorted(attempts, key=lambda attempt: attempt.id)  # as the table lies, which is quicker
            self._connection.executemany(_INSERT, map(row_of, known))
            added = self._connection.total_changes - before
            if added:
                for learner, course, item in {self._place_of(attempt) for attempt in known}:
                    self._refold(learner, course, item)
        return added

    def save(self, state: Mapping[str, Any]) -> None:
        """Keep a sitting for resuming, as `session.dump` wrote it."""
        with self._writing():
            self._keep_sitting(state)

    def open_sitting(self, course: str, learner: str | None = None) -> dict[str, Any] | None:
        """The sitting that was last left open."""
        with self._trouble():
            row = self._connection.execute(
                "SELECT state FROM sittings WHERE course = ? AND learner = ? ORDER BY number DESC LIMIT 1",
                (course, learner or ""),
            ).fetchone()
        state: dict[str, Any] | None = json.loads(row[0]) if row else None
        return state

    def close_sitting(self, sitting: str) -> None:
        """Forget the state of a sitting that is over; its attempts stay."""
        with self._writing():
            self._connection.execute("DELETE FROM sittings WHERE id = ?", (sitting,))

    def attempts(self, course: str, learner: str | None = None, *, sitting: str | None = None) -> Iterator[Attempt]:
        """The log of a learner in a course, or of one sitting, oldest first; undone answers and all."""
        # The plus signs keep SQLite to the index by sitting.
        where = "sitting = ? AND +course = ? AND +learner = ?" if sitting else "course = ? AND learner = ?"
        given = (course, learner or "")
        return self._read(where, (sitting, *given) if sitting else given)

    def log(self) -> Iterator[Attempt]:
        """Every attempt of every learner, oldest first."""
        return self._read("1", ())

    def memories(
        self, course: str, learner: str | None = None, *, due_by: datetime | None = None, limit: int = -1
    ) -> dict[str, Memory]:
        """The memory of each item by its key, the first due first; with `due_by`, of those that are due then."""
        before = "" if due_by is None else "AND due <= ?"
        given = (course, learner or "", *(() if due_by is None else (to_microseconds(due_by),)), limit)
        with self._trouble():
            rows = self._connection.execute(
                f"SELECT item, {MEMORY_COLUMNS} FROM memory WHERE course = ? AND learner = ? {before} "
                "ORDER BY due LIMIT ?",
                given,
            ).fetchall()
        return {row[0]: memory_of(row[1:]) for row in rows}

    def due(self, course: str, learner: str | None, now: datetime, limit: int = -1) -> tuple[str, ...]:
        """The keys of the items that are due, longest overdue first."""
        with self._trouble():
            rows = self._connection.execute(
                "SELECT item FROM memory WHERE course = ? AND learner = ? AND due <= ? ORDER BY due LIMIT ?",
                (course, learner or "", to_microseconds(now), limit),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def answered(self, course: str, learner: str | None = None) -> frozenset[str]:
        """The keys of the items that have a memory."""
        with self._trouble():
            rows = self._connection.execute(
                "SELECT item FROM memory WHERE course = ? AND learner = ?", (course, learner or "")
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def adopt(self, course: str, renames: Mapping[str, str]) -> None:
        """Give items the history of their earlier keys: earlier key -> key now, as `item.renames` finds them."""
        with self._trouble():
            rows = self._connection.execute("SELECT was, item FROM renames WHERE course = ?", (course,)).fetchall()
        before, after = set(rows), set(renames.items())
        if before == after:
            return
        with self._writing():
            self._connection.execute("DELETE FROM renames WHERE course = ?", (course,))
            added = [(course, was, item) for was, item in renames.items()]
            self._connection.executemany("INSERT INTO renames (course, was, item) VALUES (?, ?, ?)", added)
            touched = {key for pair in before ^ after for key in pair}
            learners = self._connection.execute("SELECT DISTINCT learner FROM attempts").fetchall()
            for (learner,) in learners:
                for key in touched:
                    self._connection.execute(
                        "DELETE FROM memory WHERE learner = ? AND course = ? AND item = ?", (learner, course, key)
                    )
                    self._refold(learner, course, self._name_now(course, key))

    def rebuild(self) -> None:
        """Make every table that caches the log anew."""
        with self._writing():
            self._connection.execute("DELETE FROM memory")
            places = self._connection.execute("SELECT DISTINCT learner, course, item FROM attempts").fetchall()
            for learner, course, item in {(who, course, self._name_now(course, item)) for who, course, item in places}:
                self._refold(learner, course, item)

    def faults(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; empty when it is whole."""
        with self._trouble():
            found = tuple(str(row[0]) for row in self._connection.execute("PRAGMA integrity_check"))
        return () if found == ("ok",) else found

    def _follow(self, attempt: Attempt) -> None:
        """Bring the memory up to an attempt that was just appended."""
        learner, course, item = place = self._place_of(attempt)
        if attempt.kind == "undo":
            self._refold(*place)
        elif attempt.kind == "answer" and attempt.counts:
            row = self._connection.execute(
                f"SELECT {MEMORY_COLUMNS} FROM memory WHERE learner = ? AND course = ? AND item = ?",
                place,
            ).fetchone()
            memory = memory_of(row) if row else None
            undone = self._connection.execute("SELECT 1 FROM attempts WHERE target = ?", (attempt.id,)).fetchone()
            if undone or (memory and attempt.at <= memory.last):
                self._refold(learner, course, item)
            else:
                self._keep(place, schedule.remember(memory, attempt))

    def _place_of(self, attempt: Attempt) -> tuple[str, str, str]:
        """Learner, course and present key of the item whose memory an attempt bears on."""
        learner, course, item = attempt.learner or "", attempt.course, attempt.item
        if attempt.kind == "undo":
            target = self._connection.execute(
                "SELECT learner, course, item FROM attempts WHERE id = ?", (attempt.target,)
            ).fetchone()
            learner, course, item = target or (learner, course, item)
        return learner, course, self._name_now(course, item)

    def _name_now(self, course: str, item: str) -> str:
        row = self._connection.execute(
            "SELECT item FROM renames WHERE course = ? AND was = ?", (course, item)
        ).fetchone()
        return str(row[0]) if row else item

    def _refold(self, learner: str, course: str, item: str) -> None:
        """Work out the memory of one item from the log."""
        place = (learner, course, item)
        named = dict(zip(("learner", "course", "item"), place, strict=True))
        memory = schedule.fold(map(attempt_of, self._connection.execute(_ANSWERS, named)))
        if memory is not None:
            self._keep(place, memory)
        else:
            self._connection.execute("DELETE FROM memory WHERE learner = ? AND course = ? AND item = ?", place)

    def _keep(self, place: tuple[str, str, str], memory: Memory) -> None:
        self._connection.execute(_KEEP_MEMORY, (*place, *memory_row_of(memory)))

    def _keep_sitting(self, state: Mapping[str, Any]) -> None:
        text = json.dumps(state, ensure_ascii=False)
        self._connection.execute(_KEEP_SITTING, (state["sitting"], state["learner"] or "", state["course"], text))

    def _read(self, where: str, given: tuple[Any, ...]) -> Iterator[Attempt]:
        with self._trouble():
            query = f"SELECT {ATTEMPT_COLUMNS} FROM attempts WHERE {where} ORDER BY at, id"
            yield from map(attempt_of, self._connection.execute(query, given))

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise trouble(self.path, error) from None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._trouble(), transaction(self._connection):
            yield
