"""Many attempts at once: put down beside the log, compared with it, and taken over in a few statements."""

import sqlite3
from collections.abc import Iterable
from itertools import chain, starmap

from quizapp.quiz.attempt import Attempt
from quizapp.store.rows import ATTEMPT_COLUMNS, row_of

# ruff: noqa: S608  the queries are made of constants here
_COLUMNS = ATTEMPT_COLUMNS.split(", ")
_MARKS = ", ".join("?" * len(_COLUMNS))
_TABLE = f"CREATE TEMP TABLE arrived (place INTEGER PRIMARY KEY, {ATTEMPT_COLUMNS})"
_KNOWN = """
FROM arrived CROSS JOIN attempts AS known ON known.id = arrived.id
"""
_OTHERWISE = " OR ".join(f"arrived.{column} IS NOT known.{column}" for column in _COLUMNS)
_CONFLICTS = f"SELECT place {_KNOWN} WHERE {_OTHERWISE} ORDER BY place"
_FORGET_KNOWN = f"DELETE FROM arrived WHERE place IN (SELECT place {_KNOWN})"
_TAKE_OVER = f"INSERT INTO attempts ({ATTEMPT_COLUMNS}) SELECT {ATTEMPT_COLUMNS} FROM arrived ORDER BY id, place"
_FORGET_TWINS = "DELETE FROM arrived WHERE place NOT IN (SELECT min(place) FROM arrived GROUP BY id)"

NEW_ANSWERS = "kind = 'answer' AND id IN (SELECT id FROM arrived)"
"""Of the log: the answers that arrived."""
TAKEN_BACK = """
kind = 'answer' AND id IN (SELECT target FROM arrived WHERE kind = 'undo') AND id NOT IN (SELECT id FROM arrived)
AND NOT EXISTS (
    SELECT 1 FROM attempts AS undo
    WHERE undo.target = answer.id AND undo.kind = 'undo' AND undo.id NOT IN (SELECT id FROM arrived)
)
"""
"""Of the log, as `answer`: what stood until an undo of it arrived."""
PLACES = """
SELECT DISTINCT learner, course, item FROM arrived WHERE kind = 'answer'
UNION
SELECT DISTINCT learner, course, item FROM attempts WHERE id IN (SELECT target FROM arrived WHERE kind = 'undo')
"""
"""Learner, course and item of all whose memory is not what it was."""


class DifferingAttempts(Exception):  # noqa: N818 - what it says is what it holds
    """Attempts whose ids are known, but with other contents: their places among those that arrived, from 0."""

    def __init__(self, places: tuple[int, ...]) -> None:
        super().__init__(places)
        self.places = places


def take_over(connection: sqlite3.Connection, attempts: Iterable[Attempt]) -> int:
    """Appends those attempts whose ids are not known, within a transaction; how many they were.

    They stay in the table `arrived` until `forget`, for what is worked out from them.

    Raises:
        DifferingAttempts: one id stands for two things.
    """
    connection.execute(_TABLE)
    rows = starmap(lambda place, attempt: (place, *row_of(attempt)), enumerate(attempts))
    connection.executemany(f"INSERT INTO arrived VALUES (?, {_MARKS})", rows)
    _demand_agreement(connection)
    connection.execute(_FORGET_KNOWN)
    (arrived,) = connection.execute("SELECT count(*) FROM arrived").fetchone()
    added = connection.execute(_TAKE_OVER).rowcount
    if added != arrived:
        _demand_agreement(connection)
        connection.execute(_FORGET_TWINS)
    connection.execute("CREATE INDEX temp.arrived_by_id ON arrived (id)")
    return added


def forget(connection: sqlite3.Connection) -> None:
    """Clears what `take_over` left."""
    connection.execute("DROP TABLE arrived")


def _demand_agreement(connection: sqlite3.Connection) -> None:
    places = tuple(chain.from_iterable(connection.execute(_CONFLICTS)))
    if places:
        raise DifferingAttempts(places)
