from dataclasses import replace
from typing import Any

import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.path import Broken, Left, Stop
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.widgets.path_list import PathList
from tests.tui.conftest import LOOKS, SIZES, Desk, broken_course, press, screen_text, shown, title_of

Snap = Any


def cursor(app: QuizApp) -> int:
    return app.screen.query_one(PathList).cursor


async def test_first_start_highlights_the_first_lesson_and_enter_opens_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        shown(app, HomeScreen)
        assert cursor(app) == 0
        assert "due" not in title_of(app)
        await pilot.press("enter")
        shown(app, LessonScreen)
        assert shown(app, LessonScreen).lesson.slug == "last-winter"


async def test_keys_move_and_stop_at_the_ends(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        for keys, expected in (
            (["j"], 1), (["down"], 2), (["down"], 2), (["k"], 1), (["up", "up"], 0), (["end"], 2), (["home"], 0),
        ):  # fmt: skip
            await pilot.press(*keys)
            assert cursor(app) == expected


async def test_pages_of_a_long_path_are_gone_through_with_the_cursor(desk: Desk) -> None:
    lesson = desk.library.lessons[0]
    many = tuple(replace(lesson, slug=f"lesson-{number}", title=f"Lesson {number}") for number in range(40))
    desk.library = replace(desk.library, lessons=many)
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        further = cursor(app)
        assert further > 5
        assert f"▸ ○{further + 1:>3} Lesson " in screen_text(app)
        await pilot.press("pageup", "pageup")
        assert cursor(app) == 0
        await pilot.press("end")
        await pilot.pause()
        assert "▸ ○ 40 Lesson 9" in screen_text(app)


async def test_all_of_a_card_can_be_read_without_a_mouse(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "tab         To the text beside the list, and back" in screen_text(app)
        await pilot.press("escape", "tab", *["pagedown"] * 3)
        await pilot.pause()
        assert "Tell the Courier's reason from the keeper's" in " ".join(screen_text(app).split())
        await pilot.press("tab", "down")
        assert cursor(app) == 1


async def test_the_card_follows_the_cursor(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Why the lamp was changed" in screen_text(app)
        assert "Courier, logbook" in screen_text(app)
        assert "Ada Brandt, Harbour pilots" in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "The paper and the logbook, side by" in screen_text(app)


async def test_the_last_line_says_what_enter_does_to_the_step(desk: Desk) -> None:
    desk.learn("last-winter", 1, leave=True)
    desk.library = replace(desk.library, lessons=desk.library.lessons[:1], broken=broken_course().broken)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for words in ("enter go on  r", "enter open  r", "enter what is wrong  r"):
            await pilot.pause()
            assert words in screen_text(app).splitlines()[-1]
            await pilot.press("down")


async def test_a_click_moves_the_cursor_and_a_second_one_opens(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.click(PathList, offset=(5, 1))
        assert cursor(app) == 1
        shown(app, HomeScreen)
        await pilot.click(PathList, offset=(5, 1))
        shown(app, LessonScreen)


async def test_states_are_words_and_the_cursor_starts_on_what_is_not_done(desk: Desk) -> None:
    desk.learn("last-winter", 3)
    desk.learn("two-accounts", 1)
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        text = screen_text(app)
        for words in ("✓  1", "done", "●  2", "1 of 2", "○  3", "new"):
            assert words in text
        assert cursor(app) == 1
        assert "4 due for review" in title_of(app)


async def test_a_quiz_that_was_left_is_offered_first_and_goes_on_at_its_question(desk: Desk) -> None:
    desk.learn("last-winter", 1, leave=True)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown(app, HomeScreen)
        assert isinstance(shown(app, HomeScreen).path.steps[0], Left)
        assert cursor(app) == 0
        assert "Go on · The last winter of the light · question 2 of 3" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        shown(app, QuizScreen)
        assert shown(app, QuizScreen).session.number == 2


async def test_a_broken_lesson_keeps_its_place_and_says_why(desk: Desk) -> None:
    desk.library = broken_course()
    app = desk.app()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("down")
        shown(app, HomeScreen)
        assert [type(step) for step in shown(app, HomeScreen).path.steps] == [Stop, Broken, Stop]
        text = screen_text(app)
        assert "broken" in text
        assert "The quote does not stand in logbook." in text
        assert "two-accounts.toml:9" in text
        assert "quizapp check" in text
        assert "quizapp preview" not in text
        await pilot.press("enter")
        await pilot.pause(0.2)
        shown(app, HomeScreen)
        text = " ".join(screen_text(app).split())
        assert "This lesson cannot be opened" in text
        assert "lessons/two-accounts.toml:9" in text
        assert "`quizapp preview two-accounts`" in text


async def test_the_cursor_stays_in_view_in_a_smaller_terminal(desk: Desk) -> None:
    lessons = tuple(replace(desk.library.lessons[0], slug=f"lesson-{number}") for number in range(30))
    desk.library = replace(desk.library, lessons=lessons)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
        for size in ((120, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "▸ ○ 30 " in screen_text(app)


async def test_r_opens_the_review(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("r")
        shown(app, ReviewScreen)
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_an_empty_course_says_what_to_do(desk: Desk, empty: Any) -> None:
    desk.library = empty
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("enter", "down", "up")
        assert "no lessons yet" in screen_text(app)


async def test_coming_home_from_a_finished_lesson_the_cursor_goes_on(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        desk.learn("last-winter", 3)
        await pilot.press("escape")
        await pilot.pause()
        assert cursor(app) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["first", "typical", "left", "broken", "empty"])
def test_home_looks_as_it_did(
    snap_compare: Snap, desk: Desk, empty: Any, state: str, look: str, size: tuple[int, int]
) -> None:
    keys: tuple[str, ...] = ()
    match state:
        case "typical":
            desk.learn("last-winter", 3)
            desk.learn("two-accounts", 1)
        case "left":
            desk.learn("last-winter", 3)
            desk.learn("two-accounts", 1, leave=True)
        case "broken":
            desk.library = broken_course()
            keys = ("down",)
        case "empty":
            desk.library = empty
    assert snap_compare(desk.app(look=look), terminal_size=size, run_before=press(*keys))
