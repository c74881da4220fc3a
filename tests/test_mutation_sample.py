"""A fast sample of the mutation benchmark, and tests that the benchmark itself can fail.

The whole of it is `python -m tests.bench.mutation`.
"""

from random import Random

import pytest

from quizapp.diagnostics import Severity
from tests.bench.mutation import measure as measuring
from tests.bench.mutation.__main__ import COURSES, SEED, main
from tests.bench.mutation.course import Course, Mutant
from tests.bench.mutation.measure import Check, gravity
from tests.bench.mutation.operators import ERROR, HARMLESS, NEARLY, Operator
from tests.bench.mutation.tally import OPERATORS, Result, idle_rules, measure

SURE = [operator for operator in OPERATORS if operator.goal in (ERROR, HARMLESS)]
WORDED = [operator for operator in OPERATORS if operator.goal is NEARLY]


def _named(name: str) -> Operator:
    return next(operator for operator in OPERATORS if operator.name == name)


def _wrong(result: Result) -> list[str]:
    return [outcome.mutant.what for tally in result.tallies for outcome in tally.outcomes if not tally.met(outcome)]


@pytest.mark.parametrize("course", COURSES)
def test_every_operator_has_something_to_break(course: str) -> None:
    clean = Course(COURSES[course])
    listed = [operator for operator in OPERATORS if operator.listed]
    chance = Random(SEED)  # noqa: S311 - the same each time, no secret
    assert [operator.name for operator in listed if next(operator.make(clean, chance), None) is None] == []


@pytest.mark.parametrize(("course", "operators"), [("second", SURE), ("shipped", SURE[::6])])
def test_what_is_certain_is_found_and_what_is_harmless_is_not(course: str, operators: list[Operator]) -> None:
    result = measure(Check(Course(COURSES[course])), operators, 1, SEED)
    assert _wrong(result) == []
    assert [outcome.mutant.what for outcome in result.unnoticed] == []


def test_the_short_way_says_what_the_whole_check_says() -> None:
    check = Check(Course(COURSES["second"]))
    short = measure(check, (*WORDED, *SURE[::16]), 1, SEED)
    whole = measure(check, (*WORDED, *SURE[::16]), 1, SEED, whole=True)
    for one, other in zip(short.tallies, whole.tallies, strict=True):
        said = [(o.mutant, gravity(one.gravest(o)), o.stale) for o in one.outcomes]
        assert said == [(o.mutant, gravity(other.gravest(o)), o.stale) for o in other.outcomes], one.operator.name


def test_every_operator_changes_what_it_says_and_the_same_way_each_time() -> None:
    operator = _named("quote: letter edited")
    check = Check(Course(COURSES["second"]))
    first, again = (measure(check, [operator], 3, SEED).tallies[0] for _ in range(2))
    assert [o.mutant for o in first.outcomes] == [o.mutant for o in again.outcomes]
    for mutant in (outcome.mutant for outcome in first.outcomes):
        clean = check.course.document(mutant.file).text
        changed = mutant.text(clean)
        assert len(changed) == len(clean)
        assert sum(a != b for a, b in zip(clean, changed, strict=True)) == 1


def test_a_check_without_rules_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Check(Course(COURSES["second"]))
    number = _named("key: a number that the evidence lacks (remember)")
    assert not measure(check, [number], 3, SEED).tallies[0].fails
    monkeypatch.setattr(measuring, "QUESTION_RULES", ())
    blind = measure(check, [number], 3, SEED)
    assert blind.tallies[0].fails
    assert blind.unnoticed


def test_a_rule_that_is_needed_is_told_from_one_that_is_not() -> None:
    result = measure(Check(Course(COURSES["second"])), [_named("quote: case flipped")], 2, SEED)
    idle = idle_rules([result])
    assert idle["QZ301"].startswith("quote: case flipped: 100.0% to 0.0%")
    assert idle["QZ302"] == ""


def test_an_operator_without_mutants_fails() -> None:
    barren = Operator("nothing", ERROR, lambda *_: iter(()))
    assert measure(Check(Course(COURSES["second"])), [barren], 0, SEED).tallies[0].fails


def test_an_edit_that_means_nothing_is_not_found() -> None:
    check = Check(Course(COURSES["second"]))
    touched = frozenset([("the-warning", "the-ride")])
    outcome = check.run(Mutant("lessons/the-warning.toml", (), "nothing", touched))
    assert outcome.gravest(families=("QZ",)) is None
    assert not outcome.stale


def test_the_exit_status_tells(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sample", "1", "--course", "second", "--only", "source: unknown"]) == 0
    assert "All goals are met." in capsys.readouterr().out


def test_a_graver_finding_counts_for_a_milder_goal() -> None:
    assert gravity(Severity.ERROR) > gravity(Severity.WARNING) > gravity(Severity.NOTE) > gravity(None)
