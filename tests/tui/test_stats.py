from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from quizapp.content.library import Library
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.item import all_items
from quizapp.quiz.stats import Tally, stats_of
from quizapp.quiz.stats_words import CALIBRATION
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.tui import routes
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.stats import Drawing, StatsScreen
from quizapp.tui.widgets.charts import bar, columns, heat_map
from tests.tui.conftest import LOOKS, NOW, SIZES, Desk, hostile, press, title_of
from tests.tui.learner import app_of, at, text_of, words_of
from tests.tui.nine import nine

Snap = Any


def about_the_glossary(library: Library) -> Library:
    """The course, two questions of which are about each entry of the glossary as long as there are any."""
    glossary = library.glossary
    ids = [entry.id for entry in glossary.entries] + [dispute.id for dispute in glossary.disputes]
    names = [(identity,) for identity in ids for _ in range(2)]
    lessons = []
    for lesson in library.lessons:
        questions = tuple(replace(question, about=names.pop(0) if names else ()) for question in lesson.questions)
        lessons.append(replace(lesson, questions=questions))
    return replace(library, lessons=tuple(lessons))


@pytest.fixture
def learned(desk: Desk) -> Desk:
    """Somebody who learned on and off for most of a year."""
    desk.library = about_the_glossary(desk.library)
    items = list(all_items(desk.library))
    log = []
    for day in range(300):
        for number in range(desk.chance.randrange(40) if desk.chance.random() < 0.5 else 0):
            when = desk.now - timedelta(days=day, minutes=number)
            item = desk.chance.choice(items[: 1 + day // 20])
            log.append(
                Attempt(id=uuid7(when, desk.chance), course=desk.library.course.id, item=item, at=when, sitting="s",
                        correct=desk.chance.random() < 0.8, sure=desk.chance.random() < 0.8)
            )  # fmt: skip
    desk.progress.add(map(row_of, log))
    return desk


async def opened(pilot: Pilot[object]) -> StatsScreen:
    """Stats, opened from Home."""
    await pilot.pause()
    await pilot.press("t")
    await pilot.pause()
    assert isinstance(pilot.app.screen, StatsScreen)
    return pilot.app.screen


async def test_before_any_answer_a_lesson_can_be_begun(desk: Desk) -> None:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert at(pilot, StatsScreen)
        assert "Nothing was answered yet." in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert at(pilot, LessonScreen)
        await pilot.press("escape")
        assert at(pilot, HomeScreen)


async def test_the_numbers_stand_under_the_pictures(desk: Desk) -> None:
    desk.learn("last-winter", 2)
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert title_of(app_of(pilot)) == "Stats"
        said = words_of(pilot)
        assert "2 answers on 1 day since 2025-02-24; 0 in the last 7 days, 0 today." in said
        assert "2 today, 0 tomorrow; 2 within 7 days, 2 within 31, 0 after that." in said
        assert "100 % right when sure" in said
        assert "Of 2 questions answered, " in said
        await pilot.press("enter")
        await pilot.pause()
        assert at(pilot, StatsScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_can_be_scrolled_to(learned: Desk, size: tuple[int, int]) -> None:
    async with learned.app().run_test(size=size) as pilot:
        await pilot.press("t")
        await pilot.pause()
        seen = text_of(pilot)
        for _ in range(9):
            await pilot.press("pagedown")
            await pilot.pause()
            seen += text_of(pilot)
        for words in ("Activity", "What comes due", CALIBRATION, "Memory", "sure and wrong", "likely remembered"):
            assert words in seen
        screen = pilot.app.screen
        assert all(widget.region.right <= size[0] for widget in screen.query("Picture"))


async def test_opened_again_it_is_shown_as_it_was_drawn_and_from_the_top(learned: Desk) -> None:
    app = learned.app()
    async with app.run_test(size=(60, 20)) as pilot:
        first = await opened(pilot)
        top = text_of(pilot)
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert text_of(pilot) != top
        await pilot.press("escape")
        assert await opened(pilot) is first
        assert text_of(pilot) == top
        await pilot.press("pagedown")
        await pilot.pause()
        assert text_of(pilot) != top


@pytest.mark.parametrize("change", ["an answer", "another's answer", "another course", "an hour", "another size"])
async def test_opened_again_it_is_drawn_anew_where_something_has_changed(learned: Desk, change: str) -> None:
    app = learned.app()
    async with app.run_test(size=(80, 24)) as pilot:
        first = await opened(pilot)
        assert first.stats is not None
        answers = first.stats.tally.answers
        await pilot.press("escape")
        given = replace(next(learned.progress.log()), id=uuid7(learned.now, learned.chance), at=learned.now)
        match change:
            case "an answer":
                learned.progress.record(given)
                answers += 1
            case "another's answer":
                with Progress.open(learned.progress.path) as another:
                    another.record(given)
                answers += 1
            case "another course":
                app.services.library = replace(learned.library, lessons=learned.library.lessons[1:])
            case "an hour":
                learned.now += timedelta(hours=1)
            case "another size":
                await pilot.resize_terminal(100, 24)
        again = await opened(pilot)
        assert again is not first
        assert again.stats is not None
        assert again.stats.tally.answers == answers
        await pilot.pause()
        assert not first.is_attached


async def test_from_the_palette_it_is_opened_above_itself_and_left_one_by_one(learned: Desk) -> None:
    app = learned.app()
    async with app.run_test(size=(80, 24)) as pilot:
        first = await opened(pilot)
        routes.open_stats(first)
        await pilot.pause()
        assert at(pilot, StatsScreen)
        assert app.screen is not first
        await pilot.press("escape")
        assert app.screen is first
        await pilot.press("escape")
        assert at(pilot, HomeScreen)
        assert await opened(pilot) is first


async def test_names_are_shown_as_they_are_and_nothing_else(learned: Desk) -> None:
    text = "\x1b[31m[red]\u202e"
    library = hostile(learned.library, text)
    glossary = replace(
        library.glossary,
        entries=tuple(replace(entry, name=text) for entry in library.glossary.entries),
        disputes=tuple(replace(dispute, question=text) for dispute in library.glossary.disputes),
    )
    learned.library = replace(library, glossary=glossary)
    async with learned.app().run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert at(pilot, StatsScreen)
        assert "\\u{1b}[31m[red]\\u{202e}" in text_of(pilot)
        assert not {"\x1b", "\u202e"} & set(text_of(pilot))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_it_looks_as_it_did(snap_compare: Snap, learned: Desk, look: str, size: tuple[int, int]) -> None:
    assert snap_compare(learned.app(look=look), terminal_size=size, run_before=press("t"))


@pytest.mark.parametrize("size", SIZES[:2])
async def test_further_down_it_looks_as_it_did(same_looks: Any, learned: Desk, size: tuple[int, int]) -> None:
    await same_looks(learned.app(), size, press("t", "end"))


@pytest.mark.parametrize("size", SIZES)
async def test_empty_it_looks_as_it_did(same_looks: Any, desk: Desk, size: tuple[int, int]) -> None:
    await same_looks(desk.app(), size, press("t"))


@pytest.mark.parametrize("width", [40, 54, 116])
def test_large_numbers_stand_clear_of_their_bars(width: int) -> None:
    tally = Tally(1_000_000, 719_589, 180_737, 79_792, 19_882)
    stats = stats_of(nine(), {}, {}, tally, now=NOW, zone=UTC)
    _, *rows = Drawing(stats).calibration(width)
    for row, number in zip(rows, ("180,737", "19,882", "79,792", "719,589"), strict=False):
        assert row.cell_length == width
        assert row.plain.endswith(f"  {number}")
    assert "of 1,000,000 answers" in " ".join(row.plain for row in rows)


def test_a_day_stands_in_the_row_of_its_weekday_and_the_last_column_is_this_week() -> None:
    days = [0] * 366
    days[-1], days[0], days[7 * 50 + 2] = 30, 1, 5
    lines = [line.plain for line in heat_map(days, date(2025, 2, 24), 80)]
    assert lines[0].split() == "Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb".split()
    assert lines[1] == "Mon ░" + "·" * 52
    assert lines[2] == "    " + "·" * 52 + "█"
    assert lines[3] == "Wed " + "·" * 50 + "▒" + "·"
    assert {len(line) for line in lines[3:]} == {4 + 52}


@pytest.mark.parametrize("width", range(1, 130, 7))
def test_pictures_keep_to_their_width(width: int) -> None:
    days = [day % 40 for day in range(366)]
    for line in (*heat_map(days, date(2025, 2, 24), width), *columns(days[:31], width)):
        assert line.cell_length <= max(width, 5)


def test_the_latest_weeks_are_kept_where_there_is_no_room_for_all() -> None:
    days = [0] * 365 + [30]
    assert [line.plain[-1] for line in heat_map(days, date(2025, 2, 24), 14)][2] == "█"


def test_columns_are_as_high_as_their_share_and_never_bare_where_there_is_something() -> None:
    lines = [line.plain for line in columns([8, 4, 0, 1], 4, height=2)]
    assert lines[:3] == ["█   ", "██ ▂", "────"]
    assert not any(line.plain.strip() for line in list(columns([0] * 31, 62))[:4])


@pytest.mark.parametrize(("share", "cells"), [(0, 0), (0.001, 1), (0.5, 5), (0.999, 9), (1, 10)])
def test_a_bar_is_full_only_when_it_is_all(share: float, cells: int) -> None:
    assert bar(share, 10).plain == "━" * cells + "─" * (10 - cells)
