"""The quiz: one question at a time, updated in place; lesson, review and retry differ only in their queue."""

from collections.abc import Callable, Iterable
from typing import cast

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quizapp.content.prose import parse
from quizapp.errors import QuizappError
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.grading import problem
from quizapp.quiz.session import Session
from quizapp.quiz.task import Pick, Task
from quizapp.tui import routes
from quizapp.tui.keymap import bindings, keys_of
from quizapp.tui.screens.page import Page
from quizapp.tui.services import served
from quizapp.tui.steps import Steps
from quizapp.tui.telling import Telling
from quizapp.tui.theme import WRONG
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.control import Moved, Refused, Submitted
from quizapp.tui.widgets.controls import Controls
from quizapp.tui.widgets.feedback import FeedbackView
from quizapp.tui.widgets.question import title_of
from quizapp.tui.widgets.question_column import QuestionColumn
from quizapp.tui.widgets.row import Row

DRAFT_EVERY = 1.0
"""Seconds after which what was chosen or typed meanwhile is on disk."""
SEARCH_LATER = "Search opens after the answer: it could give that away."


_OF_QUESTIONS = frozenset({"submit", "not_sure", "skip", "go_on", "article", "search", "hint", "undo", "flag"})
"""What can be done with a question only."""


class QuizScreen(Page):
    """One question, its control, and room for the feedback."""

    NAME = "Quiz"
    CSS_PATH = "quiz.tcss"
    BINDINGS = bindings("quiz")
    AUTO_FOCUS = ""  # it would scroll to the end of a long question

    session: reactive[Session] = reactive(cast("Session", None), init=False, repaint=False)
    """Set when the screen is made, so that it is never None."""

    def __init__(self, session: Session) -> None:
        """The quiz at the session's current question."""
        super().__init__()
        self.set_reactive(QuizScreen.session, session)
        self._asked: Task = Pick((), (), many=False)
        self._question = QuestionColumn(id="question", can_focus=False)
        self._prompt = Static(Content(""), id="prompt")
        self._controls = Controls()
        self._after = Column(id="after", can_focus=False)
        self._feedback = FeedbackView(id="feedback")
        self._telling = Telling(self._feedback)
        self._sure = True
        self._flagged = False
        self._refused = False
        """Whether the line that is shown says what an answer wants."""

    def body(self) -> Iterable[Widget]:
        """The question above, what comes after it below."""
        with self._question:
            yield self._prompt
            yield from self._controls
        with self._after:
            yield self._feedback

    def heading(self) -> Row:
        """Which question it is, how it is being answered, and how far the session is."""
        return title_of(self.session, self.app.size.width, sure=self._sure, flagged=self._flagged)

    def on_mount(self) -> None:
        """Begin, and keep the sitting from its first question on."""
        if self.session.finished:
            self._finish()
            return
        self._ask()
        self._take(self._steps.begin)
        self.call_after_refresh(self._warm)
        self.set_interval(DRAFT_EVERY, self._keep_draft)

    def on_unmount(self) -> None:
        """A quiz that is left in mid-answer goes on there; one that was only looked at is not offered."""
        self._keep_draft()
        self._steps.leave(self.session)

    def action_back(self) -> None:
        """Leave before Home looks what there is to go on with."""
        self.on_unmount()
        super().action_back()

    def _keep_draft(self) -> None:
        self.set_reactive(QuizScreen.session, self._steps.draft(self.session, self._controls.shown.response))

    def _warm(self) -> None:
        """Load what the first feedback needs while the learner reads the first question."""
        self.services.progress.warm()
        parse("")

    @property
    def discreet(self) -> bool:
        """While a question is open, nothing may be looked up that could answer it."""
        return not (self.session.finished or self.session.answered)

    @property
    def _steps(self) -> Steps:
        return Steps(self.services)

    def watch_session(self, before: Session, now: Session) -> None:
        """Show what has changed."""
        if now.current is None:
            self._finish()
        elif now.current.attempt is not None and now.at == before.at:
            self._show_feedback(now.current.attempt)
        elif now.at != before.at or before.answered:
            self._ask()
        else:
            self.write_heading()
        self.refresh_bindings()

    def _ask(self) -> None:
        """Show the current question."""
        entry = self.session.entries[self.session.at]
        self._sure = True
        self._flagged = self._steps.flagged(self.session)
        self._asked = sessions.task(self.session, self.services.library_of(self.session))
        self._question.ask(entry.item.prompt, self._asked)
        after = self._after
        after.can_focus = False
        after.scroll_home(animate=False)
        response = entry.attempt.response if entry.attempt is not None else self.session.draft
        self._controls.ask(self._asked, response)
        if entry.attempt is not None:
            self._show_feedback(entry.attempt)
            return
        self._say()
        self.write_heading()
        self._controls.shown.take_focus()
        self.show_at_once(self._prompt, self._controls.shown, self._feedback)

    def _show_feedback(self, attempt: Attempt) -> None:
        control = self._controls.shown
        self._telling.show(self.session, self.services.library_of(self.session), self._asked, control, attempt)
        self._sure = attempt.sure
        self._refused = False
        self._question.give_way()
        self._after.can_focus = True
        # Behind the frame that shows the verdict: to move the focus is as much work as all the rest.
        self.call_after_refresh(self._read_on)
        self.write_heading()
        self.show_now()

    def _read_on(self) -> None:
        if self.session.answered:
            self._after.focus(scroll_visible=False)
            served(self).let_go()

    def _say(self, words: str = "", lead: Content | None = None) -> None:
        """Show a line, below the hint where that was taken."""
        self._refused = False
        self._telling.say(self.session, words, lead)
        if self.session.hints:
            self._question.give_way()

    def on_submitted(self, message: Submitted) -> None:
        """Grade, put the attempt on disk, and only then show the verdict."""
        message.stop()
        if self.session.answered or self.session.current is None:
            return
        if wanting := problem(self._asked, message.response):
            self._refuse(wanting)
        else:
            self._take(lambda session: self._steps.answer(session, message.response, sure=self._sure))

    def on_refused(self, message: Refused) -> None:
        """Say what is missing."""
        message.stop()
        self._refuse(message.words)

    def _refuse(self, words: str) -> None:
        """Say what an answer wants, until the learner goes on."""
        self._say(words)
        self._refused = True

    def on_key(self, event: events.Key) -> None:
        """With the next key what was refused is over; that of search is closed until the answer."""
        self._unsay()
        if self.discreet and event.key in keys_of("search", self.services.settings.keys):
            self._refuse(SEARCH_LATER)

    def _unsay(self) -> None:
        if self._refused:
            self._say()

    on_mouse_down = _unsay

    def on_input_changed(self) -> None:
        """What is typed or pasted reaches no further than its field, but is told of."""
        self._unsay()
        self.call_after_refresh(self._foresee)

    def _foresee(self) -> None:
        """Behind the frame that shows what is chosen or typed, work out what would be said of it."""
        self._telling.prepare(self.session, self.services.library_of(self.session), self._asked, self._controls.shown)

    def on_moved(self, message: Moved) -> None:
        """Something else is chosen, or was placed."""
        message.stop()
        self.call_after_refresh(self._foresee)

    def on_feedback_view_opened(self, message: FeedbackView.Opened) -> None:
        """Open the article at a passage."""
        message.stop()
        routes.open_article(self, message.evidence.source, message.evidence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys apply now."""
        entry = self.session.current
        if entry is None:  # after the last, until its results are there
            return action not in _OF_QUESTIONS and super().check_action(action, parameters)
        answered = self.session.answered
        match action:
            case "submit" | "not_sure" | "skip":
                return not answered
            case "go_on" | "article" | "search":
                return answered
            case "hint":
                return not answered and bool(entry.item.question.hint) and not self.session.hints
            case "undo":
                return self.session.can_undo
            case _:
                return super().check_action(action, parameters)

    def action_submit(self) -> None:
        """Submit what is chosen or typed."""
        self._controls.shown.submit()

    def action_go_on(self) -> None:
        """Go to the next question."""
        self._take(self._steps.go_on)

    def action_not_sure(self) -> None:
        """Say that the answer is a guess, or take that back."""
        self._sure = not self._sure
        self.write_heading()

    def action_hint(self) -> None:
        """Show the hint."""
        if self._take(self._steps.hint):
            self._say()

    def action_skip(self) -> None:
        """Go to the next question without an answer."""
        self._take(self._steps.skip)

    def action_undo(self) -> None:
        """Take the last answer back, and ask its question again."""
        self._take(self._steps.undo)

    def action_flag(self) -> None:
        """Record that the question is bad, or take that back, be it of an earlier sitting."""
        if self._take(self._steps.flag):
            self._flagged = self._steps.flagged(self.session)
            self.write_heading()

    def action_article(self) -> None:
        """Open the article that settles the question."""
        for evidence in self._telling.settling[:1]:
            routes.open_article(self, evidence.source, evidence)

    def _take(self, step: Callable[[Session], Session]) -> bool:
        """Take a step; where it could not be put on disk, say so and stay."""
        try:
            self.session = step(self.session)
        except QuizappError as error:
            words = " ".join(filter(None, (error.message, error.hint)))
            self._say(words, Content.styled("✗ Not saved.", WRONG))
            return False
        return True

    def _finish(self) -> None:
        self.once_read(self._show_results)

    def _show_results(self) -> None:
        from quizapp.tui.screens.results import ResultsScreen

        self.app.switch_screen(ResultsScreen(self.session))
