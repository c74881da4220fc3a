"""Lines to choose from, in groups under headings, with a cursor; only those in view are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive

from quizapp.tui.keymap import bindings
from quizapp.tui.theme import CURSOR, HOVERED
from quizapp.tui.widgets.cursor import Cursored
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.styled import Lined


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    heading: Row | None
    rows: tuple[Row, ...]


class _Line(NamedTuple):
    """A line of the list."""

    row: Row | None
    choice: int | None
    """Which choice stands on it; None for a heading and for an empty line."""
    part: int = 0
    """Which line of its row it is."""


class _Layout(NamedTuple):
    """The list at one width."""

    width: int
    lines: list[_Line]
    places: list[range]
    """The lines of each choice."""


class Choices(Lined, Cursored, can_focus=True):
    """One line a choice, or as many as its row needs."""

    BINDINGS = bindings("choices", "list", "pages")
    DEFAULT_CSS = """
    Choices { width: 1fr; height: auto; }
    """

    hovered: reactive[int] = reactive(-1, init=False, repaint=False)

    def __init__(self, groups: Iterable[Group] = (), cursor: int = 0, *, focusable: bool = True) -> None:
        """A list with the cursor on one of its choices."""
        super().__init__()
        self.can_focus = focusable
        self._take(groups)
        self._at = self.held(cursor)

    @property
    def count(self) -> int:
        """How many there are to choose from."""
        return self._count

    def show(self, groups: Iterable[Group], cursor: int = 0) -> None:
        """Show other choices with the cursor on one of them."""
        height = len(self._layout.lines)
        self._take(groups)
        self._at = self.held(cursor)
        self.set_reactive(Choices.hovered, -1)
        self.refresh(layout=height != len(self._layout.lines))
        self.refresh_bindings()
        self.call_after_refresh(self.keep_in_view)

    def _take(self, groups: Iterable[Group]) -> None:
        self._rows: list[tuple[Row | None, int | None]] = []
        """What stands below each other, and which choice that is."""
        self._count = 0
        self._laid_out: _Layout | None = None
        for group in groups:
            if self._rows and group.heading is not None:
                self._rows.append((None, None))
            if group.heading is not None:
                self._rows.append((group.heading, None))
            for row in group.rows:
                self._rows.append((row, self._count))
                self._count += 1

    @property
    def _layout(self) -> _Layout:
        """The list as wide as it is."""
        return self._laid_out_at(self.size.width)

    def _laid_out_at(self, width: int) -> _Layout:
        laid_out = self._laid_out
        if laid_out is None or laid_out.width != width:
            laid_out = self._laid_out = _Layout(width, [], [])
            for row, choice in self._rows:
                height = 1 if row is None else row.height(max(width - 2, 1))
                if choice is not None:
                    laid_out.places.append(range(len(laid_out.lines), len(laid_out.lines) + height))
                laid_out.lines.extend(_Line(row, choice, part) for part in range(height))
        return laid_out

    def place_of(self, index: int) -> Region:
        """Where a choice stands."""
        width, _, places = self._layout
        place = places[index]
        return Region(0, place.start, width, len(place))

    def show_moved(self, before: int) -> None:
        """Draw anew the lines of both."""
        self._repaint(before, self._at)
        self.keep_in_view()

    def watch_hovered(self, before: int, now: int) -> None:
        """Show what the pointer is on."""
        self._repaint(before, now)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """One line each, or more."""
        return len(self._laid_out_at(width).lines)

    def line(self, y: int) -> Content:
        """One line, those of the cursor with a pointer and the style of a cursor."""
        width, lines, _ = self._layout
        row, index, part = lines[y] if y < len(lines) else _Line(None, None)
        line = Content("")
        if row is not None:
            here = index is not None and index == self.cursor
            line = Content("▸ " if here and not part else "  ") + row.lines(max(width - 2, 1))[part]
            line = line.pad_right(max(width - line.cell_length, 0))
            if here:
                line = line.stylize_before(CURSOR)
            elif index is not None and index == self.hovered:
                line = line.stylize_before(HOVERED)
        return line

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the cursor, it opens."""
        index = self._index_at(event.y)
        if index is not None:
            self.click(index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        index = self._index_at(event.y)
        self.hovered = -1 if index is None else index

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = -1

    def _index_at(self, y: int) -> int | None:
        lines = self._layout.lines
        return lines[y].choice if 0 <= y < len(lines) else None

    def _repaint(self, *indexes: int) -> None:
        regions = [self.place_of(index) for index in indexes if 0 <= index < self._count]
        if regions:
            self.refresh(*regions)
