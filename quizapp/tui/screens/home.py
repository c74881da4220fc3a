"""Home: the path of lessons, what is due, and what the highlighted step is about."""

from asyncio import wait, wrap_future
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, assert_never

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.text.characters import show_line
from quizapp.tui import routes
from quizapp.tui.keymap import Key, bindings
from quizapp.tui.path import Broken, Left, Path, Stop, path_of
from quizapp.tui.screens.page import Page
from quizapp.tui.services import Reading
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Horizontal
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.path_list import PathList
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.step_card import on_enter, step_card

if TYPE_CHECKING:
    from concurrent.futures import Future

    from quizapp.content.library import Library

A_LOOK = 0.25
"""Seconds between two looks at how far the course is read."""


class HomeScreen(Page):
    """The lowest screen."""

    NAME = "Home"
    LEGEND = (("✓", "done"), ("●", "started"), ("○", "new"), ("✗", "broken"), ("↻", "a quiz that was left"))
    BINDINGS = bindings("home.page")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    AUTO_FOCUS = "PathList"

    path: reactive[Path] = reactive(Path, init=False, always_update=True)

    class Arrived(Message):
        """The course was read, and nobody waits any more."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = False
        self._reading: Reading | None = None
        """The course, while it is waited for."""
        self._enter = ""
        """What enter does to the highlighted step, for the last line."""

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

    def once_first(self, slugs: Collection[str], go: Callable[[], None]) -> None:
        """Go where these lessons are needed: as soon as they are read, before all others."""
        self.once_read(go)
        reading = self.services.begin_reading()
        if reading is not None:
            self._wait_for(reading)  # a key may come before the first refresh, and Home be left then
            self.run_worker(self._go_first(reading.first(slugs), go), group="first", exclusive=True)

    async def _go_first(self, promised: "Future[Library | None]", go: Callable[[], None]) -> None:
        first = await wrap_future(promised)
        if first is not None and self._wish is go:
            self.services.begin_with(first)
            self.fulfil()

    def _read(self) -> None:
        reading = self.services.begin_reading()
        if reading is not None:
            self._wait_for(reading)
        else:
            self._show_read()

    def _wait_for(self, reading: Reading) -> None:
        if self._reading is None:
            self._reading = reading
            self.run_worker(self._arrive(reading))

    async def _arrive(self, reading: Reading) -> None:
        """Wait for the course while keys go on moving the cursor."""
        while not (await wait([wrap_future(reading.future)], timeout=A_LOOK))[0]:
            self._tell_how_far()
        self.call_later(self._show_read)  # what goes wrong with it is told there

    def _tell_how_far(self) -> None:
        if not self.path.steps:
            self._show_card(0)
        if isinstance(self.app.screen, Page):
            self.app.screen.write_heading()

    def _show_read(self) -> None:
        self.services.library  # noqa: B018 - read when it is first wanted, which is to be before the first key
        self._reading = None
        path = path_of(self.services)
        if path != self.path or not path.steps:
            self.path = path
        self.post_message(self.Arrived())
        for screen in self.app.screen_stack:
            if isinstance(screen, Page):
                screen.fulfil()

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
        steps.show_steps(path.steps, path.cursor_after(before, steps.cursor))
        self._show_card(steps.cursor)

    def on_cursored_highlighted(self, message: PathList.Highlighted) -> None:
        """Tell of the step under the cursor."""
        before = self._enter
        self._show_card(message.index)
        if self._enter != before:
            self.refresh_bindings()

    def words(self, key: Key) -> str:
        """What the key of the path does to the highlighted step, too."""
        return self._enter if key.id == "home.open" else super().words(key)

    def on_cursored_chosen(self, message: PathList.Chosen) -> None:
        """Open the step; a broken lesson stays closed, and says why and what shows more."""
        step = self.path.steps[message.index]
        match step:
            case Left(quiz):
                self.once_first(quiz.lessons, partial(routes.resume, self, quiz.sitting))
            case Stop(lesson=outline):
                self.once_first((outline.slug,), partial(self._open, outline.slug))
            case Broken(lesson=broken):
                words = f"{show_line(broken.broken)} `quizapp preview {broken.slug}` shows it beside its problems."
                self.app.notify(words, title="This lesson cannot be opened", severity="error", timeout=8, markup=False)
            case _:
                assert_never(step)

    def _open(self, slug: str) -> None:
        lesson = self.services.library_with(slug).lesson(slug)
        if lesson is not None:
            routes.open_lesson(self, lesson)

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
            more = f", {beyond:,} beyond today's limit" if beyond and due else ""
            words = f"{due:,} due for review{more}" if due else f"{beyond:,} due beyond today's limit"
            return Row(left, Content.assemble((words, MUTED), (f"  {self.label('home.review')}", ACCENT)))
        return Row(left, Content.assemble(("nothing due for review" if self.path.begun else "", MUTED)))

    def _card(self, index: int) -> Iterable[Block]:
        steps = self.path.steps
        if steps:
            self._enter = on_enter(steps[index])
            return step_card(steps[index], self.label("home.open"))
        return _unread(self._reading.done if self._reading else 0.0) if self.services.waits else _EMPTY

    def _show_card(self, index: int) -> None:
        card = self.query_one("#card", Column)
        card.query_one(Flow).update(self._card(index))
        card.scroll_home(animate=False)


def _unread(done: float) -> Iterator[Block]:
    """What stands on Home while it is not known which lessons there are."""
    yield Block(Content.assemble("Reading the course…", (f"  {done:.0%}", MUTED)))
    yield Block(Content.styled("It is large; next time its lessons are here at once.", MUTED), gap=1)


_EMPTY = (
    Block(Content("This course has no lessons yet.")),
    Block(Content.assemble(("A lesson is a TOML file in lessons/.", MUTED)), gap=1),
    Block(Content.assemble(("quizapp check", "bold"), (" says what is still missing.", MUTED))),
)
