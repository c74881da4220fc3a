from datetime import timedelta
from typing import Any

import pytest

from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.review import ReviewScreen
from tests.tui.conftest import LOOKS, SIZES, Desk, press, title_of
from tests.tui.learner import answer, app_of, at, log, quiz, text_of, words_of

Snap = Any


async def test_what_is_due_is_asked_across_lessons(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    desk.learn("two-accounts", 1)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        session = quiz(pilot).session
        assert session.kind == "review"
        assert {entry.item.lesson.slug for entry in session.entries} == {"last-winter", "two-accounts"}
        assert title_of(app_of(pilot)).startswith("Review · 3 left · The last winter")
        await answer(pilot)
        assert title_of(app_of(pilot)).startswith("Review · 2 left · The last winter")
        for _ in range(2):
            await pilot.press("enter")
            await answer(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert at(pilot, ResultsScreen)
        assert "3 of 3 right" in words_of(pilot)
    assert len(log(desk)) == 6


async def test_a_review_that_was_left_is_counted_on_home_as_in_the_quiz(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    desk.learn("two-accounts", 1)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await answer(pilot)
        assert title_of(app_of(pilot)).startswith("Review · 2 left")
        await pilot.press("escape")
        await pilot.pause()
        assert at(pilot, HomeScreen)
        assert "Go on · Review · 2 left" in words_of(pilot)
        assert "2 left when you" in words_of(pilot)


async def test_what_is_more_than_a_sitting_is_named_and_comes_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.quiz.queues.SITTING", 2)
    desk.learn("last-winter", 2)
    desk.learn("two-accounts", 1)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith("Review of the 2 longest overdue · 2 left")
        for _ in range(2):
            await answer(pilot)
            await pilot.press("enter")
        assert at(pilot, ResultsScreen)
        await pilot.press("escape")
        assert "1 due for review" in title_of(app_of(pilot))


async def test_before_any_answer_there_is_a_lesson_to_begin_with(desk: Desk) -> None:
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert at(pilot, ReviewScreen)
        assert "There is nothing to review yet." in text_of(pilot)
        await pilot.press("n")
        assert at(pilot, ReviewScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert at(pilot, LessonScreen)
        assert "The last winter" in title_of(app_of(pilot))
        await pilot.press("escape")
        assert at(pilot, HomeScreen)


async def test_ahead_of_time_is_offered_and_named_so(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    desk.now -= timedelta(days=30)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Nothing is due for review." in text_of(pilot)
        assert "reviews ahead of time: 2 questions" in words_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith("Review ahead of time · 2 left · The last winter")
        await answer(pilot)
        await pilot.press("escape")
        assert at(pilot, HomeScreen)


async def test_the_next_lesson_is_offered_too(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    desk.now -= timedelta(days=30)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "Two accounts" in title_of(app_of(pilot))


async def test_what_a_key_does_stays_beside_it_where_it_is_narrow(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    desk.now -= timedelta(days=30)
    async with desk.app(review=True).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        lines = text_of(pilot).splitlines()
        at = next(index for index, line in enumerate(lines) if line.startswith("  enter  reviews ahead of time"))
        assert lines[at + 1].startswith(" " * len("  enter  "))
        assert lines[at + 1].strip() == "first"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["new", "ahead"])
def test_it_looks_as_it_did(snap_compare: Snap, desk: Desk, state: str, look: str, size: tuple[int, int]) -> None:
    if state == "ahead":
        desk.learn("last-winter", 2)
        desk.now -= timedelta(days=30)
    assert snap_compare(desk.app(review=True, look=look), terminal_size=size, run_before=press())
