"""The check of a course whose lessons are read and looked through a part at a time, by several processes if there are.

Every part has the whole course but for the other lessons. What it hands over is what was found in its own lessons, with
places, and a digest of each for the rules that compare lessons: these run when all parts are there. The report does
not depend on how the course was parted.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from quizapp.checking.check import Finding, Report, Wanted, placed, report
from quizapp.checking.digest import Digests, Whole, digests, together
from quizapp.checking.digest import named as named_in
from quizapp.checking.findings import of_lessons, of_whole_course, to_report
from quizapp.checking.jobs import Spread, in_turn, numbered, portions
from quizapp.checking.subject import Facts
from quizapp.content.glossary import Entry
from quizapp.content.library import Library
from quizapp.content.parts import Parted
from quizapp.diagnostics import Diagnostic
from quizapp.told import Told, untold

if TYPE_CHECKING:
    from quizapp.checking.statistics import Statistics

PART = 300_000
"""So many bytes of lessons are a part: enough that handing over what was found costs little beside finding it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What the check of some lessons comes to."""

    read: list[tuple[Diagnostic, Finding | None]]
    """What reading them found; without a place where it is not wanted."""
    found: list[tuple[Diagnostic, Finding | None]]
    """The same of what the rules found."""
    lessons: Digests
    statistics: "Statistics | None"
    later: tuple[str, ...]
    """The files that have to be read after all others, in order."""


def check_in_parts(
    course: Parted, wanted: Wanted, spread: Spread = in_turn, *, counted: bool = False, told: Told = untold
) -> tuple[Report, "Statistics | None"]:
    """Checks a course against all of itself.

    Args:
        course: the course, of which the lessons may not be read yet.
        wanted: what to report.
        spread: has the parts looked through.
        counted: whether to count also what questions rest on.
        told: is told how many lessons were begun, or questions where all lessons are one part.
    """
    return _Check(course, wanted, spread, counted=counted, told=told).report()


class _Check:
    def __init__(self, course: Parted, wanted: Wanted, spread: Spread, *, counted: bool, told: Told) -> None:
        self._course = course
        self._wanted = wanted
        self._spread = spread
        self._counted = counted
        self._told = told
        self._facts = Facts(course.without_lessons(), wanted.strict)
        self._seen: Facts | None = None
        """The part that this process looked through last."""

    def report(self) -> tuple[Report, "Statistics | None"]:
        parted = self._course.portions(PART) or [[]]  # a course without lessons is looked at too
        if len(parted) > 1:
            jobs = [partial(self._part, files, before) for before, files in numbered(parted)]
            parts = list(chain(*self._spread(jobs)))
            later = {file for part in parts for file in part.later}
            parted = [[file for file in self._course.files if file in later]] if later else []
        else:
            parts = []
        parts += [part for files in parted for part in self._part(files, in_order=True)]
        return self._together(parts)

    def _part(self, files: Sequence[str], before: int = 0, *, in_order: bool = False) -> list[_Part]:
        """Looks through some lessons, behind so many others.

        In order nobody else is at work, and what of it falls into parts is shared.
        """

        def lessons(_: str, done: int, of: int) -> None:
            self._told("lessons", before + len(files) * done // of, len(self._course.files))

        spread, told = (self._spread, self._told) if in_order else (in_turn, lessons)
        library, later = self._course.part(files, in_order=in_order)
        self._seen = facts = Facts(library, self._wanted.strict, self._facts)

        def placed_if_wanted(diagnostics: Sequence[Diagnostic]) -> list[tuple[Diagnostic, Finding | None]]:
            wanted = [d for d in diagnostics if self._wanted.takes(d, facts)]
            found = spread([partial(_all_placed, library, portion) for portion in portions(wanted)])
            there = {id(d): finding for d, finding in zip(wanted, chain(*found), strict=True)}
            return [(d, there.get(id(d))) for d in diagnostics]

        return [
            _Part(
                placed_if_wanted(library.diagnostics),
                placed_if_wanted(of_lessons(facts, settled=self._wanted.notes, spread=spread, told=told)),
                digests(facts),
                _statistics(facts) if self._counted else None,
                later,
            )
        ]

    def _together(self, parts: Sequence[_Part]) -> tuple[Report, "Statistics | None"]:
        library = self._facts.library
        lessons = together(part.lessons for part in parts)
        course = Whole(self._facts, lessons, self._named)
        there = {id(d): finding for part in parts for d, finding in (*part.read, *part.found)}
        read = [*library.diagnostics, *(d for part in parts for d, _ in part.read)]
        found = [d for part in parts for d, _ in part.found]
        found += of_whole_course(course, settled=self._wanted.notes)
        every = list(to_report(course, read, found))
        others = [d for d in every if id(d) not in there and self._wanted.takes(d, self._facts)]
        further = self._spread([partial(_all_placed, library, portion) for portion in portions(others)])
        findings = [finding for d in every if (finding := there.get(id(d))) is not None]
        counted = [part.statistics for part in parts if part.statistics]
        return report(library, lessons, [*findings, *chain(*further)]), _sum(counted) if self._counted else None

    def _named(self, entries: Collection[Entry]) -> frozenset[str]:
        """Looks through the lessons once more, at all their texts."""
        parted = self._course.portions(PART)
        if self._seen and len(parted) == 1:
            return named_in(self._seen, entries)
        jobs = [partial(self._named_in, files, before, entries) for before, files in numbered(parted)]
        return frozenset(chain(*chain(*self._spread(jobs))))

    def _named_in(self, files: Sequence[str], before: int, entries: Collection[Entry]) -> list[frozenset[str]]:
        self._told("lessons for names", before, len(self._course.files))
        library, _ = self._course.part(files)
        return [named_in(Facts(library, shared=self._facts), entries)]


def _statistics(facts: Facts) -> "Statistics":
    from quizapp.checking.statistics import statistics

    return statistics(facts.library, facts)


def _sum(parts: Iterable["Statistics"]) -> "Statistics":
    from quizapp.checking.statistics import sum_of

    return sum_of(parts)


def _all_placed(library: Library, diagnostics: Iterable[Diagnostic]) -> list[Finding]:
    return [placed(library, diagnostic) for diagnostic in diagnostics]
