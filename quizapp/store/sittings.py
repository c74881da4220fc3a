"""Sittings that were left open, each as `session.dump` wrote it: kept to be gone on with, until they are over."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

MOST = 50
"""How many of one learner in one course are kept: the last ones. Of those from before them the attempts stay."""
# In its place where it stands last already, as after every answer but a sitting's first: fewer pages are written.
_KEEP_LAST = """
UPDATE sittings SET state = ? WHERE id = ? AND learner = ? AND course = ?
AND number = (SELECT max(number) FROM sittings)
"""
_KEEP = "INSERT OR REPLACE INTO sittings (id, learner, course, state) VALUES (?, ?, ?, ?)"
_FORGET = """
DELETE FROM sittings WHERE course = ?1 AND learner = ?2 AND number <= (
    SELECT number FROM sittings WHERE course = ?1 AND learner = ?2 ORDER BY number DESC LIMIT 1 OFFSET ?3
)
"""
_AMEND = "UPDATE sittings SET state = ? WHERE id = ?"
_READ = "SELECT id, state FROM sittings WHERE course = ? AND learner = ? ORDER BY number DESC LIMIT ?"


def keep(connection: sqlite3.Connection, state: Mapping[str, Any]) -> None:
    """Put a sitting in the place of what was kept of it, as the one that was last left."""
    learner, course = state["learner"] or "", state["course"]
    sitting, text = state["sitting"], _text(state)
    if not connection.execute(_KEEP_LAST, (text, sitting, learner, course)).rowcount:
        connection.execute(_KEEP, (sitting, learner, course, text))
        connection.execute(_FORGET, (course, learner, MOST))


def amend(connection: sqlite3.Connection, state: Mapping[str, Any]) -> None:
    """Replace what is kept of a sitting, where it stands; one that is over stays over."""
    connection.execute(_AMEND, (_text(state), state["sitting"]))


def read(connection: sqlite3.Connection, course: str, learner: str | None, limit: int) -> tuple[dict[str, Any], ...]:
    """Those of a learner in a course, the one last left first; `ValueError` or `KeyError` where one is none."""
    rows = connection.execute(_READ, (course, learner or "", limit)).fetchall()
    return tuple(_state(*row) for row in rows)


def _text(state: Mapping[str, Any]) -> str:
    import msgspec  # a tenth of the time that `json` takes, between an answer and its feedback

    return msgspec.json.encode(state).decode()


def _state(identity: str, text: str) -> dict[str, Any]:
    state = json.loads(text)
    if not isinstance(state, dict) or state["sitting"] != identity:
        raise ValueError
    if "\\u" in text:  # as half a character is written, which cannot be written down again
        _text(state).encode()
    return state
