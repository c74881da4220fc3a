"""With which desired retention the memories are folded: one for the whole file, whoever writes.

So two processes with different settings leave no mixture behind. Of a memory only its due date depends on it.
"""

import sqlite3

from quizapp.quiz.pace import RETENTION

KEPT = "SELECT value FROM folding WHERE name = 'desired_retention'"
_WRITE = "INSERT OR REPLACE INTO folding VALUES ('desired_retention', ?)"
# What no memory can be, in a file that is damaged, is left for whoever reads it to tell.
_REDATE = "UPDATE memory SET due = due_after(stability, last) WHERE stability < 1e300 AND last BETWEEN 0 AND 1e17"


def retention_of(connection: sqlite3.Connection) -> float:
    """What the file names, if that is a share."""
    row = connection.execute(KEPT).fetchone()
    return share(row and row[0])


def share(kept: float | None) -> float:
    """What is kept, if it is a share."""
    return kept if kept is not None and 0 < kept < 1 else RETENTION


def retain(connection: sqlite3.Connection, retention: float) -> None:
    """Fold the memories with another one, within the transaction that the caller began."""
    connection.execute(_WRITE, (retention,))
    _redate(connection, retention)


def pretend(connection: sqlite3.Connection, retention: float) -> None:
    """`retain` in a copy that only this connection sees; nothing is written to disk."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("CREATE TEMP TABLE memory AS SELECT * FROM main.memory")
    _redate(connection, retention)


def _redate(connection: sqlite3.Connection, retention: float) -> None:
    from quizapp.quiz import schedule

    def due_after(stability: float, last: int) -> int:
        return schedule.due_after(stability, last, retention=retention)

    connection.create_function("due_after", 2, due_after)
    connection.execute(_REDATE)
