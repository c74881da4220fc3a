"""Widgets that are painted with less work than Textual takes for any widget."""

from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class Styled(Widget):
    """Looks a style up where it is: Textual would ask every ancestor in turn, for each piece of each line."""

    def _get_style(self, style: Style | str) -> Style:
        if isinstance(style, str) and style.startswith("."):
            try:
                return self.screen.get_visual_style(style[1:], partial=True)
            except KeyError:
                pass
        return super()._get_style(style)


class Backdrop(Widget):
    """Shows no text itself: a background, and perhaps a border, behind what it holds.

    To be named last among the bases, since Textual takes styles from the first.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """One line, over and over, where no border above or below makes a difference."""
        if crop.height < 2 or self.styles.border_top[0] or self.styles.border_bottom[0]:
            return super().render_lines(crop)
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
