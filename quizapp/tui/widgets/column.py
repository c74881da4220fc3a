"""A column of text that scrolls."""

from textual.containers import VerticalScroll

from quizapp.tui.keymap import bindings


class Column(VerticalScroll, inherit_bindings=False):
    """Scrolls up and down only, so that left and right stay free for its screen."""

    BINDINGS = bindings("scroll")
    DEFAULT_CSS = """
    Column { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """
