"""Home: the path of lessons, what is due, and what the highlighted step is about."""

from asyncio import wrap_future
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, assert_never

from textual.app import ComposeResult
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
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.step_card import step_card

if TYPE_CHECKING:
    from concurrent.futures import Future

    from quizapp.content.library import Library

MANY = 200
"""Lessons from which on a course takes long enough to read for keys to be felt waiting."""


class HomeScreen(Page):
    """The lowest screen."""

    NAME = "Home"
    LEGEND = (("✓", "done"), ("●", "started"), ("○", "new"), ("✗", "broken"), ("↻", "a quiz that was left"))
    BINDINGS = bindings("home.page")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    AUTO_FOCUS = "PathList"

    path: reactive[Path] = reactive(Path, init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()
        self._shown = False

    def compose(self) -> ComposeResult:
        """Complete in the first frame."""
        self.set_reactive(HomeScreen.path, path_of(self.services))
        yield from super().compose()

    def body(self) -> Iterable[Widget]:
        """The path, and beside or below it the card of its highlighted step."""
        path = self.path
        self.set_class(not path.steps, "-empty")
        with Horizontal(id="home"):
            with Column(id="path", can_focus=False):
                yield PathList(path.steps, path.first)
            with Column(id="card"):
                yield Flow(self._card(path.first))

    def on_mount(self) -> None:
        """Read the course, once Home is painted from what was kept of it."""
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        reading = self.services.begin_reading() if len(self.path.steps) > MANY else None
        if reading is not None:
            self.run_worker(self._arrive(reading))
        else:
            self._show_read()

    async def _arrive(self, reading: "Future[Library]") -> None:
        """Wait for the course while keys go on moving the cursor."""
        with suppress(Exception):  # told where the course is wanted, right below
            await wrap_future(reading)
        self._show_read()

    def _show_read(self) -> None:
        self.services.library  # noqa: B018 - read when it is first wanted, which is to be before the first key
        path = path_of(self.services)
        if path != self.path:
            self.path = path

    def on_screen_resume(self) -> None:
        """Back on Home, read again what the learner did."""
        if self._shown:
            self.path = path_of(self.services)
        self._shown = True

    def watch_path(self, before: Path, path: Path) -> None:
        """Show the path; the cursor stays, but goes on from a lesson that was finished."""
        self.write_heading()
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
            case Left(quiz):
                routes.resume(self, quiz.sitting)
            case Stop(lesson=outline):
                lesson = self.services.library.lesson(outline.slug)
                if lesson is not None:
                    routes.open_lesson(self, lesson)
            case Broken():
                self.app.bell()
            case _:
                assert_never(step)

    def action_review(self) -> None:
        """Ask what is due."""
        routes.start_review(self)

    def action_sources(self) -> None:
        """List the sources."""
        routes.open_sources(self)

    def action_glossary(self) -> None:
        """List the glossary."""
        routes.open_glossary(self)

    def action_stats(self) -> None:
        """Show what was answered."""
        routes.open_stats(self)

    def heading(self) -> Row:
        """The course, and what is due."""
        left = Content.assemble((show_line(self.services.outline.title), "bold"))
        due, beyond = self.path.due, self.path.beyond
        if due or beyond:
            more = f", {beyond} beyond today's limit" if beyond and due else ""
            words = f"{due} due for review{more}" if due else f"{beyond} due beyond today's limit"
            return Row(left, Content.assemble((words, MUTED), (f"  {self.label('home.review')}", ACCENT)))
        return Row(left, Content.assemble(("nothing due for review" if self.path.begun else "", MUTED)))

    def _card(self, index: int) -> Iterable[Block]:
        steps = self.path.steps
        return step_card(steps[index], self.label("home.open")) if steps else _EMPTY

    def _show_card(self, index: int) -> None:
        card = self.query_one("#card", Column)
        card.query_one(Flow).update(self._card(index))
        card.scroll_home(animate=False)


_EMPTY = (
    Block(Content("This course has no lessons yet.")),
    Block(Content.assemble(("A lesson is a TOML file in lessons/.", MUTED)), gap=1),
    Block(Content.assemble(("quizapp check", "bold"), (" says what is still missing.", MUTED))),
)
