"""Lines to choose from, in groups under headings, with a cursor; only those in view are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from quizapp.tui.keymap import bindings
from quizapp.tui.theme import CURSOR, HOVERED
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.styled import Styled

FAR = 10
"""Lines of a page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    heading: Row | None
    rows: tuple[Row, ...]


class Choices(Styled, can_focus=True):
    """One line a choice."""

    BINDINGS = bindings("choices")
    DEFAULT_CSS = """
    Choices { width: 1fr; height: auto; }
    """

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    hovered: reactive[int] = reactive(-1, init=False, repaint=False)

    @dataclass
    class Highlighted(Message):
        """The cursor came to a choice."""

        index: int

    @dataclass
    class Chosen(Message):
        """A choice is to be opened."""

        index: int

    def __init__(self, groups: Iterable[Group] = (), cursor: int = 0, *, focusable: bool = True) -> None:
        """A list with the cursor on one of its choices, counted over all groups."""
        super().__init__()
        self.can_focus = focusable
        self._take(groups)
        self.set_reactive(Choices.cursor, cursor)

    @property
    def count(self) -> int:
        """How many there are to choose from."""
        return len(self._places)

    def show(self, groups: Iterable[Group], cursor: int = 0) -> None:
        """Show other choices with the cursor on one of them."""
        height = len(self._lines)
        self._take(groups)
        self.set_reactive(Choices.cursor, self.validate_cursor(cursor))
        self.set_reactive(Choices.hovered, -1)
        self.refresh(layout=height != len(self._lines))
        self.refresh_bindings()
        self.call_after_refresh(self._keep_cursor_in_view)

    def _take(self, groups: Iterable[Group]) -> None:
        self._lines: list[tuple[Row | None, int | None]] = []
        """What stands on each line, and which choice that is."""
        self._places: list[int] = []
        """The line of each choice."""
        for group in groups:
            if self._lines and group.heading is not None:
                self._lines.append((None, None))
            if group.heading is not None:
                self._lines.append((group.heading, None))
            for row in group.rows:
                self._places.append(len(self._lines))
                self._lines.append((row, len(self._places) - 1))

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the list."""
        return max(0, min(cursor, len(self._places) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Say where the cursor is."""
        self._repaint(before, cursor)
        self._keep_cursor_in_view()
        self.post_message(self.Highlighted(cursor))

    def watch_hovered(self, before: int, now: int) -> None:
        """Show what the pointer is on."""
        self._repaint(before, now)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """One line each."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """One line, the cursor's with a pointer and the style of a cursor."""
        width = self.size.width
        row, index = self._lines[y] if y < len(self._lines) else (None, None)
        line = Content("")
        if row is not None:
            here = index is not None and index == self.cursor
            line = Content("▸ " if here else "  ") + row.line(max(width - 2, 1))
            line = line.pad_right(max(width - line.cell_length, 0))
            if here:
                line = line.stylize_before(CURSOR)
            elif index is not None and index == self.hovered:
                line = line.stylize_before(HOVERED)
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self._places[self.cursor] if self._places else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Nothing can be opened where nothing is."""
        return action != "select" or bool(self._places)

    def action_move(self, by: int) -> None:
        """Some choices down, or up."""
        self.cursor += by

    def action_far(self, pages: int) -> None:
        """A page down, or up."""
        parent = self.parent
        page = parent.size.height if isinstance(parent, Widget) else FAR
        self.cursor += pages * max(page - 2, 1)

    def action_first(self) -> None:
        """To the first choice."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last choice."""
        self.cursor = len(self._places) - 1

    def action_select(self) -> None:
        """Open what is under the cursor."""
        if self._places:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the cursor, it opens."""
        index = self._index_at(event.y)
        if index is None:
            return
        if index == self.cursor:
            self.action_select()
        self.cursor = index

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        index = self._index_at(event.y)
        self.hovered = -1 if index is None else index

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = -1

    def _index_at(self, y: int) -> int | None:
        return self._lines[y][1] if 0 <= y < len(self._lines) else None

    def _repaint(self, *indexes: int) -> None:
        lines = chain.from_iterable(self._places[index : index + 1] for index in indexes if index >= 0)
        regions = [Region(0, line, self.size.width, 1) for line in lines]
        if regions:
            self.refresh(*regions)

    def _keep_cursor_in_view(self) -> None:
        parent = self.parent
        if not isinstance(parent, Widget) or not self._places:
            return
        line = self._places[self.cursor]
        top = 0 if self.cursor == 0 else line - 1 if self._lines[line - 1][1] is None else line
        region = Region(0, top, 1, line + 1 - top).translate(self.virtual_region.offset)
        parent.scroll_to_region(region, animate=False)
