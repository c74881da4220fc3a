"""How long a learner waits for quizapp to begin, beside its peers: `python -m tests.bench.start`.

Runs are interleaved, and milliseconds count from outside the process: from its start to its end, or to the end of the
first frame in which its last line stands. The files of the course and of Python are in the system's cache.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.peers import Peers
from tests.bench.rows import Row, beside, quantile, tell
from tests.bench.terminal import Program, environment

ROOT = Path(__file__).parents[2]
BARE = Path(__file__).parent / "bare.py"
ROUNDS, QUICK = 21, 5
Run = Callable[[], float]


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for the command line and for Home; quick ones with fewer runs and without programs to install."""
    rounds = QUICK if quick else ROUNDS
    with TemporaryDirectory() as folder:
        room = Path(folder)
        return [*_commands(room, rounds), *_home(room, rounds), *([] if quick else _others(room))]


def _commands(room: Path, rounds: int) -> list[Row]:
    wanted = {"--version": 2, "--help": 3, "--hlep": 3, "check --help": 3}
    runs: dict[str, Run] = {"pass": lambda: _ended(room, sys.executable, "-c", "pass")}
    for words in wanted:
        runs[words] = _run(room, *words.split())
    completing = {"_ARGCOMPLETE": "1", "COMP_LINE": "quizapp ch", "COMP_POINT": "10", "_ARGCOMPLETE_SHELL": "bash"}
    asked = completing | {"_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_STDOUT_FILENAME": str(room / "completions")}
    runs["completion"] = lambda: _ended(room, sys.executable, "-m", "quizapp", env=asked)
    taken = interleaved(runs, rounds)
    floor = median(taken.pop("pass"))
    return [
        beside(f"quizapp {words}, median", median(times), "python -c pass", floor,
               times=wanted.get(words, 3), note=spread(times))
        for words, times in taken.items()
    ]  # fmt: skip


def _run(room: Path, *words: str) -> Run:
    return lambda: _ended(room, sys.executable, "-m", "quizapp", *words)


def _home(room: Path, rounds: int) -> list[Row]:
    data = room / "data"
    _painted(data)
    fresh = iter(range(10_000))
    runs: dict[str, Run] = {
        "bare": lambda: _program([sys.executable, str(BARE)], r"turned 0\."),
        "home": lambda: _painted(data),
        "first": lambda: _painted(room / f"fresh-{next(fresh)}"),
    }
    taken = interleaved(runs, rounds)
    bare = taken["bare"]
    note = f"{spread(taken['home'])}; bare {spread(bare)}"
    return [
        beside("cold start to Home, median", median(taken["home"]), "bare Textual", median(bare), times=1.3, note=note),
        beside("cold start to Home, fastest", min(taken["home"]), "bare Textual", min(bare)),
        beside("the very first start, median", median(taken["first"]), "bare Textual", median(bare)),
    ]


def _others(room: Path) -> list[Row]:
    """Programs that people like, each in an environment of its own."""
    peers = Peers()
    (room / "page.md").write_text("# Ready\n\nReady to be read.\n", encoding="utf-8")
    programs = {
        "posting": (["posting", "--collection", str(room)], "Collection|URL"),
        "frogmouth": (["frogmouth", str(room / "page.md")], "Ready to be read"),
    }
    runs: dict[str, Run] = {"home": lambda: _painted(room / "data")}
    for name, (command, pattern) in programs.items():
        program = peers.program(name)
        if program is None:
            continue
        run = _other([str(program), *command[1:]], pattern, {"HOME": str(room)})
        try:
            run()
        except AssertionError:
            sys.stderr.write(f"not measured: {name}: it ends or hangs before it paints “{pattern}”\n")
        else:
            runs[name] = run
    taken = interleaved(runs, QUICK)
    home = median(taken.pop("home"))
    return [beside(f"cold start to Home, beside {name}", home, name, median(times)) for name, times in taken.items()]


def _other(command: list[str], pattern: str, env: Mapping[str, str]) -> Run:
    return lambda: _program(command, pattern, env)


def _painted(data: Path) -> float:
    return _program([sys.executable, "-m", "quizapp"], "help", {"QUIZAPP_DATA": str(data)}, until_quiet=True)


def _program(
    command: list[str], pattern: str, env: Mapping[str, str] | None = None, *, until_quiet: bool = False
) -> float:
    with Program(command, env, cwd=ROOT) as program:
        taken = program.painted(pattern)
        if until_quiet:  # what it keeps for the next start it writes behind Home
            program.settle(0.2)
        return taken


def _ended(room: Path, *command: str, env: Mapping[str, str] | None = None) -> float:
    start = perf_counter()
    subprocess.run(
        command, cwd=ROOT, env=environment({"QUIZAPP_DATA": str(room / "none")} | dict(env or {})), check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return 1e3 * (perf_counter() - start)


def interleaved(runs: Mapping[str, Run], rounds: int) -> dict[str, list[float]]:
    """The figures of each run, one round of all after another; the first round only warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            figure = run()
            if number:
                taken[name].append(figure)
    return taken


def spread(times: list[float]) -> str:
    """How many there are and how far they lie apart."""
    low, high = quantile(times, 0.1), quantile(times, 0.9)
    return f"n={len(times)}, four in five within {low:.0f}-{high:.0f}"


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.start", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, no programs to install")
    tell(measure(quick=parser.parse_args().quick), "start")


if __name__ == "__main__":
    main()
