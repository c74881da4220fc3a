"""What learners did: an append-only log of attempts in SQLite, the memories it adds up to, and sittings left open.

An attempt is on disk when `record` returns. Everything but the log can be rebuilt from it. Two processes may use one
file at once. Nothing is loaded to open it that only answers or stats need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from quizapp.quiz.moments import from_microseconds, to_microseconds
from quizapp.store import sittings
from quizapp.store.open_file import OpenFile
from quizapp.store.opening import Transaction, connect
from quizapp.store.retention import pretend, retain, retention_of
from quizapp.store.rows import ATTEMPT_COLUMNS, MEMORY_COLUMNS, NAMED, STANDS, attempt_of, memories_of, row_of
from quizapp.store.schema import NEVER_DELETED
from quizapp.store.trouble import SQLITE_TROUBLE, trouble
from quizapp.told import Told, untold

if TYPE_CHECKING:
    from quizapp.content.library import Library
    from quizapp.quiz.attempt import Attempt
    from quizapp.quiz.pace import Day
    from quizapp.quiz.schedule import Memory
    from quizapp.quiz.stats import Stats, Tally
    from quizapp.store.folds import Folds

# ruff: noqa: S608  the queries are made of constants here
_INSERT = f"INSERT INTO attempts ({ATTEMPT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FLAG = f"kind = 'flag' AND {STANDS}"


class Progress(OpenFile):
    """One learner's file, open. Use it from one thread."""

    @cached_property
    def _folds(self) -> Folds:
        from quizapp.store.folds import Folds

        return Folds(self._connection)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, retention: float | None = None) -> Self:
        """The file at `path`, created when it is not there; `QuizappError` where that cannot be.

        Args:
            path: where it is.
            readonly: nothing is written; a file that is not there is an empty one.
            retention: how likely an item should still be remembered when it comes back; where the file was written
                with another one, all its items are given new dates. None keeps what the file has.
        """
        progress = cls(connect(path, readonly=readonly), path)
        try:
            if retention is not None:
                progress._retain(retention, readonly=readonly)
        except BaseException:
            progress.close()
            raise
        return progress

    def warm(self) -> None:
        """Load what the first answer needs, so that it does not wait; faces call it once they are on screen."""
        import msgspec  # noqa: F401 - what `sittings` uses

        from quizapp.quiz import schedule

        schedule.warm()

    def record(self, attempt: Attempt, state: Mapping[str, Any] | None = None) -> None:
        """Append an attempt, on disk when this returns; `state` is the sitting after it, kept for resuming.

        An attempt whose id is known changes nothing.
        """
        try:  # as `_writing` does, whose generator an answer need not wait for
            with Transaction(self._connection):
                if self._connection.execute(_INSERT, row_of(attempt)).rowcount:
                    self._folds.follow(attempt)
                if state is not None:
                    sittings.keep(self._connection, state)
        except SQLITE_TROUBLE as error:
            raise trouble(self.path, error, self._connection) from None

    def add(self, rows: Iterable[tuple[Any, ...]], told: Told = untold) -> int:
        """Append those attempts, each as `rows.row_of` has it, whose ids are not known yet, all or none; how many.

        `told` is told of how many questions the memory was worked out.

        Raises:
            DifferingAttempts: an id is known with other contents, or stands for two things.
        """
        from quizapp.store import bulk

        with self._trouble(), bulk.put_down(self._connection, rows), self._writing():
            added = bulk.take_over(self._connection)
            if added:
                self._folds.follow_arrived(told)
        return added

    def erase(self, learner: str | None, keep: Callable[[Iterator[Attempt]], object]) -> int:
        """Forget a learner; how many attempts that were.

        `keep` is handed them first, while nobody else can write; where it raises, nothing is forgotten.
        """
        named = (learner or "",)
        with self._writing():
            keep(self.log_of(learner))
            self._connection.execute("DROP TRIGGER attempts_are_never_deleted")
            erased = self._connection.execute("DELETE FROM attempts WHERE learner = ?", named).rowcount
            self._connection.execute(NEVER_DELETED)
            for table in ("memory", "sittings", "activity"):
                self._connection.execute(f"DELETE FROM {table} WHERE learner = ?", named)
        return erased

    def save(self, state: Mapping[str, Any]) -> None:
        """Keep a sitting for resuming, as `session.dump` wrote it."""
        with self._writing():
            sittings.keep(self._connection, state)

    def amend(self, state: Mapping[str, Any]) -> None:
        """Keep a sitting as it is now, if it is still open; it is not the one last left because of that."""
        with self._writing():
            sittings.amend(self._connection, state)

    def open_sitting(self, course: str, learner: str | None = None) -> dict[str, Any] | None:
        """The sitting that was last left open."""
        return next(iter(self.open_sittings(course, learner, 1)), None)

    def open_sittings(
        self, course: str, learner: str | None = None, limit: int = sittings.MOST
    ) -> tuple[dict[str, Any], ...]:
        """The sittings that were left open, the last one first."""
        with self._reading():
            return sittings.read(self._connection, course, learner, limit)

    def close_sitting(self, sitting: str) -> None:
        """Forget the state of a sitting that is over; its attempts stay."""
        with self._writing():
            self._connection.execute("DELETE FROM sittings WHERE id = ?", (sitting,))

    def known(self, ids: Iterable[str]) -> Iterator[Attempt]:
        """The attempts with these ids, as far as the log has them."""
        for identity in ids:
            yield from self._read("id = ?", (identity,))

    def log(self) -> Iterator[Attempt]:
        """Every attempt of every learner, oldest first."""
        return self._read("1", ())

    def log_of(self, learner: str | None) -> Iterator[Attempt]:
        """Every attempt of one learner, in whatever course, oldest first."""
        return self._read("learner = ?", (learner or "",))

    def memories(self, course: str, learner: str | None = None) -> dict[str, Memory]:
        """The memory of each item by its key, the first due first."""
        with self._reading():
            rows = self._connection.execute(
                f"SELECT item, {MEMORY_COLUMNS} FROM memory WHERE course = ? AND learner = ? ORDER BY due",
                (course, learner or ""),
            )
            return memories_of(rows)

    def due(self, course: str, learner: str | None, now: datetime) -> tuple[str, ...]:
        """The keys of the items that are due, longest overdue first."""
        with self._trouble():
            rows = self._connection.execute(
                "SELECT item FROM memory WHERE course = ? AND learner = ? AND due <= ? ORDER BY due, item",
                (course, learner or "", to_microseconds(now)),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def back(self, course: str, learner: str | None, items: Iterable[str]) -> Iterator[datetime]:
        """When each of these items comes back that has a memory."""
        with self._trouble():
            for item in items:
                yield from map(from_microseconds, self._dues(course, learner, item))

    def _dues(self, course: str, learner: str | None, item: str) -> Iterator[int]:
        query = "SELECT due FROM memory WHERE learner = ? AND course = ? AND item = ?"
        return (row[0] for row in self._connection.execute(query, (learner or "", course, item)))

    def day(self, course: str, learner: str | None, since: datetime) -> Day:
        """How much was answered since then that counts."""
        from quizapp.store.today import answered_since

        with self._trouble():
            return answered_since(self._connection, learner, course, since)

    def answered(self, course: str, learner: str | None = None) -> frozenset[str]:
        """The keys of the items that have a memory."""
        with self._trouble():
            rows = self._connection.execute(
                "SELECT item FROM memory WHERE course = ? AND learner = ?", (course, learner or "")
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def activity(self, course: str, learner: str | None = None, *, since: datetime | None = None) -> dict[int, int]:
        """How many answers each quarter of an hour since 1970 has, oldest first."""
        from quizapp.quiz.stats import QUARTER
        from quizapp.store import activity

        first = 0 if since is None else to_microseconds(since) // QUARTER
        with self._reading():
            return dict(self._connection.execute(activity.READ, (learner or "", course, first)))

    def tally(self, course: str, learner: str | None = None) -> Tally:
        """All that was ever answered."""
        from quizapp.quiz.stats import Tally
        from quizapp.store import activity

        with self._reading():
            row = self._connection.execute(activity.TALLY, (learner or "", course)).fetchone()
            return Tally._make(map(int, row)) if row else Tally()

    def stats(self, library: Library, learner: str | None, *, now: datetime, zone: tzinfo) -> Stats:
        """All that is told of a learner in a course; `zone` parts the days."""
        from quizapp.quiz.stats import first_day, stats_of

        course, since = library.course.id, first_day(now, zone)
        memories, quarters = self.memories(course, learner), self.activity(course, learner, since=since)
        return stats_of(library, memories, quarters, self.tally(course, learner), now=now, zone=zone)

    def flags(self, course: str, learner: str | None = None) -> Iterator[Attempt]:
        """The records that call a question into doubt and that no undo has taken back, oldest first."""
        return self._read(f"{_FLAG} AND learner = ? AND course = ?", (learner or "", course))

    def flags_on(self, item: str, course: str, learner: str | None = None) -> tuple[Attempt, ...]:
        """Those of one question, under all its names."""
        given = {"learner": learner or "", "course": course, "item": item}
        return tuple(self._read(f"{_FLAG} AND learner = :learner AND course = :course AND {NAMED}", given))

    def all_flags(self, course: str) -> Iterator[Attempt]:
        """Those of all learners."""
        return self._read(f"{_FLAG} AND course = ?", (course,))

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
            self._folds.rename(course, frozenset(key for pair in before ^ after for key in pair))

    def rebuild(self) -> None:
        """Make every table that caches the log anew."""
        with self._writing():
            self._folds.rebuild()

    def count(self) -> int:
        """How many attempts the log holds, of all learners."""
        with self._trouble():
            number: int = self._connection.execute("SELECT count(*) FROM attempts").fetchone()[0]
        return number

    def _retain(self, retention: float, *, readonly: bool) -> None:
        with self._trouble():
            if retention_of(self._connection) == retention:
                return
            if readonly:
                if self.path.exists():
                    pretend(self._connection, retention)
                return
        with self._writing():
            retain(self._connection, retention)

    def _read(self, where: str, given: tuple[Any, ...] | dict[str, Any]) -> Iterator[Attempt]:
        with self._reading():
            query = f"SELECT {ATTEMPT_COLUMNS} FROM attempts AS attempt WHERE {where} ORDER BY at, id"
            yield from map(attempt_of, self._connection.execute(query, given))
