"""Where something stands in a text."""

from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the root of a TOML file: `("questions", 0, "cite", 0, "quote")`."""


class Span(NamedTuple):
    """A stretch of a text: code points from `start`, up to and without `end`."""

    start: int
    end: int

    def shift(self, by: int) -> "Span":
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Place(NamedTuple):
    """A span as people count it: lines and columns from 1, columns in code points, `end_column` exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
