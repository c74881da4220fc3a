"""One line with something at its left and something at its right end."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Row(Visual):
    """A line as wide as its place; what is on the left gives way, with an ellipsis, to what is on the right."""

    def __init__(self, left: Content, right: Content, *, gap: int = 2) -> None:
        """A row; `gap` is the number of cells kept free between the two."""
        self.left = left
        self.right = right
        self.gap = gap

    @property
    def plain(self) -> str:
        """The text alone, left and right."""
        return f"{self.left.plain}  {self.right.plain}".rstrip()

    def line(self, width: int) -> Content:
        """The row at `width` cells."""
        room = width - self.right.cell_length - self.gap
        if not self.right or room < 1:
            return self.left.truncate(width, ellipsis=True)
        left = self.left.truncate(room, ellipsis=True)
        return Content.assemble(left, " " * (room + self.gap - left.cell_length), self.right)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The line as Textual draws it."""
        return self.line(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """Always one line."""
        return 1
