"""How fast the check is, beside what else reads the same files: `python -m tests.bench.check`.

Runs of all are interleaved, since milliseconds of a shared machine do not travel and ratios do. Nothing is asserted.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests.bench.pack import QUESTIONS, make

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 5_000, 20_000, 40_000)
LARGE = 20_000
_READ = (
    "import sys, time, tomli\n"
    "texts = [open(file, encoding='utf-8').read() for file in sys.argv[1:]]\n"
    "start = time.perf_counter()\n"
    "for text in texts: tomli.loads(text)\n"
    "print(time.perf_counter() - start)\n"
)
Run = Callable[[], float]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="questions, for growth")
    parser.add_argument("--large", type=int, default=LARGE, help="questions, for the comparison")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        peers = _Peers(room)
        shipped = _lessons(ROOT)
        runs: dict[str, Run] = {"quizapp check": _check(ROOT), **peers.runs(shipped)}
        _table("the shipped course", _medians(runs, arguments.rounds), None)
        large = room / "large"
        make(large, arguments.large // QUESTIONS)
        runs = {"quizapp check": _check(large), "tomli.loads": _tomli(_lessons(large)), **peers.runs(_lessons(large))}
        title = f"{arguments.large // QUESTIONS} lessons of {QUESTIONS} questions"
        _table(title, _medians(runs, arguments.rounds), arguments.large)
        _growth(room, arguments.sizes, arguments.rounds)
        for missing in peers.missing:
            _say(f"not measured: {missing}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _growth(room: Path, sizes: Sequence[int], rounds: int) -> None:
    for size in sizes:
        make(room / f"of-{size}", size // QUESTIONS)
    found = _medians({f"{size} questions": _check(room / f"of-{size}") for size in sizes}, rounds)
    _say("\ngrowth of quizapp check")
    for size, (name, seconds) in zip(sizes, found.items(), strict=True):
        _say(f"  {name:<20} {seconds:8.2f} s  {size / seconds:8.0f} questions/s  {1e6 * seconds / size:6.0f} us each")
    if len(sizes) > 2:
        marginal = [
            1e6 * (found[f"{more} questions"] - found[f"{less} questions"]) / (more - less)
            for less, more in pairwise(sizes)
        ]
        each = ", ".join(f"{micro:.0f} us" for micro in marginal)
        _say(f"  each further question: {each} (level: linear)")


def _table(title: str, found: Mapping[str, float], questions: int | None) -> None:
    ours = found["quizapp check"]
    targets = {"tomli.loads": "<= 3", "taplo lint": "< 1"} if questions else {"check-jsonschema": "<= 0.6"}
    _say(f"\n{title}: seconds (median), and how many times as long quizapp check takes")
    for name, seconds in found.items():
        rate = f"{questions / seconds:9.0f} questions/s" if questions else ""
        target = f"  target {targets[name]}" if name in targets else ""
        ratio = f"  {ours / seconds:6.2f}x{target}" if name != "quizapp check" else ""
        _say(f"  {name:<20} {seconds:8.2f} s {rate}{ratio}")


def _medians(runs: Mapping[str, Run], rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return {name: median(times) for name, times in taken.items()}


def _lessons(course: Path) -> list[str]:
    others = ("course", "glossary", "approvals")
    return [str(file) for file in sorted((course / "lessons").glob("*.toml")) if file.stem not in others]


def _timed(*command: str, fine: tuple[int, ...] = (0,)) -> float:
    """The wall-clock time of a command."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in fine:
        sys.exit(f"{' '.join(command[:4])} …: status {done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
    return taken


def _check(course: Path) -> Run:
    return lambda: _timed(sys.executable, "-m", "quizapp", "check", "--course", str(course))


def _tomli(files: list[str]) -> Run:
    def run() -> float:
        done = subprocess.run([sys.executable, "-c", _READ, *files], capture_output=True, text=True, check=True)
        return float(done.stdout)

    return run


class _Peers:
    """What else looks through TOML files, each in an environment of its own where it installs."""

    def __init__(self, room: Path) -> None:
        self.missing: list[str] = []
        schema = room / "lesson.schema.json"
        command = [sys.executable, "-m", "quizapp", "schema", "lesson"]
        schema.write_text(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        self._commands: dict[str, list[str]] = {}
        python = room / "peer" / "bin" / "python"
        venv.create(room / "peer", with_pip=True)
        if self._installs("check-jsonschema", str(python), "-m", "pip", "install", "-q", "check-jsonschema"):
            program = str(python.with_name("check-jsonschema"))
            self._commands["check-jsonschema"] = [program, "--schemafile", str(schema)]
        if self._installs("taplo lint", "npm", "install", "--silent", "--prefix", str(room / "npm"), "@taplo/cli"):
            self._commands["taplo lint"] = [str(room / "npm" / "node_modules" / ".bin" / "taplo"), "lint"]

    def _installs(self, name: str, *command: str) -> bool:
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        except (OSError, subprocess.TimeoutExpired) as error:
            self.missing.append(f"{name}: {error}")
            return False
        if done.returncode:
            self.missing.append(f"{name}: {(done.stderr or done.stdout).strip()[-200:]}")
        return done.returncode == 0

    def runs(self, files: list[str]) -> dict[str, Run]:
        return {name: self._run(command, files) for name, command in self._commands.items()}

    @staticmethod
    def _run(command: list[str], files: list[str]) -> Run:
        return lambda: _timed(*command, *files, fine=(0, 1))


if __name__ == "__main__":
    main()
