"""How much was answered and how well, kept beside the log, is what the log adds up to, in whatever way it came."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests.reference import activity, tally
from tests.store.making import START, attempt, undo_of

WHOSE = [(learner, course) for learner in (None, "Ana") for course in ("tiny", "other")]
ANSWERS = [
    replace(attempt(n, correct=correct, learner=learner), course=course, sure=sure, counts=counts)
    for n, ((learner, course), correct, sure, counts, _) in enumerate(
        product(WHOSE, (True, False), (True, False), (True, False), range(4))
    )
    if n % 9 and n % 7
]
"""Of each kind some, not of all as many, a minute after each other."""
ALONE = replace(attempt(500), course="tiny")
"""The only one of its quarter of an hour."""
TAKEN_BACK = [*ANSWERS[1::3], *ANSWERS[12::24], ALONE]
UNDOS = [undo_of(answer, 600 + n) for n, answer in enumerate([*TAKEN_BACK, *TAKEN_BACK[::2]])]
"""Some answers are taken back twice, and so is the one that is alone."""
LOG = [*ANSWERS, ALONE, *UNDOS]


def _one_by_one(progress: Progress, log: Iterable[Attempt]) -> None:
    for one in log:
        progress.record(one)


def _undos_first(progress: Progress) -> None:
    _one_by_one(progress, [*UNDOS, ALONE, *ANSWERS])


def _in_two(progress: Progress) -> None:
    progress.add(map(row_of, [*UNDOS[::2], *ANSWERS[::2]]))
    progress.add(map(row_of, [*ANSWERS[1::2], ALONE, *UNDOS[1::2]]))


def _twins(progress: Progress) -> None:
    progress.add(map(row_of, LOG[::2]))
    progress.add(map(row_of, LOG))
    progress.add(map(row_of, LOG))


def _anew(progress: Progress) -> None:
    progress.add(map(row_of, LOG))
    progress.rebuild()


def _answers_at_once(progress: Progress) -> None:
    progress.add(map(row_of, ANSWERS))
    _one_by_one(progress, [ALONE, *UNDOS])


def _undos_at_once(progress: Progress) -> None:
    _one_by_one(progress, [*ANSWERS, ALONE])
    progress.add(map(row_of, UNDOS))


@pytest.mark.parametrize(
    "given",
    [
        lambda progress: _one_by_one(progress, LOG),
        _undos_first,
        lambda progress: progress.add(map(row_of, LOG)),
        _in_two,
        _twins,
        _anew,
        _answers_at_once,
        _undos_at_once,
    ],
)
def test_it_is_what_the_log_adds_up_to(progress: Progress, given: Callable[[Progress], object]) -> None:
    given(progress)
    for learner, course in WHOSE:
        own = [one for one in LOG if (one.learner, one.course) == (learner, course)]
        assert progress.activity(course, learner) == activity(own)
        assert progress.tally(course, learner) == tally(own)


def test_activity_is_told_from_a_quarter_of_an_hour_on(progress: Progress) -> None:
    for number in (0, 14, 31):
        progress.record(attempt(number))
    whole = progress.activity("tiny")
    assert list(whole.values()) == [2, 1]
    assert (
        progress.activity("tiny", since=START) == progress.activity("tiny", since=START + timedelta(minutes=7)) == whole
    )
    assert list(progress.activity("tiny", since=START + timedelta(minutes=15)).values()) == [1]
    assert progress.activity("tiny", since=START + timedelta(days=1)) == {}
