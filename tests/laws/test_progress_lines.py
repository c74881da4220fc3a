"""Law of the lines of a progress file: the short way into a row says what the long way says, or nothing."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Attempt, from_record
from quizapp.store.lines import row_of_line
from quizapp.store.rows import row_of
from tests import strategies

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([10**9, "answer", "undo"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=1),
    max_leaves=3,
)
LINES = strategies.logs().filter(bool).map(lambda log: json.dumps(log[0].to_record()).encode())


def agrees(line: bytes) -> bool:
    """Whether both ways say the same of a line; where the short one says nothing, the long one has the word."""
    row = row_of_line(line)
    return row is None or row == row_of(from_record(json.loads(line.decode())))


@given(strategies.logs())
def test_what_an_export_writes_goes_the_short_way(log: list[Attempt]) -> None:
    for attempt in log:
        for escaped in (False, True):
            line = json.dumps(attempt.to_record(), ensure_ascii=escaped).encode()
            assert row_of_line(line) == row_of(attempt)


@given(LINES, st.data())
def test_a_value_that_was_changed(line: bytes, data: st.DataObject) -> None:
    record = json.loads(line)
    record[data.draw(st.sampled_from([*record, "more"]))] = data.draw(VALUES)
    assert agrees(json.dumps(record).encode())


@given(LINES, st.data())
def test_a_byte_that_was_changed(line: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(line) - 1))
    length = data.draw(st.integers(0, 3))
    assert agrees(line[:place] + data.draw(st.binary(max_size=3)) + line[place + length :])


@given(st.binary())
@example(b"")
@example(b"[" * 100_000)
def test_what_is_no_line_at_all(line: bytes) -> None:
    assert row_of_line(line) is None
