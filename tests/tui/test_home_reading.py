"""Home while the course is being read: at once from what was kept of it, or told how far it is."""

import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from quizapp.content.library import Library
from quizapp.errors import QuizappError
from quizapp.quiz.outline import Outline, Read, outline_of
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.glossary import GlossaryScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.screens.search import SearchScreen
from quizapp.tui.screens.sources import SourcesScreen
from quizapp.tui.screens.stats import StatsScreen
from quizapp.tui.widgets.path_list import PathList
from tests.tui.conftest import SIZES, Desk, screen_text, shown, title_of

Snap = Any
NOTHING = Outline("", "", (), {})
"""What is known of a course that was never read."""


def cursor(app: QuizApp) -> int:
    return app.screen.query_one(PathList).cursor


async def test_home_is_painted_before_the_course_is_read_and_then_shows_what_is_so(desk: Desk) -> None:
    kept = outline_of(desk.library)
    first = kept.lessons[0]._replace(title="As it was called before")
    app = desk.app()
    painted: list[str] = []

    def read() -> Library:
        painted.append(screen_text(app))
        return desk.library

    app.services.kept = kept._replace(lessons=(first, *kept.lessons[1:]))
    app.services.reload = read
    async with app.run_test() as pilot:
        await pilot.pause()
        assert len(painted) == 1
        assert "As it was called before" in painted[0]
        assert "As it was called before" not in screen_text(app)
        assert kept.lessons[0].title in screen_text(app)


class Slow:
    """A large course, half read until it may go on."""

    def __init__(self, desk: Desk, app: QuizApp, kept: Outline = NOTHING) -> None:
        self.go_on = threading.Event()
        self.begun = threading.Event()
        self._library = desk.library
        app.services.kept = kept
        app.services.read = self._read

    def _read(self, told: Callable[[float], None]) -> Read:
        told(0.5)
        self.begun.set()
        self.go_on.wait()
        return Read(self._library, outline_of(self._library))


async def until(pilot: Pilot[Any], so: Callable[[], bool]) -> None:
    """Wait for another thread; who waits for ever is ended by the suite."""
    while not so():
        await pilot.pause(0.01)


async def test_keys_move_on_home_while_a_large_course_is_being_read(desk: Desk) -> None:
    kept = outline_of(desk.library)
    app = desk.app()
    slow = Slow(desk, app, kept._replace(lessons=(kept.lessons[0]._replace(title="As it was"), *kept.lessons[1:])))
    async with app.run_test() as pilot:
        await pilot.press("down")
        assert cursor(app) == 1
        assert "As it was" in screen_text(app)
        await pilot.press("enter")
        shown(app, HomeScreen)
        assert "opens once the course is read" in title_of(app)
        slow.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert shown(app, LessonScreen).lesson.slug == kept.lessons[1].slug
        await pilot.press("escape")
        assert cursor(app) == 1
        assert "As it was" not in screen_text(app)
        assert "opens once" not in title_of(app)


async def test_a_course_of_which_nothing_is_known_yet_is_told_of_at_once(desk: Desk) -> None:
    app = desk.app()
    slow = Slow(desk, app)
    async with app.run_test() as pilot:
        assert "Reading the course…" in screen_text(app)
        await until(pilot, lambda: "Reading the course…  50%" in screen_text(app))
        await pilot.press("question_mark")
        shown(app, HelpScreen)
        await pilot.press("escape", "ctrl+p")
        found = shown(app, CommandPalette).query_one(CommandList)
        await until(pilot, lambda: "Stats: what you answered" in str([option.prompt for option in found.options]))
        await pilot.press("escape", "enter", "down", "end", "home")
        assert "50%" in screen_text(app)
        slow.go_on.set()
        await until(pilot, lambda: desk.library.lessons[0].title in screen_text(app))
        assert "Reading" not in screen_text(app)
        await pilot.press("enter")
        shown(app, LessonScreen)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [("r", ReviewScreen), ("s", SourcesScreen), ("g", GlossaryScreen), ("t", StatsScreen), ("/", SearchScreen),
     ("st/g", GlossaryScreen)],
)  # fmt: skip
async def test_where_a_learner_wants_to_go_opens_once_the_course_is_read(
    desk: Desk, keys: str, screen: type[Page]
) -> None:
    app = desk.app()
    slow = Slow(desk, app)
    async with app.run_test() as pilot:
        await pilot.press(*("slash" if key == "/" else key for key in keys))
        shown(app, HomeScreen)
        slow.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, screen))
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_nothing_opens_over_what_was_opened_meanwhile(desk: Desk) -> None:
    app = desk.app()
    slow = Slow(desk, app)
    async with app.run_test() as pilot:
        await pilot.press("s", "question_mark")
        slow.go_on.set()
        await until(pilot, lambda: not app.services.waits)
        await pilot.pause()
        shown(app, HelpScreen)
        await pilot.press("escape")
        shown(app, HomeScreen)
        assert desk.library.lessons[0].title in screen_text(app)


@pytest.mark.parametrize(
    ("start", "review", "screen"), [("last-winter", False, LessonScreen), (None, True, ReviewScreen)]
)
async def test_what_the_command_asked_for_opens_once_a_large_course_is_read(
    desk: Desk, start: str | None, review: bool, screen: type[Page]
) -> None:
    app = desk.app(start, review=review)
    slow = Slow(desk, app)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "opens once the course is read · 50%" in title_of(app))
        slow.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, screen))


async def test_a_large_course_that_cannot_be_used_is_told_once(desk: Desk) -> None:
    def refuse(_: Callable[[float], None]) -> Read:
        raise QuizappError("lessons/course.toml cannot be used.")

    app = desk.app()
    app.services.kept = NOTHING
    app.services.read = refuse
    with pytest.raises(QuizappError, match="cannot be used"):
        async with app.run_test() as pilot:
            await until(pilot, lambda: not app.is_running)


@pytest.mark.parametrize("size", SIZES)
async def test_a_course_that_is_read_for_the_first_time_looks_as_it_did(
    same_looks: Callable[..., Awaitable[None]], desk: Desk, size: tuple[int, int]
) -> None:
    app = desk.app()
    slow = Slow(desk, app)

    async def wanted(pilot: Pilot[Any]) -> None:
        await until(pilot, slow.begun.is_set)
        await pilot.press("s")
        await until(pilot, lambda: "50%" in title_of(app) and "…  50%" in screen_text(app))

    await same_looks(app, size, wanted)
    slow.go_on.set()
