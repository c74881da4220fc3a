"""The proof that the check works: clean courses, broken on purpose in all ways that the check is to find.

`python -m tests.bench.mutation` breaks the shipped course, and a frozen second one on another subject to which nothing
is tuned, and prints what was found. It exits non-zero where a goal is missed, an operator has nothing to break, the
shipped course has too many notes, or a rule could be left out and no rate would fall.

What counts as found is new compared with the clean course (the same rule at the same value is not) and is said by a
rule of QZ1 to QZ3 other than QZ331; that a broken key also happens to be too long (QZ4) is no merit. A warning counts
where a note would. Notes count as if nobody had approved the questions; for the family of stale approvals everybody
had.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.diagnostics import Severity
from tests.bench.mutation.course import Course
from tests.bench.mutation.measure import Check
from tests.bench.mutation.operators import GOALS, Goal
from tests.bench.mutation.tally import NOISE, OPERATORS, Result, Tally, idle_rules, measure

ROOT = Path(__file__).parents[3]
COURSES = {"shipped": ROOT, "second": ROOT / "tests" / "data" / "second"}
SEED = 20220329
SAMPLE = 40
_SHOWN = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; what it returns is the exit status."""
    asked = _parser().parse_args(arguments)
    operators = [operator for operator in OPERATORS if asked.only in operator.name]
    failures: list[str] = []
    results: dict[str, Result] = {}
    for name in asked.course or COURSES:
        began = time.perf_counter()
        results[name] = measure(Check(Course(COURSES[name])), operators, asked.sample, asked.seed, whole=asked.whole)
        _say(*_table(name, results[name], time.perf_counter() - began))
        failures += [f"{name}: {reason}" for reason in _failures(results[name], whole=not asked.only)]
        if asked.missed:
            _say(*_missed(results[name].tallies, asked.missed))
    if not asked.only and len(results) == len(COURSES):
        idle = idle_rules(list(results.values()))
        _say("", "What each rule is needed for: a rate that falls without it")
        _say(*(f"  {code}  {fall or '-'}" for code, fall in idle.items()))
        failures += [f"{code} could be left out: no rate falls without it" for code, fall in idle.items() if not fall]
        noise = results["shipped"].noise
        failures += [f"shipped: {noise:.2f} notes to a question"] if noise >= NOISE else []
    _say("", *(f"FAILED  {failure}" for failure in failures), "" if failures else "All goals are met.")
    return bool(failures)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N",
                        help="mutants of each operator to run at most; 0 for all (default: %(default)s)")  # fmt: skip
    parser.add_argument("--course", choices=COURSES, action="append", help="one course only")
    parser.add_argument("--only", default="", metavar="WORDS", help="operators whose name holds these words")
    parser.add_argument("--missed", type=int, nargs="?", const=_SHOWN, default=0, metavar="N",
                        help="show up to N mutants of each operator that missed its goal")  # fmt: skip
    parser.add_argument("--whole", action="store_true", help="check everything for each mutant; slow, to compare")
    parser.add_argument("--seed", type=int, default=SEED)
    return parser


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _table(name: str, result: Result, seconds: float) -> Iterable[str]:
    course = result.check.course
    yield ""
    yield f"== {name}: {course.name}, {len(course.questions)} questions, {len(course.citations)} citations"
    yield f"{'operator':<53}{'mutants':>9}{'error':>7}{'warning':>9}{'note':>6}{'missed':>8}{'rate':>9}"
    for goal in GOALS:
        tallies = [tally for tally in result.tallies if tally.operator.goal is goal]
        if tallies:
            yield f"-- {goal.title}"
            yield from (_row(tally, goal) for tally in tallies)
    approved, unnoticed = len(result.approved), len(result.unnoticed)
    yield "-- approvals left stale, of every mutant of a question or its evidence"
    yield f"{'  found':<53}{approved:>9}{approved - unnoticed:>7}{'':>15}{unnoticed:>8}"
    ran = sum(len(tally.outcomes) for tally in result.tallies)
    made = sum(tally.made for tally in result.tallies)
    yield f"{ran} of {made} mutants in {seconds:.0f} s; {result.noise:.2f} notes to a question of the clean course"


def _row(tally: Tally, goal: Goal) -> str:
    counts = [tally.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE, None)]
    name = f"  {tally.operator.name}{'' if tally.operator.listed else ' *'}"
    columns = f"{len(tally.outcomes):>9}{counts[0]:>7}{counts[1]:>9}{counts[2]:>6}{counts[3]:>8}"
    mark = "  FAILED" if tally.fails and (goal.share or not tally.outcomes) else ""
    return f"{name:<53}{columns}{tally.rate():>9.1%}{mark}"


def _failures(result: Result, *, whole: bool) -> Iterable[str]:
    for tally in result.tallies:
        if not tally.outcomes:
            yield f"“{tally.operator.name}” has nothing to break"
        elif tally.fails:
            yield f"“{tally.operator.name}” reaches {tally.rate():.1%} of {tally.operator.goal.share:.0%}"
    if whole and result.unnoticed:
        yield f"{len(result.unnoticed)} mutants left an approval standing: {result.unnoticed[0].mutant.what}"


def _missed(tallies: Iterable[Tally], limit: int) -> Iterable[str]:
    for tally in tallies:
        wrong = [outcome for outcome in tally.outcomes if not tally.met(outcome)]
        if wrong:
            yield f"\n{tally.operator.name}: {len(wrong)} of {len(tally.outcomes)} not as wanted"
        for outcome in wrong[:limit]:
            codes = " ".join(sorted(code for code, _ in outcome.found)) or "-"
            yield f"  [{codes}] {outcome.mutant.what}"


if __name__ == "__main__":
    sys.exit(main())
