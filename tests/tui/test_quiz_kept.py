"""What of a quiz is on disk, and when."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from quizapp.errors import QuizappError
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.kept import restore
from quizapp.quiz.session import Session
from quizapp.store.progress import Progress
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.widgets.feedback import FeedbackView
from tests.tui.conftest import NOW, Desk, title_of
from tests.tui.learner import answer, app_of, ask, log, text_of, type_in, words_of, wrong_response
from tests.tui.nine import TYPES, nine, sitting


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


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


def left(desk: Desk) -> Session:
    """The sitting that was left open."""
    state = desk.progress.open_sitting(desk.library.course.id)
    assert state is not None
    session = restore(state, desk.library, log(desk), now=NOW)
    assert session is not None
    return session


@pytest.mark.parametrize("name", TYPES)
async def test_what_was_chosen_or_typed_is_there_when_the_quiz_goes_on(nines: Desk, name: str) -> None:
    async with nines.app().run_test(size=(80, 40)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        task = sessions.task(screen.session, nines.library)
        await type_in(pilot, task, wrong_response(task))
        await pilot.pause()
    assert left(nines).draft == wrong_response(task)
    assert log(nines) == []
    async with nines.app().run_test(size=(80, 40)) as pilot:
        await ask(pilot, left(nines))
        await pilot.press("enter")
        await pilot.pause()
    assert [attempt.response for attempt in log(nines)] == [wrong_response(task)]


async def test_what_is_typed_is_kept_while_the_learner_thinks(nines: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.tui.screens.quiz.DRAFT_EVERY", 0.001)
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "short"))
        await pilot.press("l", "a")
        while not screen.session.draft:
            await pilot.pause()
        assert left(nines).draft == ("la",)


async def test_a_sitting_that_is_over_stays_over(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "short"))
        await pilot.press("l")
        nines.progress.close_sitting(screen.session.sitting)
    assert nines.progress.open_sitting(nines.library.course.id) is None


async def test_a_wrong_item_comes_back_once(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await answer(pilot, right=False)
        assert "This question comes back once before the end." in words_of(pilot)
        assert title_of(app_of(pilot)).startswith("Question 1 of 2, and 1 again ")
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


async def test_a_doubt_can_be_taken_back_and_ends_with_its_question(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await pilot.press("n", "n")
        await answer(pilot)
        await pilot.press("enter", "n", "k")
        await pilot.pause()
    assert [attempt.sure for attempt in log(nines)] == [True]


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


@pytest.mark.parametrize("answered", [True, False])
async def test_a_flag_of_an_earlier_sitting_is_said_and_taken_back(nines: Desk, *, answered: bool) -> None:
    for flagged, kinds in ((False, ["flag"]), (True, ["flag", "undo"]), (False, ["flag", "flag", "undo"])):
        async with nines.app().run_test(size=(80, 24)) as pilot:
            await ask(pilot, sitting(nines.library, "choice", "boolean"))
            if answered:
                await answer(pilot)
            assert ("flagged" in title_of(app_of(pilot))) is flagged
            await pilot.press("f")
            await pilot.pause()
            assert ("flagged" in title_of(app_of(pilot))) is not flagged
            await pilot.press(*(["enter"] if answered else ["k"]))
            await pilot.pause()
            assert "flagged" not in title_of(app_of(pilot)), "nobody flagged this one"
        assert sorted(attempt.kind for attempt in log(nines) if attempt.kind != "answer") == kinds


async def test_a_quiz_that_was_only_looked_at_is_not_offered(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        for keys, offered in (((), False), (("n",), False), (("h",), True)):
            await ask(pilot, sitting(nines.library, "choice", "boolean"))
            await pilot.press(*keys, "escape")
            await pilot.pause()
            assert ("· question 1 of 2" in text_of(pilot)) is offered


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
        assert title_of(app_of(pilot)).startswith(f"Question 2 of 9{', and 1 again' if answered else ' ·'}")
        assert ("✗ Partly right" in text_of(pilot)) is answered
        assert ("✗ wrong" in text_of(pilot)) is answered
