from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quizapp.store.progress import Progress
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.widgets.result_list import ResultList
from tests.tui.conftest import LOOKS, SIZES, Desk, title_of
from tests.tui.learner import Hand, answer, app_of, ask, click_on, log, quiz, text_of, words_of
from tests.tui.nine import nine, sitting

Snap = Any
WIDE = (120, 40)


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


async def finish(pilot: Hand, *, wrong: tuple[str, ...] = (), skipped: tuple[str, ...] = ()) -> ResultsScreen:
    """Answer the present session to its end; what comes back is answered right."""
    while isinstance(pilot.app.screen, QuizScreen):
        entry = quiz(pilot).session.current
        assert entry is not None
        if entry.item.question.id in skipped:
            await pilot.press("f4")
        else:
            await answer(pilot, right=entry.again or entry.item.question.id not in wrong)
            await pilot.press("enter")
        await pilot.pause()
    assert isinstance(pilot.app.screen, ResultsScreen)
    return pilot.app.screen


async def test_the_score_is_told_in_words(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean", "number"))
        await finish(pilot, wrong=("boolean",), skipped=("number",))
        assert "1 of 3 right at the first answer, 1 more the second time, 1 skipped." in words_of(pilot)
        assert "Back for review: 1 within a day, 1 in " in words_of(pilot)
        assert "Next lesson: The last winter of the light" in words_of(pilot)


@pytest.mark.parametrize(
    ("learned", "words"),
    [(2, "All lessons of the course are done."), (1, "Next lesson: Two accounts of one evening")],
)
async def test_after_the_last_lesson_what_was_left_out_comes_next_else_all_is_done(
    desk: Desk, learned: int, words: str
) -> None:
    *before, last = desk.library.lessons
    for lesson in before[:learned]:
        desk.learn(lesson.slug, len(lesson.questions))
    async with desk.app(last.slug).run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press(*["enter"] * len(last.sections))
        await finish(pilot)
        assert words in words_of(pilot)
        assert ("next lesson" in text_of(pilot)) == (learned < len(before))


async def test_after_a_review_the_next_lesson_is_the_first_that_is_not_done(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean", kind="review"))
        await finish(pilot, wrong=("boolean",))
        assert "Next lesson: All nine" in words_of(pilot)
        await pilot.press("r")
        await pilot.pause()
        await finish(pilot)
        assert "Next lesson: All nine" in words_of(pilot)


async def test_a_retry_that_was_left_is_offered_as_one(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await finish(pilot, wrong=("choice", "boolean"))
        await pilot.press("r")
        await pilot.pause()
        await answer(pilot)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "You left the retry of what was missed" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith("Question 2 of 2 · retry")


async def test_each_question_has_its_mark_and_its_evidence(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean", "number"))
        await finish(pilot, wrong=("boolean",), skipped=("number",))
        lines = text_of(pilot)
        assert lines.index("✓ right") < lines.index("✗ wrong") < lines.index("– skipped")
        assert "courier:3" in lines
        assert "the second time" in lines
        assert "▸ 2" in lines
        assert "You answered: True" in lines
        assert "The answer: False" in lines
        assert "▌ Nobody has asked the pilots." in lines
        await pilot.press("down")
        await pilot.pause()
        assert "Skipped. The answer: 26 years" in text_of(pilot)
        await pilot.press("up", "up")
        await pilot.pause()
        assert "✓ Right." in text_of(pilot)


async def test_above_its_card_each_question_has_one_line_and_the_card_has_it_whole(nines: Desk) -> None:
    whole = "What does the Courier say will become of the tower, or has come of it?"
    async with nines.app().run_test(size=(60, 20)) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "select", "boolean", "short", "number"))
        await finish(pilot, wrong=("select",))
        lines = [line for line in text_of(pilot).splitlines() if line.endswith(("✓ right", "✗ wrong"))]
        assert [line.split()[0] for line in lines] == ["1", "▸", "3", "4", "5"]
        assert f"{whole} right the second time" in words_of(pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        beside = " ".join(" ".join(line.partition("│")[0] for line in text_of(pilot).splitlines()).split())
        assert whole in beside.replace(" ✗ wrong", "")
        assert "courier:6-7 · right the second time" in beside
        assert words_of(pilot).count("the second time") == 2, "the score's, and that of the list"


def shown(pilot: Pilot[object]) -> type:
    """The class of the screen on top."""
    return type(pilot.app.screen)


async def test_all_of_an_answer_can_be_read_without_a_mouse(nines: Desk) -> None:
    async with nines.app().run_test(size=(60, 20)) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "match", "order"))
        screen = await finish(pilot, wrong=("match",))
        results = screen.query_one(ResultList)
        assert "logbook, sentence 4 · diary" not in text_of(pilot)
        for _ in range(6):
            await pilot.press("pagedown")
            await pilot.pause()
        assert "logbook, sentence 4 · diary" in text_of(pilot)
        assert results.cursor == 1, "the list stays where it is"
        await pilot.press("pageup", "end")
        assert results.cursor == 2
        await pilot.press("home")
        assert results.cursor == 0


async def test_enter_or_a_second_click_opens_the_article(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "match"))
        await finish(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert shown(pilot) is ArticleScreen
        await pilot.press("escape")
        for _ in range(2):
            assert shown(pilot) is ResultsScreen
            await click_on(pilot, "Which account says it?")
            await pilot.pause()
        assert shown(pilot) is ArticleScreen


async def test_the_missed_are_asked_again(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean", "number"))
        await finish(pilot, wrong=("boolean",), skipped=("number",))
        await pilot.press("r")
        await pilot.pause()
        assert [entry.item.question.id for entry in quiz(pilot).session.entries] == ["boolean", "number"]
        assert quiz(pilot).session.kind == "retry"
        await finish(pilot)
        assert "2 of 2 right" in words_of(pilot)
        assert "retry" not in text_of(pilot)
        await pilot.press("r")
        assert isinstance(pilot.app.screen, ResultsScreen)
    assert len({attempt.sitting for attempt in log(nines)}) == 2


async def test_the_sitting_is_over(nines: Desk) -> None:
    async with nines.app().run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        assert nines.progress.open_sitting(nines.library.course.id) is not None
        await finish(pilot)
        assert nines.progress.open_sitting(nines.library.course.id) is None


@pytest.mark.parametrize(("key", "screen"), [("escape", HomeScreen), ("n", LessonScreen)])
async def test_the_ways_on(nines: Desk, key: str, screen: type[HomeScreen | LessonScreen]) -> None:
    async with nines.app("all-nine").run_test(size=WIDE) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await finish(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, screen)
        assert len(pilot.app.screen_stack) == (1 if screen is HomeScreen else 2)
        if screen is LessonScreen:
            assert "The last winter" in title_of(app_of(pilot))


def finished(*, wrong: tuple[str, ...], skipped: tuple[str, ...], desk: Desk) -> Callable[[Hand], Awaitable[None]]:
    async def run(pilot: Hand) -> None:
        await ask(pilot, sitting(desk.library))
        await finish(pilot, wrong=wrong, skipped=skipped)

    return run


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
def test_it_looks_as_it_did(snap_compare: Snap, nines: Desk, look: str, size: tuple[int, int]) -> None:
    run = finished(wrong=("select", "order"), skipped=("cloze",), desk=nines)
    assert snap_compare(nines.app(look=look), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_mistake_it_looks_as_it_did(same_looks: Any, nines: Desk, size: tuple[int, int]) -> None:
    await same_looks(nines.app(), size, finished(wrong=(), skipped=(), desk=nines))
