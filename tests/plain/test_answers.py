"""How a typed line is read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.plain.answers import Misread, finished, take
from quizapp.quiz.grading import problem
from quizapp.quiz.task import Arrange, Blank, Choosable, Fill, Pick, Task


def pick(*labels: str, many: bool = False) -> Pick:
    return Pick(tuple(Choosable(label, label) for label in labels), (frozenset(labels[:1]),), many)


NUMBERS = pick("2", "3", "40")
CLOZE = Fill((Blank("tank"), Blank("oil")), ("the ", " and ", ""))
YEAR = Fill((Blank("1871", number=Decimal(1871)),), ("", ""))
ORDER = Arrange(("1", "2", "3"), ("c", "a", "b"), ("a", "b", "c"), once=True)
MATCH = Arrange(("x", "y"), ("a", "b", "c"), ("a", "a"), once=False)
TASKS: list[Task] = [NUMBERS, pick("a", "b", many=True), CLOZE, YEAR, ORDER, MATCH]


@pytest.mark.parametrize(
    ("line", "read"),
    [("1", ("2",)), ("#2", ("3",)), ("40", ("40",)), ("3", None), ("2", None), ("4", None), ("²", None), ("1.", None)],
)
def test_a_number_that_is_also_the_text_of_another_option_is_asked_about(
    line: str, read: tuple[str, ...] | None
) -> None:
    taken = take(NUMBERS, (), line)
    assert (None if isinstance(taken, Misread) else taken) == read


def test_the_text_of_an_option_is_taken_whatever_its_case_quotes_and_full_stop() -> None:
    task = pick("Guarantees “stronger than NATO’s”", "None")
    assert take(task, (), 'guarantees "stronger than nato\'s".') == ("Guarantees “stronger than NATO’s”",)


def test_chosen_values_come_in_the_order_shown() -> None:
    assert take(pick("a", "b", "c", many=True), (), "3, 1;3") == ("a", "c")


def test_a_blank_may_hold_a_bar_where_it_is_the_only_one() -> None:
    assert take(Fill((Blank("a|b"),), ("", "")), (), "a|b") == ("a|b",)


@given(st.sampled_from(TASKS), st.lists(st.text(st.sampled_from("0123456 #|,abc"), max_size=8), max_size=6))
def test_whatever_is_typed_a_finished_response_may_be_submitted(task: Task, lines: list[str]) -> None:
    given_: tuple[str, ...] = ()
    for line in lines:
        taken = take(task, given_, line.strip())
        if isinstance(taken, Misread):
            assert taken.message
            continue
        assert taken[: len(given_)] == given_
        assert len(taken) > len(given_)
        given_ = taken
        if finished(task, given_):
            assert not problem(task, given_)
            return
