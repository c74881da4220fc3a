"""The first line of a screen, with a rule below it."""

from textual.content import Content

from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.styled import Lined


class Title(Lined):
    """Where one is, and how far."""

    DEFAULT_CSS = """
    Title { dock: top; height: 2; padding: 0 2; border-bottom: solid $rule; }
    """

    def __init__(self, row: Row) -> None:
        """The title of a screen as it is first shown."""
        super().__init__()
        self._row = row

    @property
    def row(self) -> Row:
        """What it says."""
        return self._row

    def update(self, row: Row) -> None:
        """Say something else in the same place."""
        self._row = row
        self.refresh()

    def line(self, y: int) -> Content:  # noqa: ARG002 - there is one
        """What it says, as wide as its place."""
        return self._row.line(self.content_size.width)
