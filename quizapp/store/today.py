"""What was answered on one day, counted from the log for the items that were answered last on it or later."""

import sqlite3
from datetime import datetime

from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.pace import Day

_ITEMS = "SELECT item FROM memory WHERE learner = :learner AND course = :course AND last >= :since"
# The answers to one item, under all its names, that count and that no undo has taken back.
_COUNT = """
SELECT min(at) >= :since, count(*) FILTER (WHERE at >= :since) FROM attempts AS answer
WHERE learner = :learner AND course = :course AND kind = 'answer' AND counts
AND item IN (SELECT :item UNION ALL SELECT was FROM renames WHERE course = :course AND item = :item)
AND NOT EXISTS (SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')
"""


def answered_since(connection: sqlite3.Connection, learner: str | None, course: str, since: datetime) -> Day:
    """How many answers since then were the first to their question, and how many were not."""
    given = {"learner": learner or "", "course": course, "since": to_microseconds(since)}
    new = total = 0
    for (item,) in connection.execute(_ITEMS, given).fetchall():
        first, answers = connection.execute(_COUNT, given | {"item": item}).fetchone()
        new += bool(first)
        total += answers
    return Day(new, total - new)
