"""The path of lessons as a list to move in; only what is in view is made and drawn."""

from collections.abc import Sequence
from typing import assert_never

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.path import Broken, Left, Step, Stop
from quizapp.tui.theme import ACCENT, CURSOR, HOVERED, MUTED, RIGHT, WRONG
from quizapp.tui.widgets.meter import meter
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.styled import Lined

STATES = {"done": ("✓", RIGHT), "started": ("●", ACCENT), "new": ("○", MUTED)}
"""Mark and style of a lesson by its state."""
METER, SHORT = 8, 5
"""Cells of a lesson's meter, and of one where titles need the room."""
DIGITS = 3
"""Cells of a lesson's number, at least."""
ROOMY = 60
"""Columns from which on the meter has its full width."""


def step_row(step: Step, words_width: int, length: int = METER, digits: int = DIGITS) -> Row:
    """A step as one line; the words after the meters share a column, and so do the numbers."""
    match step:
        case Left(quiz):
            where = f"Go on · question {quiz.number} of {quiz.total}"
            title = f" · {show_line(quiz.title)}"
            return Row(Content.assemble(("↻", ACCENT), " " * (digits + 1), (where, ACCENT), title), Content(""))
        case Stop(number, lesson, progress):
            mark, style = STATES[progress.state]
            words = Content.assemble((step_words(step).ljust(words_width), MUTED))
            right = meter(progress.done, progress.total, length) + Content(" ") + words
            return Row(Content.assemble((mark, style), (f"{number:>{digits}} ", MUTED), show_line(lesson.title)), right)
        case Broken(number, lesson):
            right = Content.assemble((step_words(step).ljust(words_width), WRONG))
            return Row(Content.assemble(("✗", WRONG), (f"{number:>{digits}} ", MUTED), show_line(lesson.title)), right)
        case _:
            assert_never(step)


def step_words(step: Step) -> str:
    """A step's state in a word or two."""
    match step:
        case Left():
            return ""
        case Stop(progress=progress):
            return f"{progress.done} of {progress.total}" if progress.state == "started" else progress.state
        case Broken():
            return "broken"
        case _:
            assert_never(step)


class PathList(Lined, can_focus=True):
    """One line a step, with a cursor."""

    BINDINGS = bindings("home")
    DEFAULT_CSS = """
    PathList { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    hovered: reactive[int] = reactive(-1, init=False, repaint=False)

    class Highlighted(Message):
        """The cursor came to a step."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """A step is to be opened."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, steps: Sequence[Step], cursor: int) -> None:
        """A list that shows `steps` with the cursor on one of them."""
        super().__init__()
        self._take(steps)
        self.set_reactive(PathList.cursor, cursor)

    def show(self, steps: Sequence[Step], cursor: int) -> None:
        """Show other steps with the cursor on one of them."""
        height = len(self._steps)
        self._take(steps)
        self.set_reactive(PathList.cursor, cursor)
        self.refresh(layout=height != len(steps))
        self.refresh_bindings()
        self.call_after_refresh(self.keep_in_view)

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self.cursor if self._steps else None

    def _take(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._digits = max(DIGITS, len(str(len(steps))))
        self._words_width = max((len(step_words(step)) for step in steps), default=0)

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the list."""
        return max(0, min(cursor, len(self._steps) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Say where the cursor is."""
        self._repaint(before, cursor)
        self.keep_in_view()
        self.post_message(self.Highlighted(cursor))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """One line a step."""
        return len(self._steps)

    def line(self, y: int) -> Content:
        """One line, the cursor's with a pointer and the style of a cursor."""
        width = self.content_size.width
        line = Content("")
        if y < len(self._steps):
            here = y == self.cursor
            row = step_row(self._steps[y], self._words_width, METER if width >= ROOMY else SHORT, self._digits)
            line = Content("▸ " if here else "  ") + row.line(max(width - 2, 1))
            line = line.pad_right(max(width - line.cell_length, 0))
            if here:
                line = line.stylize_before(CURSOR)
            elif y == self.hovered:
                line = line.stylize_before(HOVERED)
        return line

    def watch_hovered(self, before: int, now: int) -> None:
        """Show what the pointer is on."""
        self._repaint(before, now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Nothing can be opened where nothing is."""
        return action != "select" or bool(self._steps)

    def action_cursor_down(self) -> None:
        """To the next step."""
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """To the step before."""
        self.cursor -= 1

    def action_cursor_first(self) -> None:
        """To the first step."""
        self.cursor = 0

    def action_cursor_last(self) -> None:
        """To the last step."""
        self.cursor = len(self._steps) - 1

    def action_select(self) -> None:
        """Open the step under the cursor."""
        self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the cursor, it opens."""
        if event.y >= len(self._steps):
            return
        if event.y == self.cursor:
            self.action_select()
        self.cursor = event.y

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        self.hovered = event.y

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = -1

    def _repaint(self, *lines: int) -> None:
        regions = [Region(0, line, self.size.width, 1) for line in lines if line >= 0]
        if regions:
            self.refresh(*regions)

    def keep_in_view(self) -> None:
        """Scroll to the line under the cursor."""
        parent = self.parent
        if isinstance(parent, Widget):
            line = Region(0, self.cursor, 1, 1).translate(self.virtual_region.offset)
            parent.scroll_to_region(line, animate=False)
