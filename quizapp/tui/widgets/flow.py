"""Text laid out in blocks: prose, quotations, numbered sentences; one widget, whatever its length."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.style import Style

from quizapp.tui.widgets.styled import Styled

NOTHING = Content("")


class Block(NamedTuple):
    """A paragraph with what stands in the margin before its first and before its further lines."""

    content: Content
    first: Content = NOTHING
    rest: Content = NOTHING
    gap: int = 0
    """Empty lines before it."""


class Layout(NamedTuple):
    """Blocks at one width."""

    text: Content
    height: int
    starts: tuple[int, ...]
    """For each block the index of its first line."""
    ends: tuple[int, ...]
    """For each block the index behind its last line."""


def lay_out(blocks: Iterable[Block], width: int, *, even: bool = False) -> Layout:
    """The blocks, wrapped to `width` cells; `even` leaves no word alone on a last line where it can be helped."""
    lines: list[Content] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in blocks:
        lines += [NOTHING] * block.gap
        starts.append(len(lines))
        margin = max(block.first.cell_length, block.rest.cell_length)
        wrapped = block.content.wrap(max(width - margin, 1))
        if even and len(wrapped) > 1 and " " not in wrapped[-1].plain.strip():
            narrower = block.content.wrap(max(wrapped[-2].cell_length - 1, 1))
            wrapped = narrower if len(narrower) == len(wrapped) else wrapped
        for index, line in enumerate(wrapped or [NOTHING]):
            before = block.rest if index else block.first
            lines.append(before + line if before else line)
        ends.append(len(lines))
    return Layout(Content("\n").join(lines), len(lines), tuple(starts), tuple(ends))


class Flow(Styled):
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

    def update(self, blocks: Iterable[Block]) -> None:
        """Show other blocks in the same place."""
        width, height = self.content_size
        self._blocks = tuple(blocks)
        self._layouts.clear()
        self.refresh(layout=not width or self._laid_out(width).height != height)

    def lines_of(self, index: int) -> tuple[int, int]:
        """The lines of the widget, from 0, at which block `index` begins and ends, the latter exclusive."""
        laid_out, above = self._laid_out(self.content_size.width), self.gutter.top
        return laid_out.starts[index] + above, laid_out.ends[index] + above

    def line_with(self, key: str, value: object) -> int | None:
        """The first line of the widget with text whose style carries `value` as its meta `key`; None without one."""
        lines = self._laid_out(self.content_size.width).text.split(allow_blank=True)
        for index, line in enumerate(lines):
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

    def render(self) -> Content:
        """The text at the present width."""
        return self._laid_out(self.content_size.width).text

    def _laid_out(self, width: int) -> Layout:
        if width not in self._layouts:
            self._layouts[width] = lay_out(self._blocks, max(width, 1))
        return self._layouts[width]
