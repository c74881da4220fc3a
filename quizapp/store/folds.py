"""What the log adds up to, kept beside it: the memory of each item, how much was answered when, and how well."""

import sqlite3

from quizapp.quiz import schedule
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.schedule import Memory
from quizapp.store import activity, bulk
from quizapp.store.retention import retention_of
from quizapp.store.rows import MEMORY_COLUMNS, OUTCOME_COLUMNS, memory_of, memory_row_of, outcome_of

# ruff: noqa: S608  the queries are made of constants here
_KEEP_MEMORY = (
    f"INSERT OR REPLACE INTO memory (learner, course, item, {MEMORY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# The answers to one item, under all its names, that no undo has taken back.
_ANSWERS = f"""
SELECT {OUTCOME_COLUMNS} FROM attempts AS answer
WHERE learner = :learner AND course = :course AND kind = 'answer' AND counts
AND item IN (SELECT :item UNION ALL SELECT was FROM renames WHERE course = :course AND item = :item)
AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
ORDER BY at, id
"""
_UNDONE = "SELECT 1 FROM attempts WHERE target = ? AND kind = 'undo'"


class Folds:
    """Keeps them; every method works within the transaction that its caller began."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def follow(self, attempt: Attempt) -> None:
        """Take in an attempt that was just appended."""
        match attempt.kind:
            case "answer" if not self._connection.execute(_UNDONE, (attempt.id,)).fetchone():
                given = {
                    "learner": attempt.learner or "",
                    "course": attempt.course,
                    "at": to_microseconds(attempt.at),
                    "counts": attempt.counts,
                    "correct": attempt.correct,
                    "sure": attempt.sure,
                }
                for statement in activity.COUNT_ANSWER:
                    self._connection.execute(statement, given)
                if attempt.counts:
                    self._remember(attempt)
            case "undo":
                for statement in activity.COUNT_UNDO:
                    self._connection.execute(statement, {"id": attempt.id, "target": attempt.target})
                target = self._connection.execute(
                    "SELECT learner, course, item FROM attempts WHERE id = ?", (attempt.target,)
                ).fetchone()
                if target is not None:
                    self._refold(*target)
            case "answer" | "flag":
                pass

    def follow_arrived(self) -> None:
        """Take in what `bulk.take_over` appended."""
        for statement in activity.COUNT_ARRIVED:
            self._connection.execute(statement)
        self._refold_all(bulk.PLACES)

    def rename(self, course: str, keys: frozenset[str]) -> None:
        """Work out anew what renames have changed that concern these keys."""
        learners = self._connection.execute("SELECT DISTINCT learner FROM attempts").fetchall()
        for (learner,) in learners:
            for key in keys:
                self._forget(learner, course, key)
                self._refold(learner, course, key)

    def rebuild(self) -> None:
        """Work out everything anew."""
        for table in ("memory", *activity.TABLES):
            self._connection.execute(f"DELETE FROM {table}")
        for statement in activity.COUNT_ALL:
            self._connection.execute(statement)
        self._refold_all("SELECT DISTINCT learner, course, item FROM attempts")

    def _remember(self, attempt: Attempt) -> None:
        learner, course = attempt.learner or "", attempt.course
        place = (learner, course, self._name_now(course, attempt.item))
        row = self._connection.execute(
            f"SELECT {MEMORY_COLUMNS} FROM memory WHERE learner = ? AND course = ? AND item = ?", place
        ).fetchone()
        try:
            memory = memory_of(row) if row else None
        except (ValueError, OverflowError):  # what stands there is damaged, and the log says what it was
            self._refold(*place)
            return
        if memory and attempt.at <= memory.last:
            self._refold(*place)
        else:
            self._keep(place, schedule.remember(memory, attempt, retention=retention_of(self._connection)))

    def _refold_all(self, places: str) -> None:
        for place in self._connection.execute(places).fetchall():
            self._refold(*place)

    def _refold(self, learner: str, course: str, item: str) -> None:
        """Work out the memory of one item, under any of its names, from the log."""
        place = (learner, course, self._name_now(course, item))
        named = dict(zip(("learner", "course", "item"), place, strict=True))
        outcomes = map(outcome_of, self._connection.execute(_ANSWERS, named))
        memory = schedule.fold_outcomes(outcomes, retention=retention_of(self._connection))
        if memory is not None:
            self._keep(place, memory)
        else:
            self._forget(*place)

    def _name_now(self, course: str, item: str) -> str:
        row = self._connection.execute(
            "SELECT item FROM renames WHERE course = ? AND was = ?", (course, item)
        ).fetchone()
        return str(row[0]) if row else item

    def _keep(self, place: tuple[str, str, str], memory: Memory) -> None:
        self._connection.execute(_KEEP_MEMORY, (*place, *memory_row_of(memory)))

    def _forget(self, learner: str, course: str, item: str) -> None:
        self._connection.execute(
            "DELETE FROM memory WHERE learner = ? AND course = ? AND item = ?", (learner, course, item)
        )
