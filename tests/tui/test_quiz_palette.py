"""What the palette finds while a question is open, and after it."""

import pytest
from textual.command import CommandList
from textual.widgets import Input

from quizapp.store.progress import Progress
from tests.tui.conftest import Desk
from tests.tui.learner import Hand, answer, ask
from tests.tui.nine import nine, sitting


@pytest.fixture
def nines(progress: Progress) -> Desk:
    """The nine types and a learner who did nothing yet."""
    return Desk(nine(), progress)


async def found(pilot: Hand, typed: str) -> list[str]:
    """What the palette finds."""
    await pilot.press("ctrl+p", *typed)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    options = [str(option.prompt) for option in pilot.app.screen.query_one(CommandList).options]
    await pilot.press("escape")
    await pilot.pause()
    return options


@pytest.mark.parametrize("above", [(), ("question_mark",)])
async def test_the_palette_gives_no_answer_away(nines: Desk, above: tuple[str, ...]) -> None:
    async with nines.app().run_test(size=(120, 60)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await pilot.press(*above)
        for typed in ("", "courier", "glossary", "brandt", "nine"):
            options = await found(pilot, typed)
            assert not [words for words in options if words.endswith(("source", "lesson", "go", "person", "dispute"))]
        assert any("light colours" in words for words in await found(pilot, "light"))
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).placeholder == "Find a command; the course opens after the answer"


async def test_after_the_answer_the_palette_leads_to_the_glossary(nines: Desk) -> None:
    async with nines.app().run_test(size=(120, 60)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await answer(pilot)
        assert any(words.endswith("  go") for words in await found(pilot, "glossary"))
        assert any(words.endswith("  source") for words in await found(pilot, "courier"))


async def test_a_letter_that_comes_after_the_palette_was_closed_seeks_nothing(nines: Desk) -> None:
    async with nines.app().run_test(size=(80, 24)) as pilot:
        await ask(pilot, sitting(nines.library, "choice"))
        await pilot.press("ctrl+p")
        await pilot.app.workers.wait_for_complete()
        palette = pilot.app.screen
        field = palette.query_one(Input)
        palette.dismiss()
        await palette.query_one(CommandList).remove()
        await palette._dispatch_message(Input.Changed(field, "b"))
        await pilot.app.workers.wait_for_complete()
