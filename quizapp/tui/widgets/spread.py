"""Blocks, and among them columns of blocks that stand side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from textual.content import Content
from textual.style import Style

from quizapp.tui.widgets.flow import NOTHING, Block, Drawn, Flow, Layout


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns, as many abreast as there is room for; below each other where there is none.

    A column is made of cells; the cells of one row of columns begin on one line.
    """

    columns: tuple[tuple[tuple[Block, ...], ...], ...]
    narrowest: int = 20
    """Cells that a column has at least, beside another."""
    widest: int = 72
    stacked: int = 64
    """Cells below which columns stand below each other."""
    apart: int = 3
    gap: int = 0
    """Empty lines before it, and between columns that stand below each other."""

    def lines(self, width: int) -> list[Content]:
        """All of it at `width` cells; rows as even as they can be, columns of one width."""
        count = len(self.columns)
        most = max(1, (width + self.apart) // (self.narrowest + self.apart)) if width >= self.stacked else 1
        most = min(count, most)
        abreast = ceil(count / ceil(count / most)) if count else 1
        each = min(max((width + self.apart) // abreast - self.apart, 1), self.widest)
        lines: list[Content] = []
        for start in range(0, count, abreast):
            lines += [NOTHING] * (max(self.gap, 1) if start else 0)
            row = self.columns[start : start + abreast]
            for cells in zip_longest(*row, fillvalue=()):
                for parts in zip_longest(*(_lines(cell, each) for cell in cells), fillvalue=NOTHING):
                    padded = [part.pad_right(each + self.apart - part.cell_length) for part in parts[:-1]]
                    lines.append(Content("").join([*padded, parts[-1]]))
        return lines


def _lines(blocks: Iterable[Block], width: int) -> list[Content]:
    """The blocks, wrapped; nothing for none."""
    blocks = tuple(blocks)
    if not blocks:
        return []
    return Layout(blocks, width).lines


class Spread(Flow):
    """A column of blocks, some of them side by side."""

    under_cursor: tuple[str, object] | None = None
    """The meta of what the cursor is on, and its value."""

    def __init__(self, parts: Iterable[Block | Beside] = ()) -> None:
        """A column that shows `parts`."""
        super().__init__()
        self._parts = tuple(parts)

    @property
    def caret_line(self) -> int | None:
        """The line of what is under the cursor."""
        return None if self.under_cursor is None else self.line_with(*self.under_cursor)

    def present(self, parts: Iterable[Block | Beside]) -> None:
        """Show other parts in the same place."""
        self._parts = tuple(parts)
        self.update(())

    def lines_carrying(self, key: str, value: object) -> tuple[int, int] | None:
        """The first and the last line with text whose style carries `value` as its meta `key`."""
        first = self.line_with(key, value)
        if first is None:
            return None
        lines = self._laid_out(self.content_size.width).lines
        last = max(at for at, line in enumerate(lines) if any(_carries(span.style, key, value) for span in line.spans))
        return first, last + self.gutter.top

    def _laid_out(self, width: int) -> Layout:
        if width not in self._layouts:
            lines: list[Content] = []
            starts: list[int] = []
            ends: list[int] = []
            for part in self._parts:
                lines += [NOTHING] * part.gap
                starts.append(len(lines))
                here = part.lines(max(width, 1)) if isinstance(part, Beside) else _lines([_flush(part)], max(width, 1))
                lines += here
                ends.append(len(lines))
            self._layouts[width] = Drawn(lines, starts, ends)
        return self._layouts[width]


def _flush(block: Block) -> Block:
    return Block(block.content, block.first, block.rest)


def _carries(style: object, key: str, value: object) -> bool:
    return isinstance(style, Style) and style.meta.get(key) == value
