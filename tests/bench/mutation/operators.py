"""What an operator is, and what is asked of the check for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from quizapp.diagnostics import Severity
from tests.bench.mutation.course import Course, Mutant

Make = Callable[[Course, Random], Iterator[Mutant]]


@dataclass(frozen=True)
class Goal:
    """How many of an operator's mutants are to be found."""

    title: str
    severity: Severity
    """Found is what this severity, or a graver one, is said of."""
    share: float
    """Of all mutants; 0 where the rate is only reported."""
    harmless: bool = False
    """Whether, on the contrary, nothing is to be found at this severity."""


ERROR = Goal("an error, always", Severity.ERROR, 1)
WARNING = Goal("a warning, always", Severity.WARNING, 1)
NOTE = Goal("an error or a note, always", Severity.NOTE, 1)
NEARLY = Goal("an error or a note, 95 %", Severity.NOTE, 0.95)
MOSTLY = Goal("an error or a note, 80 %", Severity.NOTE, 0.8)
HALF = Goal("an error or a note, 50 %", Severity.NOTE, 0.5)
REPORTED = Goal("reported only", Severity.NOTE, 0)
HARMLESS = Goal("harmless: no new error or warning", Severity.WARNING, 1, harmless=True)
GOALS = (ERROR, WARNING, NOTE, NEARLY, MOSTLY, HALF, REPORTED, HARMLESS)


@dataclass(frozen=True)
class Operator:
    """A way to change a course."""

    name: str
    goal: Goal
    make: Make
    listed: bool = True
    """Whether its rate is promised; the others are there so that each rule QZ1 to QZ3 is needed."""
