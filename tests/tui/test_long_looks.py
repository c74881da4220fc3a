"""How the screens look where an author wrote very much."""

from dataclasses import replace
from typing import Any

import pytest

from quizapp.content.library import Library
from quizapp.store.progress import Progress
from tests.tui.conftest import SIZES, Desk, hostile, press
from tests.tui.learner import Hand, answer, ask, text_of
from tests.tui.nine import nine, sitting

Looks = Any
LONG = (
    "By the account of the harbour office, and of nobody else, the keeper was to have gone up the tower on the night "
    "of the Leuchtturmwärterversammlung, and did not"
)


def long_course(course: Library) -> Library:
    glossary = replace(
        course.glossary,
        entries=tuple(replace(entry, name=LONG, role=LONG) for entry in course.glossary.entries),
        disputes=tuple(replace(dispute, question=f"{LONG}?") for dispute in course.glossary.disputes),
    )
    return replace(hostile(course, LONG), glossary=glossary)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("home", ()),
        ("lesson", ("enter", "1")),
        ("sources", ("s",)),
        ("article", ("s", "enter", "down", "down")),
        ("glossary", ("g", "end")),
        ("entry", ("g", "end", "enter")),
        ("search", ("slash", *"tower")),
    ],
)
async def test_a_long_text_looks_as_it_did(
    same_looks: Looks, desk: Desk, state: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    desk.library = long_course(desk.library)
    if state == "home":
        desk.learn("last-winter", 3, leave=True)
    await same_looks(desk.app(), size, press(*keys))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["before", "wrong", "results"])
async def test_a_long_question_looks_as_it_did(
    same_looks: Looks, progress: Progress, state: str, size: tuple[int, int]
) -> None:
    library = nine(
        ("What does the harbour office say, in the Courier, of the new lamp?", f"What is so of the new lamp? {LONG}"),
        ("That it is brighter than the old one", f"{LONG}, as the old lamp was the brighter one"),
        ("The office gives its reason in one sentence; ", f"{LONG}; the office gives its reason in one sentence; "),
    )
    desk = Desk(library, progress)

    async def before(pilot: Hand) -> None:
        await ask(pilot, sitting(desk.library, "choice"))
        if state == "before":
            return
        await answer(pilot, right=False)
        if state == "results":
            await pilot.press("enter")
            await answer(pilot)
            await pilot.press("enter")
            await pilot.pause()

    await same_looks(desk.app(), size, before)


async def test_a_long_question_is_read_from_its_beginning(progress: Progress) -> None:
    prompt = "What does the harbour office say, in the Courier, of the new lamp?"
    desk = Desk(nine((prompt, f"What is so? {LONG}"), ("That it is brighter than the old one", LONG)), progress)
    async with desk.app().run_test(size=(60, 20)) as pilot:
        for left in (False, True):
            await ask(pilot, sitting(desk.library, "choice"))
            assert "What is so? By the account" in text_of(pilot)
            if not left:
                await pilot.press("escape")
