"""Everything that the check finds in a course: what reading it found, and what the rules find in its sound lessons.

A finding of a QZ4 or QZ5 rule that the author allowed, with a reason, is no finding; an allowance that allows nothing
is one (QZ507).
"""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain

from quizapp.checking.jobs import portions
from quizapp.checking.rules.lasting import LASTING, LASTING_OF_COURSE, CourseRule, Rule
from quizapp.checking.rules.support import not_taught
from quizapp.checking.subject import Facts, Subject
from quizapp.content.base import Allowance
from quizapp.content.lesson import Lesson
from quizapp.content.library import COURSE, GLOSSARY
from quizapp.content.reader import ALLOWED
from quizapp.diagnostics import RULES, Diagnostic, Location, Severity
from quizapp.text.span import Path

OF_NAMES = frozenset({"QZ322", "QZ326", "QZ345", "QZ346", "QZ347", "QZ350", "QZ505"})
"""Rules that cannot tell one name from another without the glossary; that it is broken is said once."""


def findings(facts: Facts, *, settled: bool = True) -> Iterator[Diagnostic]:
    """All findings, those of reading first.

    Args:
        facts: the course.
        settled: whether to look also for notes that a person's word on the question has settled, or that are about no
            question; without, some of them are left out.
    """
    yield from facts.library.diagnostics
    jobs = [partial(_of_course, facts, settled=settled)]  # the longest is begun first
    lasting = _lasting(facts)
    for subjects, left_out in ((facts.subjects, None), (facts.further, not_taught)):  # what is broken may teach it
        jobs += [partial(_of_questions, lot, lasting, left_out, settled=settled) for lot in portions(subjects)]
    _ = facts.approvals  # worked out once, before the jobs
    of_course, *of_questions = facts.spread(jobs)
    found = _not_allowed(facts, (*chain.from_iterable(of_questions), *of_course))
    yield from (d for d in found if facts.glossary_is_sound or d.rule.code not in OF_NAMES)


def is_settled(facts: Facts, lesson: str | None, question: str | None) -> bool:
    """Whether a person looked at what is noted of a question, or could not: it is about none."""
    if lesson is None or question is None:
        return True
    approval = facts.approvals.get((lesson, question))
    return approval is not None and approval.how != "refused"


def _of_questions(
    subjects: Iterable[Subject], lasting: Iterable[Rule], left_out: Rule | None, *, settled: bool
) -> list[Diagnostic]:
    """What the rules find in some questions; `lasting` are those for settled ones, and one may be left out."""
    found: list[Diagnostic] = []
    for subject in subjects:
        known = not settled and is_settled(subject.facts, subject.lesson.slug, subject.question.id)
        for rule in lasting if known else _every():
            if rule is not left_out:
                found += rule(subject)
    return found


@cache
def _every() -> tuple[Rule, ...]:
    from quizapp.checking.rules.every import QUESTION_RULES

    return QUESTION_RULES


@cache
def _every_of_course() -> tuple[CourseRule, ...]:
    from quizapp.checking.rules.every import COURSE_RULES

    return COURSE_RULES


def _lasting(facts: Facts) -> tuple[Rule, ...]:
    """The rules for settled questions; where a note is allowed, those that tell whether its allowance is used too."""
    if all(RULES[written.allowance.rule].severity is not Severity.NOTE for written in _allowances(facts)):
        return LASTING
    from quizapp.checking.rules import form

    return (*LASTING, *form.RULES)


def _of_course(facts: Facts, *, settled: bool) -> list[Diagnostic]:
    rules = _every_of_course() if settled else LASTING_OF_COURSE
    return [diagnostic for rule in rules for diagnostic in rule(facts)]


class _Written:
    """An allowance, where it is written, and what it covers: a file, and in it whatever stands under a path."""

    def __init__(
        self, allowance: Allowance, location: Location, lesson: str | None, covers: Path | None, *, idle: bool = False
    ) -> None:
        self.allowance = allowance
        self.idle = idle
        """Whether it may allow nothing, since a lesson that it is for is broken."""
        self.location = location
        self.lesson = lesson
        self.covers = covers
        self.used = False

    def allows(self, diagnostic: Diagnostic) -> bool:
        """Whether the finding is one that it allows; None as what it covers is the whole course."""
        if diagnostic.rule.code != self.allowance.rule:
            return False
        if self.covers is None:
            return True
        location = diagnostic.location
        if location is None or location.file != self.location.file:
            return False
        return location.path[: len(self.covers)] == self.covers


def _not_allowed(facts: Facts, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    allowances = list(_allowances(facts))
    for diagnostic in found:
        if diagnostic.rule.code.startswith(ALLOWED):
            allowing = [written for written in allowances if written.allows(diagnostic)]
            for written in allowing:
                written.used = True
            if allowing:
                continue
        yield diagnostic
    for written in allowances:
        if not written.used and not written.idle:
            message = f"The allowance of {written.allowance.rule} allows nothing."
            yield Diagnostic(RULES["QZ507"], message, written.location, written.lesson, notes=("Delete it.",))


def _allowances(facts: Facts) -> Iterator[_Written]:
    library = facts.library
    for index, allowance in enumerate(library.course.allow):
        location = Location(COURSE, ("allow", index))
        yield _Written(allowance, location, None, None, idle=bool(library.broken))
    for place, entry in enumerate(library.glossary.entries if facts.glossary_is_sound else ()):
        for index, allowance in enumerate(entry.allow):
            path: Path = ("entries", place)
            yield _Written(allowance, Location(GLOSSARY, (*path, "allow", index)), None, path)
    for lesson in library.lessons:
        yield from _of_lesson(lesson, range(len(lesson.questions)), idle=False)
    for rest in facts.rests:
        yield from _of_lesson(rest.lesson, rest.places, idle=True)


def _of_lesson(lesson: Lesson, places: Iterable[int], *, idle: bool) -> Iterator[_Written]:
    for index, allowance in enumerate(lesson.allow):
        yield _Written(allowance, Location(lesson.file, ("allow", index)), lesson.slug, (), idle=idle)
    for place, question in zip(places, lesson.questions, strict=True):
        for index, allowance in enumerate(question.allow):
            path: Path = ("questions", place)
            yield _Written(allowance, Location(lesson.file, (*path, "allow", index)), lesson.slug, path, idle=idle)
