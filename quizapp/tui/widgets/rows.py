"""Text set in rows: what stands before each, the text with a hanging indent, and a word after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

MARK = "✓ answer"
"""The longest word that stands after a row; its column is always kept, so that nothing moves when one appears."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    text: Content
    gutter: str = ""
    """What stands before its first line."""
    rail: str = ""
    """What stands before its other lines; padded to the width of the gutter."""
    mark: str = ""
    """What stands after its first line."""
    style: str = ""
    edge: str = ""
    """The style of gutter, rail and mark."""
    value: int | None = None
    """What a click on it means; None where it means nothing."""
    above: int = 0
    """Empty lines before it."""


def typeset(rows: Iterable[Row], width: int, *, marks: bool) -> tuple[list[Content], list[int]]:
    """The lines of `rows` in `width` cells, and for each row the line it begins on.

    With `marks`, a column for the marks is kept to the right of the longest text.
    """
    rows = tuple(rows)
    indent = max((cell_len(part) for row in rows for part in (row.gutter, row.rail)), default=0)
    room = max(width - indent, 8)
    if marks:
        room = max(room - len(MARK) - 2, 8)
        longest = max((cell_len(line) for row in rows for line in row.text.plain.split("\n")), default=0)
        room = min(room, longest)
    lines: list[Content] = []
    starts: list[int] = []
    for row in rows:
        lines.extend([Content()] * row.above)
        starts.append(len(lines))
        for number, line in enumerate(row.text.wrap(max(room, 1)) or [Content()]):
            before = (row.rail if number else row.gutter).ljust(indent)
            after = row.mark if number == 0 else ""
            body = line.stylize(row.style) if row.style else line
            if after:
                body = body.pad_right(room + 2 - line.cell_length)
            lines.append(Content.assemble((before, row.edge), body, (after, row.edge)))
    return lines, starts


class Rows(Widget):
    """Rows on screen; a click on one that has a value says so."""

    DEFAULT_CSS = "Rows { width: 1fr; height: auto; }"

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, rows: "Rows", value: int) -> None:
            super().__init__()
            self.rows = rows
            self.value = value

        @property
        def control(self) -> "Rows":
            """The rows it comes from."""
            return self.rows

    def __init__(self, *, marks: bool = False, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()
        self._marks = marks
        self._set: tuple[int, list[Content], list[int]] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the screen is laid out again only where the number of lines differs."""
        before = None if self._set is None else len(self._set[1])
        width = 0 if self._set is None else self._set[0]
        self._rows = tuple(rows)
        self._set = None
        same = before is not None and width and len(self._lines(width)) == before
        self.refresh(layout=not same)

    def region_of(self, value: int) -> Region:
        """Where the row with `value` stands, relative to this widget."""
        width = self.size.width
        lines = self._lines(width)
        starts = (self._set or (0, [], []))[2]
        for index, row in enumerate(self._rows):
            if row.value == value:
                end = starts[index + 1] if index + 1 < len(starts) else len(lines)
                return Region(0, starts[index], max(width, 1), max(end - starts[index], 1))
        return Region(0, 0, max(width, 1), 1)

    def _lines(self, width: int) -> list[Content]:
        if self._set is None or self._set[0] != width:
            lines, starts = typeset(self._rows, width, marks=self._marks)
            self._set = (width, lines, starts)
        return self._set[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines at this width."""
        return Content("\n").join(self._lines(self.size.width))

    def on_click(self, event: events.Click) -> None:
        """Says which row was clicked."""
        place = event.get_content_offset(self)
        if place is None or self._set is None:
            return
        starts = self._set[2]
        hit = max((index for index, start in enumerate(starts) if start <= place.y), default=None)
        if hit is None:
            return
        value = self._rows[hit].value
        if value is not None:
            event.stop()
            self.post_message(self.Clicked(self, value))


def quiet(row: Row) -> Row:
    """The row with nothing for a click to mean."""
    return replace(row, value=None)
