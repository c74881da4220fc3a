"""What is built without pydantic is what pydantic builds, and nothing that it refuses is built."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from quizapp.content.approval import Approval
from quizapp.content.citation import Citation
from quizapp.content.glossary import Entry
from quizapp.content.lesson import Course, Section
from quizapp.content.question import Boolean, Cloze, Number, Option, Short
from quizapp.content.reading.building import are_plain, build
from quizapp.content.source import SourceHeader
from tests.strategies import tables_for

MODELS: tuple[type[Any], ...] = (
    Approval, Boolean, Citation, Cloze, Course, Entry, Number, Option, Section, Short, SourceHeader,
)  # fmt: skip


@pytest.mark.parametrize("model", MODELS)
@given(st.data())
def test_a_plain_yes_is_a_yes(model: type[Any], data: st.DataObject) -> None:
    values = data.draw(tables_for(model))
    built = build(model, values, {})
    try:
        validated = TypeAdapter(model).validate_python(values)
    except ValidationError:
        assert built is None
    else:
        assert built is None or built == validated


@pytest.mark.parametrize("model", MODELS)
@given(st.data())
def test_in_plain_values_nothing_is_wrong_but_that_some_are_missing(model: type[Any], data: st.DataObject) -> None:
    values = data.draw(tables_for(model))
    wrong: set[str] = set()
    try:
        TypeAdapter(model).validate_python(values)
    except ValidationError as error:
        wrong = {one["type"] for one in error.errors()}
    assert wrong <= {"missing"} or not are_plain(model, values)


@given(st.booleans() | st.integers() | st.floats(allow_nan=False))
@example(True)
def test_a_flag_is_no_number_and_a_number_no_flag(value: float) -> None:
    number = build(Number, {"id": "q", "type": "number", "prompt": "?", "answer": value}, {})
    boolean = build(Boolean, {"id": "q", "type": "boolean", "prompt": "?", "answer": value}, {})
    assert (number is None) == isinstance(value, bool)
    assert (boolean is None) == (not isinstance(value, bool))


def test_what_is_missing_or_not_plain_is_left_to_others() -> None:
    assert build(Section, {}, {}) is None
    assert build(Section, {"text": 3}, {}) is None
    assert are_plain(Section, {})
    assert not are_plain(Section, {"text": 3})
    assert not are_plain(Section, {"txt": "A bell."})
    assert build(Approval, {"fingerprint": "f", "by": "Ada", "on": "2022-03-29", "how": "read"}, {}) is None
    assert build(Approval, {"fingerprint": "f", "by": "Ada", "on": date(2022, 3, 29), "how": "read"}, {}) is not None
