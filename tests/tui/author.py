"""An author with a lesson open in the preview, and the file that they save."""

import asyncio
import random
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.tui.preview import PreviewApp
from quizapp.tui.screens.preview import PreviewScreen
from quizapp.tui.services import Authoring, Services
from tests.tui.conftest import COURSE, NOW
from tests.tui.learner import Hand

PATIENCE = 20.0
"""Seconds that a check in a thread may take."""
LESSON = "lessons/two-accounts.toml"
DATES = (
    ("They lay there until morning, says the logbook.", "Until morning."),
    ("The logbook says until", "Today the logbook says until"),
)
"""Two warnings: an explanation that is none, and a day that no source gives."""
MISQUOTED = ("Two ships lay", "Two boats lay")
UNKNOWN = ('unit = "ships"', 'unti = "ships"')


@dataclass
class Author:
    """A course of their own, and what the preview is handed."""

    root: Path
    progress: Progress
    flags: tuple[Attempt, ...] = ()
    trouble: str = ""
    """What opening the editor comes to."""
    opened: list[tuple[str, int]] = field(default_factory=list)
    """Where the editor was opened."""
    read: Callable[[], Library] | None = None
    """Reads the course in the place of the usual way; to be set before the app is made."""
    _saves: asyncio.Queue[OSError | None] = field(default_factory=asyncio.Queue)

    @classmethod
    def with_course(cls, folder: Path, progress: Progress) -> "Author":
        """One with a copy of the small course."""
        return cls(Path(shutil.copytree(COURSE, folder / "course")), progress)

    def app(self, slug: str = "two-accounts", *, look: str = "dark") -> PreviewApp:
        """The preview, not yet running."""
        services = Services(
            progress=self.progress,
            clock=lambda: NOW,
            random=random.Random(7),  # noqa: S311 - no secret
            reload=self.read or self.library,
        )
        services.library = self.library()
        authoring = Authoring(slug=slug, changes=self._changes, flags=lambda: self.flags, edit=self._edit)
        app = PreviewApp(services, authoring, seed=7)
        app.theme = f"quizapp-{look}"
        return app

    def library(self) -> Library:
        """The course as it is on disk."""
        return load(Workspace(self.root))

    def write(self, *changes: tuple[str, str], file: str = LESSON) -> None:
        """Save a file with some words changed, each everywhere it stands."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
        self.saved()

    def saved(self, trouble: OSError | None = None) -> None:
        """Let the app know that something was saved; or that nothing more will be seen."""
        self._saves.put_nowait(trouble)

    async def _changes(self) -> AsyncIterator[object]:
        while True:
            trouble = await self._saves.get()
            if trouble is not None:
                raise trouble
            yield {"saved"}

    def _edit(self, file: str, line: int) -> str:
        self.opened.append((file, line))
        return self.trouble


def preview(pilot: Hand) -> PreviewScreen:
    """The preview, which lies under every other screen."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, PreviewScreen)
    return screen


async def until(pilot: Hand, holds: Callable[[], object]) -> None:
    """Let the app run until something holds."""
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end
        await pilot.pause()
    await pilot.pause()


async def checked(pilot: Hand) -> None:
    """Wait for the first look at the course."""
    await until(pilot, lambda: preview(pilot).view.reading)
