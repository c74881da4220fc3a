"""`quizapp approve`: every question that nobody approved, beside its evidence, for a person to say yes or no."""

import os
from argparse import Namespace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

from quizapp.authoring.approve import Waiting, held, in_the_way, keep, unwritable, waiting, written
from quizapp.authoring.files import replace
from quizapp.cli.course import CourseFolder, demand_course, demand_writable, files_of
from quizapp.cli.editor import edit
from quizapp.cli.lesson import demand_lesson
from quizapp.cli.output import Output, standard_input
from quizapp.cli.processes import at_once
from quizapp.cli.reading import load_waiting
from quizapp.content.approval import FILE, Approval
from quizapp.content.library import Library
from quizapp.content.prose import plain
from quizapp.content.workspace import Workspace
from quizapp.errors import ExitStatus, QuizappError
from quizapp.plain.dialogue import Dialogue, Leave
from quizapp.plain.telling import Numbering, tell_evidence, tell_paragraphs
from quizapp.quiz.feedback import answer_in_words
from quizapp.quiz.task import Pick, task_of

ASK = "Right as it stands? y yes · n no · e edit · s later · q stop: "

_OWN = f"lessons/{os.fsencode(Path(FILE).name)!r}"
"""The file that is written here, as the stamps name it."""


def run(arguments: Namespace, output: Output) -> int:
    """Takes a person's word on each question that waits for one, and writes it down at once.

    Raises:
        QuizappError: the course is read-only, the lesson unknown, no name was given that can be written down, or the
            approvals that there are cannot be read.
    """
    course = demand_course(arguments.course)
    demand_writable(course)
    stand = _Stand(course, arguments.lesson, output)
    held(Workspace(course.root))
    if arguments.lesson is not None:
        demand_lesson(stand.library, arguments.lesson)
    if not stand.questions:
        output.say("Every question is approved as it stands.")
        return ExitStatus.FINE
    if arguments.batch:
        return _batch(stand, arguments.by, output)
    return _Reading(stand, arguments.by, standard_input(), output).run()


class _Stand:
    """A course as it stands, and which of its questions wait."""

    library: Library
    questions: tuple[Waiting, ...]

    def __init__(self, course: CourseFolder, lesson: str | None, output: Output) -> None:
        self.course = course
        self._output = output
        self._lesson = lesson
        self._stamps: dict[str, list[Any]] | None = None
        self.follow()

    def follow(self) -> None:
        """Read the course again if one of its files was written since."""
        now = self._stamps_now()
        if now != self._stamps:
            self._stamps = now
            self.library = load_waiting(self.course.root, self._output)
            with self._output.status("Checking") as told:
                self.questions = waiting(self.library, self._lesson, at_once, told)

    def write(self, approvals: dict[str, Approval]) -> None:
        """Write approvals down beside those that there are by now, for lessons that came meanwhile too."""
        self.follow()
        before = held(Workspace(self.course.root))
        replace(self.course.root, {FILE: written(keep(self.library, before, approvals)).encode()})
        now = self._stamps_now()
        if _OWN in now and self._stamps is not None:
            self._stamps[_OWN] = now[_OWN]  # what was written here is known

    def _stamps_now(self) -> dict[str, list[Any]]:
        """What the files of the course look like, by their names."""
        return {name: rest for name, *rest in files_of(self.course.root)}


def _batch(stand: _Stand, by: str | None, output: Output) -> int:
    if not by:
        raise QuizappError("--batch takes --by NAME too.", "It is recorded who approved.", ExitStatus.USAGE)
    _demand_name(by)
    questions = stand.questions
    taken = [q for q in questions if not in_the_way(q) and not (q.before and q.before.how == "refused")]
    stand.write({q.key: _approval(q, by, "batch") for q in taken})
    left = len(questions) - len(taken)
    output.say(f"{len(taken)} approved in a batch; `quizapp check --strict` asks for a person who read them.")
    if left:
        output.say(f"{left} left out: refused before, or with errors.")
    return ExitStatus.FINE


