"""A column of text that scrolls."""

from typing import Protocol, runtime_checkable

from textual.containers import VerticalScroll
from textual.geometry import Size

from quizapp.tui.keymap import bindings
from quizapp.tui.widgets.styled import Backdrop


@runtime_checkable
class Followed(Protocol):
    """A widget with a cursor that its column keeps in view."""

    def keep_in_view(self) -> None:
        """Scroll the column to it."""


class Column(VerticalScroll, Backdrop, inherit_bindings=False):
    """Scrolls up and down only, so that left and right stay free for its screen."""

    BINDINGS = bindings("scroll")
    DEFAULT_CSS = """
    Column { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def on_resize(self) -> None:
        """What was in view may no longer be."""
        for child in self.children:
            if isinstance(child, Followed):
                child.keep_in_view()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height at the width that the scrollbar leaves; Textual measures as if there were none."""
        return super().get_content_height(container, viewport, max(width - self.scrollbar_size_vertical, 0))
