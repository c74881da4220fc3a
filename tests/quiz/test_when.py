from datetime import timedelta

from quizapp.quiz.when import coming_back
from tests.quiz.samples import NOW


def test_the_soonest_days_are_told_one_by_one_and_the_others_together() -> None:
    dues = [NOW + timedelta(hours=hours) for hours in (-1, 5, 20, 30, 80, 500)]
    assert coming_back(dues, NOW) == "1 now, 2 within a day, 1 in 2 days, 2 later"


def test_a_begun_day_is_counted_whole() -> None:
    assert coming_back([NOW], NOW) == "1 now"
    assert coming_back([NOW + timedelta(days=1)], NOW) == "1 within a day"
    assert coming_back([NOW + timedelta(days=1, seconds=1)], NOW) == "1 in 2 days"
    assert coming_back([], NOW) == ""
