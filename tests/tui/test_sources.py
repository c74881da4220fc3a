from dataclasses import replace
from typing import Any

import pytest

from quizapp.content.source import Source
from quizapp.tui import routes
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen, Place
from quizapp.tui.screens.sources import SourcesScreen
from quizapp.tui.widgets.article_text import ArticleText
from quizapp.tui.widgets.choices import Choices
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.flow import Flow
from quizapp.tui.widgets.resting_pane import RestingPane
from tests.tui.conftest import LOOKS, SIZES, Desk, press, screen_text, shown, title_of

Snap = Any
WIDE = (120, 40)
NARROW = (60, 20)


def courier(desk: Desk) -> Source:
    return desk.library.sources["courier"]


def resting(desk_app: QuizApp) -> str:
    """What the pane says, in single spaces."""
    return " ".join(desk_app.screen.query_one(RestingPane).query_one(Flow).render().plain.split())


async def test_s_lists_the_sources_with_what_is_known_of_them(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await pilot.pause()
        shown(app, SourcesScreen)
        assert "2 articles" in title_of(app)
        text = screen_text(app)
        for words in ("▸ Courier", "news report", "The tower goes dark", "Published by Sallow Courier",
                      "Written on the day after", "8 sentences:", "The last winter of the light"):  # fmt: skip
            assert words in text
        await pilot.press("down")
        await pilot.pause()
        assert "▸ logbook" in screen_text(app)
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_enter_opens_the_article_and_escape_comes_back_to_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s", "j", "enter")
        await pilot.pause()
        assert shown(app, ArticleScreen).source.slug == "logbook"
        await pilot.press("escape")
        assert shown(app, SourcesScreen).query_one(Choices).cursor == 1


async def test_the_cursor_goes_line_by_line_and_tells_what_rests_on_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        assert "courier, headline" in screen_text(app)
        await pilot.press("down", "down")
        await pilot.pause()
        text = screen_text(app)
        assert "courier:1" in text
        assert "•?▸   1  Ada Brandt" in text
        assert resting(app).startswith(
            "1 The last winter of the light • section 1, A keeper walks down ? 1 question not answered yet"
        )
        assert "Whom does the Courier" not in text, "the sentence would answer it"
        await pilot.press("end")
        await pilot.pause()
        text = screen_text(app)
        assert "courier, outside the article" in text
        assert "No lesson rests on it." in text


async def test_a_question_that_was_answered_is_told(desk: Desk) -> None:
    desk.learn("last-winter", 1)
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        await pilot.press("down", "down")
        await pilot.pause()
        assert "? Whom does the Courier call the last keeper of the light?" in resting(app)


@pytest.mark.parametrize("key", ["enter", "1"])
async def test_a_lesson_opens_at_the_section_and_citation_of_the_sentence(desk: Desk, key: str) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        await pilot.press("down", "down", "down", key)
        await pilot.pause()
        assert shown(app, LessonScreen).place == Place(0, 2)
        assert "² Courier" in screen_text(app)
        await pilot.press("escape")
        shown(app, ArticleScreen)


async def test_keys_without_a_lesson_do_nothing(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        await pilot.press("end", "enter", "1", "9", "c")
        await pilot.pause()
        shown(app, ArticleScreen)
        assert "enter lesson" not in screen_text(app)


async def test_y_copies_the_sentence_alone_and_says_so_until_the_next_move(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        await pilot.press("down", "down", "down", "y")
        await pilot.pause()
        assert app.clipboard == courier(desk).sentences[1].text
        assert "copied" in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        assert "copied" not in screen_text(app)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_line_can_be_reached_and_is_in_view(desk: Desk, size: tuple[int, int]) -> None:
    app = desk.app()
    async with app.run_test(size=size) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        text, column = app.screen.query_one(ArticleText), app.screen.query_one("#article", Column)
        for _ in courier(desk).lines:
            top, bottom = text.lines_of(text.cursor)
            await pilot.pause()
            assert column.scroll_y <= top
            assert bottom <= column.scroll_y + column.size.height
            await pilot.press("down")
        assert text.cursor == len(text.blocks) - 1
        await pilot.press("home")
        await pilot.pause()
        assert column.scroll_y == 0, "what is said of the article is in view again"
        await pilot.press("pagedown")
        assert text.cursor > 2
        await pilot.press("pageup")
        assert text.cursor == 2


async def test_a_click_moves_the_cursor_and_one_on_a_lesson_opens_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        routes.open_article(app, courier(desk))
        await pilot.pause()
        lines = screen_text(app).splitlines()
        y = next(index for index, line in enumerate(lines) if "She had kept" in line)
        await pilot.click(offset=(20, y))
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert "▸   2 " in lines[y]
        y = next(index for index, line in enumerate(lines) if "1 The last winter" in line)
        await pilot.click(offset=(lines[y].index("The last winter"), y))
        await pilot.pause()
        shown(app, LessonScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["list", "article"])
def test_sources_look_as_they_did(snap_compare: Snap, desk: Desk, state: str, look: str, size: tuple[int, int]) -> None:
    keys = {"list": ("s",), "article": ("s", "enter", "down", "down", "down", "y")}[state]
    assert snap_compare(desk.app(look=look), terminal_size=size, run_before=press(*keys))


@pytest.mark.parametrize("size", SIZES)
async def test_a_course_without_sources_says_how_to_get_one(same_looks: Any, desk: Desk, size: tuple[int, int]) -> None:
    desk.library = replace(desk.library, sources={}, lessons=(), evidence={})
    await same_looks(desk.app(), size, press("s"))
