"""The rules that look at sound lessons: a file per family, a function per rule.

A rule is a generator of findings: over one question, or over the course where it compares questions or files.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from quizapp.checking.rules import (
    approvals,
    attribution,
    course,
    distractors,
    explanations,
    form,
    item_writing,
    polarity,
    prompts,
    quotes,
    support,
    wording,
)
from quizapp.checking.subject import Facts, Subject
from quizapp.diagnostics import Diagnostic

Rule: TypeAlias = Callable[[Subject], Iterator[Diagnostic]]
CourseRule: TypeAlias = Callable[[Facts], Iterator[Diagnostic]]

QUESTION_RULES: tuple[Rule, ...] = (
    *support.RULES,
    *quotes.RULES,
    *wording.RULES,
    *polarity.RULES,
    *prompts.RULES,
    *attribution.RULES,
    *distractors.RULES,
    *explanations.RULES,
    *approvals.RULES,
    *item_writing.RULES,
    *form.RULES,
)
COURSE_RULES: tuple[CourseRule, ...] = (
    *item_writing.COURSE_RULES,
    *explanations.COURSE_RULES,
    *course.COURSE_RULES,
)
ALLOWABLE_NOTES: frozenset[Rule | CourseRule] = frozenset(form.RULES)
"""Rules that make nothing but notes, which an author may allow."""
NOTES: frozenset[Rule | CourseRule] = ALLOWABLE_NOTES.union(
    quotes.RULES,
    wording.RULES,
    polarity.RULES,
    prompts.RULES,
    attribution.RULES,
    distractors.RULES,
    explanations.RULES,
    explanations.COURSE_RULES,
)
"""All rules that make nothing but notes: they need not be run where no note is reported."""
