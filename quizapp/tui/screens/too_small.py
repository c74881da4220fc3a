"""What stands there while the terminal is too small for a screen."""

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

COLUMNS = 60
ROWS = 20


def too_small(size: Size) -> bool:
    """Whether a terminal of this size is below what the screens are made for."""
    return size.width < COLUMNS or size.height < ROWS


class TooSmallScreen(Screen[None]):
    """A polite line; the screen below comes back when there is room."""

    CSS_PATH = "too_small.tcss"

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield Static(Content(""))

    def on_resize(self) -> None:
        """Say how much is missing."""
        width, height = self.app.size
        words = f"A little more room, please: {COLUMNS} columns by {ROWS} lines.\nHere are {width} by {height}."
        self.query_one(Static).update(Content(words))
