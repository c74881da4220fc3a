"""Widgets that are painted with less work than Textual takes for any widget.

Below what Textual promises, this rests on three facts of Textual 8.2.8; `tests/tui/test_styled.py` fails where one of
them no longer holds:

- a widget tells its `_styles_cache` what is to be painted anew, by `set_dirty` and `clear`, and asks it for lines in
  `render_lines` only;
- `_get_style` is asked for each style that content names;
- `_has_focus_within` says whether any style of a widget depends on where the keys are.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual._styles_cache import StylesCache
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class Steady(Widget):
    """Looks the same whether it has the keys or not, and is not styled anew when it gets or loses them.

    To be named last among the bases, since Textual takes styles from the first.
    """

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - Textual calls it so
        """Only what tells whether the keys are somewhere within it may make a difference."""
        if self._has_focus_within:
            super().watch_has_focus(has_focus)


class Styled(Steady):
    """Looks a style up where it is: Textual would ask every ancestor in turn, for each piece of each line."""

    def _get_style(self, style: Style | str) -> Style:
        if isinstance(style, str) and style.startswith("."):
            try:
                return self.screen.get_visual_style(style[1:], partial=True)
            except KeyError:
                pass
        return super()._get_style(style)


class Lined(Styled):
    """Lines of text, each painted when it comes into view; round them there is padding, and perhaps a rule below.

    What Textual does for any content, and what only a pointer asks for, is left out where lines are merely shown.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's name
        super().__init__(id=id, classes=classes)
        self._styles_cache: _Lines = _Lines()

    def line(self, y: int) -> Content:  # noqa: ARG002 - for those that have lines
        """The line at `y` of the content, from 0; empty below the last one."""
        return Content("")

    def render(self) -> Content:
        """All lines, for text that is selected."""
        return Content("\n").join(self.line(y) for y in range(self.content_size.height))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is to be seen of the lines."""
        return self._styles_cache.strips(self, crop)

    def paint_ahead(self, lines: Iterable[Content]) -> "Painted":
        """Paint lines that are not shown yet, at the present width, for `expect`."""
        return self._styles_cache.ahead(self, lines)

    def expect(self, painted: "Painted | None") -> bool:
        """Show these as the first lines from now on, if they still look like this; None paints all lines anew."""
        return self._styles_cache.expect(painted)

    def render_line(self, y: int) -> Strip:
        """A line that knows its place, for a pointer that selects text."""
        segments = self._styles_cache.painted(self, self.line_now(y))
        return Strip(segments).apply_offsets(0, y)

    def line_now(self, y: int) -> Content:
        """The line at `y`, set off where it is selected."""
        line = self.line(y)
        selection = self.text_selection
        span = None if selection is None else selection.get_span(y)
        if span is None:
            return line
        start, end = span
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return line.stylize(style, start, len(line) if end == -1 else end)


class Painted(NamedTuple):
    """Lines that were painted before they are shown."""

    width: int
    """The width of the widget, in cells."""
    base: tuple[object, ...]
    """What all styles apply to."""
    strips: list[Strip]


class _Lines(StylesCache):
    """The painted lines of one widget; Textual clears it, or marks lines of it, when they are to be painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[int, Strip] = {}
        self._stale: set[int] = set()
        """The lines that are to be made anew though they were made."""
        self._made_for = 0
        """The width at which they were made, in cells."""
        self._ready: list[Strip] = []
        """The first lines as they were painted ahead; nothing is selected in them."""
        self._base: tuple[object, ...] = ()
        self._looks: dict[tuple[Style | str, ...], RichStyle] = {}
        """How text looks to which these styles apply, on `_base`."""

    def set_dirty(self, *regions: Region) -> None:
        """Make the lines of these regions anew, or all."""
        if not regions:
            self.clear()
        for region in regions:
            self._stale.update(region.line_range)

    def clear(self) -> None:
        """Make all lines anew."""
        self._made.clear()
        self._stale.clear()

    def strips(self, widget: Lined, crop: Region) -> list[Strip]:
        """The strips of the widget within `crop`."""
        width = widget.region.width
        around = self._around(widget, width)
        strips: list[Strip] = []
        for y in crop.line_range:
            strip = None if y in self._stale else self._made.get(y)
            if strip is None:
                strip = self._made[y] = self._strip(widget, y, around)
            strips.append(strip)
        self._stale.difference_update(crop.line_range)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def ahead(self, widget: Lined, lines: Iterable[Content]) -> Painted:
        """The strips of lines that the widget will show."""
        width = widget.outer_size.width
        around = self._around(widget, width)
        return Painted(width, self._base, [self._laid(widget, line, around) for line in lines])

    def expect(self, painted: Painted | None) -> bool:
        """Have the first lines ready, unless the width or the theme changed since they were painted."""
        fits = painted is not None and (painted.width, painted.base) == (self._made_for, self._base)
        self._ready = painted.strips if painted is not None and fits else []
        return fits

    def painted(self, widget: Lined, line: Content) -> list[Segment]:
        """The pieces of a line, each as it looks."""
        text, spans = line.plain, line.spans
        if not spans:
            return [Segment(text, self._look(widget, ()))]
        cuts = {0, len(text)}
        for start, end, _ in spans:
            cuts.add(min(start, len(text)))
            cuts.add(min(end, len(text)))
        pieces = []
        for start, end in pairwise(sorted(cuts)):
            styles = tuple(style for first, last, style in spans if first <= start and end <= last)
            pieces.append(Segment(text[start:end], self._look(widget, styles)))
        return pieces

    def _around(self, widget: Lined, width: int) -> RichStyle:
        """The style of what stands round the text; what was made is forgotten where the width or the theme changed."""
        app = widget.app
        base = app.theme, app.native_ansi_color, widget.visual_style
        if base != self._base:
            self._looks.clear()
        if (width, base) != (self._made_for, self._base):
            self._made_for, self._base = width, base
            self._ready = []
            self.clear()
        inherited, background = widget.background_colors
        return self._filtered(widget, Style(background=inherited + background).rich_style)

    def _strip(self, widget: Lined, y: int, around: RichStyle) -> Strip:
        width = self._made_for
        y -= widget.gutter.top
        height = widget.content_size.height
        if not 0 <= y < height:
            ruled = y >= height and widget.styles.border_bottom[0]
            return self._rule(widget, width) if ruled else Strip.blank(width, around)
        if y < len(self._ready) and widget.text_selection is None:
            return self._ready[y]
        return self._laid(widget, widget.line_now(y), around)

    def _laid(self, widget: Lined, line: Content, around: RichStyle) -> Strip:
        """A line between what stands at its sides."""
        gutter, width = widget.gutter, self._made_for
        segments = self.painted(widget, line)
        if gutter.left:
            segments.insert(0, Segment(" " * gutter.left, around))
        length = gutter.left + line.cell_length
        if length < width:
            segments.append(Segment(" " * (width - length), around))
        strip = Strip(segments, max(length, width))
        return strip if length <= width else strip.adjust_cell_length(width)

    def _rule(self, widget: Lined, width: int) -> Strip:
        inherited, background = widget.background_colors
        style = Style(background=inherited + background, foreground=widget.styles.border_bottom[1])
        return Strip([Segment("─" * width, self._filtered(widget, style.rich_style))], width)

    def _look(self, widget: Lined, styles: tuple[Style | str, ...]) -> RichStyle:
        """How text looks."""
        look = self._looks.get(styles)
        if look is None:
            base = widget.visual_style
            style = Style.combine([base, *map(widget._get_style, styles)])  # noqa: SLF001 - as Textual resolves it
            look = self._looks[styles] = self._filtered(widget, (base + style).rich_style)
        return look

    def _filtered(self, widget: Lined, style: RichStyle) -> RichStyle:
        """The style as the terminal's filters leave it."""
        _, background = widget.background_colors
        segments = [Segment(" ", style)]
        for line_filter in widget.get_line_filters():
            segments = line_filter.apply(segments, background)
        return segments[0].style or style


class Backdrop(Steady):
    """Shows no text itself: a background, and perhaps a border, behind what it holds.

    To be named last among the bases, since Textual takes styles from the first.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """One line, over and over, where no border above or below makes a difference."""
        if crop.height < 2 or self.styles.border_top[0] or self.styles.border_bottom[0]:
            return super().render_lines(crop)
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
