from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from quizapp.errors import QuizappError
from quizapp.quiz import session as sessions
from quizapp.quiz.outline import SessionKind
from quizapp.quiz.session import Session
from quizapp.quiz.task import Arrange, Pick
from quizapp.store.progress import Progress
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.fill import FillControl
from tests.tui.conftest import SIZES, Desk
from tests.tui.learner import Hand, answer, ask, text_of, type_in, wrong_response
from tests.tui.nine import TYPES, nine, sitting

Looks = Any


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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["before", "right", "wrong"])
@pytest.mark.parametrize("name", TYPES)
async def test_each_type_looks_as_it_did(
    same_looks: Looks, nines: Desk, name: str, state: str, size: tuple[int, int]
) -> None:
    await same_looks(nines.app(), size, looks(state, sitting(nines.library, name)))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["helped", "refused", "not saved", "again", "review"])
async def test_what_else_a_question_can_show_looks_as_it_did(
    same_looks: Looks, nines: Desk, monkeypatch: pytest.MonkeyPatch, state: str, size: tuple[int, int]
) -> None:
    async def before(pilot: Hand) -> None:
        kind: SessionKind = "review" if state == "review" else "lesson"
        await ask(pilot, sitting(nines.library, "choice", "order", kind=kind))
        match state:
            case "helped":
                await pilot.press("h", "n", "f")
            case "refused":
                await pilot.press("enter")
            case "not saved":
                monkeypatch.setattr(nines.progress, "record", full)
                await answer(pilot)
            case "again":
                await answer(pilot, right=False)
                await pilot.press("enter")
                await answer(pilot)
                await pilot.press("enter")
            case "review":
                await answer(pilot)
        await pilot.pause()

    await same_looks(nines.app(), size, before)


def full(*_: object) -> None:
    raise QuizappError("The disk is full.", "Free some space, then press enter again.")


@pytest.mark.parametrize(("size", "most"), [((60, 20), 6), ((80, 24), 7)])
async def test_an_article_to_search_has_most_of_the_screen_and_its_feedback_still_has_room(
    nines: Desk, size: tuple[int, int], most: int
) -> None:
    async with nines.app().run_test(size=size) as pilot:
        screen = await ask(pilot, sitting(nines.library, "evidence"))
        assert screen.query_one("#after").region.height <= most
        await answer(pilot, right=False)
        assert "Not right. You chose sentence 1. The answer: sentence 7." in " ".join(text_of(pilot).split())


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
        place = screen.query_one("#question").region
        await answer(pilot)
        assert "✓ Right." in text_of(pilot)
        assert screen.query_one("#question").region.offset == place.offset
        assert screen.query_one("#question", Column).scroll_y == 0, "nothing of it moves"
        assert screen.query_one("#after").region.height >= 7, "what settles it is seen with the verdict"


LONG_CHOICE = ("That it is brighter than the old one", f"That it is {'brighter than the old one, or ' * 6}as bright")


async def test_a_long_question_has_the_screen_until_something_is_said_below_it(nines: Desk) -> None:
    long = ("That it needs nobody", f"That it needs {'nobody, neither by day nor ' * 6}by night")
    desk = with_text(nines, LONG_CHOICE, long)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        screen = await ask(pilot, sitting(desk.library, "choice"))
        question, after = screen.query_one("#question"), screen.query_one("#after")
        assert (question.region.height, after.region.height) == (14, 3), "that a word on what is wanted still fits"
        await pilot.press("h")
        await pilot.pause()
        assert after.region.height == 6
        await answer(pilot, right=False)
        assert after.region.height == 6
        assert "✗ Not right." in text_of(pilot)
        assert "✓ answer" in text_of(pilot), "where it was picked from, too"


async def test_a_question_that_was_answered_gives_way_where_the_screen_becomes_smaller(nines: Desk) -> None:
    desk = with_text(nines, LONG_CHOICE)
    async with desk.app().run_test(size=(120, 40)) as pilot:
        screen = await ask(pilot, sitting(desk.library, "choice"))
        await answer(pilot, right=False)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert screen.query_one("#after").region.height >= 6


async def test_the_heading_names_the_lesson_only_where_some_of_the_name_has_room(nines: Desk) -> None:
    async with nines.app().run_test(size=(60, 20)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice"))
        await pilot.press("h", "n")
        await pilot.pause()
        assert text_of(pilot).splitlines()[0].startswith("  Question 1 of 1 · hint · not sure · All nine ")
        await pilot.press("f")
        await pilot.pause()
        assert "flagged   " in text_of(pilot).splitlines()[0]
        assert "…" not in screen.heading().line(56).plain


async def test_why_what_was_chosen_is_wrong_is_told_of_that_choice(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "choice"))
        task = sessions.task(screen.session, nines.library)
        assert isinstance(task, Pick)
        number = next(number for number, option in enumerate(task.options, 1) if option.why)
        await pilot.press(str(number), "enter")
        await pilot.pause()
        said = text_of(pilot)
        assert said.index("The answer: That it needs nobody") < said.index("Your choice: She only knows that it turns")


async def test_where_a_match_is_too_high_its_choices_stay_with_the_left(nines: Desk) -> None:
    desk = with_text(nines, LONG_MATCH, LONG_RIGHT)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        await ask(pilot, sitting(desk.library, "match"))
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            assert "▸ " in text_of(pilot)
            assert all(f"  {number}  " in text_of(pilot) for number in range(1, 6))


async def test_where_a_match_is_too_wide_its_lines_take_numbers_and_nothing_moves(nines: Desk) -> None:
    desk = with_text(nines, ('extra = ["Neither of them"]', 'extra = ["Neither of them, but somebody else", "Both"]'))
    async with desk.app().run_test(size=(60, 20)) as pilot:
        screen = await ask(pilot, sitting(desk.library, "match"))
        place = screen.query_one("#question").region
        task = sessions.task(screen.session, desk.library)
        assert isinstance(task, Arrange)
        number = task.cards.index("Both") + 1
        assert "In fog the new lamp is a rumour  → ·" in text_of(pilot)
        await pilot.press(str(number))
        await pilot.pause()
        assert f"The new lamp needs nobody        → {number}" in text_of(pilot)
        assert screen.query_one("#question").region == place


@pytest.mark.parametrize("width", [120, 200, 300])
async def test_what_is_said_stands_close_to_its_question_however_wide_the_terminal(nines: Desk, width: int) -> None:
    async with nines.app().run_test(size=(width, 40)) as pilot:
        screen = await ask(pilot, sitting(nines.library, "evidence"))
        await answer(pilot)
        question, said = screen.query_one("#prompt").region, screen.query_one("#feedback").region
        assert 0 <= said.x - question.right <= 5
