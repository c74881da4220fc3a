# ruff: noqa: S311
import random
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.schedule import Memory, add_up
from quizapp.store.rows import memories_of
from tests.quiz.samples import NOW
from tests.reference import fold, recall

CHANCE = random.Random(1)


def attempt(at: datetime = NOW, *, correct: bool = True, sure: bool = True, hints: int = 0) -> Attempt:
    return Attempt(
        id=uuid7(at, CHANCE), course="c", item="l/q", at=at, correct=correct, sure=sure, hints=hints, sitting="s"
    )


def remember(memory: Memory | None, one: Attempt) -> Memory:
    """The memory after one more answer."""
    before = None
    if memory is not None:
        due, last = to_microseconds(memory.due), to_microseconds(memory.last)
        before = (memory.stability, memory.difficulty, due, last, memory.reps, memory.lapses)
    outcome = (to_microseconds(one.at), one.correct is True, one.sure and not one.hints)
    row = add_up([outcome], before)
    assert row is not None
    return memories_of([("x", *row)])["x"]


def test_good_before_hard_before_again() -> None:
    good = remember(None, attempt())
    hard = remember(None, attempt(sure=False))
    again = remember(None, attempt(correct=False))
    assert good.stability > hard.stability > again.stability
    assert good.difficulty < hard.difficulty < again.difficulty
    assert good.due > hard.due
    assert (good.reps, good.lapses, again.reps, again.lapses) == (1, 0, 1, 1)


def test_a_hint_is_as_good_as_being_unsure() -> None:
    assert remember(None, attempt(hints=1)) == remember(None, attempt(sure=False))
    assert remember(None, attempt(correct=False, sure=False)) == remember(None, attempt(correct=False))


def test_the_shortest_interval_is_a_day_and_nothing_is_left_to_chance() -> None:
    memory = remember(None, attempt(correct=False))
    assert memory.due == NOW + timedelta(days=1)
    assert remember(memory, attempt(memory.due)) == remember(memory, attempt(memory.due))


def test_intervals_grow_while_answers_are_right_and_shrink_after_a_lapse() -> None:
    memory = remember(None, attempt())
    gaps = []
    for _ in range(4):
        memory = remember(memory, attempt(memory.due))
        gaps.append(memory.due - memory.last)
    assert gaps == sorted(set(gaps))
    lapsed = remember(memory, attempt(memory.due, correct=False))
    assert lapsed.due - lapsed.last < gaps[0]
    assert lapsed.lapses == 1


def test_recall_sinks_to_the_retention_when_it_is_due() -> None:
    memory = remember(None, attempt())
    assert recall(memory, memory.last) == 1
    assert recall(memory, memory.due) == pytest.approx(0.9, abs=0.02)


def test_only_what_counts_is_folded() -> None:
    first, retry = attempt(), attempt(NOW + timedelta(minutes=1))
    aside = replace(retry, counts=False)
    assert fold([aside]) is None
    assert fold([first, aside]) == remember(None, first)
    undo = replace(retry, kind="undo", correct=None, counts=False, target=first.id)
    assert fold([undo, first]) is None


def test_no_answers_add_up_to_no_memory() -> None:
    assert add_up([]) is None


def test_neither_grading_nor_a_session_loads_the_scheduler() -> None:
    code = "import sys, quizapp.quiz.session, quizapp.quiz.queues, quizapp.store.progress; print('fsrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
