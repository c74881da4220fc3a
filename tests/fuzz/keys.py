"""What must hold in the app whatever keys are pressed: no traceback, every answer kept, and a way home, from bytes."""

import asyncio
from functools import cache
from pathlib import Path
from selectors import DefaultSelector, SelectorKey
from tempfile import TemporaryDirectory
from unittest import mock

from quizapp.content.library import Library
from quizapp.store.progress import Progress
from quizapp.text.characters import all_forbidden
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz import QuizScreen
from tests.tui.conftest import Desk, screen_text
from tests.tui.nine import nine

KEYS = (
    "enter", "escape", "down", "up", "left", "right", "tab", "shift+tab", "space", "home", "end", "pagedown", "pageup",
    *"123456789", "0", *"nhkufolrsgtajcy", "slash", "question_mark", "f1", "f2", "f3", "f4", "f5", "f6", "ctrl+p",
    "backspace", "delete", "colon", "x", "e", "é", "minus", "full_stop", "ctrl+a", "ctrl+w", "ctrl+u", "ctrl+v",
)  # fmt: skip
"""What is pressed; a byte from 128 on stands for another size of the terminal, 127 for a pause."""
SIZES = ((80, 24), (60, 20), (120, 40), (100, 30), (40, 12), (59, 19), (200, 60), (61, 20))
_MOST = 60
"""Keys of one go."""
_BACK = 12
"""So often `escape` has to lead home."""
_PAUSE, _RESIZE = 127, 128


def keys(data: bytes) -> None:
    """Each byte is a key, or a new size of the terminal."""
    if data:
        with asyncio.Runner(loop_factory=_Hasty) as runner:
            time = runner.get_loop().time
            with mock.patch("textual._time.get_time", time), mock.patch("textual._wait.monotonic", time):
                runner.run(_pressed(data[:_MOST]))


class _Hasty(asyncio.SelectorEventLoop):
    """A loop that does not wait: where nothing is left to do, it is at once as late as what is to be done next."""

    def __init__(self) -> None:
        self._ahead = 0.0
        super().__init__(_Selector(self))

    def time(self) -> float:
        """In seconds, with those that nobody waited."""
        return super().time() + self._ahead


class _Selector(DefaultSelector):
    def __init__(self, loop: _Hasty) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        found = super().select(0 if timeout else timeout)
        if timeout and not found:
            self._loop._ahead += timeout
        return found


async def _pressed(data: bytes) -> None:
    with TemporaryDirectory(prefix="quizapp-fuzz-") as folder:
        with Progress.open(Path(folder) / "progress.sqlite3") as progress:
            progress._connection.execute("PRAGMA synchronous = OFF")
            desk = Desk(_course(), progress)
            app = desk.app(("all-nine", "last-night", None)[data[0] % 3])
            async with app.run_test(size=SIZES[data[0] % len(SIZES)]) as pilot:
                for byte in data[1:]:
                    if byte == _PAUSE:
                        await pilot.pause()
                    elif byte >= _RESIZE:
                        await pilot.resize_terminal(*SIZES[byte % len(SIZES)])
                    else:
                        await pilot.press(KEYS[byte % len(KEYS)])
                    _demand_kept(app.screen, progress)
                await pilot.pause()
                assert not all_forbidden(screen_text(app).replace("\n", ""))
                await pilot.resize_terminal(80, 24)
                for _ in range(_BACK):
                    if isinstance(app.screen, HomeScreen):
                        break
                    await pilot.press("escape")
                    await pilot.pause()
                assert isinstance(app.screen, HomeScreen), app.screen
        with Progress.open(Path(folder) / "progress.sqlite3") as progress:
            assert progress.faults() == ()


def _demand_kept(screen: object, progress: Progress) -> None:
    current = screen.session.current if isinstance(screen, QuizScreen) else None
    if current is not None and current.attempt is not None:
        assert [*progress.known([current.attempt.id])] == [current.attempt]


@cache
def _course() -> Library:
    return nine()


def seeds() -> tuple[bytes, ...]:
    """A few ways through the app."""
    ways = (
        "enter enter enter enter 1 enter enter 2 3 enter enter 1 enter enter x enter enter 7 enter enter".split(),
        "enter right right enter h n 1 enter u 2 enter o escape s escape f enter k k k k k k k k k enter".split(),
        "s enter down down enter escape escape g enter right escape escape t escape r enter slash x e escape".split(),
        "ctrl+p down enter escape question_mark down escape f1 escape escape enter a enter 1 escape enter".split(),
    )
    return tuple(bytes([start, *map(KEYS.index, way)]) for start, way in enumerate(ways))
