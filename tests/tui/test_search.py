import threading
from typing import Any

import pytest
from textual.pilot import Pilot

from quizapp.content.search import Index
from quizapp.quiz.outline import Read, outline_of
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.entry import EntryScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen, Place
from quizapp.tui.screens.search import SearchField, SearchScreen
from quizapp.tui.widgets.choices import Choices
from tests.tui.conftest import LOOKS, SIZES, Desk, press, screen_text, shown, title_of

Snap = Any
WIDE = (120, 40)


def letters(text: str) -> tuple[str, ...]:
    return tuple("space" if letter == " " else letter for letter in text)


async def search(pilot: Pilot[object], text: str) -> str:
    await pilot.press("slash", *letters(text))
    await pilot.pause()
    await pilot.pause()
    return screen_text(pilot.app)  # type: ignore[arg-type]


async def test_what_is_typed_is_found_kind_by_kind(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        text = await search(pilot, "pilots")
        shown(app, SearchScreen)
        order = [text.index(word) for word in ("Glossary  ", "Lessons  ", "Sentences  ")]
        assert order == sorted(order)
        assert "▸ Harbour pilots" in text
        assert "They bring the ships in" in text, "the card of the first"
        assert "found" in title_of(app)
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_a_narrow_screen_shows_the_whole_word_that_was_found(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        text = await search(pilot, "lamp")
        assert [line.count("lamp") for line in text.splitlines() if "… the " in line] == [1, 1]


async def test_a_name_too_long_for_its_line_keeps_the_word_that_was_found_at_its_end(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        text = await search(pilot, "rather long")
        assert "… that is rather long" in text


@pytest.mark.parametrize(
    ("typed", "downs", "opens"),
    [
        ("harbour pilots", 0, EntryScreen),
        ("new lamp worth", 0, EntryScreen),
        ("last winter", 0, LessonScreen),
        ("tower goes dark", 0, ArticleScreen),
        ("sallow courier", 0, ArticleScreen),
    ],
)
async def test_enter_opens_what_was_found(desk: Desk, typed: str, downs: int, opens: type) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await search(pilot, typed)
        await pilot.press(*["down"] * downs, "enter")
        await pilot.pause()
        shown(app, opens)
        await pilot.press("escape")
        assert shown(app, SearchScreen).query_one(SearchField).value == typed


async def test_a_sentence_opens_in_its_article_and_prose_in_its_section(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await search(pilot, "forty letters")
        await pilot.press("enter")
        await pilot.pause()
        assert "▸   7  The office has had forty letters" in screen_text(app)
        await pilot.press("escape", "escape")
        await search(pilot, "keeper's own book")
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app, LessonScreen).place == Place(1)


async def test_questions_are_not_found(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        assert "Nothing has “otto lindqvist”." in await search(pilot, "otto lindqvist")


async def test_a_slip_is_named_and_tab_mends_it(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        assert "Did you mean “harbour”?" in await search(pilot, "harbuor")
        await pilot.press("tab")
        await pilot.pause()
        await pilot.pause()
        assert shown(app, SearchScreen).query_one(SearchField).value == "harbour"
        assert shown(app, SearchScreen).query_one(Choices).count > 0


async def test_moving_shows_what_stands_around_and_typing_starts_anew(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await search(pilot, "lamp")
        await pilot.press("down", "down", "pagedown", "up")
        assert shown(app, SearchScreen).query_one(Choices).cursor > 0
        await pilot.press("space", "o", "l", "d")
        await pilot.pause()
        await pilot.pause()
        assert shown(app, SearchScreen).query_one(Choices).cursor == 0


async def test_what_is_pasted_cannot_act(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        field = shown(app, SearchScreen).query_one(SearchField)
        field.value = "lamp\x1b]52;c;eA==\x07 [/x]"
        await pilot.pause()
        await pilot.pause()
        assert "\x1b" not in field.value
        assert "[/x]" in screen_text(app)


@pytest.mark.parametrize("start", [None, "last-winter"])
async def test_the_slash_searches_from_everywhere(desk: Desk, start: str | None) -> None:
    app = desk.app(start)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        shown(app, SearchScreen)


async def test_a_large_course_is_looked_through_while_letters_are_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    prepared = Index.prepared

    def slowly(index: Index) -> Index:
        go_on.wait()
        return prepared(index)

    monkeypatch.setattr(Index, "prepared", slowly)
    app = desk.app()
    app.services.library = desk.library
    app.services.read = lambda _: Read(desk.library, outline_of(desk.library))
    async with app.run_test(size=WIDE) as pilot:
        assert "One moment" in await search(pilot, "pilots")
        assert shown(app, SearchScreen).query_one(SearchField).value == "pilots"
        go_on.set()
        while "▸ Harbour pilots" not in screen_text(app):
            await pilot.pause(0.01)
        assert "One moment" not in screen_text(app)
        await pilot.press(*["backspace"] * 6)
        await pilot.pause()
        assert "Type a word" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("typed", ["", "lamp", "harbuor"])
def test_search_looks_as_it_did(snap_compare: Snap, desk: Desk, typed: str, look: str, size: tuple[int, int]) -> None:
    keys = ("slash", *letters(typed), *(("down",) if typed == "lamp" else ()))
    assert snap_compare(desk.app(look=look), terminal_size=size, run_before=press(*keys))
