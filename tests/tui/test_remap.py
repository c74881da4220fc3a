from collections.abc import Callable

import pytest
from textual.binding import BindingsMap

from quizapp.content.reading.reader import Reader
from quizapp.settings.model import Settings
from quizapp.settings.reading import Wanted
from quizapp.text.document import Document
from quizapp.tui import routes
from quizapp.tui.keymap import KEYS, TOGETHER, bindings
from quizapp.tui.keyname import meant_key, normal, written
from quizapp.tui.remap import read_keys, rebind
from quizapp.tui.screens.glossary import GlossaryScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.search import SearchScreen
from quizapp.tui.screens.sources import SourcesScreen
from quizapp.tui.widgets.keyline import KeyLine
from tests.tui.conftest import Desk, shown
from tests.tui.learner import Hand, app_of, at, text_of, words_of


def keyline(pilot: Hand) -> str:
    return app_of(pilot).screen.query_one(KeyLine).line(0).plain


async def test_footer_help_and_palette_follow_together(desk: Desk) -> None:
    desk.settings = Settings(keys={"lesson.article": "w", "help": "ctrl+e"})
    async with desk.app("last-winter").run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert "w article" in keyline(pilot)
        assert "o article" not in keyline(pilot)
        assert "ctrl+e help" in keyline(pilot)
        await pilot.press("question_mark")
        assert at(pilot, LessonScreen), "the key that it had does nothing"
        await pilot.press("ctrl+e")
        await pilot.pause()
        shown(app_of(pilot), HelpScreen)
        assert " w Open the cited article" in words_of(pilot)
        await pilot.press("escape", "ctrl+p")
        await pilot.press(*"cited")
        await pilot.pause(0.5)
        assert "Open the cited article w" in words_of(pilot)
        await pilot.press("escape", "w")
        await pilot.pause()
        assert not at(pilot, LessonScreen)


