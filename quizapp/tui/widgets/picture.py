"""Something drawn for the width that it has."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.geometry import Size

from quizapp.tui.widgets.styled import Lined


class Picture(Lined):
    """Lines that are drawn once for each width."""

    DEFAULT_CSS = """
    Picture { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, draw: Callable[[int], Iterable[Content]], *, id: str | None = None) -> None:  # noqa: A002 - textual's name
        """What `draw` makes of a width in cells."""
        super().__init__(id=id)
        self._draw = draw
        self._drawn: dict[int, tuple[Content, ...]] = {}

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual calls it so
        """All the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """The number of lines at `width`."""
        return len(self._lines(width))

    def line(self, y: int) -> Content:
        """The line at `y` at the present width."""
        lines = self._lines(self.content_size.width)
        return lines[y] if y < len(lines) else Content("")

    def _lines(self, width: int) -> tuple[Content, ...]:
        if width not in self._drawn:
            self._drawn[width] = tuple(self._draw(max(width, 1)))
        return self._drawn[width]
