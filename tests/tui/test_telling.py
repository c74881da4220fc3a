"""What is said of an answer is worked out before it is given, and nobody can tell."""

import re
from typing import Any
from unittest.mock import Mock

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate

from quizapp.quiz import feedback as feedbacks
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.tui import telling
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.telling import Telling
from quizapp.tui.widgets.control import Submitted
from quizapp.tui.widgets.feedback import FeedbackView
from tests.tui.conftest import Desk, right_response
from tests.tui.learner import Hand, app_of, ask, quiz, text_of, type_in, wrong_response
from tests.tui.nine import TYPES, nine, sitting

MEANWHILE = [("nothing", name) for name in TYPES] + [
    (change, name) for change in ("resize", "theme") for name in ("choice", "match", "short")
]


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


async def choose(pilot: Hand, *, right: bool) -> None:
    """Choose or type an answer, and look at it."""
    task = sessions.task(quiz(pilot).session, app_of(pilot).services.library)
    await type_in(pilot, task, right_response(task) if right else wrong_response(task))
    await pilot.pause()


def painted(pilot: Hand) -> list[list[Segment]]:
    """The screen, to the last colour."""
    return [list(strip.simplify().discard_meta()) for strip in app_of(pilot).screen._compositor.render_strips()]


async def _answered(desk: Desk, name: str, meanwhile: str, *, right: bool) -> list[list[Segment]]:
    async with desk.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(desk.library, name, "boolean"))
        await choose(pilot, right=right)
        if meanwhile == "resize":
            await pilot.resize_terminal(120, 40)
        if meanwhile == "theme":
            app_of(pilot).theme = "quizapp-light"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert quiz(pilot).session.answered
        return painted(pilot)


@pytest.mark.parametrize(("meanwhile", "name"), MEANWHILE)
@pytest.mark.parametrize("right", [True, False])
async def test_it_looks_as_if_it_had_been_worked_out_only_then(
    monkeypatch: pytest.MonkeyPatch, nines: Desk, meanwhile: str, name: str, *, right: bool
) -> None:
    ahead = await _answered(nines, name, meanwhile, right=right)
    monkeypatch.setattr(Telling, "prepare", Mock())
    nines.progress.erase(None, list)
    assert ahead == await _answered(nines, name, meanwhile, right=right)


@pytest.mark.parametrize("name", TYPES)
async def test_it_is_worked_out_once_before_the_answer_and_shown_with_it(
    monkeypatch: pytest.MonkeyPatch, nines: Desk, name: str
) -> None:
    work = Mock(side_effect=feedbacks.feedback)
    monkeypatch.setattr(telling, "feedback", work)
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        await choose(pilot, right=True)
        before = work.call_count
        assert before
        view = screen.query_one(FeedbackView)
        assert not view.blocks
        assert not view.outer_size.height
        assert "Right" not in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert view.blocks
        assert "✓ Right." in text_of(pilot)
        assert work.call_count == before


async def test_who_thinks_again_is_told_of_the_last_choice(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await choose(pilot, right=False)
        await choose(pilot, right=True)
        await pilot.press("enter")
        await pilot.pause()
        assert "✓ Right." in text_of(pilot)
        assert "✗" not in text_of(pilot)


async def test_an_answer_that_was_taken_back_is_told_of_again(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice", "boolean"))
        await choose(pilot, right=False)
        await pilot.press("enter")
        await pilot.pause()
        told = text_of(pilot)
        await pilot.press("u")
        await pilot.pause()
        assert "✗" not in text_of(pilot)
        await choose(pilot, right=False)
        await pilot.press("enter")
        await pilot.pause()
        assert text_of(pilot) == told


@pytest.mark.parametrize("name", TYPES)
async def test_the_verdict_the_marks_the_title_and_the_keys_come_in_one_frame(
    monkeypatch: pytest.MonkeyPatch, nines: Desk, name: str
) -> None:
    frames: list[str] = []
    whole = 0
    display = QuizApp._display

    def shown(app: QuizApp, screen: Any, update: Any) -> None:
        nonlocal whole
        whole += isinstance(update, LayoutUpdate)
        if isinstance(update, ChopsUpdate | LayoutUpdate):
            frames.append(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", update.render_segments(app.console)))
        display(app, screen, update)

    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name, "boolean"))
        await choose(pilot, right=True)
        monkeypatch.setattr(QuizApp, "_display", shown)
        await pilot.press("enter")
        await pilot.pause()
    first = next(frame for frame in frames if "Right." in frame)
    assert "enter next" in first
    assert "━" in first
    assert first.count("✓") > 1
    assert not whole, "that the keys go elsewhere is no reason to paint all of the screen anew"


@pytest.mark.parametrize("name", TYPES)
async def test_what_is_on_disk_is_painted_before_anything_else_is_done(
    monkeypatch: pytest.MonkeyPatch, nines: Desk, name: str
) -> None:
    done: list[str] = []
    record, display, submitted = Progress.record, QuizApp._display, QuizScreen.on_submitted

    def recorded(progress: Progress, attempt: Attempt, state: Any) -> None:
        record(progress, attempt, state)
        done.append("on disk")

    def shown(app: QuizApp, screen: Any, update: Any) -> None:
        if isinstance(update, ChopsUpdate | LayoutUpdate) and "Right." in update.render_segments(app.console):
            done.append("painted")
        display(app, screen, update)

    def answered(screen: QuizScreen, message: Submitted) -> None:
        submitted(screen, message)
        done.append("answered")

    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, name, "boolean"))
        await choose(pilot, right=True)
        monkeypatch.setattr(Progress, "record", recorded)
        monkeypatch.setattr(QuizApp, "_display", shown)
        monkeypatch.setattr(QuizScreen, "on_submitted", answered)
        await pilot.press("enter")
        await pilot.pause()
    assert done[:3] == ["on disk", "painted", "answered"]
