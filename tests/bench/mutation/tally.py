"""What was found of each operator's mutants, held against its goal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from quizapp.diagnostics import CATALOGUE, Severity
from tests.bench.mutation import answering, attribution, citing, form, harmless, quoting, voices, wording
from tests.bench.mutation.measure import STALE, Check, Outcome, gravity
from tests.bench.mutation.operators import Operator

OPERATORS: tuple[Operator, ...] = (
    *quoting.OPERATORS,
    *citing.OPERATORS,
    *form.OPERATORS,
    *answering.OPERATORS,
    *wording.OPERATORS,
    *attribution.OPERATORS,
    *voices.OPERATORS,
    *harmless.OPERATORS,
)
NOISE = 1 / 3
"""Fewer notes than this to a question are what the shipped course is to have."""


@dataclass(frozen=True)
class Tally:
    """One operator on one course."""

    operator: Operator
    made: int
    """How many mutants there are; some of them were run."""
    outcomes: tuple[Outcome, ...]

    def gravest(self, outcome: Outcome, without: str = "") -> Severity | None:
        """The gravest finding that counts: QZ1 to QZ3 for a mutant, anything for what is harmless."""
        if self.operator.goal.harmless:
            return outcome.gravest(without, ("QZ",))
        return outcome.gravest(without)

    def met(self, outcome: Outcome, without: str = "") -> bool:
        """Whether the check does with this mutant what the goal asks."""
        goal = self.operator.goal
        return (gravity(self.gravest(outcome, without)) >= gravity(goal.severity)) != goal.harmless

    def rate(self, without: str = "") -> float:
        """The share of mutants for which it does."""
        return sum(self.met(outcome, without) for outcome in self.outcomes) / max(len(self.outcomes), 1)

    def count(self, severity: Severity | None) -> int:
        """Of how many mutants this is the gravest that is said; None counts the missed."""
        return sum(self.gravest(outcome) == severity for outcome in self.outcomes)

    @property
    def fails(self) -> bool:
        """Whether the goal is missed, or there is nothing to miss it on."""
        return not self.outcomes or self.rate() < self.operator.goal.share


@dataclass(frozen=True)
class Result:
    """All operators on one course."""

    check: Check
    tallies: tuple[Tally, ...]

    @property
    def approved(self) -> tuple[Outcome, ...]:
        """The mutants of questions and of their evidence that mean something, for the family of stale approvals."""
        return tuple(
            outcome
            for tally in self.tallies
            if not tally.operator.goal.harmless
            for outcome in tally.outcomes
            if outcome.mutant.questions
        )

    @property
    def unnoticed(self) -> tuple[Outcome, ...]:
        """Those of which an approval survived."""
        return tuple(outcome for outcome in self.approved if not outcome.stale)

    @property
    def noise(self) -> float:
        """Notes to a question of the clean course."""
        return self.check.notes / len(self.check.course.questions)


def measure(check: Check, operators: Iterable[Operator], sample: int, seed: int, *, whole: bool = False) -> Result:
    """Runs the operators on a course.

    Args:
        check: the check of a clean course.
        operators: to run.
        sample: how many mutants of each operator to run at most, chosen by chance; 0 for all.
        seed: of that chance; an operator's mutants depend on nothing else.
        whole: whether everything is checked for each mutant, and not only where its change can matter.
    """
    return Result(check, tuple(_tally(check, operator, sample, seed, whole) for operator in operators))


def _tally(check: Check, operator: Operator, sample: int, seed: int, whole: bool) -> Tally:
    random = Random(f"{seed} {check.course.name} {operator.name}")  # noqa: S311 - the same each time, no secret
    mutants = list(operator.make(check.course, random))
    chosen = random.sample(mutants, sample) if 0 < sample < len(mutants) else mutants
    return Tally(
        operator,
        len(mutants),
        tuple(
            check.whole(mutant) if whole or (operator.goal.harmless and index % 6 == 5) else check.run(mutant)
            for index, mutant in enumerate(chosen)
        ),
    )


def idle_rules(results: Sequence[Result]) -> dict[str, str]:
    """For each rule QZ1 to QZ3 an operator whose rate falls when its findings are left out; "" where none does."""
    return {code: _falls(code, results) for code in CATALOGUE if code < "QZ4"}


def _falls(code: str, results: Sequence[Result]) -> str:
    if code == STALE:
        approved = [outcome for result in results for outcome in result.approved]
        refused = sum(outcome.refused for outcome in approved)
        share = refused / max(len(approved), 1)
        return f"approvals left stale: 100.0% to {share:.1%}" if refused < len(approved) else ""
    for result in results:
        for tally in result.tallies:
            if not tally.operator.goal.harmless and tally.rate(code) < tally.rate():
                return f"{tally.operator.name}: {tally.rate():.1%} to {tally.rate(code):.1%}"
    return ""
