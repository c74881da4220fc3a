from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from quizapp.quiz import session as sessions
from quizapp.quiz.session import Session
from quizapp.store.progress import Progress
from tests.tui.conftest import LOOKS, SIZES, Desk
from tests.tui.learner import Hand, answer, ask, text_of, type_in, wrong_response
from tests.tui.nine import TYPES, nine, sitting

Snap = Any


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TYPES)
async def test_nothing_jumps_when_the_feedback_comes(nines: Desk, name: str, size: tuple[int, int]) -> None:
    async with nines.app().run_test(size=size) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        task = sessions.task(screen.session, nines.library)
        await type_in(pilot, task, wrong_response(task))
        places = [widget.region for widget in screen.query("#question, #prompt, #after")]
        await pilot.press("enter")
        await pilot.pause()
        assert screen.session.answered
        assert [widget.region for widget in screen.query("#question, #prompt, #after")] == places


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TYPES)
async def test_the_whole_prompt_can_be_read(nines: Desk, name: str, size: tuple[int, int]) -> None:
    async with nines.app().run_test(size=size) as pilot:
        screen = await ask(pilot, sitting(nines.library, name))
        entry = screen.session.current
        assert entry is not None
        place = screen.query_one("#prompt").region
        lines = text_of(pilot).splitlines()[place.y : place.bottom]
        assert " ".join(entry.item.prompt.split()) in " ".join(" ".join(line[: place.right] for line in lines).split())


def looks(state: str, session: Session) -> Callable[[Hand], Awaitable[None]]:
    async def run(pilot: Hand) -> None:
        await ask(pilot, session)
        if state != "before":
            await answer(pilot, right=state == "right")

    return run


@pytest.mark.parametrize("state", ["before", "right", "wrong"])
@pytest.mark.parametrize("name", TYPES)
def test_each_type_looks_as_it_did(snap_compare: Snap, nines: Desk, name: str, state: str) -> None:
    session = sitting(nines.library, name)
    assert snap_compare(nines.app(), terminal_size=(80, 24), run_before=looks(state, session))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["choice", "cloze", "match", "evidence"])
def test_it_looks_as_it_did_at_each_size(
    snap_compare: Snap, nines: Desk, name: str, look: str, size: tuple[int, int]
) -> None:
    session = sitting(nines.library, name)
    assert snap_compare(nines.app(look=look), terminal_size=size, run_before=looks("wrong", session))
