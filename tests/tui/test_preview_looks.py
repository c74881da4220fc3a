"""How the preview looks."""

from pathlib import Path
from typing import Any

import pytest

from quizapp.store.progress import Progress
from tests.tui.author import DATES, MISQUOTED, UNKNOWN, Author, checked, preview, until
from tests.tui.conftest import LOOKS, SIZES
from tests.tui.learner import Hand

Snap = Any


@pytest.fixture
def author(tmp_path: Path, progress: Progress) -> Author:
    return Author.with_course(tmp_path, progress)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["well", "warnings", "stale", "never"])
def test_it_looks_as_it_did(snap_compare: Snap, author: Author, state: str, look: str, size: tuple[int, int]) -> None:
    if state == "warnings":
        author.write(*DATES)
    elif state == "never":
        author.write(MISQUOTED, UNKNOWN)

    async def look_at(pilot: Hand) -> None:
        await checked(pilot)
        if state == "stale":
            author.write(MISQUOTED, UNKNOWN)
            await until(pilot, lambda: preview(pilot).view.stale)
        if state == "warnings":
            await pilot.press("down")
            await pilot.pause()

    assert snap_compare(author.app(look=look), terminal_size=size, run_before=look_at)
