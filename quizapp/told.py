"""How somebody who waits for long work is told how far it is."""

from collections.abc import Callable
from typing import TypeAlias

Told: TypeAlias = Callable[[str, int, int], object]
"""Takes what is counted, "lessons", how many of them are done, and of how many, 0 where that is not known. It may be
called often."""


def untold(what: str, done: int, of: int) -> None:
    """Nobody waits."""
