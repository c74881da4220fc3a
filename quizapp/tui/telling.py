"""What is said of an answer, worked out while the learner still looks at what is chosen or typed.

An answer is on disk before anything of it is shown, and to lay out a dozen lines would take longer than that.
"""

from typing import NamedTuple

from textual.content import Content

from quizapp.content.citation import Evidence
from quizapp.content.library import Library
from quizapp.content.prose import plain
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.feedback import COMES_BACK, Feedback, feedback
from quizapp.quiz.grading import problem
from quizapp.quiz.item import Item
from quizapp.quiz.session import Session
from quizapp.quiz.task import Response, Task
from quizapp.tui.theme import ACCENT
from quizapp.tui.widgets.controls import AnyControl
from quizapp.tui.widgets.feedback import FeedbackView

_HINT = Content.styled("Hint", ACCENT)


class _Case(NamedTuple):
    """All that decides what is said."""

    item: Item
    task: Task
    response: Response
    after: str


class Telling:
    """Shows the feedback on the answers of a sitting, in a control and beside it."""

    def __init__(self, view: FeedbackView) -> None:
        """To show it in `view`."""
        self._view = view
        self._case: _Case | None = None
        self._said: Feedback | None = None
        """What was worked out last, and for which case."""
        self.settling: tuple[Evidence, ...] = ()
        """What settled the question that was told of last."""

    def prepare(self, session: Session, library: Library, task: Task, control: AnyControl) -> None:
        """Work out what would be said of the response in `control`, if that is an answer; nothing of it is shown."""
        response = control.response
        if session.current is None or session.answered or problem(task, response):
            return
        answered, attempt = sessions.answer(
            session, library, response, sure=True, now=session.shown, attempt_id=session.sitting
        )
        case = _case(answered, task, attempt)
        if case != self._case:
            said = self._feedback(case, library)
            self._view.prepare(said, task, after=case.after)
            control.prepare(said)

    def show(self, session: Session, library: Library, task: Task, control: AnyControl, attempt: Attempt) -> None:
        """Show what is said of an answer, which may only just have been given."""
        case = _case(session, task, attempt)
        said = self._feedback(case, library)
        control.show(said)
        self._view.show(said, task, after=case.after)
        self._case = None
        self.settling = (*said.evidence, *said.context)

    def say(self, session: Session, words: str, lead: Content | None) -> None:
        """Show a line instead, behind its lead, and above it the hint where that was taken."""
        hint = session.entries[session.at].item.question.hint if session.hints else ""
        lines = [(_HINT, plain(hint) if hint else ""), (lead, words)]
        self._view.say(*((before, text) for before, text in lines if text))

    def _feedback(self, case: _Case, library: Library) -> Feedback:
        if self._said is None or case != self._case:
            self._case = case
            self._said = feedback(case.item, library, case.task, case.response)
        return self._said


def _case(session: Session, task: Task, attempt: Attempt) -> _Case:
    item = session.entries[session.at].item
    return _Case(item, task, attempt.response, COMES_BACK if session.comes_back else "")
