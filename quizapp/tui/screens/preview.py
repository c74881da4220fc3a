"""Preview, for the author: a lesson laid open beside its problems, read again on every save."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from textual.app import SuspendNotSupported
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quizapp.text.characters import show_line
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.problems import KINDS, Reading, read
from quizapp.tui.screens.page import Page
from quizapp.tui.services import Authoring
from quizapp.tui.theme import MUTED, WRONG
from quizapp.tui.view import View, closing_lines, counts
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Container
from quizapp.tui.widgets.problem_list import SIGNS, ProblemList
from quizapp.tui.widgets.proof import Spot, proof
from quizapp.tui.widgets.proof_view import ProofView
from quizapp.tui.widgets.row import Row

READER = ThreadPoolExecutor(1, "reader")
"""One thread that lives as long as the process: toml-rs 0.4.3 may crash in a thread that began after another ended."""


class PreviewScreen(Page):
    """One lesson and what is wrong with it."""

    NAME = "Preview"
    LEGEND = (
        *((SIGNS[kind][0], kind if kind != "flag" else "flagged by a learner") for kind in KINDS),
        ("✓", "the key"),
        ("▸", "where you are"),
        ("17", "behind a rule: the line of the file"),
    )
    CSS_PATH = "preview.tcss"
    BINDINGS = bindings("preview")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    AUTO_FOCUS = "ProblemList"

    view: reactive[View] = reactive(View, init=False)

    def __init__(self, authoring: Authoring) -> None:
        """The preview of a lesson that the course has, sound or broken."""
        super().__init__()
        self._authoring = authoring
        self._stale = asyncio.Event()
        self._next: Reading | None = None
        """A reading that waits until the author is back on this screen."""
        self._reading = False
        self._unseen = ""
        """Why saves are not seen."""
        self._unopened = ""
        """Why the editor was not opened."""

    def compose(self) -> Iterable[Widget]:
        """The lesson in the first frame; its problems when the check is through."""
        library = self.services.library
        lesson = library.lesson(self._authoring.slug)
        if lesson is not None:
            self.set_reactive(PreviewScreen.view, View(proof(library, lesson)))
        yield from super().compose()

    def body(self) -> Iterable[Widget]:
        """The lesson, and beside or below it the problems."""
        yield Static(Content(""), id="banner")
        with Container(id="preview"):
            with Column(id="lesson"):
                yield ProofView(self.view.proof)
            with Column(id="problems", can_focus=False):
                yield ProblemList()

    def on_mount(self) -> None:
        """Show what there is, and follow the files from now on."""
        self._show_lesson()
        self.query_one("#lesson", Column).focus()
        self.run_worker(self._watch())
        self.run_worker(self._keep_reading())

    # Reading the course, again and again

    async def _watch(self) -> None:
        """Note every save."""
        self._stale.set()
        try:
            async for _ in self._authoring.changes():
                self._stale.set()
        except (OSError, RuntimeError) as error:
            self._unseen = f"Saves are not seen here ({error}); r reads the course again."
            self._show_banner()

    async def _keep_reading(self) -> None:
        """Read the course in a thread whenever something changed; what is overtaken meanwhile is not shown."""
        while True:
            await self._stale.wait()
            self._stale.clear()
            self._reading = True
            self.write_heading()
            reading = await asyncio.get_running_loop().run_in_executor(READER, self._read)
            self._reading = False
            if not self._stale.is_set():
                self._take(reading)

    def _read(self) -> Reading:
        return read(self.services.reload(), self._authoring.slug, self._authoring.flags())

    def _take(self, reading: Reading) -> None:
        """Show a reading; while the author is on another screen, the course stays as that screen has it."""
        if not self.is_active:
            self._next = reading
            return
        view = self.view.after(reading)
        if view.proof is None or reading.lesson is not None:
            self.services.library = reading.library
        self.view = view

    def on_screen_resume(self) -> None:
        """Back from another screen, show what was read meanwhile; what that screen asked for goes first."""
        self.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self._take(waiting)

    # What the screen shows

    def watch_view(self, before: View, view: View) -> None:
        """Show what has changed."""
        if view.reading is not before.reading and view.reading is not None:
            problems = self.query_one(ProblemList)
            had = problems.problem is not None
            problems.show(view.reading.problems, closing_lines(view.reading))
            self.set_class(not view.reading.problems, "-well")
            self.set_class(view.proof is None, "-blank")
            if view.reading.problems and not had:
                problems.focus()
            elif not view.reading.problems and had:
                self.query_one("#lesson", Column).focus()
            self._show_banner()
        self.write_heading()
        self._show_lesson()
        self.refresh_bindings()

    def heading(self) -> Row:
        """The lesson, and how it stands."""
        lesson = self.view.proof.lesson if self.view.proof else None
        title = lesson.title if lesson else self._authoring.slug
        left = Content.assemble(("Preview · ", MUTED), (show_line(title), "bold"))
        reading = self.view.reading
        if reading is None or self._reading:
            return Row(left, Content.styled("checking …", MUTED))
        return Row(left, counts(reading))

    def _show_banner(self) -> None:
        words = "  ".join(filter(None, (self.view.stale, self._unseen, self._unopened)))
        self.query_one("#banner", Static).update(Content.assemble(("✗ ", WRONG), show_line(words)))
        self.set_class(bool(words), "-stale")

    def _show_lesson(self) -> None:
        view = self.view
        if view.proof is not None:
            self.query_one(ProofView).show(view.proof, view.at, view.signs(self.query_one(ProblemList).problem))

    def _bring_into_view(self, spot: Spot) -> None:
        column = self.query_one("#lesson", Column)
        top, bottom = self.query_one(ProofView).lines_of(spot)
        if top < column.scroll_offset.y or bottom > column.scroll_offset.y + column.size.height:
            column.scroll_to(y=max(0, top - column.size.height // 3), animate=False)

    # What the author does

    def on_cursored_highlighted(self, message: ProblemList.Highlighted) -> None:
        """Go to the place of the problem."""
        message.stop()
        spot = self.view.spot(self.query_one(ProblemList).problem)
        if spot is None:
            self._show_lesson()
            return
        self.view = replace(self.view, at=spot.part)
        self._bring_into_view(spot)

    def on_proof_view_pointed(self, message: ProofView.Pointed) -> None:
        """A click points at a part; on a source it opens that."""
        message.stop()
        self.view = replace(self.view, at=message.part)
        part = self.view.part
        if part is not None and 0 < message.number <= len(part.evidence):
            evidence = part.evidence[message.number - 1]
            routes.open_article(self, evidence.source, evidence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys apply."""
        view = self.view
        match action:
            case "previous":
                return view.proof is not None and view.at > 0
            case "next":
                return view.proof is not None and view.at < len(view.proof.parts) - 1
            case "lesson":
                return view.proof is not None
            case "try":
                return view.part is not None and view.part.question is not None
            case "article":
                return view.part is not None and bool(view.part.evidence)
            case _:
                return super().check_action(action, parameters)

    def action_previous(self) -> None:
        """To the section or question before."""
        self._point(self.view.at - 1)

    def action_next(self) -> None:
        """To the next section or question."""
        self._point(self.view.at + 1)

    def _point(self, at: int) -> None:
        self.view = replace(self.view, at=at)
        top, _ = self.query_one(ProofView).lines_of(Spot(at, 0))
        self.query_one("#lesson", Column).scroll_to(y=max(0, top - 1), animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll the lesson."""
        column = self.query_one("#lesson", Column)
        column.scroll_relative(y=pages * max(1, column.size.height - 1), animate=False)

    def action_try(self) -> None:
        """Ask the question as a learner is asked; no learner's file takes the answer."""
        view = self.view
        if view.proof is not None and view.part is not None and view.part.question is not None:
            routes.try_question(self, view.proof.lesson, view.part.question)

    def action_lesson(self) -> None:
        """Read the lesson as a learner does."""
        if self.view.proof is not None:
            routes.open_lesson(self, self.view.proof.lesson)

    def action_article(self) -> None:
        """Open the article that the part cites first."""
        part = self.view.part
        if part is not None and part.evidence:
            routes.open_article(self, part.evidence[0].source, part.evidence[0])

    def action_again(self) -> None:
        """Read the course again."""
        self._stale.set()

    def action_edit(self) -> None:
        """Leave the terminal to the author's editor for a while."""
        self._unopened = "This terminal cannot be left to an editor."
        with suppress(SuspendNotSupported), self.app.suspend():
            self._unopened = self._authoring.edit(*self._written_at())
        self._show_banner()
        self._stale.set()

    def _written_at(self) -> tuple[str, int]:
        """The file and the line of the problem under the cursor, unless the pointer is elsewhere."""
        view, problem = self.view, self.query_one(ProblemList).problem
        spot = view.spot(problem)
        if problem and problem.line and (spot is None or spot.part == view.at):
            return problem.file, problem.line
        file = f"lessons/{self._authoring.slug}.toml"
        if view.part is None:
            return file, 1
        document = self.services.library.documents[file]
        return file, document.place(document.span(view.part.path)).line
