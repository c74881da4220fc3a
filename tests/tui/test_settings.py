from datetime import timedelta
from typing import Any

import pytest
from textual.theme import Theme as Look
from textual.widgets import Input

from quizapp.settings.model import THEMES, Settings, Theme
from quizapp.tui import routes
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.theme import DARK, LIGHT, TERMINAL, named, setting_of
from quizapp.tui.theme import THEMES as LOOKS_OF_OURS
from quizapp.tui.widgets.column import Column
from tests.tui.conftest import LOOKS, SIZES, Desk, press, title_of
from tests.tui.learner import answer, app_of, at, quiz, text_of, words_of

Snap = Any


def test_every_look_has_a_name_in_the_settings_and_the_other_way_round() -> None:
    assert {setting_of(theme) for theme, _ in LOOKS_OF_OURS} == set(THEMES)
    assert [named(setting) for setting in ("dark", "light", "terminal", None)] == [DARK, LIGHT, TERMINAL, DARK]


async def test_the_look_is_the_one_that_was_set(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    desk.settings = Settings(theme="light")
    assert desk.app(look=None).theme == LIGHT.name
    monkeypatch.setenv("NO_COLOR", "1")
    assert desk.app(look=None).theme == TERMINAL.name


@pytest.mark.parametrize(
    ("terminal", "setting", "look"),
    [("linux", None, TERMINAL), ("linux", "dark", DARK), ("xterm-256color", None, DARK), ("unknown", None, DARK)],
)
async def test_a_terminal_of_16_colours_keeps_its_own_where_nothing_was_set(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, terminal: str, setting: Theme | None, look: Look
) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", terminal)
    desk.settings = Settings(theme=setting)
    assert desk.app(look=None).theme == look.name


async def test_a_look_chosen_in_the_palette_is_remembered(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"light colours".replace(" ", ""))
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause()
        assert app_of(pilot).theme == LIGHT.name
        assert desk.kept == ["light"]


async def test_a_look_that_cannot_be_remembered_is_taken_all_the_same(desk: Desk) -> None:
    desk.refusal = "“[/]settings.toml” has mistakes and is left alone."
    async with desk.app().run_test(size=(80, 24), notifications=True) as pilot:
        app_of(pilot).choose_theme(LIGHT)
        await pilot.pause(0.2)
        assert app_of(pilot).theme == LIGHT.name
        assert "The look is not remembered" in words_of(pilot)
        assert "“[/]settings.toml” has mistakes and" in words_of(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_broken_settings_look_as_they_did(snap_compare: Snap, desk: Desk, look: str, size: tuple[int, int]) -> None:
    desk.trouble = (
        "2 mistakes; the rest is used. /home/ana/.config/quizapp/settings.toml:3:1: `themee` is not a key "
        "here.\nquizapp doctor shows each with its place."
    )
    assert snap_compare(desk.app(look=look), terminal_size=size, run_before=press())


@pytest.mark.parametrize("asked", [False, True])
async def test_nothing_moves_but_at_once(desk: Desk, asked: bool) -> None:
    desk.settings = Settings(reduced_motion=asked)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        app = app_of(pilot)
        assert app.animation_level == "none"
        routes.open_article(app, desk.library.sources["logbook"])
        await pilot.pause()
        column = next(c for c in app.screen.query(Column).results() if c.max_scroll_y)
        column.scroll_end(animate=True)
        await pilot.pause()
        assert column.scroll_y == column.max_scroll_y
        assert not app.animator.is_being_animated(column, "scroll_y")


@pytest.mark.parametrize(
    ("asked", "animations", "blinks"), [(False, "full", True), (True, "full", False), (False, "none", False)]
)
async def test_no_cursor_blinks_where_less_motion_is_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, asked: bool, animations: str, blinks: bool
) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", animations)
    desk.settings = Settings(reduced_motion=asked)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert app_of(pilot).screen.query_one(Input).cursor_blink is blinks
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert not app_of(pilot).screen.query_one(Input).cursor_blink


async def test_review_keeps_to_the_day_s_limit_and_says_what_is_beyond(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    desk.settings = Settings(reviews_per_day=2)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "2 due for review, 1 beyond today's limit r" in words_of(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith("Review · 2 left · ")
        for _ in range(2):
            await answer(pilot)
            await pilot.press("enter")
        await pilot.press("escape")
        await pilot.pause()
        assert at(pilot, HomeScreen)
        assert "1 due beyond today's limit r" in words_of(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert at(pilot, ReviewScreen)
        assert "Due beyond it: 1 question" in words_of(pilot)
        assert "enter reviews 1 question anyway, the longest overdue first" in words_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert len(quiz(pilot).session.entries) == 1
        assert "Review beyond today's limit" in title_of(app_of(pilot))


async def test_the_limit_is_a_new_one_after_midnight(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    desk.settings = Settings(reviews_per_day=2)
    async with desk.app(review=True).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(2):
            await answer(pilot)
            await pilot.press("enter")
        desk.now = desk.now.replace(hour=23, minute=59)
        await pilot.press("escape")
        await pilot.pause()
        assert "1 due beyond today's limit" in words_of(pilot)
        desk.now += timedelta(minutes=1)
        await pilot.press("r")
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith("Review · 1 left · ")


async def test_a_lesson_says_when_the_day_has_new_questions_enough_and_goes_on(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    desk.settings = Settings(new_per_day=3)
    words = "You have met 3 new questions today, and set yourself 3 a day."
    async with desk.app("two-accounts").run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert words not in words_of(pilot), "they were met a month ago"
    desk.now -= timedelta(days=30)
    async with desk.app("two-accounts").run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert words in words_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert quiz(pilot).session.kind == "lesson"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_the_limit_looks_as_it_did(snap_compare: Snap, desk: Desk, look: str, size: tuple[int, int]) -> None:
    desk.learn("last-winter", 3)
    desk.settings = Settings(reviews_per_day=0)
    assert snap_compare(desk.app(review=True, look=look), terminal_size=size, run_before=press())


async def test_without_a_limit_nothing_is_said_of_one(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "limit" not in text_of(pilot)
