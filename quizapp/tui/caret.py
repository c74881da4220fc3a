"""Where the terminal's own cursor stands: screen readers, magnifiers and braille lines follow it.

It is shown on the row that has the keys. In a field it stands where one types, and is not shown, for the field draws a
cursor of its own there, and the two would cancel each other out. Elsewhere it stands where the text begins.
"""

from typing import NamedTuple, Protocol, runtime_checkable

from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input


@runtime_checkable
class Pointed(Protocol):
    """A widget of which one row has the keys."""

    @property
    def caret_line(self) -> int | None:
        """The line of the widget, from 0, at which that row begins; None while there is none."""


class Caret(NamedTuple):
    """A place on the screen."""

    at: Offset
    shown: bool


def caret_of(screen: Screen[object], pointed: Widget | None) -> Caret | None:
    """Where the cursor stands on a screen whose keys `pointed` has; None where nothing has them."""
    if isinstance(pointed, Input):
        return Caret(pointed.cursor_screen_offset, shown=False)
    if pointed is None:
        return None
    try:
        found = screen.find_widget(pointed)
    except NoWidget:
        return None
    line = pointed.caret_line if isinstance(pointed, Pointed) else None
    if line is None:
        return Caret(pointed.content_region.offset, shown=False)
    at = found.region.offset + Offset(pointed.gutter.left, line)
    return Caret(at, shown=found.visible_region.contains_point(at))
