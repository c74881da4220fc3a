"""The rules that look at sound lessons: a file per family, a function per rule.

A rule is a generator of findings: over one question, or over the course where it compares questions or files.
"""

from collections.abc import Callable, Iterator

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

QUESTION_RULES: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
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
COURSE_RULES: tuple[Callable[[Facts], Iterator[Diagnostic]], ...] = (
    *item_writing.COURSE_RULES,
    *explanations.COURSE_RULES,
    *course.COURSE_RULES,
)
