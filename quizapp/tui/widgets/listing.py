"""Blocks to choose from: a column of marks at their right, and a click says which was meant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from quizapp.tui.widgets.cursor import Cursored
from quizapp.tui.widgets.flow import NOTHING, Block, Flow, Layout, Ready

MARK_WIDTH = 9
"""Cells kept for a mark from the start, so that nothing moves when one appears."""
GAP = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A block, what stands behind its first line, and what a click on it means."""

    block: Block
    mark: Content | None = NOTHING
    """None where there is never one, so that the marks of others need not stand behind it."""
    value: int | None = None
    """None where a click means nothing."""


class Prepared(NamedTuple):
    """Entries that were laid out and painted before they are shown."""

    entries: tuple[Entry, ...]
    ready: Ready


class Listing(Flow):
    """Entries in a column."""

    marked = True
    """Whether there is a column for marks."""
    even = False
    """Whether no word is to stand alone on the last line of a block, where that can be helped."""

    class Clicked(Message):
        """The entry with `value` was clicked."""

        def __init__(self, value: int) -> None:
            super().__init__()
            self.value = value

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's name
        super().__init__(id=id, classes=classes)
        self._entries: tuple[Entry, ...] = ()
        self._ahead: tuple[tuple[object, ...], Prepared] | None = None
        """What was laid out last for what may come, and for which case."""

    def prepared(self, entries: Iterable[Entry]) -> Prepared:
        """Lays out and paints entries for `present`, at the present width; nothing of them is shown."""
        given = tuple(entries)
        layout = self._layout_of(given, self.content_size.width)
        return Prepared(given, self._painted(tuple(entry.block for entry in given), layout))

    def present(self, entries: Iterable[Entry] | Prepared) -> None:
        """Shows other entries in the same place."""
        if isinstance(entries, Prepared):
            self._entries, ready = entries
            self.update(ready)
        else:
            self._entries = tuple(entries)
            self.update(entry.block for entry in self._entries)

    def lay_ahead(self, case: tuple[object, ...], entries: Iterable[Entry]) -> None:
        """Lays entries out as `present_in` will show them in this case; nothing of it is shown yet."""
        self._ahead = case, self.prepared(entries)

    def present_in(self, case: tuple[object, ...], entries: Iterable[Entry]) -> None:
        """Shows entries, as they were laid out ahead where that was for this case."""
        ahead, self._ahead = self._ahead, None
        self.present(ahead[1] if ahead is not None and ahead[0] == case else entries)

    def take(self, entries: Iterable[Entry]) -> None:
        """Takes other entries while it is being laid out."""
        self._entries = tuple(entries)
        self._blocks = tuple(entry.block for entry in self._entries)
        self._layouts.clear()

    def region_of(self, value: int) -> Region:
        """Where the entry with `value` stands, relative to this widget."""
        width = max(self.content_size.width, 1)
        for index, entry in enumerate(self._entries):
            if entry.value == value:
                start, end = self.lines_of(index)
                return Region(0, start, width, end - start)
        return Region(0, 0, width, 1)

    def _laid_out(self, width: int) -> Layout:
        if width not in self._layouts:
            self._layouts[width] = self._layout_of(self._entries, width)
        return self._layouts[width]

    def _layout_of(self, entries: tuple[Entry, ...], width: int) -> Layout:
        if not self.marked:
            return Layout((entry.block for entry in entries), max(width, 1))
        longest = max((_width(entry.block) for entry in entries), default=0)
        return Marked(entries, max(min(width - MARK_WIDTH - GAP, longest), 1), even=self.even)

    def on_click(self, event: events.Click) -> None:
        """Says which entry was clicked."""
        place = event.get_content_offset(self)
        if place is None:
            return
        starts = self._laid_out(self.content_size.width).starts
        hit = max((index for index, start in enumerate(starts) if start <= place.y), default=None)
        if hit is not None and (value := self._entries[hit].value) is not None:
            event.stop()
            self.post_message(self.Clicked(value))


class CursoredListing(Listing, Cursored):
    """A listing with a cursor on one of its entries, whose values are their places from 0."""

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """A click moves the cursor; on the cursor, it opens."""
        message.stop()
        self.click(message.value)

    def place_of(self, index: int) -> Region:
        """Where an entry stands."""
        return self.region_of(index)


class Marked(Layout):
    """Entries, with what stands behind them."""

    def __init__(self, entries: tuple[Entry, ...], width: int, *, even: bool = False) -> None:
        super().__init__((entry.block for entry in entries), width, even=even)
        self._marks = {start: entry.mark for start, entry in zip(self.starts, entries, strict=True) if entry.mark}
        longest = max((_width(entry.block) for entry in entries if entry.mark is not None), default=0)
        self._column = min(longest, width) + GAP

    def line(self, y: int) -> Content:
        """The line at `y`; the first of an entry with its mark."""
        line = super().line(y)
        mark = self._marks.get(y)
        return line if mark is None else line.pad_right(self._column - line.cell_length) + mark


def cut(entry: Entry, width: int) -> Entry:
    """The same in one line."""
    block = entry.block
    room = max(width - block.first.cell_length, 1)
    return replace(entry, block=block._replace(content=block.content.truncate(room, ellipsis=True)))


def hanging(content: Content, first: Content, gap: int = 0) -> Block:
    """A block whose further lines begin under the beginning of its text."""
    return Block(content, first, Content(" " * first.cell_length), gap)


def _width(block: Block) -> int:
    margin = max(block.first.cell_length, block.rest.cell_length)
    return margin + max(line.cell_length for line in block.content.split("\n", allow_blank=True))
