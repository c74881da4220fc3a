"""How far a command is, on one line of the terminal, for whoever waits for it."""

from __future__ import annotations

import os
from math import inf

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt where nobody waits
if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.told import Told

PATIENCE = 1.0
"""Seconds that a command may work without a word."""
STANDS = 0.1
"""Seconds for which a line stands at least."""


class StatusLine:
    """A line that is written over in place: it comes when work takes long, and goes when it is done or given up."""

    def __init__(
        self, doing: str, draw: Callable[[str], object], room: Callable[[], int], clock: Callable[[], float]
    ) -> None:
        """The line of some work that begins now.

        Args:
            doing: what is done, "Checking".
            draw: hands the terminal a text at once, as it is.
            room: how many letters a line may have; 0 where none may be drawn now.
            clock: seconds since whenever.
        """
        self._doing, self._draw, self._room, self._clock = doing, draw, room, clock
        self._due = clock() + PATIENCE
        self._process = os.getpid()
        self._stands = False

    def __enter__(self) -> Told:
        return self.tell

    def __exit__(self, *_: object) -> None:
        self._due = inf
        self.erase()

    def tell(self, what: str, done: int, of: int) -> None:
        """Show how far it is, unless it was shown just now; as `Told` is called."""
        now = self._clock()
        if now < self._due or os.getpid() != self._process:  # a copy of the process has no say
            return
        self._due = now + STANDS
        room = self._room()
        if room:
            words = f"{self._doing} {done:,}{f' of {of:,}' if done <= of else ''} {what}"
            self._stands = True
            self._draw(f"\r{words if len(words) <= room else f'{words[: room - 1]}…'}\x1b[K")

    def erase(self) -> None:
        """Take the line away, for something else to be written."""
        if self._stands and self._room():
            self._draw("\r\x1b[K")
        self._stands = False
