import asyncio
from collections.abc import Iterator
from unittest.mock import Mock

import pytest
from rich.cells import cached_cell_len
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region

from quizapp.store.progress import Progress
from quizapp.text.fold import fold
from quizapp.tui import footprint
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from tests.tui.conftest import Desk, shown
from tests.tui.learner import answer


async def test_a_sitting_that_was_loaded_ahead_has_no_style_parsed_anew(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        for _ in footprint.loading(app, app.services):
            pass
        anew = Mock()
        monkeypatch.setattr(Stylesheet, "reparse", anew)
        await pilot.press("enter")
        lesson = shown(app, LessonScreen).lesson
        await pilot.press(*["enter"] * len(lesson.sections))
        shown(app, QuizScreen)
        await pilot.press(*["f4"] * len(lesson.questions))
        shown(app, ResultsScreen)
        assert not anew.called


async def test_step_by_step_all_is_loaded_behind_the_first_screen_and_a_key_may_come_between(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    pressed, loaded = asyncio.Event(), asyncio.Event()

    def loading(*_: object) -> Iterator[None]:
        yield
        while not pressed.is_set():
            yield
        loaded.set()

    monkeypatch.setattr(footprint, "loading", loading)
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        shown(app, LessonScreen)
        assert not loaded.is_set()
        pressed.set()
        await asyncio.wait_for(loaded.wait(), 20)


async def test_what_was_worked_out_for_a_screen_is_let_go_of_once_it_was_left(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    let_go, given_back = footprint.let_go, asyncio.Event()

    def tell() -> None:
        fold("Words of a lesson")
        for number in range(footprint.ENOUGH + 1):
            cached_cell_len(f"words of lesson {number}")
            Region(1, 2, 3, number).overlaps(Region(5, 6, 7, 8))
        let_go()
        assert not any(cache.cache_info().currsize for cache in (fold, cached_cell_len, Region.overlaps))

    monkeypatch.setattr(footprint, "let_go", tell)
    monkeypatch.setattr(Progress, "rest", lambda _: given_back.set())
    app = desk.app("last-winter")
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await asyncio.wait_for(given_back.wait(), 20)


async def test_what_was_worked_out_for_a_question_is_let_go_of_once_it_was_answered(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.press(*["enter"] * len(shown(app, LessonScreen).lesson.sections))
        shown(app, QuizScreen)
        let_go = asyncio.Event()
        monkeypatch.setattr(app, "let_go", let_go.set)
        await answer(pilot)
        await asyncio.wait_for(let_go.wait(), 20)


def test_of_textual_and_rich_only_what_is_little_is_still_known_and_nothing_of_a_run_before() -> None:
    footprint.let_go()
    for cache in footprint._caches():
        assert cache.cache_info().currsize <= footprint.ENOUGH
    Region(1, 2, 3, 4).overlaps(Region(5, 6, 7, 8))
    footprint.let_go()
    assert Region.overlaps.cache_info().currsize
