"""Every figure that quizapp promises, beside its peers, measured now: `python -m tests.bench`, or `--quick`.

It runs each benchmark of this folder that gives rows, prints them as they come, and then says of each promise whether
it was kept, missed, or not measured, and why. Nothing is asserted, and milliseconds of a busy machine do not travel:
ratios of one run do. `--only start store` runs some of them.
"""

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from typing import NamedTuple

from tests.bench.rows import Row, tell

Measure = Callable[..., list[Row]]


class Promise(NamedTuple):
    """A row of the table of what is to be reached."""

    what: str
    target: str
    found_by: str
    """What matches the figures of it that carry the target."""


PROMISES = (
    Promise("quizapp --version", "<= 2x python -c pass", r"quizapp --version"),
    Promise("--help, usage errors, completion", "<= 3x python -c pass", r"quizapp (--help|--hlep|completion)"),
    Promise("cold start to first painted Home", "<= 1.3x bare Textual", r"cold start to Home, median"),
    Promise("key to feedback, answer on disk", "median <= 1.5x bare Textual, p99 <= 16 ms", r"feedback|verdict"),
    Promise("key to next question", "p99 <= 25 ms", r"next question"),
    Promise("lesson page turned", "<= 25 ms median", r"page of a lesson"),
    Promise("check, the shipped course", "<= 0.6x check-jsonschema", r"check of the shipped course"),
    Promise("check, 20,000 questions", "<= 3x tomli.loads, ahead of taplo lint", r"check of [\d,]+ questions"),
    Promise("one durable answer", "median <= 1x Anki's", r"one durable answer"),
    Promise("what is due", "<= 1 ms at 1,000,000", r"what is due of"),
    Promise("stats over 1,000,000 attempts", "<= 5 ms", r"stats over"),
    Promise("memory at rest, after 1,500 questions", "<= 55 MiB, <= 5 MiB more", r"memory (at rest|after)"),
    Promise("import of a 100,000-attempt log", ">= 50,000 a second", r"import of 100,000"),
)


def benchmarks() -> dict[str, Measure]:
    """What gives rows, by the name of its module: a `measure` that takes nothing but `quick`."""
    found = {}
    for file in sorted(Path(__file__).parent.glob("[!_]*.py")):
        text = file.read_text(encoding="utf-8")
        if "def measure(" not in text:
            continue
        measure: Measure = import_module(f"tests.bench.{file.stem}").measure
        given = signature(measure).parameters
        if list(given) == ["quick"] and given["quick"].kind is Parameter.KEYWORD_ONLY:
            found[file.stem] = measure
    return found


def run(measures: Mapping[str, Measure], *, quick: bool) -> tuple[list[Row], dict[str, str]]:
    """The rows of all of them, printed as they come, and why some gave none."""
    rows: list[Row] = []
    failed: dict[str, str] = {}
    for name, measure in measures.items():
        try:
            new = measure(quick=quick)
        except Exception as error:  # noqa: BLE001  a benchmark that fails leaves the others their turn
            failed[name] = f"{type(error).__name__}: {error}"
            sys.stdout.write(f"\n{name}\n  not measured: {failed[name]}\n")
            continue
        tell(new, name)
        rows += new
    return rows, failed


def verdicts(rows: Sequence[Row]) -> list[tuple[Promise, str]]:
    """Of each promise whether it was kept: by every figure that has a target, or else that it was not measured."""
    found = []
    for promise in PROMISES:
        told = [row for row in rows if re.search(promise.found_by, row.what) and row.passed is not None]
        short = [row for row in told if not row.passed]
        if not told:
            verdict = "not measured"
        elif short:
            verdict = f"SHORT  {', '.join(_by_how_much(row) for row in short)}"
        else:
            verdict = "pass"
        found.append((promise, verdict))
    return found


def unpromised(rows: Sequence[Row]) -> list[Row]:
    """Figures with a target of their own that no promise is judged by."""
    return [
        row for row in rows if row.passed is not None and not any(re.search(p.found_by, row.what) for p in PROMISES)
    ]


def _by_how_much(row: Row) -> str:
    told = f"{row.ratio:.2f}x {row.peer_name}" if row.ratio is not None else f"{row.ours:,.2f} {row.unit}"
    return f"{told} ({row.target})"


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and smaller runs, of which the targets are not")
    parser.add_argument("--only", nargs="*", help="the benchmarks to run, by the names of their modules")
    arguments = parser.parse_args()
    known = benchmarks()
    wanted = {name: measure for name, measure in known.items() if arguments.only is None or name in arguments.only}
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load}\n")
    rows, failed = run(wanted, quick=arguments.quick)
    sys.stdout.write("\nwhat is promised\n")
    for promise, verdict in verdicts(rows):
        sys.stdout.write(f"  {promise.what:<38} {promise.target:<42} {verdict}\n")
    for row in unpromised(rows):
        sys.stdout.write(f"  {row.what}: {'pass' if row.passed else f'SHORT  {_by_how_much(row)}'}\n")
    for name, why in failed.items():
        sys.stdout.write(f"  not measured: {name}: {why}\n")
    for name in known.keys() - wanted.keys():
        sys.stdout.write(f"  not run: {name}\n")


if __name__ == "__main__":
    main()
