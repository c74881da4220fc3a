from dataclasses import replace
from typing import Any

import pytest

from quizapp.content.glossary import Glossary
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.entry import EntryScreen
from quizapp.tui.screens.glossary import GlossaryScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.widgets.choices import Choices
from quizapp.tui.widgets.flow import Flow
from tests.tui.conftest import LOOKS, SIZES, Desk, hostile, press, screen_text, shown, title_of

Snap = Any
WIDE = (120, 40)
NARROW = (60, 20)


async def test_g_lists_the_glossary_kind_by_kind_with_a_card(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g")
        await pilot.pause()
        shown(app, GlossaryScreen)
        assert "2 entries, 1 dispute" in title_of(app)
        text = screen_text(app)
        order = [text.index(word) for word in ("People", "Organisations", "Harbour pilots", "Where the sources differ")]
        assert order == sorted(order)
        for words in ("▸ Ada Brandt", "Keeper of the light", "Also: Brandt", "courier:1", "Taught in"):
            assert words in text
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_the_cursor_passes_over_headings_and_the_card_follows(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "down")
        await pilot.pause()
        assert "They bring the ships in" in screen_text(app)
        await pilot.press("down", "down", "down")
        await pilot.pause()
        assert "2 accounts" in screen_text(app)


async def test_a_long_question_goes_on_below_and_is_one_choice(desk: Desk) -> None:
    glossary = desk.library.glossary
    long = "What is the new lamp worth to those who come home at night?"
    disputes = (replace(glossary.disputes[0], question=long), *glossary.disputes)
    desk.library = replace(desk.library, glossary=replace(glossary, disputes=disputes))
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await pilot.pause()
        lines = [line[:36].rstrip() for line in screen_text(app).splitlines()]
        at = lines.index("  What is the new lamp worth to")
        assert lines[at + 1 : at + 3] == ["    those who come home at night?", "  What is the new lamp worth?"]
        await pilot.click(Choices, offset=(8, at + 1 - app.screen.query_one(Choices).region.y))
        await pilot.pause()
        lines = [line[:36].rstrip() for line in screen_text(app).splitlines()]
        assert lines[at : at + 2] == ["▸ What is the new lamp worth to", "    those who come home at night?"]
        await pilot.press("down")
        await pilot.pause()
        assert "▸ What is the new lamp worth?" in screen_text(app)
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert "▸ What is the new lamp worth?" in screen_text(app)
        await pilot.press("up")
        await pilot.pause()
        assert "▸ What is the new lamp worth to those who come home" in screen_text(app)


async def test_a_dispute_stands_side_by_side_and_stacked_where_it_is_narrow(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "end", "enter")
        await pilot.pause()
        shown(app, EntryScreen)
        lines = screen_text(app).splitlines()
        assert any("Courier" in line and "logbook" in line for line in lines)
        assert any("It needs nobody" in line and "In fog it is hardly there" in line for line in lines)
        assert any("▌The harbour office says" in line and "▌In fog the new one" in line for line in lines)
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert not any("Courier" in line and "logbook" in line for line in screen_text(app).splitlines())


async def test_enter_opens_the_article_at_the_sentence_and_then_the_lesson(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "end", "enter", "down", "enter")
        await pilot.pause()
        assert shown(app, ArticleScreen).source.slug == "logbook"
        assert "▌In fog the new one" in screen_text(app)
        await pilot.press("escape", "left", "left", "down", "enter")
        await pilot.pause()
        assert shown(app, LessonScreen).lesson.slug == "last-winter"


async def test_left_and_right_turn_the_cards_and_stop_at_the_ends(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "enter", "left")
        await pilot.pause()
        assert "1 of 3" in title_of(app)
        await pilot.press("right", "right", "right")
        await pilot.pause()
        assert "3 of 3" in title_of(app)
        assert "What is the new lamp worth?" in screen_text(app)


async def test_every_sentence_and_lesson_can_be_brought_into_view(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("g", "enter")
        await pilot.pause()
        for _ in range(8):
            await pilot.press("down")
            await pilot.pause()
        assert "▸" in screen_text(app)


async def test_clicks_move_and_open(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "end", "enter")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        y = next(index for index, line in enumerate(lines) if "logbook:" in line)
        await pilot.click(offset=(lines[y].index("logbook:"), y))
        await pilot.pause()
        assert shown(app, EntryScreen).place.opens == 1
        await pilot.click(offset=(lines[y].index("logbook:"), y))
        await pilot.pause()
        assert shown(app, ArticleScreen).source.slug == "logbook"


async def test_g_in_a_lesson_lists_what_the_section_names_and_where_its_sources_differ(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g")
        await pilot.pause()
        screen = shown(app, GlossaryScreen)
        assert [entry.id for entry in screen.entries] == ["brandt", "new-lamp"]
        assert "in this section" in title_of(app)
        await pilot.press("enter", "escape", "escape")
        shown(app, LessonScreen)


async def test_a_click_on_a_name_opens_its_card(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        flow = app.screen.query_one("#prose Flow", Flow)
        line = flow.line_with("entry", "brandt")
        assert line is not None
        column = flow.render().plain.split("\n")[line - flow.gutter.top].index("Ada Brandt")
        await pilot.click(flow, offset=(column + flow.gutter.left, line))
        await pilot.pause()
        assert shown(app, EntryScreen).entry.id == "brandt"


async def test_markup_in_a_glossary_stays_text(desk: Desk) -> None:
    entries = tuple(replace(entry, name=f"[/x]{entry.name}", role="[Putin]") for entry in desk.library.glossary.entries)
    disputes = tuple(
        replace(dispute, question="[/x] [@click=app.quit]q[/]") for dispute in desk.library.glossary.disputes
    )
    desk.library = replace(hostile(desk.library, "[/x]"), glossary=Glossary(entries=entries, disputes=disputes))
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g")
        await pilot.pause()
        assert "[/x]Ada Brandt" in screen_text(app)
        assert "[Putin]" in screen_text(app)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert "[@click=app.quit]q[/]" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["list", "dispute", "section"])
def test_the_glossary_looks_as_it_did(
    snap_compare: Snap, desk: Desk, state: str, look: str, size: tuple[int, int]
) -> None:
    start, keys = {
        "list": (None, ("g",)),
        "dispute": (None, ("g", "end", "enter", "down")),
        "section": ("last-winter", ("g",)),
    }[state]
    assert snap_compare(desk.app(start, look=look), terminal_size=size, run_before=press(*keys))


@pytest.mark.parametrize("size", SIZES)
async def test_a_course_without_a_glossary_says_how_to_get_one(
    same_looks: Any, desk: Desk, size: tuple[int, int]
) -> None:
    desk.library = replace(desk.library, glossary=Glossary())
    await same_looks(desk.app(), size, press("g"))
