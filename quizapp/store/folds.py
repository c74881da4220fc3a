"""What the log adds up to, kept beside it: the memory of each item, how much was answered when, and how well."""

import sqlite3

from quizapp.quiz import schedule
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.schedule import Row
from quizapp.store import activity, bulk
from quizapp.store.retention import KEPT, retention_of, share
from quizapp.store.rows import MEMORY_COLUMNS, NAMED, OUTCOME_COLUMNS, STANDS, is_sound
from quizapp.told import Told, untold

# ruff: noqa: S608  the queries are made of constants here
_KEEP_MEMORY = (
    f"INSERT OR REPLACE INTO memory (learner, course, item, {MEMORY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FORGET = "DELETE FROM memory WHERE learner = ? AND course = ? AND item = ?"
_ANSWERS = f"""
SELECT {OUTCOME_COLUMNS} FROM attempts AS attempt
WHERE learner = :learner AND course = :course AND kind = 'answer' AND counts AND {NAMED} AND {STANDS}
ORDER BY at, id
"""
# All that has to be known before an answer is taken in, in one row: whether an undo of it came first, what its item is
# called now, the desired retention, and the memory of the item.
_BEFORE = f"""
SELECT EXISTS (SELECT 1 FROM attempts WHERE target = ?1 AND kind = 'undo') AS undone, coalesce(now.item, ?4) AS item,
({KEPT}) AS retention, {MEMORY_COLUMNS}
FROM (SELECT 1) LEFT JOIN renames AS now ON now.course = ?3 AND now.was = ?4
LEFT JOIN memory ON memory.learner = ?2 AND memory.course = ?3 AND memory.item = coalesce(now.item, ?4)
"""


class Folds:
    """Keeps them; every method works within the transaction that its caller began."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._run = connection.cursor().execute
        """One cursor for every statement: to make one takes as long as a small statement."""

    def follow(self, attempt: Attempt) -> None:
        """Take in an attempt that was just appended."""
        if attempt.kind == "answer":
            self._follow_answer(attempt)
        elif attempt.kind == "undo":
            self._run(activity.COUNT_UNDO, {"id": attempt.id, "target": attempt.target})
            target = self._run("SELECT learner, course, item FROM attempts WHERE id = ?", (attempt.target,)).fetchone()
            if target is not None:
                self._refold(*target)

    def follow_arrived(self, told: Told) -> None:
        """Take in what `bulk.take_over` appended."""
        for statement in activity.COUNT_ARRIVED:
            self._run(statement)
        self._refold_all(bulk.PLACES, told)

    def rename(self, course: str, keys: frozenset[str]) -> None:
        """Work out anew what renames have changed that concern these keys."""
        learners = self._run("SELECT DISTINCT learner FROM attempts").fetchall()
        for (learner,) in learners:
            for key in keys:
                self._put((learner, course, key), None)
                self._refold(learner, course, key)

    def rebuild(self) -> None:
        """Work out everything anew."""
        for table in ("memory", "activity"):
            self._run(f"DELETE FROM {table}")
        self._run(activity.COUNT_ALL)
        self._refold_all("SELECT DISTINCT learner, course, item FROM attempts")

    def _follow_answer(self, answer: Attempt) -> None:
        learner, course, at = answer.learner or "", answer.course, to_microseconds(answer.at)
        right, sure = int(answer.correct is True), int(answer.sure)
        undone, item, retention, *kept = self._run(_BEFORE, (answer.id, learner, course, answer.item)).fetchone()
        if undone:
            return
        self._run(activity.COUNT_ANSWER, (learner, course, at, int(answer.counts), right, sure))
        if not answer.counts:
            return
        stability, difficulty, _, last, *_ = kept
        before = None if stability is None else tuple(kept)
        if before and not (is_sound(stability, difficulty) and 0 <= last < at):
            # The answer is from before, or what stands there is damaged: the log says what it should be.
            self._refold(learner, course, item)
            return
        outcome = (at, right, sure and not answer.hints)
        self._put((learner, course, item), schedule.add_up((outcome,), before, retention=share(retention)))

    def _refold_all(self, places: str, told: Told = untold) -> None:
        found = self._run(places).fetchall()
        for number, place in enumerate(found):
            told("questions", number, len(found))
            self._refold(*place)

    def _refold(self, learner: str, course: str, item: str) -> None:
        """Work out the memory of one item, under any of its names, from the log."""
        name = self._name_now(course, item)
        outcomes = self._run(_ANSWERS, {"learner": learner, "course": course, "item": name})
        self._put((learner, course, name), schedule.add_up(outcomes, retention=retention_of(self._connection)))

    def _name_now(self, course: str, item: str) -> str:
        row = self._run("SELECT item FROM renames WHERE course = ? AND was = ?", (course, item)).fetchone()
        return str(row[0]) if row else item

    def _put(self, place: tuple[str, str, str], memory: Row | None) -> None:
        if memory is None:
            self._run(_FORGET, place)
        else:
            self._run(_KEEP_MEMORY, (*place, *memory))
