"""A memory that no answers could leave is damage: it is told, and made whole from the log by the next answer."""

import math
from itertools import product

import pytest

from quizapp.store.progress import Progress
from quizapp.store.trouble import DamagedFile
from tests.reference import fold
from tests.store.making import attempt


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *product(("stability", "difficulty"), (0.0, -1.0, 1e308, math.inf)),
        ("stability", 1e300),
        ("difficulty", math.nextafter(1, 0)),
        ("difficulty", math.nextafter(10, 11)),
    ],
)
def test_a_memory_that_no_answers_could_leave_is_damage(progress: Progress, column: str, value: float) -> None:
    progress.record(attempt(1))
    progress._connection.execute(f"UPDATE memory SET {column} = ?", (value,))  # noqa: S608
    with pytest.raises(DamagedFile):
        progress.memories("tiny")


@pytest.mark.parametrize("difficulty", [1.0, 10.0])
def test_the_easiest_and_the_hardest_memory_are_sound(progress: Progress, difficulty: float) -> None:
    progress.record(attempt(1))
    progress._connection.execute("UPDATE memory SET difficulty = ?", (difficulty,))
    assert progress.memories("tiny")["bell/a"].difficulty == difficulty


BEYOND = 1 << 62
"""Microseconds after 1970 at which there is no date."""
DAMAGE = [("stability", -1.0), ("stability", 1e308), ("stability", math.inf), ("due", BEYOND), ("last", BEYOND)]


@pytest.mark.parametrize(("column", "value"), DAMAGE)
def test_an_answer_is_recorded_and_makes_a_memory_whole_that_is_damaged(
    progress: Progress, column: str, value: float
) -> None:
    given = [attempt(1), attempt(2)]
    progress.record(given[0])
    progress._connection.execute(f"UPDATE memory SET {column} = ?", (value,))  # noqa: S608
    progress.record(given[1])
    assert list(progress.log()) == given
    assert progress.memories("tiny") == {"bell/a": fold(given)}


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(("column", "value"), DAMAGE)
def test_another_retention_leaves_a_memory_that_is_damaged_for_whoever_reads_it(
    progress: Progress, column: str, value: float, *, readonly: bool
) -> None:
    sound = attempt(2, item="bell/b")
    progress.record(attempt(1))
    progress.record(sound)
    progress._connection.execute(f"UPDATE memory SET {column} = ? WHERE item = 'bell/a'", (value,))  # noqa: S608
    memory = fold([sound], retention=0.99)
    assert memory is not None
    assert "bell/b" not in progress.due("tiny", None, memory.due)
    with Progress.open(progress.path, retention=0.99, readonly=readonly) as other:
        assert "bell/b" in other.due("tiny", None, memory.due)
