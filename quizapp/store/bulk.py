"""Many attempts at once: put down beside the log, compared with it, and taken over in a few statements."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from quizapp.store.opening import Transaction
from quizapp.store.rows import ATTEMPT_COLUMNS
from quizapp.store.schema import ADDED_ONCE, BY_ITEM

# ruff: noqa: S608  the queries are made of constants here
_COLUMNS = ATTEMPT_COLUMNS.split(", ")
_MARKS = ", ".join("?" * len(_COLUMNS))
_TABLE = f"CREATE TEMP TABLE arrived (place INTEGER PRIMARY KEY, {ATTEMPT_COLUMNS})"
_KNOWN = """
FROM arrived CROSS JOIN attempts AS known ON known.id = arrived.id
"""
_OTHERWISE = " OR ".join(f"arrived.{column} IS NOT known.{column}" for column in _COLUMNS)
_CONFLICTS = f"SELECT place - 1 {_KNOWN} WHERE {_OTHERWISE} ORDER BY place"
_FORGET_KNOWN = f"DELETE FROM arrived WHERE place IN (SELECT place {_KNOWN})"
_TAKE_OVER = f"""
INSERT INTO attempts ({ATTEMPT_COLUMNS}) SELECT {ATTEMPT_COLUMNS} FROM arrived WHERE true ORDER BY id, place
ON CONFLICT (id) DO NOTHING
"""
_FEWER_THAN = "SELECT count(*) < ?1 FROM (SELECT 1 FROM attempts LIMIT ?1)"
_FORGET_TWINS = "DELETE FROM arrived WHERE place NOT IN (SELECT min(place) FROM arrived GROUP BY id)"

TAKEN_BACK = """
kind = 'answer' AND id IN (SELECT target FROM arrived WHERE kind = 'undo') AND id NOT IN (SELECT id FROM arrived)
AND NOT EXISTS (
    SELECT 1 FROM attempts AS undo
    WHERE undo.target = attempt.id AND undo.kind = 'undo' AND undo.id NOT IN (SELECT id FROM arrived)
)
"""
"""Of the log, as `attempt`: what stood until an undo of it arrived."""
PLACES = """
SELECT DISTINCT learner, course, item FROM arrived WHERE kind = 'answer'
UNION
SELECT DISTINCT learner, course, item FROM attempts WHERE id IN (SELECT target FROM arrived WHERE kind = 'undo')
"""
"""Learner, course and item of all whose memory is not what it was."""


class DifferingAttempts(Exception):  # noqa: N818 - what it says is what it holds
    """Attempts whose ids are known, but with other contents: their places among those that arrived, from 0."""

    def __init__(self, places: tuple[int, ...]) -> None:
        self.places = places


@contextmanager
def put_down(connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> Iterator[None]:
    """Has attempts in the table `arrived`, which this connection alone sees: others go on writing meanwhile.

    Of each are handed in the values of `rows.ATTEMPT_COLUMNS`.
    """
    with Transaction(connection, "BEGIN"):
        connection.execute(_TABLE)
        connection.executemany(f"INSERT INTO arrived ({ATTEMPT_COLUMNS}) VALUES ({_MARKS})", rows)
    try:
        yield
    finally:
        connection.execute("DROP TABLE arrived")


def take_over(connection: sqlite3.Connection) -> int:
    """Appends those attempts of `arrived` whose ids are not known, within a transaction; how many they were.

    They alone stay in that table, for what is worked out from them.

    Raises:
        DifferingAttempts: one id stands for two things.
    """
    _demand_agreement(connection)
    connection.execute(_FORGET_KNOWN)
    (arrived,) = connection.execute("SELECT count(*) FROM arrived").fetchone()
    added = _append(connection, arrived)
    if added != arrived:
        _demand_agreement(connection)
        connection.execute(_FORGET_TWINS)
    connection.execute("CREATE INDEX temp.arrived_by_id ON arrived (id)")
    return added


def _append(connection: sqlite3.Connection, arrived: int) -> int:
    """Appends all that arrived; of those with one id only the first. How many that were."""
    if not connection.execute(_FEWER_THAN, (arrived,)).fetchone()[0]:
        return connection.execute(_TAKE_OVER).rowcount
    # The log more than doubles: to make its index anew takes less time than to keep it in order row by row.
    for what in ("TRIGGER attempts_are_added_once", "INDEX attempts_by_item"):
        connection.execute(f"DROP {what}")
    added = connection.execute(_TAKE_OVER).rowcount
    for made in (BY_ITEM, ADDED_ONCE):
        connection.execute(made)
    return added


def _demand_agreement(connection: sqlite3.Connection) -> None:
    places = tuple(chain.from_iterable(connection.execute(_CONFLICTS)))
    if places:
        raise DifferingAttempts(places)
