import gc
import subprocess
import sys
import weakref
from dataclasses import replace
from typing import Any

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.binding import Binding
from textual.color import Color
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from quizapp.tui import keymap
from quizapp.tui.app import TURN
from quizapp.tui.palette import LISTED
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.too_small import TooSmallScreen
from quizapp.tui.theme import DARK, LIGHT, TERMINAL
from quizapp.tui.widgets.flow import Flow
from tests.tui.conftest import LOOKS, SIZES, Desk, hostile, press, screen_text, shown

Snap = Any

CONTRACT = {
    "everywhere": {"ctrl+p", "ctrl+q"},
    "page": {"question_mark", "escape"},
    "home": {"down", "up", "j", "k", "enter"},
    "home.page": {"r"},
    "lesson": {"left", "right", "o", "enter", *"123456789"},
    "quiz": {"enter", *"nhkufo", *(f"f{n}" for n in range(2, 7))},
    "pick": {"up", "down", "space", *"123456789"},
    "arrange": {"up", "down", "space", "tab"},
}
"""The keys that are promised."""

HOSTILE = "[Putin] [/x] [@click=app.quit]q[/] [b]\x1b[31m\u202e\x9b\x1b]52;c;eA==\x07"


@pytest.mark.parametrize("where", CONTRACT)
def test_the_keys_are_those_of_the_contract(where: str) -> None:
    places = ("home", "list") if where == "home" else (where,)
    assert any(set(places) <= set(together) for together in keymap.TOGETHER), "they apply at once"
    bound = {binding.key for binding in Binding.make_bindings(keymap.bindings(*places))}
    assert CONTRACT[where] <= bound


def test_ids_are_told_apart_and_lead_back_to_their_row() -> None:
    rows = [key for rows in keymap.KEYS.values() for key in rows]
    assert len({key.id for key in rows}) == len(rows)
    for key in rows:
        for binding in key.bindings():
            assert keymap.row(binding.id) is key


TEXTS = ("foreground", "text-muted", "text-disabled", "accent", "success", "error")
BACKGROUNDS = ("background", "surface", "panel")


@pytest.mark.parametrize("look", [DARK, LIGHT])
def test_text_can_be_read_on_every_background(look: Any) -> None:
    colours = look.to_color_system().generate()
    for text in TEXTS:
        for background in BACKGROUNDS:
            assert contrast(colours[text], colours[background]) >= 4.5, f"{text} on {background}"


@pytest.mark.parametrize("look", [DARK, LIGHT])
def test_a_terminal_of_256_colours_shows_much_the_same(look: Any) -> None:
    named = look.to_color_system().generate() | look.variables
    colours = {name: of_256(colour) for name, colour in named.items() if colour.startswith("#")}
    for text in TEXTS:
        for background in BACKGROUNDS:
            assert contrast(colours[text], colours[background]) >= 4.5, f"{text} on {background}"
    for name in (*BACKGROUNDS, "rule", "scrollbar", "block-hover-background", "block-cursor-blurred-background"):
        red, green, blue = Color.parse(colours[name]).rgb
        assert red == green == blue, f"{name} is {colours[name]}"
    assert len({colours[name] for name in ("foreground", "accent", "success", "error")}) == 4


