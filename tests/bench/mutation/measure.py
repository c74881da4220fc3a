"""Runs the check on a mutant and says what it finds that it did not find before.

Each mutant is a text laid over its file, and the course is loaded anew from its texts. What would take too long for
thousands of mutants is left out where it cannot matter: only sources' changes are held against all lessons, the rules
are run on the questions that the change touches, and the names that the sources show are those of the clean course.
`whole` does everything; a test holds the two against each other, and every sixth harmless change goes through it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from quizapp.checking.digest import whole
from quizapp.checking.findings import findings
from quizapp.checking.rules.every import COURSE_RULES, QUESTION_RULES
from quizapp.checking.rules.lasting import LESSON_RULES
from quizapp.checking.subject import Facts, Subject
from quizapp.content.approval import Approval
from quizapp.content.library import Library, load
from quizapp.content.question import Question
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Diagnostic, Severity
from quizapp.text.span import Path
from tests.bench.mutation.course import GLOSSARY, Course, Mutant

STALE = "QZ331"
_GRAVITY = {Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}
_Key: TypeAlias = tuple[str, str | None, str | None, str | None, Path]


@dataclass(frozen=True)
class Outcome:
    """What the check newly says of a mutant."""

    mutant: Mutant
    found: frozenset[tuple[str, Severity]]
    stale: bool
    """Whether every question that is changed has lost its approval, or its file is refused."""
    refused: bool
    """Whether its file is refused."""

    def gravest(self, without: str = "", families: tuple[str, ...] = ("QZ1", "QZ2", "QZ3")) -> Severity | None:
        """The gravest finding by a rule of these families, but for one rule and the want of an approval."""
        said = [s for code, s in self.found if code.startswith(families) and code not in (STALE, without)]
        return max(said, key=gravity, default=None)


def gravity(severity: Severity | None) -> int:
    return 0 if severity is None else _GRAVITY[severity]


@dataclass(frozen=True)
class Check:
    """The check of one course, ready to be run on its mutants."""

    course: Course

    @cached_property
    def _clean(self) -> Facts:
        return Facts(self.course.library)

    @cached_property
    def _questions(self) -> dict[tuple[str, str], Question]:
        return {(asked.lesson, asked.question.id): asked.question for asked in self.course.questions}

    @cached_property
    def old(self) -> frozenset[_Key]:
        """What is found in the clean course, approvals apart."""
        facts = Facts(self.course.library)
        every = (*findings(whole(facts)), *_by_question(facts.subjects), *_by_course(facts))
        return frozenset(map(_key, every)) - frozenset(k for k in map(_key, every) if k[0] == STALE)

    @cached_property
    def notes(self) -> int:
        """How many notes the clean course has, as if nobody had approved anything."""
        return sum(d.severity is Severity.NOTE for d in findings(whole(Facts(self.course.library))))

    @cached_property
    def _fingerprints(self) -> dict[str, str]:
        library = self.course.library
        return {f"{x.slug}/{q.id}": library.fingerprint(x, q) for x in library.lessons for q in x.questions}

    def _load(self, mutant: Mutant, approved: Iterable[str], away: Iterable[str] = ()) -> Library:
        """The course with the change, and these questions approved as the clean course has them.

        The texts of all files are laid over them, should somebody edit the course meanwhile; files `away` are empty.
        """
        documents = self.course.library.documents
        overlay = {file: "" if file in away else document.text for file, document in documents.items()}
        overlay[mutant.file] = mutant.text(documents[mutant.file].text)
        approvals = {
            item: Approval(fingerprint=self._fingerprints[item], by="benchmark", on=date(2022, 3, 29), how="read")
            for item in approved
        }
        return replace(load(Workspace(self.course.root, overlay)), approvals=approvals)

    def whole(self, mutant: Mutant) -> Outcome:
        """What the whole check says."""
        facts = Facts(self._load(mutant, self._fingerprints))
        return _outcome(mutant, facts, self._new(findings(whole(facts))))

    def run(self, mutant: Mutant) -> Outcome:
        """What the check says where the change can matter: for a lesson or the glossary that is the file itself."""
        in_lesson = mutant.file in self.course.lessons
        alone = in_lesson or mutant.file == GLOSSARY
        away = {file for file in self.course.lessons if alone and file != mutant.file}
        library = self._load(mutant, map("/".join, mutant.questions), away)
        new = [d for d in self._new(library.diagnostics) if _key(d)[1] not in away]
        facts = Facts(library)
        if any(d.severity is Severity.ERROR for d in new):
            return _outcome(mutant, facts, new)
        if in_lesson:
            facts.__dict__["names"] = self._clean.names
            facts.__dict__["dates"] = self._clean.dates
        subjects = [subject for subject in facts.subjects if self._is_touched(subject, mutant)]
        said = self._new((*_by_question(subjects), *_by_course(facts, only_support=True)))
        return _outcome(mutant, facts, [*new, *(d for d in said if _key(d)[1] not in away)])

    def _new(self, said: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [diagnostic for diagnostic in said if _key(diagnostic) not in self.old]

    def _is_touched(self, subject: Subject, mutant: Mutant) -> bool:
        """Whether the question, what it cites, or the prose around it is written otherwise than in the clean course."""
        item = (subject.lesson.slug, subject.question.id)
        if item in mutant.questions or mutant.file == GLOSSARY:
            return True
        if subject.lesson.file != mutant.file:
            return False
        return not mutant.questions or self._questions.get(item) != subject.question


def _outcome(mutant: Mutant, facts: Facts, new: Iterable[Diagnostic]) -> Outcome:
    unapproved = {(d.lesson, d.question) for d in new if d.rule.code == STALE}
    sound = {lesson.slug for lesson in facts.library.lessons}
    found = frozenset((d.rule.code, d.severity) for d in new)
    stale = all(question in unapproved or question[0] not in sound for question in mutant.questions)
    return Outcome(mutant, found, stale, refused=any(lesson not in sound for lesson, _ in mutant.questions))


def _by_question(subjects: Iterable[Subject]) -> Iterator[Diagnostic]:
    for subject in subjects:
        for rule in QUESTION_RULES:
            yield from rule(subject)


def _by_course(facts: Facts, *, only_support: bool = False) -> Iterator[Diagnostic]:
    course = whole(facts)
    for rule in LESSON_RULES:
        if not only_support or (rule.__doc__ or "").startswith("QZ3"):
            yield from rule(facts)
    for course_rule in COURSE_RULES:
        if not only_support or (course_rule.__doc__ or "").startswith("QZ3"):
            yield from course_rule(course)


def _key(diagnostic: Diagnostic) -> _Key:
    """What makes a finding the same: its rule, the question or else the file, and the value that it is about."""
    location = diagnostic.location
    file, path = (None, ()) if location is None else (location.file, location.path)
    return (diagnostic.rule.code, file, diagnostic.lesson, diagnostic.question, path)
