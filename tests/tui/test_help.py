from typing import Any

import pytest

from quizapp.tui.keymap import KEYS
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.lesson import LessonScreen
from tests.tui.conftest import LOOKS, SIZES, Desk, press, screen_text, shown

Snap = Any


async def test_help_lists_the_keys_of_the_screen_and_closes_on_any_way_out(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=(80, 40)) as pilot:
        for close in ("escape", "question_mark", "enter"):
            await pilot.press("question_mark")
            await pilot.pause()
            shown(app, HelpScreen)
            text = screen_text(app)
            for row in (*KEYS["lesson"], *KEYS["page"], *KEYS["everywhere"]):
                if row.id not in ("lesson.previous", "lesson.anew"):
                    assert row.help in text, row.id
            assert "Previous section" not in text, "there is none before the first"
            await pilot.press(close)
            shown(app, LessonScreen)


async def test_help_says_nothing_of_keys_that_do_not_apply_and_the_screen_below_keeps_its_last_line(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        below = screen_text(app).splitlines()[-1]
        assert "open" not in below
        await pilot.press("f1")
        await pilot.pause()
        text = screen_text(app)
        assert "Everywhere" not in text, "the only keys there are"
        assert text.splitlines()[-1] == below
        await pilot.press("escape", *"lamp")
        await pilot.pause()
        await pilot.pause()
        assert "enter open" in screen_text(app).splitlines()[-1]


async def test_help_shows_a_key_as_the_user_mapped_it(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=(80, 40)) as pilot:
        app.set_keymap({"lesson.article": "w"})
        await pilot.press("question_mark")
        await pilot.pause()
        line = next(line for line in screen_text(app).splitlines() if "Open the cited article" in line)
        assert " w " in line


async def test_help_tells_keys_that_do_one_thing_in_one_line_and_those_that_scroll_last(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = screen_text(app)
        assert text.index("Next section") < text.index("Scroll") < text.index("Everywhere")
        await pilot.press("escape", "enter", "enter", "question_mark")
        await pilot.pause()
        lines = [" ".join(line.split("│")[1].split()) for line in screen_text(app).splitlines() if line.count("│") == 2]
        assert "↓ ↑ Up and down the options" in lines
        assert "home end First and last" in lines


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("where", ["home", "lesson"])
def test_help_looks_as_it_did(snap_compare: Snap, desk: Desk, where: str, look: str, size: tuple[int, int]) -> None:
    app = desk.app("last-winter" if where == "lesson" else None, look=look)
    assert snap_compare(app, terminal_size=size, run_before=press("question_mark"))
