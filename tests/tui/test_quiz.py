"""The quiz on its screen; long, since every key and every trouble of it plays on the same nine questions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from quizapp.content.question import Choice
from quizapp.diagnostics import QuizappError
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.item import Item
from quizapp.store.progress import Progress
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.widgets.feedback import FeedbackView
from quizapp.tui.widgets.fill import FillControl
from tests.tui.conftest import Desk, title_of
from tests.tui.learner import answer, app_of, ask, click_on, log, text_of, words_of
from tests.tui.nine import TYPES, nine, sitting

PARTLY = ("select", "order")


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("right", [True, False])
async def test_each_type_is_answered_by_keyboard(nines: Desk, name: str, *, right: bool) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        await answer(pilot, right=right)
        shown = text_of(pilot)
        assert ("✓ Right." if right else "✗ Not right." if name not in PARTLY else "✗ Partly right") in shown
        assert "▌" in shown
        assert screen.session.answered
        (attempt,) = log(nines)
        assert attempt.correct is right
        assert attempt.item == f"all-nine/{name}"
        assert attempt.sure


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("choice", ("That it needs nobody", "That it needs nobody")),
        ("select", ("Its rooms are to be let", "Forty letters came", "enter submit")),
        ("boolean", ("False", "enter submit")),
        ("match", ("  Courier", "  Logbook", "enter submit")),
        ("order", ("The wind", "1  ", "enter submit")),
        ("evidence", ("Ada Brandt, the last", "enter submit")),
    ],
)
async def test_each_type_is_answered_by_mouse(nines: Desk, name: str, places: tuple[str, ...]) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        for place in places:
            await click_on(pilot, place)
            await pilot.pause()
        assert screen.session.answered
        await click_on(pilot, "enter next")
        await pilot.pause()
        assert screen.session.at == 1


class Failing(Progress):
    """A file that takes no answer."""

    full = True

    def record(self, attempt: Attempt, state: Mapping[str, Any] | None = None) -> None:
        if self.full:
            raise QuizappError("The disk is full.", "Free some space, then press enter again.")
        super().record(attempt, state)


@pytest.mark.parametrize("name", TYPES)
async def test_no_verdict_is_shown_that_is_not_on_disk(nines: Desk, name: str) -> None:
    failing = Failing.open(nines.progress.path)
    async with replace(nines, progress=failing).app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        await answer(pilot)
        shown = text_of(pilot)
        assert "Not saved. The disk is full. Free some space, then press enter again." in " ".join(shown.split())
        assert "Right." not in shown
        assert "✓" not in shown
        assert not screen.session.answered
        failing.full = False
        await pilot.press("enter")
        await pilot.pause()
        assert "✓ Right." in text_of(pilot)
        assert len(log(nines)) == 1
    failing.close()


async def test_the_answer_is_on_disk_while_the_screen_still_says_nothing(nines: Desk) -> None:
    seen: list[tuple[str, int]] = []

    class Watching(Progress):
        def record(self, attempt: Attempt, state: Mapping[str, Any] | None = None) -> None:
            super().record(attempt, state)
            view = pilot.app.screen.query_one(FeedbackView)
            seen.append(("".join(block.content.plain for block in view.blocks), len(log(nines))))

    watching = Watching.open(nines.progress.path)
    async with replace(nines, progress=watching).app().run_test() as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await answer(pilot)
    watching.close()
    assert seen == [("", 1)]


async def test_the_same_widgets_ask_every_question(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library))
        await pilot.press("enter")
        widgets = set(screen.query("#question, #prompt, #after, .control, FeedbackView"))
        for _ in TYPES:
            assert set(screen.query("#question, #prompt, #after, .control, FeedbackView")) == widgets
            await answer(pilot)
            await pilot.press("enter")
            await pilot.pause()
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_a_wrong_item_comes_back_once(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await answer(pilot, right=False)
        assert "It comes back once before the end." in words_of(pilot)
        assert title_of(app_of(pilot)).startswith("Question 1 of 3")
        await pilot.press("enter")
        await answer(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "once more" in title_of(app_of(pilot))
        assert screen.session.at == 2
        await answer(pilot, right=False)
        assert screen.session.total == 3
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert sorted(attempt.counts for attempt in log(nines)) == [False, True, True]


async def test_letters_and_function_keys_do_the_same(nines: Desk) -> None:
    for hint, unsure, name in (("h", "n", "choice"), ("f2", "f3", "choice"), ("f2", "f3", "short")):
        async with nines.app().run_test(size=(80, 24)) as pilot:
            await ask(pilot, sitting(nines.library, name))
            await pilot.press(hint, unsure)
            assert "Hint" in text_of(pilot)
            assert "with a hint · not sure" in title_of(app_of(pilot))
            await answer(pilot)
        assert [(attempt.hints, attempt.sure) for attempt in log(nines)][-1] == (1, False)


async def test_a_doubt_can_be_taken_back_and_ends_with_its_question(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await pilot.press("n", "n")
        await answer(pilot)
        await pilot.press("enter", "n", "k")
        await pilot.pause()
    assert [attempt.sure for attempt in log(nines)] == [True]


async def test_letters_are_typed_where_something_is_typed(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "short"))
        await pilot.press("n", "h", "k", "u", "f", "o", "question_mark", "slash", "1")
        assert "nhkufo?/1" in text_of(pilot)
        assert screen.session.at == 0
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize("key", ["k", "f4"])
async def test_a_skipped_question_is_recorded_nowhere(nines: Desk, key: str) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await pilot.press(key)
        await pilot.pause()
        assert screen.session.at == 1
        assert screen.session.entries[0].skipped
    assert log(nines) == []


@pytest.mark.parametrize("key", ["u", "f5"])
async def test_undo_asks_again_and_keeps_both_records(nines: Desk, key: str) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await pilot.press(key)
        assert log(nines) == []
        await answer(pilot, right=False)
        await pilot.press(key)
        await pilot.pause()
        assert not screen.session.answered
        assert screen.session.total == 2
        assert "Not right" not in text_of(pilot)
        await answer(pilot)
        await pilot.press("enter", key)
        await pilot.pause()
        assert screen.session.at == 0
    attempts = log(nines)
    assert sorted(attempt.kind for attempt in attempts) == ["answer", "answer", "undo", "undo"]
    assert {attempt.id for attempt in attempts if attempt.kind == "answer"} == {
        attempt.target for attempt in attempts if attempt.kind == "undo"
    }


@pytest.mark.parametrize("name", ["choice", "short"])
async def test_a_flag_is_recorded_and_said(nines: Desk, name: str) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name))
        await pilot.press("f6")
        await pilot.pause()
        assert "flagged" in title_of(app_of(pilot))
    assert [attempt.kind for attempt in log(nines)] == ["flag"]


async def test_the_source_is_closed_until_the_answer(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await pilot.press("o")
        assert isinstance(pilot.app.screen, QuizScreen)
        assert "the new lamp needs nobody" not in text_of(pilot)
        await answer(pilot)
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticleScreen)
        await pilot.press("escape")
        assert "✓ Right." in text_of(pilot)


async def test_enter_alone_answers_nothing(nines: Desk) -> None:
    for name in TYPES:
        async with nines.app().run_test(size=(80, 24)) as pilot:
            screen = await ask(pilot, sitting(nines.library, name))
            await pilot.press("enter", "enter")
            await pilot.pause()
            assert screen.session.at == 0
            assert not screen.session.answered
    assert log(nines) == []


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("choice", "down", "Nothing is chosen yet"),
        ("select", "space", "Nothing is marked yet"),
        ("short", "x", "Nothing is typed yet"),
        ("order", "space", "Nothing is moved yet"),
    ],
)
async def test_what_was_refused_is_said_until_the_next_key(nines: Desk, name: str, key: str, words: str) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name))
        for _ in range(2):
            await pilot.press("enter")
            await pilot.pause()
            assert words in words_of(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert words not in words_of(pilot)


async def test_what_was_refused_is_said_until_the_next_click(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "select"))
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is marked yet" in words_of(pilot)
        await click_on(pilot, "Forty letters came")
        await pilot.pause()
        assert "Nothing is marked yet" not in words_of(pilot)


@pytest.mark.parametrize("answered", [True, False])
async def test_a_quiz_that_was_left_goes_on_at_the_same_question(nines: Desk, *, answered: bool) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library))
        await answer(pilot)
        await pilot.press("enter", "h")
        if answered:
            await answer(pilot, right=False)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert title_of(app_of(pilot)).startswith(f"Question 2 of {10 if answered else 9}")
        assert ("✗ Partly right" in text_of(pilot)) is answered
        assert ("✗ wrong" in text_of(pilot)) is answered


async def test_what_an_author_wrote_is_no_markup(nines: Desk) -> None:
    session = sitting(nines.library, "choice")
    text = "[Putin] [/x] [click=app.quit]\x1b[31m"
    item = session.entries[0].item
    lesson = replace(item.lesson, title=text)
    assert isinstance(item.question, Choice)
    question = replace(item.question, prompt=text, explain=f"{text} *so*", hint=text)
    hostile = replace(session, entries=(replace(session.entries[0], item=Item(item.course, lesson, question)),))
    shown = r"[Putin] [/x] [click=app.quit]\u{1b}[31m"
    async with nines.app().run_test(size=(120, 40)) as pilot:
        await ask(pilot, hostile)
        await pilot.press("h")
        await pilot.pause()
        assert text_of(pilot).count(shown) == 3
        await answer(pilot)
        assert text_of(pilot).count(shown) == 3


LONG_CLOZE = (
    'text = "The pilots came at {{dusk}} and asked for the {{old|former}} lamp."',
    'text = "the last keeper of the light, walked down to the harbour {{on Friday}}."',
)
"""A sentence that fits the screen only where no cell is kept for a scrollbar."""
ITS_CITE = ('cite = ["pilots"]', 'cite = ["last-keeper"]')
LONG_MATCH = (
    'pairs = [\n  { left = "The new lamp needs nobody",',
    """pairs = [
  { left = "The rooms under the lamp are to be let to whoever comes first", right = "Courier", cite = ["let"] },
  { left = "Nobody has asked the pilots what they think of all this", right = "Courier", cite = ["not-asked"] },
  { left = "The new lamp needs nobody",""",
)
"""Lefts that leave their rights no room beside them."""
LONG_RIGHT = ('extra = ["Neither of them"]', 'extra = ["Neither of them, or another", "Both of them", "A third one"]')


def with_text(desk: Desk, *changes: tuple[str, str]) -> Desk:
    """The nine types with something else in their lesson."""
    return replace(desk, library=nine(*changes))


async def test_every_line_of_a_cloze_is_shown(nines: Desk) -> None:
    desk = with_text(nines, LONG_CLOZE, ITS_CITE)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(desk.library, "cloze"))
        question = screen.query_one("#question")
        sentence = screen.query_one(FillControl)
        for answered in (False, True):
            if answered:
                await answer(pilot, right=False)
            assert sentence.region.height > 1
            assert sentence.region.bottom <= question.region.bottom
            assert not question.show_vertical_scrollbar


async def test_all_choices_of_a_match_are_shown(nines: Desk) -> None:
    desk = with_text(nines, LONG_MATCH, LONG_RIGHT)
    async with desk.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(desk.library, "match"))
        assert all(f"  {number}  " in text_of(pilot) for number in range(1, 6))
        place = screen.query_one("#after").region
        await answer(pilot)
        assert "✓ Right." in text_of(pilot)
        assert screen.query_one("#after").region == place


async def test_where_a_match_is_too_high_its_choices_stay_with_the_left(nines: Desk) -> None:
    desk = with_text(nines, LONG_MATCH, LONG_RIGHT)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        await ask(pilot, sitting(desk.library, "match"))
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            assert "▸ " in text_of(pilot)
            assert all(f"  {number}  " in text_of(pilot) for number in range(1, 6))
