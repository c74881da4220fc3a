"""How fast the check is, beside what else reads the same files: `python -m tests.bench.check`.

Runs of all are interleaved, since milliseconds of a shared machine do not travel and ratios do. Nothing is asserted.
All begin as an installed program does, with its byte code in place: the first check, which may compile, is not counted.
The made course is checked twice: as a finished course is, every question approved, and as it is before anybody approved
anything, when every note is worked out and every question reported.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

import tomli

from tests.bench.pack import QUESTIONS, make
from tests.bench.rows import Row, beside
from tests.bench.terminal import environment
from tests.checking.approving import approve

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


class Took(NamedTuple):
    """What one run took."""

    seconds: float
    mib: float
    """The most memory it held; 0 where that was not looked at."""


Run = Callable[[], Took]
OURS, FRESH = "quizapp check", "... nothing approved"


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
        _check(ROOT)()
        runs: dict[str, Run] = {OURS: _check(ROOT), **peers.runs(shipped)}
        _table("the shipped course", _medians(runs, arguments.rounds), None)
        large, fresh = room / "large", room / "fresh"
        make(fresh, arguments.large // QUESTIONS)
        _made(large, arguments.large)
        runs = {OURS: _check(large), FRESH: _check(fresh), "tomli.loads": _tomli(_read(large))}
        runs |= peers.runs(_lessons(large))
        title = f"{arguments.large // QUESTIONS} lessons of {QUESTIONS} questions"
        _table(title, _medians(runs, arguments.rounds), arguments.large)
        _say(_tomli_is())
        _growth(room, arguments.sizes, arguments.rounds)
        for missing in peers.missing:
            _say(f"not measured: {missing}")


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for the shipped course and for a large one; quick ones of one run and a twentieth of the questions."""
    rounds, questions = (1, LARGE // 20) if quick else (3, LARGE)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        peers = _Peers(room)
        _check(ROOT)()
        shipped = _medians({OURS: _check(ROOT), **peers.runs(_lessons(ROOT))}, rounds)
        _made(room / "large", questions)
        lessons = _lessons(room / "large")
        runs = {OURS: _check(room / "large"), "tomli.loads": _tomli(_read(room / "large")), **peers.runs(lessons)}
        large = _medians(runs, rounds)
    for missing in peers.missing:
        sys.stderr.write(f"not measured: {missing}\n")
    return [
        *_rows("check of the shipped course, median", shipped, {"check-jsonschema": 0.6}),
        *_rows(f"check of {questions:,} questions, median", large, {"tomli.loads": 3, "taplo lint": 1}),
    ]


def _rows(what: str, found: Mapping[str, Took], times: Mapping[str, float]) -> list[Row]:
    ours = found[OURS]
    return [
        beside(what, ours.seconds, name, took.seconds, times=times.get(name), unit="s", note=f"{ours.mib:,.0f} MiB")
        for name, took in found.items()
        if name != OURS
    ]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _growth(room: Path, sizes: Sequence[int], rounds: int) -> None:
    for size in sizes:  # nothing approved: that is more to do, and 40,000 approvals are more than one file may hold
        make(room / f"of-{size}", size // QUESTIONS)
    found = _medians({f"{size} questions": _check(room / f"of-{size}") for size in sizes}, rounds)
    _say("\ngrowth of quizapp check, nothing approved")
    for size, (name, (seconds, mib)) in zip(sizes, found.items(), strict=True):
        each = f"{1e6 * seconds / size:6.0f} us each"
        _say(f"  {name:<20} {seconds:8.2f} s  {size / seconds:8.0f} questions/s  {each}  {mib:6.0f} MiB")
    if len(sizes) > 2:
        marginal = [
            1e6 * (found[f"{more} questions"].seconds - found[f"{less} questions"].seconds) / (more - less)
            for less, more in pairwise(sizes)
        ]
        each = ", ".join(f"{micro:.0f} us" for micro in marginal)
        _say(f"  each further question: {each} (level: linear)")


def _made(course: Path, questions: int) -> None:
    """Makes a course of so many questions, each of them approved."""
    make(course, questions // QUESTIONS)
    approve(course)


def _table(title: str, found: Mapping[str, Took], questions: int | None) -> None:
    ours = found[OURS].seconds
    targets = {"tomli.loads": "<= 3", "taplo lint": "< 1"} if questions else {"check-jsonschema": "<= 0.6"}
    _say(f"\n{title}: seconds (median), and how many times as long quizapp check takes")
    for name, (seconds, mib) in found.items():
        rate = f"{questions / seconds:9.0f} questions/s" if questions else ""
        target = f"  target {targets[name]}" if name in targets else ""
        ratio = f"  {ours / seconds:6.2f}x{target}" if name != OURS else ""
        _say(f"  {name:<20} {seconds:8.2f} s {mib:6.0f} MiB {rate}{ratio}")


def _medians(runs: Mapping[str, Run], rounds: int) -> dict[str, Took]:
    taken: dict[str, list[Took]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return {name: Took(*map(median, zip(*every, strict=True))) for name, every in taken.items()}


def _lessons(course: Path) -> list[str]:
    others = ("course", "glossary", "approvals")
    return [str(file) for file in sorted((course / "lessons").glob("*.toml")) if file.stem not in others]


def _read(course: Path) -> list[str]:
    """The files of TOML that a check reads: lessons, and glossary, approvals and the course's own."""
    return sorted(map(str, (course / "lessons").glob("*.toml")))


def _timed(*command: str, fine: tuple[int, ...] = (0,)) -> Took:
    """The wall-clock time of a command, and its memory."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=said, stderr=said) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - start
        if process.returncode not in fine:
            said.seek(0)
            sys.exit(f"{' '.join(command[:4])} …: status {process.returncode}\n{said.read()[-2000:]}")
    return Took(taken, used.ru_maxrss / 1024)


def _check(course: Path) -> Run:
    return lambda: _timed(sys.executable, "-m", "quizapp", "check", "--course", str(course))


def _tomli(files: list[str]) -> Run:
    def run() -> Took:
        done = subprocess.run([sys.executable, "-c", _READ, *files], capture_output=True, text=True, check=True)
        return Took(float(done.stdout), 0)

    return run


def _tomli_is() -> str:
    compiled = not (tomli.__file__ or "").endswith(".py")
    return f"tomli {metadata.version('tomli')} is {'compiled' if compiled else 'pure Python'}"


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
