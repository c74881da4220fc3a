"""What is typed faster than screens open and questions change."""

from collections.abc import Callable

import pytest
from textual import events

from quizapp.store.progress import Progress
from quizapp.tui.screens.quiz import QuizScreen
from tests.tui.conftest import Desk
from tests.tui.learner import Hand, ask, at, log, quiz, text_of
from tests.tui.nine import nine, sitting

LOOKS = 500


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


async def type_at_once(pilot: Hand, *typed: str | events.Paste, until: Callable[[], bool]) -> None:
    """Hand all keys over before the first is dealt with, and wait for what they lead to."""
    for one in typed:
        key = events.Key(one, one if len(one) == 1 else None) if isinstance(one, str) else one
        pilot.app.post_message(key)
    for _ in range(LOOKS):
        await pilot.pause()
        if until():
            return
    raise AssertionError(f"{typed} led to {pilot.app.screen}")


async def test_keys_reach_what_the_keys_before_them_opened(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await type_at_once(pilot, "enter", "g", "escape", "enter", "2", until=lambda: at(pilot, QuizScreen))
        await type_at_once(pilot, "enter", "enter", until=lambda: quiz(pilot).session.at == 1)
        assert len(log(nines)) == 1


async def test_each_answer_reaches_its_question_and_none_is_given_twice(nines: Desk) -> None:
    given = {"short": ("Ada",), "number": ("26",), "cloze": ("dawn", "new")}
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, *given))
        await type_at_once(pilot, *"Ada", "enter", "enter", *"26", "enter", "enter", *"dawn", "enter", *"new", "enter",
                           until=lambda: len(log(nines)) == len(given))  # fmt: skip
        assert {one.item.partition("/")[2]: one.response for one in log(nines)} == given


async def test_what_is_pasted_lands_where_the_key_before_it_led(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        pasted = events.Paste("lamp")
        await type_at_once(pilot, "slash", *"old ", pasted, until=lambda: "old lamp" in text_of(pilot))
