"""Lists of which one row has the keys: how the cursor moves in any of them, and how it stays in view."""

from abc import abstractmethod
from dataclasses import dataclass

from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

PAGE = 10
"""Rows of a page where nothing shows how long one is."""


class Cursored(Widget):
    """A list with a cursor; each kind draws its rows itself.

    To be named last among the bases, since Textual takes styles from the first.
    """

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row."""

        index: int

    @dataclass
    class Chosen(Message):
        """What stands on a row is to be opened."""

        index: int

    _at = 0

    @property
    @abstractmethod
    def count(self) -> int:
        """How many rows there are to choose from."""

    @abstractmethod
    def place_of(self, index: int) -> Region:
        """Where a row stands, relative to this widget."""

    @abstractmethod
    def show_moved(self, before: int) -> None:
        """Draw the row under the cursor, and that at `before`, as they are now."""

    @property
    def cursor(self) -> int:
        """The row that has the keys, from 0."""
        return self._at

    @cursor.setter
    def cursor(self, index: int) -> None:
        before, self._at = self._at, self.held(index)
        if self._at != before:
            self.show_moved(before)
            self.post_message(self.Highlighted(self._at))

    def held(self, index: int) -> int:
        """The row nearest to `index` that there is."""
        return max(0, min(index, self.count - 1))

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self.place_of(self._at).y if self.count else None

    def keep_in_view(self) -> None:
        """Scroll to the row under the cursor."""
        parent = self.parent
        if self.count and isinstance(parent, Widget):
            parent.scroll_to_region(self.place_of(self._at).translate(self.virtual_region.offset), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Nothing can be opened where nothing is."""
        return action != "select" or self.count > 0

    def action_move(self, by: int) -> None:
        """Some rows down, or up."""
        self.cursor += by

    def action_far(self, pages: int) -> None:
        """A page down, or up."""
        parent = self.parent
        page = parent.size.height if isinstance(parent, Widget) else PAGE
        self.cursor += pages * max(page - 2, 1)

    def action_first(self) -> None:
        """To the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """To the last row."""
        self.cursor = self.count - 1

    def action_select(self) -> None:
        """Open what is under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self._at))

    def click(self, index: int) -> None:
        """A click moves the cursor; on the cursor, it opens."""
        if index == self._at:
            self.action_select()
        self.cursor = index
