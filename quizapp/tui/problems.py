"""What an author is told of a lesson: what the check finds in it, and what learners flagged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from quizapp.checking.check import Finding, check
from quizapp.checking.subject import Facts
from quizapp.content.broken import BrokenLesson
from quizapp.content.lesson import Lesson
from quizapp.content.library import TAKEN, Library
from quizapp.diagnostics import Severity
from quizapp.quiz.attempt import Attempt
from quizapp.text.span import Path

Kind: TypeAlias = Literal["error", "warning", "note", "flag"]
KINDS: tuple[Kind, ...] = ("error", "warning", "note", "flag")
"""The most pressing first."""
BEFORE, MOST, AFTER = 24, 60, 24
"""Characters of a line that are shown before what is meant, of that itself, and after it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at."""

    kind: Kind
    message: str
    code: str = ""
    name: str = ""
    """What the rule is called."""
    asks: str = ""
    """What the rule asks for."""
    file: str = ""
    """Relative to the course; empty where the course as a whole is meant."""
    here: bool = True
    """Whether that is the lesson's own file."""
    line: int = 0
    """Counted from 1; 0 where there is none."""
    path: Path | None = None
    """Where in the lesson it is; None where it is elsewhere, or where the file cannot be read as far as there."""
    excerpt: tuple[str, str, str] = ("", "", "")
    """The line as it stands in the file: what is before the stretch that is meant, that stretch, what is after it."""
    repair: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one look at the course found."""

    library: Library
    slug: str
    """The lesson's."""
    lesson: Lesson | None
    """None while it is broken, or gone."""
    broken: BrokenLesson | None
    problems: tuple[Problem, ...]
    """The most pressing first, those of one kind in the order of the file."""
    waiting: int
    """How many questions a person has not approved as they are."""

    @property
    def file(self) -> str:
        """The lesson's file."""
        return f"lessons/{self.slug}.toml"

    def count(self, kind: Kind) -> int:
        """How many problems are of a kind."""
        return sum(problem.kind == kind for problem in self.problems)


def read(library: Library, slug: str, flags: Iterable[Attempt] = ()) -> Reading:
    """Checks a course and says what concerns one lesson; `flags` are those of learners.

    It is what `quizapp check` reports of the lesson's file, and errors in what lessons rest on. That nobody approved a
    question is counted, not listed: while a lesson is written it is so of every question.
    """
    file = f"lessons/{slug}.toml"
    lesson = library.lesson(slug)
    facts = Facts(library)
    findings = [finding for finding in check(library, facts=facts).findings if _concerns(finding, file)]
    waiting = [finding for finding in findings if _waits(finding, facts)]
    problems = [_problem(finding, file) for finding in findings if finding not in waiting]
    if lesson is not None:
        problems += _flagged(library, lesson, flags)
    problems.sort(key=lambda problem: (KINDS.index(problem.kind), not problem.here, problem.file, problem.line))
    broken = next((broken for broken in library.broken if broken.slug == slug), None)
    return Reading(library, slug, lesson, broken, tuple(problems), len(waiting))


def _concerns(finding: Finding, file: str) -> bool:
    if finding.file == file:
        return True
    other = PurePosixPath(finding.file or "")
    is_lesson = other.parts[:1] == ("lessons",) and other.suffix == ".toml" and other.stem not in TAKEN
    return finding.diagnostic.severity is Severity.ERROR and not is_lesson


def _waits(finding: Finding, facts: Facts) -> bool:
    """Whether it says that nobody approved a question; a refusal has a reason, and is to be read."""
    diagnostic = finding.diagnostic
    held = facts.approvals.get((diagnostic.lesson or "", diagnostic.question or ""))
    return diagnostic.rule.code == "QZ331" and held is None


def _problem(finding: Finding, file: str) -> Problem:
    diagnostic, place = finding.diagnostic, finding.place
    location = diagnostic.location
    repair = diagnostic.notes
    if diagnostic.fix is not None:
        repair += (f"quizapp check --fix: {diagnostic.fix.title}",)
    return Problem(
        diagnostic.severity.value,
        diagnostic.message,
        diagnostic.rule.code,
        diagnostic.rule.name,
        diagnostic.rule.summary,
        finding.file or "",
        finding.file == file,
        place.line if place else 0,
        location.path if location and location.file == file and location.span is None else None,
        _excerpt(finding),
        repair,
    )


def _excerpt(finding: Finding) -> tuple[str, str, str]:
    if finding.place is None:
        return "", "", ""
    start = finding.place.column - 1
    end = finding.place.end_column - 1 if finding.place.end_line == finding.place.line else len(finding.line)
    before = finding.line[max(0, start - BEFORE) : start]
    before = f"…{before}" if start > BEFORE else before.lstrip()
    if end - start > MOST:
        return before, finding.line[start : start + MOST] + "…", ""
    after = finding.line[end : end + AFTER]
    return before, finding.line[start:end], f"{after}…" if len(finding.line) > end + AFTER else after


_GOES = (
    "Read it as a learner would. The flag goes when the question or its evidence changes, or the learner takes it back."
)


def _flagged(library: Library, lesson: Lesson, flags: Iterable[Attempt]) -> Iterator[Problem]:
    """The questions that learners flagged as they are now; a flag on an earlier wording has done its work."""
    known = tuple(flags)
    document = library.documents[lesson.file]
    for index, question in enumerate(lesson.questions):
        now = library.fingerprint(lesson, question)
        on_it = [
            attempt
            for attempt in known
            if (attempt.course, attempt.item) == (library.course.id, f"{lesson.slug}/{question.id}")
            and attempt.fingerprint in ("", now)
        ]
        if on_it:
            path: Path = ("questions", index, "id")
            last = max(attempt.at for attempt in on_it)
            who, times = ("A learner", "") if len(on_it) == 1 else ("Learners", f" {len(on_it)} times, last")
            yield Problem(
                "flag",
                f"{who} flagged “{question.id}” as bad{times} on {last.date().isoformat()}.",
                file=lesson.file,
                line=document.place(document.span(path)).line,
                path=path,
                repair=(_GOES,),
            )
