"""A program in a pty of its own, timed from outside: from its start, or from a key, to what it then has painted.

The terminal answers as one does that knows synchronised output, so that the end of every frame is known.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

import pyte

DEADLINE = 30.0
"""Seconds in which whatever is waited for has to come."""
QUIET = 0.03
"""Seconds without output after which a program is taken to be done with a key."""
COLUMNS, ROWS = 80, 24
_BARS = re.compile("[\u2580-\u259f\u2502]")
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
_FRAME_END = b"\x1b[?2026l"
_SYNC_QUERY, _SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_OURS = ("QUIZAPP", "COLUMNS", "LINES", "NO_COLOR", "TEXTUAL", "COLORTERM", "PYTHON")
"""Variables that would change what is measured; one of Python's has every start compile what is not installed."""


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The variables that a program is given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {"TERM": "xterm-256color", "PYTHONUTF8": "1"} | dict(more or {})


def _codes(cell: "pyte.screens.Char") -> str:
    """The codes for the look of a cell."""
    styles = ((1, cell.bold), (3, cell.italics), (4, cell.underscore), (7, cell.reverse))
    colours = ((38, cell.fg), (48, cell.bg))
    coloured = (
        f"{ground};2;{';'.join(str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))}"
        for ground, colour in colours
        if re.fullmatch("[0-9a-f]{6}", colour)
    )
    return ";".join((*(str(code) for code, on in styles if on), *coloured))


class Program:
    """A running program: keys go in, times come out."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None) -> None:
        variables = environment(env)
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._unread = b""
        """What the screen was not yet fed."""
        self._asked_for_sync = False
        self.started = perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(command[0], list(command), variables)  # noqa: S606 - a benchmark starts programs
            finally:
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def words(self) -> str:
        """The screen without bars, with every run of white space as one space."""
        return " ".join(_BARS.sub(" ", " ".join(self.lines)).split())

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        self._stream.feed(self._unread)
        self._unread = b""
        return [line.rstrip() for line in self.screen.display]

    @property
    def looks(self) -> list[str]:
        """The screen, line by line, with the colours and styles of each piece as a terminal is told of them."""
        self._stream.feed(self._unread)
        self._unread = b""
        return [self._look(self.screen.buffer[y]) for y in range(ROWS)]

    def _look(self, line: Mapping[int, "pyte.screens.Char"]) -> str:
        pieces = groupby((line[x] for x in range(COLUMNS)), key=_codes)
        return "".join(f"\x1b[{codes}m{''.join(cell.data for cell in cells)}\x1b[0m" for codes, cells in pieces)

    def painted(self, pattern: str, since: float | None = None) -> float:
        """Milliseconds from the start, or `since`, to the end of the first frame in which `pattern` was written.

        Raises:
            AssertionError: it was not written in time; the message shows the screen.
        """
        sought = re.compile(pattern.encode())
        seen = b""
        written_at = 0.0
        end = perf_counter() + DEADLINE
        while chunk := self._read(end - perf_counter()):
            now = perf_counter()
            seen += chunk
            if not written_at:
                plain = _ESCAPES.sub(b"", seen)
                if not sought.search(plain):
                    continue
                written_at = now
            if not self._asked_for_sync or seen.endswith(_FRAME_END) or _FRAME_END in chunk:
                return 1e3 * (now - (self.started if since is None else since))
        raise AssertionError(f"{pattern} was not painted:\n{self.words}")

    def press(self, *keys: str) -> float:
        """Send keys one by one, as written; when the last was sent."""
        now = perf_counter()
        for key in keys:
            now = perf_counter()
            os.write(self._fd, key.encode())
        return now

    def timed(self, key: str, pattern: str, quiet: float = QUIET) -> float:
        """Milliseconds from a key to the end of the frame in which `pattern` is written; then it is quiet again."""
        self.settle(quiet)
        taken = self.painted(pattern, self.press(key))
        self.settle(quiet)
        return taken

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing more comes."""
        while self._read(quiet):
            pass

    def memory(self) -> float:
        """The resident memory in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def end(self) -> None:
        """End the program, which has no say in it."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        with suppress(OSError):
            os.close(self._fd)

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._fd], [], [], max(seconds, 0.0))
        if not ready:
            return b""
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux reports the end of a pty so
            return b""
        self._unread += data
        if _SYNC_QUERY in data:
            self._asked_for_sync = True
            os.write(self._fd, _SYNC_ANSWER)
        return data
