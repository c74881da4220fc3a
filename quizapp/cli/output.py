"""The one place that prints: data on stdout, talk on stderr, UTF-8 on every platform."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt in `--help`
if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

    from quizapp.cli.status_line import StatusLine

_STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36", "place": "1", "faint": "2"}


class Output:
    """Where a command writes."""

    def __init__(self, data: TextIO, talk: TextIO, *, colour: bool = False, live: bool = False) -> None:
        self.data = data
        self.talk = talk
        self.live = live
        """Whether who waits is told how far the work is: stderr is a terminal in which a line can be written over."""
        self._colour = colour
        self._status: StatusLine | None = None

    @classmethod
    def standard(cls) -> Output:
        """The process's own streams; a closed one is written to nowhere."""
        data, talk = (_open(stream) for stream in (sys.stdout, sys.stderr))
        styled = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        moving = styled and os.name == "posix" and bool(os.environ.get("TERM")) and not os.environ.get("CI")
        return cls(data, talk, colour=styled and data.isatty(), live=moving and talk.isatty())

    def paint(self, style: str, text: str) -> str:
        """`text` in a style where stdout is a terminal that wants colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self._colour else text

    def write(self, text: str) -> None:
        """Write data that is safe to show as it is: a report, whose writer has passed every part through `show`."""
        self._erase()
        self.data.write(text)

    def say(self, text: str) -> None:
        """Tell the user something, one line or a few."""
        from quizapp.text.characters import show

        self._erase()
        self.talk.write(show(text) + "\n")

    def status(self, doing: str) -> StatusLine:
        """What tells how far some work is, while it lasts: `with output.status("Reading") as told`."""
        from time import monotonic

        from quizapp.cli.status_line import StatusLine

        self._status = StatusLine(doing, self._draw, self._room, monotonic)
        return self._status

    def _draw(self, text: str) -> None:
        self.talk.write(text)
        self.talk.flush()

    def _room(self) -> int:
        """How many letters a line of the terminal may have; 0 where there is none, or another program has it."""
        if not self.live:
            return 0
        terminal = self.talk.fileno()
        try:
            mine = os.tcgetpgrp(terminal) == os.getpgrp()
            return (os.get_terminal_size(terminal).columns or 80) - 1 if mine else 0
        except OSError:
            return 0

    def _erase(self) -> None:
        if self._status:
            self._status.erase()

    def flush(self) -> None:
        """Hand everything to the system.

        Raises:
            OSError: there is nobody to read it, or no room for it.
        """
        self.data.flush()
        self.talk.flush()

    def close(self) -> None:
        """Hand over what can be; the rest goes nowhere, so that nothing complains when Python ends."""
        for stream in (self.data, self.talk):
            try:
                stream.flush()
            except (OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - pathlib is not loaded for this
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def standard_input() -> TextIO:
    """The process's stdin as UTF-8; a closed one is at its end."""
    if sys.stdin is None:
        return io.StringIO()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin


def standard_input_bytes() -> BinaryIO:
    """The process's stdin as it is; a closed one is at its end."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        stream: BinaryIO = sys.stdin.buffer
        return stream
    return io.BytesIO(sys.stdin.read().encode() if sys.stdin is not None else b"")
