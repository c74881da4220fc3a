from dataclasses import replace
from typing import Any

import pytest

from quizapp.content.lesson import Lesson
from quizapp.tui import routes
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen, Place
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.flow import Flow
from quizapp.tui.widgets.source_pane import SourcePane
from tests.tui.conftest import LOOKS, SIZES, Desk, press, screen_text, shown, title_of

Snap = Any
WIDE = (120, 40)
NARROW = (60, 20)


def lesson(app: QuizApp) -> LessonScreen:
    return shown(app, LessonScreen)


def lesson_of(desk: Desk) -> Lesson:
    found = desk.library.lesson("last-winter")
    assert found is not None
    return found


def drawer_is_open(app: QuizApp) -> bool:
    return app.screen.query_one(SourcePane).display


async def test_it_opens_straight_and_escape_leads_home(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        assert title_of(app).startswith("1 · The last winter of the light")
        assert "section 1 of 2" in title_of(app)
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_sections_turn_and_stop_at_both_ends(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        for key, section in (("left", 0), ("right", 1), ("right", 1), ("left", 0)):
            await pilot.press(key)
            assert lesson(app).place.section == section
        await pilot.press("2", "right")
        assert lesson(app).place == Place(1)


async def test_enter_turns_the_page_and_from_the_last_starts_the_quiz(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter")
        assert lesson(app).place.section == 1
        assert "starts the quiz: 3 questions" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        quiz = shown(app, QuizScreen).session
        assert (quiz.number, quiz.total) == (1, 3)


async def test_from_the_last_section_a_quiz_that_was_left_goes_on(desk: Desk) -> None:
    left = desk.learn("last-winter", 1, leave=True)
    desk.learn("two-accounts", 1, leave=True)
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        quiz = shown(app, QuizScreen).session
        assert (quiz.sitting, quiz.number, quiz.total) == (left.sitting, 2, 3)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert shown(app, QuizScreen).session.sitting == left.sitting


async def test_the_last_section_says_where_the_quiz_goes_on_and_how_it_starts_anew(desk: Desk) -> None:
    desk.learn("last-winter", 1, leave=True)
    app = desk.app("last-winter")
    async with app.run_test(size=(60, 20)) as pilot:
        assert "start anew" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        words = " ".join(screen_text(app).split())
        assert "Enter goes on with the quiz at question 2 of 3; a starts it anew." in words
        assert "enter quiz a start anew" in words
        await pilot.press("a")
        await pilot.pause()
        assert title_of(app).startswith("Question 1 of 3")
        await pilot.press("escape")
        await pilot.pause()
        assert "Enter starts the quiz: 3 questions." in " ".join(screen_text(app).split())
    assert len(list(desk.progress.log())) == 1


async def test_a_quiz_that_waits_below_is_begun_anew_in_its_place(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.press("k")
        await pilot.pause()
        before, depth = shown(app, QuizScreen).session, len(app.screen_stack)
        routes.open_lesson(app, lesson_of(desk), 1)
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        after = shown(app, QuizScreen).session
        assert after.sitting != before.sitting
        assert after.at == 0
        assert len(app.screen_stack) == depth


async def test_a_quiz_that_waits_below_its_lesson_is_gone_back_to(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        below = shown(app, QuizScreen)
        routes.open_lesson(app, lesson_of(desk), 1)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is below


async def test_one_question_that_was_tried_is_no_quiz_that_was_left(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        found = lesson_of(desk)
        routes.try_question(app, found, found.questions[1])
        await pilot.pause()
        await pilot.press("escape", "enter", "enter")
        await pilot.pause()
        quiz = shown(app, QuizScreen).session
        assert (quiz.number, quiz.total) == (1, 3)


async def test_a_digit_moves_the_source_pane(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "courier:1" in screen_text(app)
        await pilot.press("3")
        await pilot.pause()
        text = screen_text(app)
        assert "³ Courier " in text
        assert "news report" in text
        assert "▌The harbour office says" in text
        assert "“It turns itself on at dusk" in text, "the rest of its paragraph is there"
        await pilot.press("9")
        assert lesson(app).place.citation == 3, "there is no ninth citation"


async def test_a_citation_beyond_the_ninth_is_reached_digit_after_digit(desk: Desk) -> None:
    first, *others = desk.library.lessons
    cites = {f"c{number}": next(iter(first.cites.values())) for number in range(1, 13)}
    section = replace(first.sections[0], text=" ".join(f"Twelve [@{name}]." for name in cites))
    desk.library = replace(desk.library, lessons=(replace(first, cites=cites, sections=(section, section)), *others))
    app = desk.app(first.slug)
    async with app.run_test(size=WIDE) as pilot:
        for key, citation in (("1", 1), ("2", 12), ("2", 2), ("0", 2), ("1", 1), ("0", 10), ("1", 1), ("1", 11)):
            await pilot.press(key)
            assert lesson(app).place.citation == citation
        await pilot.press("1", "right", "2")
        assert lesson(app).place.citation == 2, "on another page it begins anew"
    app = desk.app(first.slug)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("1", "escape", "2")
        assert lesson(app).place.citation == 2, "once the source was closed, too"


async def test_a_click_on_a_small_number_moves_the_pane(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        flow = app.screen.query_one("#prose Flow", Flow)
        line = flow.line_with("citation", 2)
        assert line is not None
        column = flow.render().plain.split("\n")[line - flow.gutter.top].index("²")
        await pilot.click(flow, offset=(column + flow.gutter.left, line))
        assert lesson(app).place.citation == 2


async def test_one_citation_named_twice_has_one_number(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        prose = app.screen.query_one("#prose Flow", Flow).render().plain
        assert prose.count("³") == 2
        assert "³·¹." in prose


async def test_on_a_narrow_terminal_the_source_is_a_drawer(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=NARROW) as pilot:
        assert not drawer_is_open(app)
        await pilot.press("2")
        await pilot.pause()
        assert drawer_is_open(app)
        assert "▌She had kept the lamp" in screen_text(app)
        await pilot.press("escape")
        assert not drawer_is_open(app)
        shown(app, LessonScreen)
        await pilot.press("escape")
        shown(app, HomeScreen)


async def test_the_drawer_does_not_cover_the_number_that_opened_it(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("3")
        await pilot.pause()
        column, flow = app.screen.query_one("#prose", Column), app.screen.query_one("#prose Flow", Flow)
        line = flow.line_with("citation", 3)
        assert line is not None
        assert column.scroll_y <= line < column.scroll_y + column.size.height


async def test_the_pane_comes_back_beside_the_prose_when_there_is_room(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        prose, pane = app.screen.query_one("#prose"), app.screen.query_one(SourcePane)
        assert pane.region.x == prose.region.right
        assert 60 <= prose.query_one(Flow).content_size.width <= 72


async def test_o_opens_the_article_at_the_cited_sentence(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "o")
        await pilot.pause()
        shown(app, ArticleScreen)
        text = screen_text(app)
        assert "   2 ▌She had kept the lamp" in text
        assert "Written on the day after" in text
        assert "   ~  Photograph" in text
        await pilot.press("escape")
        assert lesson(app).place.citation == 2


async def test_a_citation_of_page_furniture_is_marked_in_the_article(desk: Desk) -> None:
    app = desk.app("last-winter")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "3")
        await pilot.pause()
        assert "courier, outside the article" in screen_text(app)
        await pilot.press("o")
        await pilot.pause()
        assert "~ ▌Photograph" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["first", "citation", "last"])
def test_a_lesson_looks_as_it_did(snap_compare: Snap, desk: Desk, state: str, look: str, size: tuple[int, int]) -> None:
    keys = {"first": (), "citation": ("3",), "last": ("right", "2")}[state]
    assert snap_compare(desk.app("last-winter", look=look), terminal_size=size, run_before=press(*keys))


@pytest.mark.parametrize("size", SIZES)
async def test_the_kind_of_a_source_is_never_cut(desk: Desk, size: tuple[int, int]) -> None:
    kind = "a summary written afterwards"
    sources = {slug: replace(s, header=replace(s.header, kind=kind)) for slug, s in desk.library.sources.items()}
    evidence = {c: replace(e, source=sources[e.source.slug]) for c, e in desk.library.evidence.items()}
    desk.library = replace(desk.library, sources=sources, evidence=evidence)
    app = desk.app("last-winter")
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert kind in screen_text(app)
        await pilot.press("o")
        await pilot.pause()
        assert kind in title_of(app)
        assert kind in screen_text(app).splitlines()[0]
