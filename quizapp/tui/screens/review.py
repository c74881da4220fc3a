"""Review, when nothing is left for today: what is due beyond its limit, when items come back, what can be done."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.quiz.item import Item
from quizapp.quiz.queues import ahead
from quizapp.quiz.when import coming_back
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.listing import hanging
from quizapp.tui.widgets.row import Row

AT_ONCE = 20
"""How many items a review ahead of time asks."""


class ReviewScreen(Page):
    """Says that nothing is due, and what to do next."""

    NAME = "Review"
    CSS_PATH = "review.tcss"
    BINDINGS = bindings("review")

    early: reactive[tuple[Item, ...]] = reactive((), init=False, repaint=False)
    """What can be reviewed beyond today's limit, else ahead of time, the next due first."""
    beyond = 0
    """How much is due beyond today's limit."""

    def body(self) -> Iterable[Widget]:
        """A few lines."""
        yield Flow(id="review")

    def heading(self) -> Row:
        """The name alone."""
        return Row(Content.styled("Review", "bold"), Content(""))

    def on_screen_resume(self) -> None:
        """Read again what the learner did."""
        services = self.services
        memories = services.progress.memories(services.library.course.id, services.learner)
        beyond = services.today.reviews(services.library).beyond
        self.beyond = len(beyond)
        self.early = (beyond or ahead(memories, services.library, services.clock()))[:AT_ONCE]
        when = coming_back((memory.due for memory in memories.values()), services.clock())
        self.query_one("#review", Flow).update(self._words(when))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys apply."""
        match action:
            case "go_on":
                return bool(self.early) or routes.next_lesson(self) is not None
            case "next":
                return bool(self.early) and routes.next_lesson(self) is not None
            case _:
                return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """Review ahead of time; before any answer, read the first lesson."""
        if not self.early:
            self.action_next()
            return
        title = "Review beyond today's limit" if self.beyond else "Review ahead of time"
        routes.open_session(self, routes.new_session(self, self.early, title=title, kind="review"), instead=True)

    def action_next(self) -> None:
        """Go on to the next lesson."""
        self.leave_for(routes.next_lesson(self))

    def _words(self, when: str) -> Iterator[Block]:
        lesson = routes.next_lesson(self)
        title = "" if lesson is None else f"“{show_line(lesson.title)}”"
        if not self.early:
            yield Block(Content.styled("There is nothing to review yet.", "bold"))
            yield Block(Content("What you answer in a lesson comes back here when it is time."), gap=1)
            if title:
                margin = Content.styled(self.label("review.go-on"), ACCENT).pad_right(2)
                yield hanging(Content(f"begins with {title}"), margin, gap=1)
            return
        go_on, next_ = self.label("review.go-on"), self.label("review.next")
        width = max(len(go_on), len(next_)) + 2
        if self.beyond:
            yield Block(Content.styled("Today's limit of reviews is reached.", "bold"))
            yield Block(Content.assemble(("Due beyond it: ", MUTED), counted(self.beyond, "question")), gap=1)
            words = f"reviews {counted(len(self.early), 'question')} anyway, the longest overdue first"
        else:
            yield Block(Content.styled("Nothing is due for review.", "bold"))
            yield Block(Content.assemble(("Coming back: ", MUTED), when), gap=1)
            words = f"reviews ahead of time: {counted(len(self.early), 'question')}, the next due first"
        yield hanging(Content(words), Content.styled(go_on, ACCENT).pad_right(width - len(go_on)), gap=1)
        if title:
            margin = Content.styled(next_, ACCENT).pad_right(width - len(next_))
            yield hanging(Content(f"goes on with {title}"), margin)