def of_256(colour: str) -> str:
    """The colour that a terminal shows that has no more."""
    return RichColor.from_rgb(*Color.parse(colour).rgb).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_too_small_is_said_and_the_screen_comes_back(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        for size in ((20, 5), (59, 20), (60, 19), (1, 1), (5, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown(app, TooSmallScreen)
            await pilot.press("enter", "escape", "question_mark", "x", "ctrl+p")
            await pilot.pause()
            shown(app, TooSmallScreen)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        shown(app, LessonScreen)
        assert shown(app, LessonScreen).place.section == 1
        assert "section 2 of 2" in screen_text(app)


async def test_it_can_start_too_small(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        shown(app, TooSmallScreen)
        assert "60 columns by 20 lines" in " ".join(screen_text(app).split())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        shown(app, HomeScreen)


async def test_a_click_on_a_key_in_the_last_line_presses_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = screen_text(app).splitlines()[-1]
        await pilot.click(offset=(line.index("open"), 23))
        shown(app, LessonScreen)


async def test_the_palette_finds_commands_lessons_sources_and_looks(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("ctrl+p")
        shown(app, CommandPalette)
        await app.workers.wait_for_complete()
        await pilot.pause()
        options = app.screen.query_one(CommandList).options
        words = [str(option.prompt) for option in options]
        for expected in (
            "Open what is highlighted  enter",
            "Review what is due  r",
            "Two accounts of one evening  lesson",
            "logbook  source",
            "Theme: light colours  look",
        ):
            assert expected in words


async def test_the_palette_lists_the_first_lessons_of_a_large_course_and_finds_all(desk: Desk) -> None:
    first = desk.library.lessons[0]
    many = (replace(first, slug=f"ring-{n}", title=f"Ring {n}") for n in range(LISTED + 20))
    desk.library = replace(desk.library, lessons=tuple(many))
    app = desk.app()
    async with app.run_test(size=(100, 60)) as pilot:

        async def listed() -> list[str]:
            await app.workers.wait_for_complete()
            await pilot.pause()
            return [str(option.prompt) for option in app.screen.query_one(CommandList).options]

        await pilot.press("ctrl+p")
        words = await listed()
        assert sum(word.endswith("  lesson") for word in words) == LISTED
        assert "Theme: light colours  look" in words
        await pilot.press(*str(LISTED + 13))
        while f"Ring {LISTED + 13}  lesson" not in await listed():
            await pilot.pause(0.01)


@pytest.mark.parametrize(
    ("typed", "opens"), [("two acc", LessonScreen), ("logbook", ArticleScreen), ("open what", LessonScreen)]
)
async def test_the_palette_goes_where_it_says(desk: Desk, typed: str, opens: type) -> None:
    app = desk.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*("space" if letter == " " else letter for letter in typed))
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        shown(app, opens)


async def test_hostile_text_is_shown_as_it_stands(desk: Desk) -> None:
    desk.library = hostile(desk.library, HOSTILE)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        seen = [screen_text(app)]
        for keys in (("enter",), ("2",), ("right",), ("question_mark",), ("escape", "o"), ("home",), ("ctrl+p",)):
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            seen.append(screen_text(app))
        assert app.is_running
    for text in seen:
        assert not {"\x1b", "\u202e", "\x9b", "\x07"} & set(text)
    assert all("[Putin] [/x] [@click=app.quit]q[/]" in text for text in (seen[0], seen[1], seen[6]))
    assert "\\u{1b}" in seen[0]
    assert sum("[Putin]" in line for line in seen[-1].splitlines()) >= 5, "the palette's lessons and sources"


async def test_without_colour_nothing_is_coloured_and_all_is_told_apart(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = desk.app("last-winter", look="terminal")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.theme == TERMINAL.name
        strips = app.screen._compositor.render_strips()
        for strip in strips:
            for segment in strip.apply_filter(app._filters[-1], Color(0, 0, 0)):
                style = segment.style
                assert style is None or (_is_default(style.color) and _is_default(style.bgcolor))
        assert any(segment.style and segment.style.reverse for strip in strips for segment in strip)


def _is_default(colour: Any) -> bool:
    return colour is None or colour.is_default


async def test_leaving_works_from_everywhere(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test() as pilot:
        await pilot.press("o", "question_mark", "ctrl+q")
        assert app.return_code == 0


async def test_escape_leads_back_step_by_step_and_stays_on_home(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o", "escape", "escape", "escape")
        shown(app, HomeScreen)
        assert len(app.screen_stack) == 1


def test_home_paints_without_what_only_later_screens_need() -> None:
    code = "import sys, quizapp.tui.app; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert "quizapp.tui.screens.home" in loaded
    for later in ("lesson", "article", "help", "quiz", "results", "review"):
        assert f"quizapp.tui.screens.{later}" not in loaded
    assert not {"pydantic", "fsrs", "markdown_it", "rapidfuzz", "sqlite3"} & loaded


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", [*LOOKS, "terminal"])
def test_the_palette_looks_as_it_did(snap_compare: Snap, desk: Desk, look: str, size: tuple[int, int]) -> None:
    assert snap_compare(desk.app(look=look), terminal_size=size, run_before=open_palette)


async def open_palette(pilot: Pilot[object]) -> None:
    await pilot.press("ctrl+p")
    pilot.app.screen.query_one(Input).cursor_blink = False
    await pilot.app.workers.wait_for_complete()


@pytest.mark.parametrize("size", [(20, 5), (59, 30), (120, 19)])
async def test_too_small_looks_as_it_did(same_looks: Any, desk: Desk, size: tuple[int, int]) -> None:
    await same_looks(desk.app(), size, press())


async def test_nothing_that_was_painted_outlives_its_screen(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test() as pilot:
        await pilot.pause()
        painted = [weakref.ref(widget._styles_cache) for widget in shown(app, LessonScreen).walk_children(Flow)]
        await pilot.press("escape")
        await pilot.pause()
        shown(app, HomeScreen)
        gc.collect()
        assert painted
        assert [cache() for cache in painted] == [None] * len(painted)


def test_threads_take_turns_sooner_while_the_app_runs_and_as_before_once_it_ended(desk: Desk) -> None:
    usual, seen = sys.getswitchinterval(), []

    async def look(pilot: Pilot[object]) -> None:
        seen.append(sys.getswitchinterval())
        await pilot.press("ctrl+q")

    desk.app().run(headless=True, auto_pilot=look)
    assert seen == [pytest.approx(TURN)]
    assert usual != pytest.approx(TURN)
    assert sys.getswitchinterval() == usual
