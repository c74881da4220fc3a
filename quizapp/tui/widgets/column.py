"""A column of text that scrolls."""

from textual.containers import VerticalScroll
from textual.geometry import Size

from quizapp.tui.keymap import bindings
from quizapp.tui.widgets.styled import Backdrop


class Column(VerticalScroll, Backdrop, inherit_bindings=False):
    """Scrolls up and down only, so that left and right stay free for its screen."""

    BINDINGS = bindings("scroll")
    DEFAULT_CSS = """
    Column { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height at the width that the scrollbar leaves; Textual measures as if there were none."""
        return super().get_content_height(container, viewport, max(width - self.scrollbar_size_vertical, 0))