async def test_texts_that_name_a_key_follow_too(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    desk.settings = Settings(keys={"home.review": "v", "review.go-on": "g", "lesson.go-on": "x"})
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "2 due for review v" in words_of(pilot)
        desk.now = desk.now.replace(year=2025)
        await pilot.press("v")
        await pilot.pause()
        assert "g reviews ahead of time" in words_of(pilot)


async def test_how_to_go_on_with_a_quiz_is_told_by_its_key(desk: Desk) -> None:
    desk.learn("two-accounts", 1, leave=True)
    for key, words in (("x", "x goes on where you were."), ("ctrl+s", "Ctrl+s goes on where you were.")):
        desk.settings = Settings(keys={"home.open": key})
        async with desk.app().run_test(size=(100, 24)) as pilot:
            await pilot.pause()
            assert words in words_of(pilot)


async def test_how_a_quiz_is_begun_is_told_by_its_key_and_not_by_its_capital(desk: Desk) -> None:
    desk.settings = Settings(keys={"lesson.go-on": "x"})
    async with desk.app("last-winter").run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await pilot.pause()
        assert "x starts the quiz: 3 questions." in words_of(pilot)


async def test_a_letter_for_a_page_s_key_can_still_be_typed(desk: Desk) -> None:
    desk.settings = Settings(keys={"search": "s", "home.sources": "o"})
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert at(pilot, SearchScreen)
        await pilot.press(*"bus")
        await pilot.pause()
        assert "bus" in text_of(pilot)
        assert "s search" not in keyline(pilot)
        await pilot.press("escape", "o")
        await pilot.pause()
        assert at(pilot, SourcesScreen)


async def test_one_of_two_bindings_on_one_key_moves_alone(desk: Desk) -> None:
    desk.settings = Settings(keys={"quiz.submit": "ctrl+s"})
    async with desk.app().run_test(size=(80, 24)) as pilot:
        lesson = desk.library.lesson("last-winter")
        assert lesson is not None
        routes.start_quiz(app_of(pilot), lesson)
        await pilot.pause()
        await pilot.press("1", "enter")
        assert "Enter" not in keyline(pilot)
        assert "ctrl+s submit" in keyline(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "enter next" in keyline(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "ctrl+s submit" in keyline(pilot)


async def test_what_applies_at_once_is_declared(desk: Desk) -> None:
    place_of = {str(b.id): place for place, rows in KEYS.items() for row in rows for b in row.bindings()}
    declared = [set(places) for places in TOGETHER]
    met: set[str] = set()

    def look(pilot: Hand) -> None:
        app = app_of(pilot)
        for focused in [*app.screen.focus_chain, None]:
            app.screen.set_focus(focused, scroll_visible=False)
            chain = app.screen._modal_binding_chain
            places = {place_of[b.id] for _, bound in chain for _, b in bound if b.id in place_of}
            assert any(places <= together for together in declared), (app.screen, focused, places)
            met.update(places)

    desk.learn("last-winter", 2)
    lesson = desk.library.lesson("two-accounts")
    assert lesson is not None
    async with desk.app().run_test(size=(120, 40)) as pilot:
        app = app_of(pilot)
        ways: tuple[Callable[[], object], ...] = (
            lambda: None,
            lambda: routes.open_lesson(app, lesson),
            lambda: routes.open_sources(app),
            lambda: routes.open_article(app, next(iter(desk.library.sources.values()))),
            lambda: routes.open_glossary(app),
            lambda: routes.open_entry(app, app.services.shelf.entries[0]),
            lambda: routes.open_search(app),
            lambda: routes.open_stats(app),
            lambda: routes.start_quiz(app, lesson),
            lambda: routes.start_review(app),
        )
        for way in ways:
            way()
            await pilot.pause()
            look(pilot)
        await pilot.press("f1")
        await pilot.pause()
        look(pilot)
    assert met >= {"home", "home.page", "lesson", "article", "choices", "entry", "search", "stats", "quiz", "help"}


def test_default_keys_clash_nowhere() -> None:
    """Every binding on its own keys, all of them set by hand, is sound."""
    reader = Reader(Document("settings.toml", ""))
    every = [b for rows in KEYS.values() for row in rows for b in row.bindings()]
    wanted = {str(b.id): b.key for b in every}
    assert set(read_keys(reader, [Wanted(i, keys, ()) for i, keys in wanted.items()])) == set(wanted)
    assert reader.problems == []


@pytest.mark.parametrize(("name", "key"), [("fx", "f1"), ("f0", "f1"), ("f1x", "f1"), ("fx0", "f10"), ("fx2", "f12")])
def test_of_keys_that_come_as_near_the_same_one_is_suggested_every_time(name: str, key: str) -> None:
    assert meant_key(name) == f"Did you mean “{key}”?"


def test_no_name_of_a_key_is_lost_on_the_way() -> None:
    assert [normal(name) for name in ("?", "question_mark", "/", "+", "-", " ", "é", "A", "shift+ctrl+left")] == [
        "question_mark", "question_mark", "slash", "plus", "minus", "space", "é", "A", "ctrl+shift+left",
    ]  # fmt: skip
    assert [normal(name) for name in ("", "ctrl+", "Enter", "shift+a", "ctrl+i", "f25", "a+b", "ctrl+ctrl+a")] == [
        None
    ] * 8
    assert [written(key) for key in ("question_mark", "enter", "ctrl+s", "€", "pagedown")] == [
        "?", "enter", "ctrl+s", "€", "pgdn",
    ]  # fmt: skip


def test_nothing_wanted_changes_nothing() -> None:
    before = BindingsMap(bindings("quiz", "page"))
    assert rebind(before, {}).key_to_bindings == before.key_to_bindings
    assert "n" not in rebind(before, {"quiz.not-sure": "x"}).key_to_bindings


async def test_home_and_glossary_take_keys_of_their_own(desk: Desk) -> None:
    desk.settings = Settings(keys={"home.glossary": "f9", "list.down": "n"})
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = text_of(pilot)
        await pilot.press("j", "down")
        assert text_of(pilot) == first
        await pilot.press("n")
        assert text_of(pilot) != first
        await pilot.press("g")
        assert at(pilot, HomeScreen)
        await pilot.press("f9")
        await pilot.pause()
        assert at(pilot, GlossaryScreen)
