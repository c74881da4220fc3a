"""Everything that the check finds in a course: what reading it found, and what the rules find in its sound lessons."""

from collections.abc import Iterator

from quizapp.checking.rules import COURSE_RULES, QUESTION_RULES
from quizapp.checking.subject import Facts, Subject
from quizapp.content.library import Library
from quizapp.diagnostics import Diagnostic


def findings(library: Library) -> Iterator[Diagnostic]:
    """All findings, those of reading first."""
    yield from library.diagnostics
    facts = Facts(library)
    for lesson in library.lessons:
        for index, question in enumerate(lesson.questions):
            subject = Subject(facts, lesson, question, ("questions", index))
            for question_rule in QUESTION_RULES:
                yield from question_rule(subject)
    for course_rule in COURSE_RULES:
        yield from course_rule(facts)
