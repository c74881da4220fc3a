"""Transcripts that are their own script: what follows `> ` was typed, the rest was said.

A line `$ learn first-winter` starts a run on the same learner's file; `$ +3 days` moves the clock. An Enter alone is
written `⏎` and the end of the input `^D`.
"""

import io
import random
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.plain import run_plain
from quizapp.store.progress import Progress

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
ENTER, END = "⏎", "^D"
_RUN = re.compile(r"\$ (?:learn ?(?P<lesson>\S+)?|(?P<review>review))(?: --columns (?P<columns>\d+))?")
_DAYS = re.compile(r"\$ \+(\d+) days?")


@dataclass
class Clock:
    """A clock that moves on by a second whenever it is read."""

    now: datetime = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Script(io.StringIO):
    """An input that is echoed where it is read, as a terminal does."""

    def __init__(self, lines: list[str], out: io.StringIO) -> None:
        super().__init__("".join(f"{line.removeprefix(ENTER)}\n" for line in lines))
        self._out = out

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(-1 if size is None else size)
        self._out.write(f"{line.rstrip(chr(10)) or ENTER}\n" if line else END)
        return line


@dataclass
class Desktop:
    """One learner's file and clock over several runs."""

    folder: Path
    library: Library = field(default_factory=lambda: load(Workspace(TINY)))
    clock: Clock = field(default_factory=Clock)

    def converse(self, start: str, typed: list[str]) -> str:
        """The transcript of one run."""
        found = _RUN.fullmatch(start)
        if found is None:
            raise ValueError(start)
        out = io.StringIO()
        with Progress.open(self.folder / "progress.sqlite3") as progress:
            status = run_plain(
                self.library,
                progress,
                lesson=self.library.lesson(found["lesson"] or ""),
                review=bool(found["review"]),
                stdin=Script(typed, out),
                stdout=out,
                clock=self.clock,
                random=random.Random(7),  # noqa: S311  a shuffle, no secret
                seed=7,
                columns=int(found["columns"] or 72),
            )
        return out.getvalue() if status == 0 else f"{out.getvalue()}[status {status}]\n"


def replay(transcript: str, folder: Path) -> str:
    """What becomes of a transcript when its runs are held once more."""
    desktop = Desktop(folder)
    held: list[str] = []
    runs = re.split(r"^(?=\$ )", transcript, flags=re.MULTILINE)
    held.append(runs[0])
    for run in runs[1:]:
        start, _, rest = run.partition("\n")
        if days := _DAYS.fullmatch(start):
            desktop.clock.now += timedelta(days=int(days[1]))
            held.append(run)
            continue
        lines = [line.removeprefix("> ") for line in rest.splitlines() if line.startswith("> ")]
        held.append(f"{start}\n{desktop.converse(start, [line for line in lines if line != END])}\n")
    return "".join(held).rstrip("\n") + "\n"
