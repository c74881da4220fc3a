"""A whole article with a cursor that goes from line to line of it; only what is in view is drawn."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.theme import ACCENT, CURSOR_BLOCK
from quizapp.tui.widgets.flow import Block, Flow


class ArticleText(Flow):
    """Blocks, one of them set off."""

    pointer = 2
    """The cell of the margin that shows where the cursor is."""

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """The block that is set off."""

    @dataclass
    class Moved(Message):
        """The cursor came to a block."""

        index: int

    def __init__(self, blocks: Iterable[Block], first: int, cursor: int) -> None:
        """A text whose blocks before `first` say something about it; the cursor does not go there."""
        super().__init__(blocks)
        self._first = first
        self.set_reactive(ArticleText.cursor, cursor)

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays in the text."""
        return max(self._first, min(cursor, len(self.blocks) - 1))

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self.lines_of(self.cursor)[0] if self.cursor < len(self.blocks) else None

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Say where the cursor is."""
        for index in (before, cursor):
            top, bottom = self.lines_of(index)
            self.refresh(Region(0, top - self.gutter.top, self.content_size.width, bottom - top))
        self.post_message(self.Moved(cursor))

    def line(self, y: int) -> Content:
        """The line at `y`, set off where the cursor is."""
        width = self.content_size.width
        line = super().line(y)
        top, bottom = self.lines_of(self.cursor) if self.cursor < len(self.blocks) else (0, 0)
        if top <= y + self.gutter.top < bottom:
            if y + self.gutter.top == top and line.plain[self.pointer : self.pointer + 1] == " ":
                after = line[self.pointer + 1 :]
                line = Content.assemble(line[: self.pointer], ("▸", ACCENT), after)
            line = line.pad_right(max(width - line.cell_length, 0)).stylize_before(CURSOR_BLOCK)
        return line

    def keep_in_view(self, *, third: bool = False) -> None:
        """Bring the cursor's block into view; with `third`, into the upper third."""
        parent = self.parent
        if not isinstance(parent, Widget) or self.cursor >= len(self.blocks):
            return
        top, bottom = self.lines_of(self.cursor)
        if third:
            parent.scroll_to(y=max(0, top - parent.size.height // 3), animate=False)
        elif self.cursor <= self._first:
            parent.scroll_to(y=0, animate=False)
        else:
            parent.scroll_to_region(Region(0, top, 1, min(bottom - top, parent.size.height)), animate=False)

    def far(self, pages: int) -> None:
        """Put the cursor a page of lines further down, or up."""
        parent = self.parent
        if not isinstance(parent, Widget):
            return
        top, _ = self.lines_of(self.cursor)
        self.cursor = self._at(max(top + pages * max(parent.size.height - 2, 1), 0))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor."""
        index = self._at(event.y)
        if index >= self._first:
            self.cursor = index

    def _at(self, line: int) -> int:
        """The block that begins nearest above a line of the widget."""
        starts = self._laid_out(self.content_size.width).starts
        return bisect_right(starts, line - self.gutter.top) - 1
