"""The rules whose findings no approval settles."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from quizapp.checking.digest import Whole
from quizapp.checking.rules import approvals, course, item_writing, support
from quizapp.checking.subject import Facts, Subject
from quizapp.diagnostics import Diagnostic

Rule: TypeAlias = Callable[[Subject], Iterator[Diagnostic]]
LessonRule: TypeAlias = Callable[[Facts], Iterator[Diagnostic]]
CourseRule: TypeAlias = Callable[[Whole], Iterator[Diagnostic]]

LASTING_RULES: tuple[Rule, ...] = (*support.RULES, *approvals.RULES, *item_writing.RULES)
LESSON_RULES: tuple[LessonRule, ...] = (*item_writing.LESSON_RULES, *course.LESSON_RULES)
"""They may be run over a part of the course."""
LASTING_COURSE_RULES: tuple[CourseRule, ...] = (*item_writing.COURSE_RULES, *course.COURSE_RULES)
