"""Jobs done by several processes at once, on a platform where a process can be copied as it is.

A copy has all that was loaded, so that only what a job finds is handed over. What a copy does not hand over, because it
was killed or its job failed, is done again here, where a failure is told as any other.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
FEWEST = 4
"""With fewer jobs a copy costs more than it saves."""


def at_once(jobs: Sequence[Callable[[], list[T]]]) -> list[list[T]]:
    """What each of the jobs returns, done by as many processes as there are processors."""
    helpers = min(_processors(), len(jobs) // 2) - 1
    if len(jobs) < FEWEST or helpers < 1 or not _may_copy():
        return [job() for job in jobs]
    waiting, give = os.pipe()  # of the numbers of jobs that nobody has begun: whoever is free takes the next
    for number in range(len(jobs)):
        os.write(give, number.to_bytes(_NUMBER))
    os.close(give)
    copies: list[tuple[int, int]] = []
    done: dict[int, list[T]] = {}
    try:
        with suppress(OSError):  # the system has no room for another
            copies.extend(_copy(jobs, waiting) for _ in range(helpers))
        _work(jobs, waiting, done, os.getppid())
        for _, reading in copies:
            done |= _handed_over(reading)
    finally:
        os.close(waiting)
        for process, _ in copies:
            _end(process)
    return [done[number] if number in done else job() for number, job in enumerate(jobs)]


_NUMBER = 4
"""Bytes of a job's number; a pipe holds more of them than there ever are jobs."""


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _may_copy() -> bool:
    """Whether a copy would be sound: not on macOS, whose libraries may not be copied, nor of several threads."""
    from threading import active_count

    return hasattr(os, "fork") and sys.platform != "darwin" and active_count() == 1


def _copy(jobs: Sequence[Callable[[], list[T]]], waiting: int) -> tuple[int, int]:
    """Begins a copy of this process that does jobs; its number, and where what it finds is to be read."""
    import pickle

    reading, writing = os.pipe()
    original = os.getpid()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        done: dict[int, list[T]] = {}
        _work(jobs, waiting, done, original)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(done, stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # nothing of what its original would do at its end, and no traceback


def _work(jobs: Sequence[Callable[[], list[T]]], waiting: int, done: dict[int, list[T]], parent: int) -> None:
    """Does jobs as long as one is waiting, and the process that began this one is there to take what they return."""
    while os.getppid() == parent and (number := os.read(waiting, _NUMBER)):
        at = int.from_bytes(number)
        done[at] = jobs[at]()


def _handed_over(reading: int) -> dict[int, list[T]]:
    """What a copy has found; nothing where it did not come to its end."""
    import pickle

    with os.fdopen(reading, "rb") as stream:
        try:
            found: dict[int, list[T]] = pickle.load(stream)  # noqa: S301 - written by a copy of this very process
        except (EOFError, pickle.UnpicklingError):
            return {}
        return found


def _end(process: int) -> None:
    """Ends a copy, which by now has handed over what it found unless this process was interrupted."""
    from signal import SIGKILL

    with suppress(ProcessLookupError):
        os.kill(process, SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(process, 0)
