"""How much was answered and how well, by quarters of an hour and in all: folds over the log that are kept beside it."""

from quizapp.quiz.stats import QUARTER
from quizapp.store.bulk import TAKEN_BACK
from quizapp.store.rows import STANDS
from quizapp.store.schema import EVER

# ruff: noqa: S608  the queries are made of constants here
_CELLS = ("answers", "sure_right", "sure_wrong", "unsure_right", "unsure_wrong")
_ANSWERED = f"kind = 'answer' AND {STANDS}"
_ADD = f"ON CONFLICT DO UPDATE SET {', '.join(f'{cell} = {cell} + excluded.{cell}' for cell in _CELLS)}"


def _count(where: str, sign: str = "", table: str = "attempts") -> str:
    """The statement that adds answers of the log to what is kept, or takes them from it."""
    return f"""
    WITH counted AS (
        SELECT learner, course, at / {QUARTER}, {sign}count(*) AS answers,
        {sign}sum(counts AND correct AND sure) AS sure_right, {sign}sum(counts AND NOT correct AND sure) AS sure_wrong,
        {sign}sum(counts AND correct AND NOT sure) AS unsure_right,
        {sign}sum(counts AND NOT correct AND NOT sure) AS unsure_wrong
        FROM {table} AS attempt WHERE {where} GROUP BY learner, course, at / {QUARTER}
    )
    INSERT INTO activity SELECT * FROM counted
    UNION ALL
    SELECT learner, course, {EVER}, {", ".join(f"sum({cell})" for cell in _CELLS)}
    FROM counted GROUP BY learner, course
    {_ADD}
    """


COUNT_ALL = _count(_ANSWERED)
_CELLS_OF_ONE = "1, ?4 AND ?5 AND ?6, ?4 AND NOT ?5 AND ?6, ?4 AND ?5 AND NOT ?6, ?4 AND NOT ?5 AND NOT ?6"
COUNT_ANSWER = f"""
INSERT INTO activity VALUES (?1, ?2, ?3 / {QUARTER}, {_CELLS_OF_ONE}), (?1, ?2, {EVER}, {_CELLS_OF_ONE})
{_ADD}
"""
"""One answer that was just appended and that no undo has taken back, without a look at the log: its learner, course and
time, and whether it counts, was right and was sure."""
COUNT_UNDO = _count(
    "kind = 'answer' AND id = :target AND NOT EXISTS "
    "(SELECT 1 FROM attempts AS undo WHERE undo.target = attempt.id AND undo.kind = 'undo' AND undo.id <> :id)",
    "-",
)
"""One undo that was just appended; the second of an answer changes nothing."""
COUNT_ARRIVED = (_count(_ANSWERED, table="arrived"), _count(TAKEN_BACK, "-"))
"""What `bulk.take_over` appended."""

READ = (
    "SELECT CAST(quarter AS INTEGER), CAST(answers AS INTEGER) FROM activity "
    f"WHERE learner = ? AND course = ? AND quarter >= ? AND quarter < {EVER} AND answers"
)
TALLY = (
    f"SELECT {', '.join(f'CAST({cell} AS INTEGER)' for cell in _CELLS)} FROM activity "
    f"WHERE learner = ? AND course = ? AND quarter = {EVER}"
)
