from typing import Any

import pytest

from quizapp.content.library import Library
from quizapp.tui import routes
from quizapp.tui.screens.article import ArticleScreen, article_blocks
from quizapp.tui.widgets.column import Column
from tests.tui.conftest import LOOKS, SIZES, Desk, press, screen_text, shown, title_of

Snap = Any


def test_every_line_of_the_source_is_there_once_and_in_order(course: Library) -> None:
    source = course.sources["courier"]
    blocks = list(article_blocks(source, None))
    assert [block.content.plain for block in blocks[2:]] == [line.text for line in source.lines]
    numbers = [block.first.plain.strip() for block in blocks[2:]]
    assert [n for n in numbers if n.isdigit()] == [str(s.number) for s in source.sentences]


async def test_it_opens_at_the_top_without_a_citation(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        routes.open_article(app, desk.library.sources["courier"])
        await pilot.pause()
        shown(app, ArticleScreen)
        assert app.screen.query_one(Column).scroll_y == 0
        assert "8 sentences" in title_of(app)
        await pilot.press("c")
        assert app.screen.query_one(Column).scroll_y == 0


async def test_the_cited_sentence_is_in_view_and_c_comes_back_to_it(desk: Desk) -> None:
    app = desk.app()
    library = desk.library
    last = next(e for e in library.evidence.values() if e.address == "logbook:5")
    async with app.run_test(size=(60, 20)) as pilot:
        routes.open_article(app, last.source, last)
        await pilot.pause()
        assert "▌Two ships lay outside" in screen_text(app)
        await pilot.press("home")
        await pilot.press("c")
        assert "▌Two ships lay outside" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_an_article_looks_as_it_did(snap_compare: Snap, desk: Desk, look: str, size: tuple[int, int]) -> None:
    assert snap_compare(desk.app("last-winter", look=look), terminal_size=size, run_before=press("3", "o"))
