"""Everything that the check finds in a course: what reading it found, and what the rules find in its sound lessons.

A finding of a QZ4 or QZ5 rule that the author allowed, with a reason, is no finding; an allowance that allows nothing
is one (QZ507).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain

from quizapp.checking.digest import Allowed, Whole, allowed
from quizapp.checking.jobs import Spread, in_turn, numbered, portions
from quizapp.checking.rules.lasting import LASTING_COURSE_RULES, LASTING_RULES, LESSON_RULES, CourseRule, Rule
from quizapp.checking.rules.support import not_taught
from quizapp.checking.subject import Facts, Subject, is_sound
from quizapp.content.approval import FILE as APPROVALS
from quizapp.content.library import COURSE, GLOSSARY
from quizapp.content.reading.reader import ALLOWED
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location, Severity
from quizapp.text.span import Path
from quizapp.told import Told, untold

OF_NAMES = frozenset({"QZ322", "QZ326", "QZ345", "QZ346", "QZ347", "QZ350", "QZ505"})
"""Rules that cannot tell one name from another without the glossary; that it is broken is said once."""

_TOLD_AT_ONCE = 10
"""Questions."""


def findings(
    course: Whole, *, settled: bool = True, spread: Spread = in_turn, told: Told = untold
) -> Iterator[Diagnostic]:
    """All findings, those of reading first.

    Args:
        course: the course.
        settled: whether to look also for notes that a person's word on the question has settled, or that are about no
            question; without, some of them are left out.
        spread: has portions of the questions looked through.
        told: is told how many questions were.
    """
    found = of_lessons(course.facts, settled=settled, spread=spread, told=told)
    found += of_whole_course(course, settled=settled)
    yield from to_report(course, course.facts.library.diagnostics, found)


def of_lessons(
    facts: Facts, *, settled: bool = True, spread: Spread = in_turn, told: Told = untold
) -> list[Diagnostic]:
    """What the rules find in the lessons, of a course or of a part of it, each looked at by itself.

    Args:
        facts: of the course or the part.
        settled: as `findings` has it; of settled questions the lasting rules say enough without.
        spread: has portions of the questions looked through.
        told: is told how many questions were.
    """
    lasting = _lasting(facts)
    sound, every = len(facts.subjects), len(facts.subjects) + len(facts.further)

    def look(before: int, subjects: Sequence[Subject]) -> list[Diagnostic]:
        left_out = None if before < sound else not_taught  # what is broken may teach it
        found: list[Diagnostic] = []
        for number, subject in enumerate(subjects, before):
            if not number % _TOLD_AT_ONCE:
                told("questions", number, every)
            known = not settled and is_settled(facts, subject.lesson.slug, subject.question.id)
            for rule in lasting if known else _every_rule():
                if rule is not left_out:
                    found += rule(subject)
        return found

    parts = numbered((*portions(facts.subjects), *portions(facts.further)))
    jobs = [partial(look, before, subjects) for before, subjects in parts]
    _ = facts.approvals  # worked out once, before the jobs
    found = chain(*spread(jobs))
    return [*found, *(diagnostic for rule in LESSON_RULES for diagnostic in rule(facts))]


def of_whole_course(course: Whole, *, settled: bool = True) -> Iterator[Diagnostic]:
    """What the rules find that compare the lessons of a course, or look at what is about none."""
    for rule in _every_course_rule() if settled else LASTING_COURSE_RULES:
        yield from rule(course)


def to_report(course: Whole, read: Sequence[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is to be said of a whole course: what reading found, and what of the rules' findings it does not allow.

    Where the glossary or the approvals cannot be read, that is said, and nothing that rests on them; what is allowed
    for nothing is told too.
    """
    yield from read
    facts = course.facts
    unread = frozenset() if facts.glossary_is_sound else OF_NAMES
    if not is_sound(APPROVALS, read):
        unread |= {"QZ331"}
    allowances = [*_allowances(facts, broken=course.digests.broken > 0), *course.digests.allowed]
    used: set[Location] = set()
    for diagnostic in found:
        if diagnostic.rule.code.startswith(ALLOWED):
            allowing = [written.location for written in allowances if _allows(written, diagnostic)]
            used.update(allowing)
            if allowing:
                continue
        if diagnostic.rule.code not in unread:
            yield diagnostic
    for written in allowances:
        if written.location not in used and not written.idle:
            message = f"The allowance of {written.allowance.rule} allows nothing."
            yield Diagnostic(CATALOGUE["QZ507"], message, written.location, written.lesson, notes=("Delete it.",))


def is_settled(facts: Facts, lesson: str | None, question: str | None) -> bool:
    """Whether a person looked at what is noted of a question, or could not: it is about none."""
    if lesson is None or question is None:
        return True
    approval = facts.approvals.get((lesson, question))
    return approval is not None and approval.how != "refused"


@cache
def _every_rule() -> tuple[Rule, ...]:
    from quizapp.checking.rules.every import QUESTION_RULES

    return QUESTION_RULES


@cache
def _every_course_rule() -> tuple[CourseRule, ...]:
    from quizapp.checking.rules.every import COURSE_RULES

    return COURSE_RULES


def _lasting(facts: Facts) -> tuple[Rule, ...]:
    """The rules for settled questions; where a note is allowed, those that tell whether its allowance is used too."""
    allowances = (*_allowances(facts), *allowed(facts))
    if all(CATALOGUE[written.allowance.rule].severity is not Severity.NOTE for written in allowances):
        return LASTING_RULES
    from quizapp.checking.rules import form

    return (*LASTING_RULES, *form.RULES)


def _allows(written: Allowed, diagnostic: Diagnostic) -> bool:
    """Whether the finding is one that an allowance allows."""
    if diagnostic.rule.code != written.allowance.rule:
        return False
    if written.covers is None:
        return True
    location = diagnostic.location
    if location is None or location.file != written.location.file:
        return False
    return location.path[: len(written.covers)] == written.covers


def _allowances(facts: Facts, *, broken: bool = False) -> Iterator[Allowed]:
    """The allowances of the course and of its glossary; `broken` says whether a lesson is."""
    library = facts.library
    for index, allowance in enumerate(library.course.allow):
        yield Allowed(allowance, Location(COURSE, ("allow", index)), None, None, broken)
    for place, entry in enumerate(library.glossary.entries if facts.glossary_is_sound else ()):
        for index, allowance in enumerate(entry.allow):
            path: Path = ("entries", place)
            yield Allowed(allowance, Location(GLOSSARY, (*path, "allow", index)), None, path)
