"""The shipped course cannot be guessed by form alone: `python -m tests.bench.guessing` with fewer shuffles."""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

import pytest

from quizapp.content.library import Library, load
from quizapp.content.question import Choice
from quizapp.content.workspace import Workspace
from quizapp.quiz.task import Pick, task_of
from tests.bench.guessing import STRATEGIES, Scorer, chances, interval

SHUFFLES = 50


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(Path(__file__).parents[1]))


@pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.__name__)
def test_no_strategy_of_form_does_better_than_chance(library: Library, strategy: Scorer) -> None:
    right, blind = chances(library, strategy, SHUFFLES)
    low, _ = interval(right)
    assert low <= fmean(blind)


def test_a_strategy_that_knows_the_keys_does_better(library: Library) -> None:
    questions = [question for lesson in library.lessons for question in lesson.questions]
    tasks = [task_of(question, library, "") for question in questions if isinstance(question, Choice)]
    keys = {
        option.label
        for task in tasks
        if isinstance(task, Pick)
        for option in task.options
        if option.value in task.right[0]
    }

    def known(_prompt: str, options: Sequence[str]) -> Sequence[float]:
        return [option in keys for option in options]

    right, blind = chances(library, known, SHUFFLES)
    low, _ = interval(right)
    assert low > fmean(blind)
