"""A real terminal: the app in a pty, and what stands on its screen."""

import os
import re
import select
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self, TypeVar

import pexpect
import pyte

DEADLINE = 20.0
"""Seconds that anything may take to appear; nothing waits longer than it must."""
STEP = 512
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
}
T = TypeVar("T")
_OURS = ("QUIZAPP", "COLUMNS", "LINES", "NO_COLOR", "TEXTUAL", "CI")
"""Variables that would change what is tested."""
_BARS = re.compile("[\u2580-\u259f\u2502]")


class Terminal:
    """`python -m quizapp` in a pty of `columns` by `rows`; what it wrote, and the screen that it makes of it.

    `program` is what Python runs in its place.
    """

    def __init__(
        self,
        *arguments: str,
        data: Path,
        course: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = ("-m", "quizapp"),
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.written = b""
        """Every byte that it wrote."""
        self.watch: Callable[[], None] = lambda: None
        """Called whenever the screen has changed by at most `STEP` bytes."""
        self._stream = pyte.ByteStream(self.screen)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        environment |= {"TERM": "xterm-256color", "QUIZAPP_DATA": str(data), "PYTHONUTF8": "1"}
        environment |= {"QUIZAPP_CONFIG": str(data)}
        environment |= env or {}
        options = [] if course is None else ["--course", str(course)]
        self._child = pexpect.spawn(
            sys.executable,
            [*program, *arguments, *options],
            env=environment,
            dimensions=(rows, columns),
            timeout=DEADLINE,
            echo=True,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def words(self) -> str:
        """The screen without bars, with every run of white space as one space."""
        return " ".join(_BARS.sub(" ", self.text).split())

    def press(self, *keys: str) -> None:
        """Press keys by name, or characters."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def type(self, text: str) -> None:
        """Type text."""
        self._child.send(text)

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._child.send(data)

    def paste(self, text: str) -> None:
        """Paste text, as a terminal does at a click of the middle button."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")

    def click(self, pattern: str) -> None:
        """Click with the left button where `pattern` begins, or its first group, once it stands on the screen."""

        def place() -> tuple[int, int] | None:
            for row, line in enumerate(self.screen.display, 1):
                if found := re.search(pattern, line):
                    return found.start(found.lastindex or 0) + 1, row
            return None

        column, row = self.until(place, pattern)
        self._child.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def until(self, check: Callable[[], T | None], what: str) -> T:
        """Read until `check` finds something on the screen, and return it.

        Raises:
            AssertionError: it finds nothing in time; the message says `what` is missing and shows the screen.
        """
        end = monotonic() + DEADLINE
        while (found := check()) is None:
            if not self._read(end - monotonic()):
                raise AssertionError(f"{what} is not on the screen:\n{self.text}")
        return found

    def wait(self, pattern: str, *, gone: str | None = None) -> re.Match[str]:
        """Read until `pattern` stands on the screen, white space as single spaces, and `gone` does not."""

        def stands() -> re.Match[str] | None:
            return None if gone and re.search(gone, self.words) else re.search(pattern, self.words)

        return self.until(stands, pattern)

    def wait_end(self) -> int:
        """Read until the app has ended; its exit status, or minus the signal."""
        end = monotonic() + DEADLINE
        while self._read(end - monotonic()):
            pass
        self._child.close()
        return -self._child.signalstatus if self._child.signalstatus else self._child.exitstatus or 0

    def read(self, count: int, until: str) -> None:
        """Take exactly the next `count` bytes that it writes, or fewer once `until` stands on the screen."""
        end = monotonic() + DEADLINE
        goal = len(self.written) + count
        while len(self.written) < goal and not re.search(until, self.words):
            if not self._read(end - monotonic(), goal - len(self.written)):
                raise AssertionError(f"{until} is not on the screen:\n{self.text}")

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End the app by a signal; what it had written before stands on the screen."""
        if not self._child.closed:
            with suppress(ProcessLookupError):
                os.kill(self._child.pid, number)
            while self._read(DEADLINE):
                pass
            self._child.close(force=True)

    def _read(self, seconds: float, limit: int = 1 << 16) -> bool:
        """Take what it writes within `seconds`; False when there is nothing more, or no time."""
        ready, _, _ = select.select([self._child.child_fd], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._child.child_fd, limit)
        except OSError:  # Linux reports the end of a pty so
            return False
        self.written += data
        for start in range(0, len(data), STEP):
            self._stream.feed(data[start : start + STEP])
            self.watch()
        return bool(data)
