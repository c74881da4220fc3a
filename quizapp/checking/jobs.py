"""Work that falls into parts which do not need each other, so that somebody may have several of them done at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
PORTION = 500
"""So many questions or findings are one job: enough that handing over what is found costs little beside finding it."""


class Spread(Protocol):
    """Has jobs done; what they return is handed back in their order. A job changes nothing that another looks at."""

    def __call__(self, jobs: Sequence[Callable[[], list[T]]], /) -> list[list[T]]:
        """What each of the jobs returns."""


def in_turn(jobs: Sequence[Callable[[], list[T]]]) -> list[list[T]]:
    """Does one job after the other."""
    return [job() for job in jobs]


def portions(items: Sequence[T]) -> list[Sequence[T]]:
    """Items, in order, in portions of so many."""
    return [items[start : start + PORTION] for start in range(0, len(items), PORTION)]


def numbered(parts: Iterable[Sequence[T]]) -> Iterator[tuple[int, Sequence[T]]]:
    """Each of several parts, with how many items stand before it."""
    before = 0
    for part in parts:
        yield before, part
        before += len(part)
