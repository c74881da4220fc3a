"""Textual's containers, but that their background is worked out for one line instead of for each."""

from textual import containers

from quizapp.tui.widgets.styled import Backdrop


class Container(containers.Container, Backdrop):
    """Holds what its styles arrange."""


class Horizontal(containers.Horizontal, Backdrop):
    """Side by side."""


class Vertical(containers.Vertical, Backdrop):
    """One below the other."""
