"""What was answered on one day, counted from the log for the items that were answered last on it or later."""

import sqlite3
from datetime import datetime

from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.pace import Day
from quizapp.store.rows import NAMED, STANDS

# ruff: noqa: S608  the query is made of constants here
_ITEMS = "SELECT item FROM memory WHERE learner = :learner AND course = :course AND last >= :since"
_COUNT = f"""
SELECT min(at) >= :since, count(*) FILTER (WHERE at >= :since) FROM attempts AS attempt
WHERE learner = :learner AND course = :course AND kind = 'answer' AND counts AND {NAMED} AND {STANDS}
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
