"""How much memory the app takes, and how much more after a long sitting: `python -m tests.bench.memory`.

Resident memory as the system counts it. The learner reads and answers one lesson of the course after another, over and
over, in one process, through the terminal.
"""

import argparse
import sys
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.bench.keys import Sitting, command
from tests.bench.rows import Row, at_most, beside, tell
from tests.bench.start import BARE, ROOT
from tests.bench.terminal import Program

QUESTIONS, QUICK = 1_500, 60
AT_REST, MORE = 55, 5
"""MiB."""


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for rest and growth; quick ones after few questions."""
    wanted = QUICK if quick else QUESTIONS
    library = load(Workspace(ROOT))
    with TemporaryDirectory() as folder:
        with Program([sys.executable, str(BARE)], cwd=ROOT) as bare:
            bare.painted(r"turned 0\.")
            bare.settle(1)
            floor = bare.memory()
        with Program(command(), {"QUIZAPP_DATA": str(Path(folder) / "data")}, cwd=ROOT) as program:
            program.painted("help")
            program.settle(2)
            rest = program.memory()
            sitting = Sitting(program, library, quiet=0.008)
            grown: list[float] = []
            for lesson in cycle(library.lessons):
                sitting.lesson(lesson)
                grown.append(program.memory())
                if len(sitting.verdicts) >= wanted:
                    break
    count = len(sitting.verdicts)
    course = grown[len(library.lessons) - 1 :]
    rows = [
        at_most("memory at rest, on Home", rest, AT_REST, unit="MiB"),
        beside("memory at rest, on Home", rest, "bare Textual", floor, unit="MiB"),
        at_most(f"memory after {count} questions, more than at rest", grown[-1] - rest, MORE, unit="MiB",
                note=f"after the first lesson {grown[0] - rest:.1f}, most {max(grown) - rest:.1f}"),
    ]  # fmt: skip
    if course:
        what = f"memory after {count} questions, more than after each lesson once"
        rows.append(at_most(what, grown[-1] - course[0], MORE, unit="MiB"))
    return rows


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.memory", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="after few questions")
    tell(measure(quick=parser.parse_args().quick), "memory")


if __name__ == "__main__":
    main()
