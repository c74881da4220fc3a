"""Home while the course is being read: at once from what was kept of it, or told how far it is.

It is long, since what a learner may do meanwhile is many things, and all of them share one half-read course.
"""

import threading
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from typing import Any, cast

import pytest
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot

from quizapp.content.library import Library
from quizapp.errors import QuizappError
from quizapp.quiz.outline import Outline, Read, outline_of
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.glossary import GlossaryScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.screens.search import SearchScreen
from quizapp.tui.screens.sources import SourcesScreen
from quizapp.tui.screens.stats import StatsScreen
from quizapp.tui.services import Reading
from quizapp.tui.widgets.path_list import PathList
from tests.tui.conftest import SIZES, Desk, broken_course, screen_text, shown, title_of
from tests.tui.learner import answer, log

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

    def __init__(self, desk: Desk, app: QuizApp, kept: Outline = NOTHING, *, serves: bool = False) -> None:
        self.go_on = threading.Event()
        self._serves = serves
        """Whether what is wished for is read first."""
        self.begun = threading.Event()
        self._library = desk.library
        app.services.kept = kept
        app.services.read = self._read

    def _read(self, reading: Reading) -> Read:
        reading.tell(0.5)
        self.begun.set()
        while self._serves and not self.go_on.wait(0.001):
            reading.serve(self._first)
        self.go_on.wait()
        return Read(self._library, outline_of(self._library))

    def _first(self, slugs: Collection[str]) -> Library | None:
        found = tuple(lesson for lesson in self._library.lessons if lesson.slug in slugs)
        return replace(self._library, lessons=found, broken=()) if len(found) == len(slugs) else None


async def until(pilot: Pilot[Any], so: Callable[[], bool]) -> None:
    """Wait for another thread."""
    for _ in range(1000):
        if so():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    pytest.fail(f"waited in vain on {pilot.app.screen}: {screen_text(cast('QuizApp', pilot.app))}")


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


async def test_a_lesson_of_a_large_course_is_learned_while_the_others_are_being_read(desk: Desk) -> None:
    app = desk.app()
    slow = Slow(desk, app, outline_of(desk.library), serves=True)
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        lesson = shown(app, LessonScreen).lesson
        assert lesson == desk.library.lessons[1]
        assert title_of(app).startswith("2 · ")
        await pilot.press(*["right"] * (len(lesson.sections) - 1), "enter")
        for _ in lesson.questions:
            await answer(pilot)
            await pilot.press("enter")
        shown(app, QuizScreen)
        assert len(log(desk)) == len(lesson.questions)
        assert "opens once the course is read · 50%" in title_of(app)
        assert app.services.waits
        slow.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, ResultsScreen))
        assert not app.services.waits


@pytest.mark.parametrize(("key", "screen"), [("slash", SearchScreen), ("o", ArticleScreen)])
async def test_what_needs_the_whole_course_is_waited_for_in_a_lesson_too(
    desk: Desk, key: str, screen: type[Page]
) -> None:
    app = desk.app()
    slow = Slow(desk, app, outline_of(desk.library), serves=True)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.press(key)
        shown(app, LessonScreen)
        await until(pilot, lambda: "opens once the course is read · 50%" in title_of(app))
        slow.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, screen))
        await pilot.press("escape")
        shown(app, LessonScreen)
        assert "opens once" not in title_of(app)


async def test_a_wish_ends_with_the_screen_on_which_it_was_made(desk: Desk) -> None:
    app = desk.app()
    slow = Slow(desk, app, outline_of(desk.library), serves=True)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.press("slash", "escape")
        slow.go_on.set()
        await until(pilot, lambda: not app.services.waits)
        await pilot.pause()
        shown(app, HomeScreen)


async def test_a_quiz_that_was_left_goes_on_while_a_large_course_is_being_read(desk: Desk) -> None:
    left = desk.learn("two-accounts", 1, leave=True)
    app = desk.app()
    slow = Slow(desk, app, outline_of(desk.library), serves=True)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuizScreen))
        assert shown(app, QuizScreen).session.sitting == left.sitting
        assert app.services.waits
        await answer(pilot)
        assert len(log(desk)) == 2
        slow.go_on.set()
        await until(pilot, lambda: not app.services.waits)


async def test_a_course_arrives_where_home_was_left_before_its_first_refresh(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HomeScreen, "_read", lambda _: None)
    app = desk.app()
    slow = Slow(desk, app, outline_of(desk.library), serves=True)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        slow.go_on.set()
        await until(pilot, lambda: not app.services.waits)


async def test_a_lesson_that_was_broken_meanwhile_is_told_once_the_course_is_read(desk: Desk) -> None:
    kept, desk.library = outline_of(desk.library), broken_course()
    app = desk.app()
    slow = Slow(desk, app, kept, serves=True)
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        await until(pilot, slow.begun.is_set)
        await pilot.pause(0.05)
        shown(app, HomeScreen)
        slow.go_on.set()
        await until(pilot, lambda: not app.services.waits)
        await pilot.pause()
        shown(app, HomeScreen)
        assert "✗" in screen_text(app)


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
    def refuse(_: Reading) -> Read:
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
