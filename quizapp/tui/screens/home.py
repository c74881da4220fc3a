"""Home: the path of lessons, what is due, and what the highlighted step is about."""

from collections.abc import Iterable
from typing import assert_never

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.text.characters import show_line
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.path import Broken, Left, Path, Stop, path_of
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.path_list import PathList
from quizapp.tui.widgets.step_card import step_card


class HomeScreen(Page):
    """The lowest screen."""

    NAME = "Home"
    LEGEND = (("✓", "done"), ("●", "started"), ("○", "new"), ("✗", "broken"), ("↻", "a quiz that was left"))
    BINDINGS = bindings("home.page")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    path: reactive[Path] = reactive(Path, init=False, always_update=True)

    def body(self) -> Iterable[Widget]:
        """The path, and beside or below it the card of its highlighted step."""
        with Horizontal(id="home"):
            with Column(id="path", can_focus=False):
                yield PathList()
            with Column(id="card"):
                yield Flow()

    def on_mount(self) -> None:
        """Begin with the keys on the path."""
        self.query_one(PathList).focus()

    def on_screen_resume(self) -> None:
        """Read again what the learner did."""
        self.path = path_of(self.services)

    def watch_path(self, before: Path, path: Path) -> None:
        """Show the path; the cursor stays, but goes on from a lesson that was finished."""
        self._write_title(path)
        self.set_class(not path.steps, "-empty")
        steps = self.query_one(PathList)
        steps.show(path.steps, path.cursor_after(before, steps.cursor))
        self._show_card(steps.cursor)

    def on_path_list_highlighted(self, message: PathList.Highlighted) -> None:
        """Tell of the step under the cursor."""
        self._show_card(message.index)

    def on_path_list_chosen(self, message: PathList.Chosen) -> None:
        """Open the step; a broken lesson stays closed, its card says why."""
        step = self.path.steps[message.index]
        match step:
            case Left(session):
                routes.open_session(self, session)
            case Stop(lesson=lesson):
                routes.open_lesson(self, lesson)
            case Broken():
                self.app.bell()
            case _:
                assert_never(step)

    def action_review(self) -> None:
        """Ask what is due."""
        routes.start_review(self)

    def _write_title(self, path: Path) -> None:
        right = Content("")
        if path.due:
            right = Content.assemble((f"{path.due} due for review", MUTED), ("  r", ACCENT))
        elif path.begun:
            right = Content.assemble(("nothing due for review", MUTED))
        self.set_title(Content.assemble((show_line(self.services.library.course.title), "bold")), right)

    def _show_card(self, index: int) -> None:
        library = self.services.library
        steps = self.path.steps
        blocks = step_card(steps[index], library) if steps else _EMPTY
        self.query_one("#card Flow", Flow).update(blocks)
        self.query_one("#card", Column).scroll_home(animate=False)


_EMPTY = (
    Block(Content("This course has no lessons yet.")),
    Block(
        Content.assemble(("quizapp new lesson", "bold"), (" writes the skeleton of one into lessons/,", MUTED)), gap=1
    ),
    Block(Content.assemble(("quizapp check", "bold"), (" says what it still lacks.", MUTED))),
)
