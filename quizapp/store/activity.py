"""How much was answered and how well, by quarters of an hour and in all: folds over the log that are kept beside it."""

from quizapp.quiz.stats import QUARTER
from quizapp.store.bulk import TAKEN_BACK

# ruff: noqa: S608  the queries are made of constants here
_CELLS = ("answers", "sure_right", "sure_wrong", "unsure_right", "unsure_wrong")
_COLUMNS = ", ".join(_CELLS)
_STANDS = (
    "kind = 'answer' AND NOT EXISTS "
    "(SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')"
)


def _count(where: str, sign: str = "", table: str = "attempts") -> tuple[str, str]:
    """The statements that add answers of the log to what is kept, or take them from it."""
    return (
        f"""
        INSERT INTO activity (learner, course, quarter, answers)
        SELECT learner, course, at / {QUARTER}, {sign}count(*)
        FROM {table} AS answer WHERE {where} GROUP BY learner, course, at / {QUARTER}
        ON CONFLICT (learner, course, quarter) DO UPDATE SET answers = answers + excluded.answers
        """,
        f"""
        INSERT INTO tallies (learner, course, {_COLUMNS})
        SELECT learner, course, {sign}count(*), {sign}sum(counts AND correct AND sure),
        {sign}sum(counts AND NOT correct AND sure), {sign}sum(counts AND correct AND NOT sure),
        {sign}sum(counts AND NOT correct AND NOT sure)
        FROM {table} AS answer WHERE {where} GROUP BY learner, course
        ON CONFLICT (learner, course) DO UPDATE SET {", ".join(f"{c} = {c} + excluded.{c}" for c in _CELLS)}
        """,
    )


TABLES = ("activity", "tallies")
COUNT_ALL = _count(_STANDS)
COUNT_ANSWER = f"""
INSERT INTO activity (learner, course, quarter, answers) VALUES (?, ?, ? / {QUARTER}, 1)
ON CONFLICT (learner, course, quarter) DO UPDATE SET answers = answers + 1
"""
"""One answer by its learner, course and time that was just appended, and that no undo has taken back."""
TALLY_ANSWER = f"""
INSERT INTO tallies (learner, course, {_COLUMNS})
VALUES (?1, ?2, 1, ?3 AND ?4 AND ?5, ?3 AND NOT ?4 AND ?5, ?3 AND ?4 AND NOT ?5, ?3 AND NOT ?4 AND NOT ?5)
ON CONFLICT (learner, course) DO UPDATE SET {", ".join(f"{c} = {c} + excluded.{c}" for c in _CELLS)}
"""
"""The same answer by learner, course, and whether it counts, was right and was sure."""
COUNT_UNDO = _count(
    "kind = 'answer' AND id = :target AND NOT EXISTS "
    "(SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo' AND undo.id <> :id)",
    "-",
)
"""One undo that was just appended; the second of an answer changes nothing."""
COUNT_ARRIVED = (*_count(_STANDS, table="arrived"), *_count(TAKEN_BACK, "-"))
"""What `bulk.take_over` appended."""

READ = (
    "SELECT CAST(quarter AS INTEGER), CAST(answers AS INTEGER) FROM activity "
    "WHERE learner = ? AND course = ? AND quarter >= ? AND answers"
)
TALLY = (
    f"SELECT {', '.join(f'CAST({cell} AS INTEGER)' for cell in _CELLS)} FROM tallies WHERE learner = ? AND course = ?"
)