class _Reading:
    """One person's way through the questions that wait."""

    def __init__(self, stand: _Stand, by: str | None, stdin: TextIO, output: Output) -> None:
        self._stand = stand
        self._by = by
        self._dialogue = Dialogue(stdin, output.data, 80)
        self._output = output

    def run(self) -> int:
        """Shows one after the other, each as it stands then."""
        by = self._by or (self._ask("Your name, to be written down with each answer: ") or "").strip()
        if not by:
            raise QuizappError("nobody said who approves.", "Give a name, or use --by NAME.", ExitStatus.USAGE)
        _demand_name(by)
        left = {q.key for q in self._stand.questions}
        said = {"y": 0, "n": 0, "s": 0}
        number, total = 0, len(left)
        while left:
            self._stand.follow()
            current = next((q for q in self._stand.questions if q.key in left), None)
            if current is None:
                break
            number += 1
            self._show(current, number, total)
            answer = self._answer(current)
            if answer == "q":
                break
            if answer == "e":
                number -= 1
                continue
            left.discard(current.key)
            said[answer[0]] += 1
            if answer[0] != "s":
                word = (
                    _approval(current, by, "read") if answer == "y" else _approval(current, by, "refused", answer[1:])
                )
                self._stand.write({current.key: word})
        self._output.say(f"{said['y']} approved, {said['n']} refused, {total - said['y'] - said['n']} left.")
        return ExitStatus.FINE

    def _ask(self, prompt: str) -> str | None:
        """A line, or None at the end of the input."""
        try:
            typed = self._dialogue.ask(prompt)
        except Leave:
            return None
        return typed if isinstance(typed, str) else ""

    def _answer(self, question: Waiting) -> str:
        """`y`, `s`, `e`, `q`, or `n` and the reason."""
        while True:
            typed = self._ask(ASK)
            answer = "q" if typed is None else typed.strip().casefold()[:1]
            if answer == "y" and in_the_way(question):
                self._dialogue.say("It has an error; edit it, or say no.")
            elif answer == "n":
                because = (self._ask("Because: ") or "").strip()
                if because and not unwritable(because):
                    return f"n{because}"
                what = f"It holds {unwritable(because)}: say it without." if because else "A refusal has a reason."
                self._dialogue.say(what)
            elif answer == "e":
                if self._edit(question):
                    return "e"
            elif answer in ("y", "s", "q"):
                return answer
            else:
                self._dialogue.say("Answer with y, n, e, s or q.")

    def _edit(self, question: Waiting) -> bool:
        """Opens the author's editor at the question."""
        library, lesson = question.subject.library, question.subject.lesson
        place = library.documents[lesson.file].place(library.documents[lesson.file].span(question.subject.path))
        trouble = edit(self._stand.course.root / lesson.file, place.line)
        if trouble:
            self._dialogue.say(trouble)
        return not trouble

    def _show(self, waiting_question: Waiting, number: int, total: int) -> None:
        say, subject = self._dialogue.say, waiting_question.subject
        question = subject.question
        say()
        say("─" * 72)
        say(f"{number} of {total} · {waiting_question.key} · {question.type}, {question.level}")
        before = waiting_question.before
        if before:
            what = "It changed since" if before.how != "refused" else f"Refused ({before.because})"
            say(f"{what}; {before.by} looked at it on {before.on.isoformat()}.")
        say()
        say(question.prompt)
        task = task_of(question, subject.library, waiting_question.key)
        if isinstance(task, Pick) and task.article is None:
            right = {value for alternative in task.right for value in alternative}
            for option in task.options:
                say(option.label, first="  ✓ " if option.value in right else "  · ", rest="    ")
                if option.why:
                    say(plain(option.why), first="      ", rest="      ")
        else:
            say(answer_in_words(task), first="Answer: ", rest="        ")
        for name, text in (("Explanation", question.explain), ("Hint", question.hint)):
            if text:
                say(plain(text), first=f"{name}: ", rest="    ")
        say()
        tell_paragraphs(subject.evidence, self._dialogue)
        if subject.context:
            say()
            say("In context:")
            tell_evidence(subject.context, Numbering({}), self._dialogue)
        if waiting_question.findings:
            say()
        for found in waiting_question.findings:
            say(f"{found.severity} {found.rule.code} {found.rule.name}: {found.message}", first="! ", rest="  ")


def _approval(question: Waiting, by: str, how: Literal["read", "batch", "refused"], because: str = "") -> Approval:
    subject = question.subject
    fingerprint = subject.library.fingerprint(subject.lesson, subject.question)
    return Approval(fingerprint=fingerprint, by=by, on=_today(), how=how, because=because)


def _demand_name(by: str) -> None:
    if what := unwritable(by):
        raise QuizappError(f"the name of who approves holds {what}.", "Give it without.", ExitStatus.USAGE)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
