"""Text laid out in blocks: prose, quotations, numbered sentences; one widget, whatever its length."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich._wrap import divide_line
from rich.cells import get_character_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.style import Style

from quizapp.tui.widgets.styled import Lined, Painted

NOTHING = Content("")


class Block(NamedTuple):
    """A paragraph with what stands in the margin before its first and before its further lines."""

    content: Content
    first: Content = NOTHING
    rest: Content = NOTHING
    gap: int = 0
    """Empty lines before it."""


class Layout:
    """Blocks at one width; a line is made when it is asked for."""

    def __init__(self, blocks: Iterable[Block], width: int, *, even: bool = False) -> None:
        """The blocks, wrapped to `width` cells; `even` leaves no word alone on a last line where it can be helped."""
        self._blocks = tuple(blocks)
        self._width = width
        self._even = even
        self._wrapped: dict[int, list[Content]] = {}
        starts: list[int] = []
        ends: list[int] = []
        height = 0
        for block in self._blocks:
            starts.append(height + block.gap)
            height += block.gap + _lines_of(block.content, _room(block, width))
            ends.append(height)
        self.starts = tuple(starts)
        """For each block the index of its first line."""
        self.ends = tuple(ends)
        """For each block the index behind its last line."""
        self.height = height

    def line(self, y: int) -> Content:
        """The line at `y`, from 0; empty between blocks and below the last."""
        index = bisect_right(self.starts, y) - 1
        if index < 0 or y >= self.ends[index]:
            return NOTHING
        block = self._blocks[index]
        if index not in self._wrapped:
            self._wrapped[index] = _wrapped(block.content, _room(block, self._width), even=self._even)
        at = y - self.starts[index]
        before = block.rest if at else block.first
        line = self._wrapped[index][at]
        return before + line if before else line

    @property
    def lines(self) -> list[Content]:
        """All lines."""
        return [self.line(y) for y in range(self.height)]


class Drawn(Layout):
    """Lines that were made already, with the places of what they show."""

    def __init__(self, lines: list[Content], starts: Iterable[int], ends: Iterable[int]) -> None:
        self._lines = lines
        self.starts = tuple(starts)
        self.ends = tuple(ends)
        self.height = len(lines)

    def line(self, y: int) -> Content:
        """The line at `y`, from 0; empty below the last."""
        return self._lines[y] if 0 <= y < self.height else NOTHING


def _room(block: Block, width: int) -> int:
    """The cells that a block's margin leaves for its text."""
    return max(width - max(block.first.cell_length, block.rest.cell_length), 1)


def _wrapped(text: Content, width: int, *, even: bool) -> list[Content]:
    wrapped = _wrap(text, width)
    if even and len(wrapped) > 1 and " " not in wrapped[-1].plain.strip():
        narrower = _wrap(text, max(wrapped[-2].cell_length - 1, 1))
        return narrower if len(narrower) == len(wrapped) else wrapped
    return wrapped


def _wrap(text: Content, width: int) -> list[Content]:
    """As `Content.wrap`, which would look for the breaks again."""
    plain = text.plain
    if width < 2 or "\n" in plain or "\t" in plain or plain != plain.strip():
        return text.wrap(width)
    lines = text.divide(breaks(plain, width))
    return [*(line.rstrip() for line in lines[:-1]), lines[-1]]


def _lines_of(text: Content, width: int) -> int:
    """How many lines a text takes."""
    plain = text.plain
    if "\t" in plain or "\r" in plain:  # where they lead is known only to what wraps them, and styles make a difference
        return len(text.wrap(width))
    return sum(len(breaks(line, width)) + 1 for line in plain.split("\n"))


@lru_cache(maxsize=256)
def breaks(line: str, width: int) -> list[int]:
    """The offsets at which a line goes on below: those of `divide_line`, which would measure every word and keep it."""
    if not all(get_character_cell_size(character) == 1 for character in set(line)):
        return divide_line(line, width)
    breaks: list[int] = []
    used = 0
    for found in _WORD.finditer(line):
        start, end = found.span()
        length = len(found.group().rstrip())
        if used + length <= width:
            used += end - start
        elif length > width:
            return divide_line(line, width)
        else:
            breaks.append(start)
            used = end - start
    return breaks


_WORD = re.compile(r"\s*\S+\s*")


class Ready(NamedTuple):
    """Blocks that were laid out and painted before they are shown."""

    blocks: tuple[Block, ...]
    width: int
    """The width of their text, in cells."""
    layout: Layout
    painted: Painted
    """As many of their lines as a screen holds."""


class Flow(Lined):
    """A column of blocks, laid out once for each width."""

    DEFAULT_CSS = """
    Flow { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, blocks: Iterable[Block] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """A column that shows `blocks`."""
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)
        self._layouts: dict[int, Layout] = {}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def ready(self, blocks: Iterable[Block]) -> Ready:
        """Lay out and paint blocks for `update`, at the present width; nothing of them is shown."""
        given = tuple(blocks)
        return self._painted(given, Layout(given, max(self.content_size.width, 1)))

    def _painted(self, blocks: tuple[Block, ...], layout: Layout) -> Ready:
        lines = map(layout.line, range(min(layout.height, self.app.size.height)))
        return Ready(blocks, self.content_size.width, layout, self.paint_ahead(lines))

    def update(self, blocks: Iterable[Block] | Ready) -> None:
        """Show other blocks in the same place."""
        width, height = self.content_size
        self._layouts.clear()
        if isinstance(blocks, Ready):
            self._blocks = blocks.blocks
            self._layouts[blocks.width] = blocks.layout
            self.expect(blocks.painted)
        else:
            self._blocks = tuple(blocks)
            self.expect(None)
        self.refresh(layout=not width or self._laid_out(width).height != height)

    def lines_of(self, index: int) -> tuple[int, int]:
        """The lines of the widget, from 0, at which block `index` begins and ends, the latter exclusive."""
        laid_out, above = self._laid_out(self.content_size.width), self.gutter.top
        return laid_out.starts[index] + above, laid_out.ends[index] + above

    def line_with(self, key: str, value: object) -> int | None:
        """The first line of the widget with text whose style carries `value` as its meta `key`; None without one."""
        for index, line in enumerate(self._laid_out(self.content_size.width).lines):
            for span in line.spans:
                if isinstance(span.style, Style) and span.style.meta.get(key) == value:
                    return index + self.gutter.top
        return None

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual calls it so
        """All the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it so
        """The number of lines at `width`."""
        return self._laid_out(width).height

    def line(self, y: int) -> Content:
        """The line at `y` at the present width."""
        return self._laid_out(self.content_size.width).line(y)

    def _laid_out(self, width: int) -> Layout:
        if width not in self._layouts:
            self._layouts[width] = Layout(self._blocks, max(width, 1))
        return self._layouts[width]
