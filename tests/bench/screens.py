"""How long Review and Stats take to open after 100,000 answers, beside none: `python -m tests.bench.screens`.

Both are asked in turn, from outside: from the key's being written to the terminal to the end of the frame that shows
the screen. Opened for the first time, a screen is also loaded.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from tests.bench.keys import ESCAPE, command
from tests.bench.rows import Row, beside, tell
from tests.bench.start import ROOT
from tests.bench.store import life
from tests.bench.terminal import Program

ANSWERS = 100_000
ROUNDS, QUICK = 15, 5
SCREENS = {"Review": ("r", r"Question\s+1\s+of|nothing\s+to\s+review"), "Stats": ("t", r"Activity|Nothing\s+was")}
"""The key of each on Home, and what it shows where there are answers, or none."""


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
        for what, (key, pattern) in SCREENS.items():
            for _ in range(2):
                times.setdefault(what, []).append(program.timed(key, pattern))
                program.timed(ESCAPE, "help")
                program.settle(0.2)
    return times


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.screens", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds")
    tell(measure(quick=parser.parse_args().quick), "screens")


if __name__ == "__main__":
    main()
