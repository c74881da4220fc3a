"""One line with something at its left and something at its right end."""

from collections.abc import Callable
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Row(Visual):
    """A line as wide as its place; what is on the left gives way, with an ellipsis, to what is on the right."""

    GAP = 2
    """Cells that are kept free between the two."""

    def __init__(self, left: Content, right: Content) -> None:
        """A row of both."""
        self.left = left
        self.right = right

    @property
    def plain(self) -> str:
        """The text alone, left and right."""
        return f"{self.left.plain}  {self.right.plain}".rstrip()

    def line(self, width: int) -> Content:
        """The row at `width` cells."""
        room = width - self.right.cell_length - self.GAP
        if not self.right or room < 1:
            return self._left_in(width)
        left = self._left_in(room)
        return Content.assemble(left, " " * (room + self.GAP - left.cell_length), self.right)

    def lines(self, width: int) -> list[Content]:
        """The lines it takes in a list."""
        return [self.line(width)]

    def height(self, width: int) -> int:  # noqa: ARG002 - another row needs it
        """How many these are."""
        return 1

    def _left_in(self, room: int) -> Content:
        return self.left.truncate(room, ellipsis=True)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The line as Textual draws it."""
        return self.line(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """Always one line."""
        return 1


class Led(Row):
    """A row whose left begins with a name that gives way to some of what stands behind it."""

    SHORTEST = 8
    """Cells of the name that are left, where it had as many."""

    def __init__(self, lead: Content, text: Content, right: Content, *, keep: int) -> None:
        """A row; `keep` is the number of cells of `text`, from its first one, for which the name gives way."""
        super().__init__(Content.assemble(lead, "  ", text), right)
        self._lead = lead
        self._text = text
        self._keep = keep

    def _left_in(self, room: int) -> Content:
        if self.left.cell_length <= room:
            return self.left
        name = max(room - self._keep - self.GAP, self.SHORTEST)
        return Content.assemble(self._lead.truncate(name, ellipsis=True), "  ", self._text).truncate(
            room, ellipsis=True
        )


class Pinned(Row):
    """A row whose left, where it is too long, loses some of its middle before `text[start:end]` does."""

    SHORTEST = 8
    """Cells of the beginning that are left."""

    def __init__(self, text: Content, right: Content, start: int, end: int) -> None:
        """A row; `start` and `end` are offsets in the letters of `text`."""
        super().__init__(text, right)
        self._before = text[:end].cell_length
        self._tail = text[start:]
        self._keep = text[start:end].cell_length + (end < len(text))

    def _left_in(self, room: int) -> Content:
        if self.left.cell_length <= room or self._before < room:
            return super()._left_in(room)
        head = max(room - self._keep - 1, self.SHORTEST)
        return Content.assemble(self.left.truncate(head, ellipsis=True), " ", self._tail).truncate(room, ellipsis=True)


class Late(Row):
    """A row of one line that is made when it is first seen."""

    def __init__(self, make: Callable[[], Row]) -> None:
        """The row that `make` will have made."""
        self._make = make

    @cached_property
    def _made(self) -> Row:
        return self._make()

    def line(self, width: int) -> Content:
        """Its line."""
        return self._made.line(width)


class Wrapped(Row):
    """A text that goes on in the lines below, set in, where one is too short for it."""

    INDENT = 2

    def __init__(self, text: Content) -> None:
        """A row with nothing at its right end."""
        super().__init__(text, Content(""))

    def lines(self, width: int) -> list[Content]:
        """As many as it needs."""
        if self.left.cell_length <= width:
            return [self.left]
        first, *others = self.left.wrap(max(width - self.INDENT, 1)) or [self.left]
        return [first, *(Content(" " * self.INDENT) + line for line in others)]

    def height(self, width: int) -> int:
        """How many these are."""
        return len(self.lines(width))
