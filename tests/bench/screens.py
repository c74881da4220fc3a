"""How long each screen takes to open after 100,000 answers, beside none: `python -m tests.bench.screens`.

Both are asked in turn, from outside: from the key's being written to the terminal to the end of the frame that shows
the screen. Opened for the first time, a screen is also loaded. Where there are answers, Review is a quiz, and Stats
has pictures: without any, both are a few lines.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests.bench.keys import ENTER, ESCAPE, command
from tests.bench.rows import Row, beside, tell
from tests.bench.start import ROOT
from tests.bench.store import life
from tests.bench.terminal import Program

ANSWERS = 100_000
ROUNDS, QUICK = 15, 5
HOME = "The Istanbul talks"
"""The title of Home, and of no other screen."""
_ANYTHING = r"\S"


class Opening(NamedTuple):
    """How a screen is opened from Home."""

    before: str
    """The keys that lead to where it is opened."""
    key: str
    shows: str
    """What its first frame has, and the screen before it has not; where there are answers, and where there are none."""


SCREENS = {
    "Lesson": Opening("", ENTER, r"section\s+1"),
    "Article": Opening(ENTER, "o", "copy"),
    "Sources": Opening("", "s", r"5\s+articles"),
    "Glossary": Opening("", "g", r"\d+\s+disputes"),
    "Entry": Opening("g", ENTER, r"1\s+of\s+\d+"),
    "Search": Opening("", "/", r"Type\s+a\s+word"),
    "Help": Opening("", "?", r"Keys\s+of"),
    "Palette": Opening("", "\x10", r"Find\s+a\s+lesson"),
    "Stats": Opening("", "t", r"Activity|Nothing\s+was"),
    "Review": Opening("", "r", r"\d+\s+left|nothing\s+to\s+review"),
}
"""In this order: a review that was left is what Home then begins with."""


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for each screen, the first time and again; quick ones of few rounds."""
    with TemporaryDirectory() as folder:
        room = Path(folder)
        _fill(room / "full")
        taken: dict[str, list[list[float]]] = {what: [[], []] for what in SCREENS}
        for _ in range(QUICK if quick else ROUNDS):
            for index, learner in enumerate(("empty", "full")):
                for what, times in _opened(room / learner).items():
                    taken[what][index] += times
    rows = []
    for what, (empty, full) in taken.items():
        for when, start in (("first", 0), ("again", 1)):
            note = f"n={len(full) // 2}"
            rows.append(beside(f"{what} of {ANSWERS:,} answers, {when}, median", median(full[start::2]),
                               "of none", median(empty[start::2]), note=note))  # fmt: skip
    return rows


def _fill(data: Path) -> None:
    """A file of answers, the last of them given yesterday."""
    given = list(life(load(Workspace(ROOT)), ANSWERS))
    data.mkdir()
    with Progress.open(data / "progress.sqlite3") as progress:
        progress.add(map(row_of, given))


def _opened(data: Path) -> dict[str, list[float]]:
    """Milliseconds that each screen takes, first and again."""
    times: dict[str, list[float]] = {}
    with Program(command(), {"QUIZAPP_DATA": str(data)}, cwd=ROOT) as program:
        program.painted("help")
        program.settle(0.5)
        for what, screen in SCREENS.items():
            for _ in range(2):
                for key in screen.before:
                    program.timed(key, _ANYTHING, 0.1)
                times.setdefault(what, []).append(program.timed(screen.key, screen.shows))
                for _ in (*screen.before, screen.key):
                    program.timed(ESCAPE, _ANYTHING, 0.1)
                assert HOME in program.words, program.words
    return times


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.screens", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds")
    tell(measure(quick=parser.parse_args().quick), "screens")


if __name__ == "__main__":
    main()
