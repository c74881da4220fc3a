"""Results: the score, each question with its mark and evidence, what to ask again, what comes next."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import dropwhile, islice
from typing import ClassVar, cast

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.content.citation import Evidence
from quizapp.content.lesson import Lesson
from quizapp.errors import QuizappError
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import uuid7
from quizapp.quiz.feedback import Feedback, feedback
from quizapp.quiz.session import Entry, Session
from quizapp.quiz.task import Task
from quizapp.quiz.when import coming_back
from quizapp.text.characters import show_line
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.services import new_seed
from quizapp.tui.theme import MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Container
from quizapp.tui.widgets.feedback import FeedbackView, runs
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.meter import meter
from quizapp.tui.widgets.result_list import Result, ResultList
from quizapp.tui.widgets.row import Row

METER = 16


class ResultsScreen(Page):
    """A finished session: its questions in a list, and what was said of the one under the cursor."""

    NAME = "Results"
    LEGEND: ClassVar[tuple[tuple[str, str], ...]] = (
        ("✓", "right at the first answer"),
        ("✗", "wrong at the first answer"),
        ("–", "skipped"),
    )
    CSS_PATH = "results.tcss"
    BINDINGS = bindings("results")

    session: reactive[Session] = reactive(cast("Session", None), init=False, repaint=False)
    """Set when the screen is made, so that it is never None."""

    def __init__(self, session: Session) -> None:
        """The results of `session`."""
        super().__init__()
        self.set_reactive(ResultsScreen.session, session)
        self._entries = tuple(entry for entry in session.entries if not entry.again)

    def body(self) -> Iterable[Widget]:
        """The score, the list, and beside or below it the card of its question."""
        yield Flow(id="score")
        with Container(id="results"):
            with Column(id="list", can_focus=False):
                yield ResultList()
            with Column(id="card", can_focus=False):
                yield FeedbackView()

    def heading(self) -> Row:
        """What was asked, and how much of it was right."""
        left = Content.assemble(("Results", "bold"), (f" · {show_line(self.session.title)}", MUTED))
        return Row(left, meter(*self.session.score, METER))

    def on_mount(self) -> None:
        """Show all of it."""
        self.query_one("#score", Flow).update(self._summary())
        results = self.query_one(ResultList)
        results.show(
            Result(
                entry.item.prompt,
                None if entry.attempt is None else entry.attempt.correct,
                self._came_right(entry),
                _addresses(self._said(entry)[0].evidence),
            )
            for entry in self._entries
        )
        results.focus()

    def on_cursored_highlighted(self, message: ResultList.Highlighted) -> None:
        """Tell of the question under the cursor."""
        message.stop()
        view = self.query_one(FeedbackView)
        entry = self._entries[message.index]
        asked = self.query_one(ResultList).asked
        said, task = self._said(entry)
        if entry.attempt is None:
            view.show_key(said, asked=asked)
        else:
            view.show(said, task, given=entry.attempt.response, asked=asked)
        self.query_one("#card", Column).scroll_home(animate=False)

    def on_cursored_chosen(self, message: ResultList.Chosen) -> None:
        """Open the article that settles the question."""
        message.stop()
        said, _ = self._said(self._entries[message.index])
        for evidence in (*said.evidence, *said.context)[:1]:
            routes.open_article(self, evidence.source, evidence)

    def on_feedback_view_opened(self, message: FeedbackView.Opened) -> None:
        """Open the article at a passage."""
        message.stop()
        routes.open_article(self, message.evidence.source, message.evidence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys apply."""
        match action:
            case "retry":
                return bool(sessions.missed(self.session))
            case "next":
                return self._next_lesson is not None
            case _:
                return super().check_action(action, parameters)

    def action_page(self, pages: int) -> None:
        """Scroll the card."""
        card = self.query_one("#card", Column)
        card.scroll_relative(y=pages * max(1, card.size.height - 1), animate=False)

    def action_retry(self) -> None:
        """Ask again what was missed."""
        now = self.services.clock()
        again = sessions.start_retry(
            self.session,
            sitting=uuid7(now, self.services.random),
            title=self.session.title,
            seed=new_seed(self),
            now=now,
        )
        routes.open_session(self, again, instead=True)

    def action_next(self) -> None:
        """Go on to the next lesson."""
        self.leave_for(self._next_lesson)

    def action_back(self) -> None:
        """Go home, where the path shows what was done."""
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def _said(self, entry: Entry) -> tuple[Feedback, Task]:
        library = self.services.library
        task = sessions.task_at(self.session, entry, library)
        response = entry.attempt.response if entry.attempt is not None else ()
        return feedback(entry.item, library, task, response), task

    def _came_right(self, entry: Entry) -> bool:
        """Whether a question that came back was right then."""
        return any(
            other.again and other.item == entry.item and other.attempt is not None and other.attempt.correct is True
            for other in self.session.entries
        )

    def _summary(self) -> Iterator[Block]:
        right, total = self.session.score
        skipped = sum(entry.attempt is None for entry in self._entries)
        again = sum(self._came_right(entry) for entry in self._entries)
        words = [f"{right} of {total} right at the first answer"]
        if again:
            words.append(f"{again} more the second time")
        if skipped:
            words.append(f"{skipped} skipped")
        yield Block(Content.styled(", ".join(words) + ".", "bold"))
        back = self._back()
        if back:
            yield Block(Content.assemble(("Back for review: ", MUTED), back))
        if self._next_lesson is not None:
            yield Block(Content.assemble(("Next lesson: ", MUTED), show_line(self._next_lesson.title)))
        elif self._first_open is None:
            yield Block(Content.styled("All lessons of the course are done.", MUTED))

    def _back(self) -> str:
        """When the questions come back; nothing where the file does not say."""
        services = self.services
        keys = [entry.item.key for entry in self._entries]
        with suppress(QuizappError):
            return coming_back(
                services.progress.back(services.outline.course, services.learner, keys), services.clock()
            )
        return ""

    @cached_property
    def _next_lesson(self) -> Lesson | None:
        """The lesson after this one; after the last, a review or a retry of one, the first that is not done."""
        here = {entry.item.lesson.slug for entry in self._entries}
        if len(here) == 1 and self.session.title == self._entries[0].item.lesson.title:
            behind = dropwhile(lambda lesson: lesson.slug not in here, self.services.library.lessons)
            for lesson in islice(behind, 1, 2):
                return lesson
            return None if self._first_open is None or self._first_open.slug in here else self._first_open
        return self._first_open

    @cached_property
    def _first_open(self) -> Lesson | None:
        """The first lesson that is not done; the first of all where the file does not say."""
        with suppress(QuizappError):
            return routes.next_lesson(self)
        return next(iter(self.services.library.lessons), None)


def _addresses(evidences: Iterable[Evidence]) -> str:
    """`fry:6; explainer:15-18, 23`."""
    numbers: dict[str, list[int]] = {}
    for evidence in evidences:
        numbers.setdefault(evidence.source.slug, []).extend(sentence.number for sentence in evidence.sentences)
    return "; ".join(f"{slug}:{runs(filter(None, found))}" if any(found) else slug for slug, found in numbers.items())
