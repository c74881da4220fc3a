"""Laws of the progress file: it carries the whole log, and an import is a set union by id."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.store.transfer import export_log, import_log
from quizapp.text.characters import show
from tests import strategies
from tests.laws.test_store_memory import a_file, remembered


def exported(progress: Progress) -> bytes:
    return "".join(export_log(progress.log())).encode()


def known(progress: Progress) -> tuple[object, ...]:
    """All that the log adds up to, and the log itself."""
    quarters = [progress.activity(course, who) for course, who in remembered(progress)]
    flags = [tuple(progress.flags(course, who)) for course, who in remembered(progress)]
    return exported(progress), remembered(progress), quarters, flags


@given(strategies.logs())
def test_the_import_of_an_export_changes_nothing(log: list[Attempt]) -> None:
    with a_file() as progress, a_file() as other:
        for attempt in log:
            progress.record(attempt)
        before = known(progress)
        assert import_log(progress, io.BytesIO(exported(progress))) == (len(log), 0)
        assert known(progress) == before
        assert import_log(other, io.BytesIO(exported(progress))) == (len(log), len(log))
        assert known(other) == before


@given(strategies.logs(), st.data())
def test_a_union_is_commutative_and_idempotent(log: list[Attempt], data: st.DataObject) -> None:
    parts = [[a for a in log if data.draw(st.booleans())], [a for a in log if data.draw(st.booleans())]]
    files = ["".join(export_log(part)).encode() for part in parts]
    with a_file() as there, a_file() as back, a_file() as whole:
        for file in files:
            import_log(there, io.BytesIO(file))
        for file in (*reversed(files), *files):
            import_log(back, io.BytesIO(file))
        whole.add(map(row_of, {attempt.id: attempt for part in parts for attempt in part}.values()))
        assert known(there) == known(back) == known(whole)


@given(strategies.logs())
def test_a_file_holds_one_attempt_a_line_that_is_safe_to_show(log: list[Attempt]) -> None:
    header, *lines = "".join(export_log(log)).split("\n")[:-1]
    assert json.loads(header) == {"format": "quizapp-progress", "version": 1}
    assert [json.loads(line) for line in lines] == [attempt.to_record() for attempt in log]
    assert all(show(line) == line for line in lines)
