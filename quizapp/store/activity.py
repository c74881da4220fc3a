"""How much was answered and how well, by quarters of an hour: a fold over the log that is kept beside it."""

from quizapp.quiz.stats import QUARTER
from quizapp.store.bulk import NEW_ANSWERS, TAKEN_BACK

# ruff: noqa: S608  the queries are made of constants here
_CELLS = ("answers", "sure_right", "sure_wrong", "unsure_right", "unsure_wrong")
COLUMNS = ", ".join(_CELLS)
_STANDS = (
    "kind = 'answer' AND NOT EXISTS "
    "(SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo')"
)


def _count(where: str, sign: str = "") -> str:
    """The statement that adds answers of the log to what is kept, or takes them from it."""
    return f"""
    INSERT INTO activity (learner, course, quarter, {COLUMNS})
    SELECT learner, course, at / {QUARTER}, {sign}count(*), {sign}sum(counts AND correct AND sure),
    {sign}sum(counts AND NOT correct AND sure), {sign}sum(counts AND correct AND NOT sure),
    {sign}sum(counts AND NOT correct AND NOT sure)
    FROM attempts AS answer WHERE {where} GROUP BY learner, course, at / {QUARTER}
    ON CONFLICT (learner, course, quarter) DO UPDATE SET {", ".join(f"{c} = {c} + excluded.{c}" for c in _CELLS)}
    """


COUNT_ALL = _count(_STANDS)
COUNT_ANSWER = _count(f"id = :id AND {_STANDS}")
"""One answer that was just appended."""
COUNT_UNDO = _count(
    "kind = 'answer' AND id = :target AND NOT EXISTS "
    "(SELECT 1 FROM attempts AS undo WHERE undo.target = answer.id AND undo.kind = 'undo' AND undo.id <> :id)",
    "-",
)
"""One undo that was just appended; the second of an answer changes nothing."""
COUNT_ARRIVED = (_count(f"{NEW_ANSWERS} AND {_STANDS}"), _count(TAKEN_BACK, "-"))
"""What `bulk.take_over` appended."""

READ = f"SELECT quarter, {COLUMNS} FROM activity WHERE learner = ? AND course = ? AND quarter >= ? AND answers"
TOTAL = (
    f"SELECT {', '.join(f'ifnull(sum({cell}), 0)' for cell in _CELLS)} FROM activity WHERE learner = ? AND course = ?"
)
