"""Laws of the formulas: each value is the one that the library of FSRS gives, to the last bit."""

from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.quiz.formulas import AGAIN, EASY, GOOD, HARD, Formulas

NOW = datetime(2022, 3, 29, tzinfo=UTC)
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
grades = st.sampled_from([AGAIN, HARD, GOOD])
stabilities = st.floats(0.001, 40_000)
difficulties = st.floats(1, 10)
weights = st.just(SCHEDULER.parameters) | st.tuples(*map(st.floats, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS))


def scheduler(with_weights: tuple[float, ...], retention: float = 0.9) -> Scheduler:
    return Scheduler(with_weights, retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def test_grades_are_the_library_s() -> None:
    assert (Rating.Again, Rating.Hard, Rating.Good, Rating.Easy) == (AGAIN, HARD, GOOD, EASY)


@given(weights, grades)
def test_a_first_answer(with_weights: tuple[float, ...], grade: int) -> None:
    card, _ = scheduler(with_weights).review_card(Card(card_id=0, due=NOW), Rating(grade), NOW)
    assert Formulas(with_weights, 36_500).first(grade) == (card.stability, card.difficulty)


@given(weights, stabilities, difficulties, st.integers(-400, 40_000), grades)
@example(SCHEDULER.parameters, 0.05, 1.0, 400, AGAIN)  # a memory so weak that a lapse leaves hardly less of it
def test_an_answer_after_days(
    with_weights: tuple[float, ...], stability: float, difficulty: float, days: int, grade: int
) -> None:
    card = Card(0, State.Review, None, stability, difficulty, NOW, NOW - timedelta(days=days))
    after, _ = scheduler(with_weights).review_card(card, Rating(grade), NOW)
    assert Formulas(with_weights, 36_500).after(stability, difficulty, days, grade) == (
        after.stability,
        after.difficulty,
    )


@given(weights, stabilities, difficulties, st.integers(0, 40_000), grades, st.floats(0.7, 0.99), st.integers(1, 36_500))
def test_an_interval(
    with_weights: tuple[float, ...],
    stability: float,
    difficulty: float,
    days: int,
    grade: int,
    retention: float,
    longest: int,
) -> None:
    library = scheduler(with_weights, retention)
    library.maximum_interval = longest
    card = Card(0, State.Review, None, stability, difficulty, NOW, NOW - timedelta(days=days))
    after, _ = library.review_card(card, Rating(grade), NOW)
    assert after.stability is not None
    assert Formulas(with_weights, longest).interval(after.stability, retention) == (after.due - NOW).days
