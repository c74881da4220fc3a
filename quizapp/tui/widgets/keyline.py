"""The last line of a screen: the keys that apply now."""

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quizapp.tui import keymap
from quizapp.tui.theme import ACCENT, MUTED


class KeyLine(Widget):
    """As many of the screen's keys as fit; help is always among them. A click on one presses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """The keys, each with its words."""
        items = self._items()
        last = items.pop("help", None)
        room = self.content_size.width - (last.cell_length if last else 0)
        line: list[Content] = []
        for item in items.values():
            room -= item.cell_length + 3
            if room < 0:
                break
            line.append(item)
        return Content("   ").join([*line, last] if last else line)

    def _items(self) -> dict[str, Content]:
        items: dict[str, Content] = {}
        for active in self.screen.active_bindings.values():
            row = keymap.row(active.binding.id)
            if row is None or not active.binding.show or not active.enabled or row.id in items:
                continue
            press = Style.from_meta({"press": active.binding.key})
            label = Content.assemble(
                (self.app.get_key_display(active.binding), ACCENT), (f" {active.binding.description}", MUTED)
            )
            items[row.id] = label.stylize(press)
        return items

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("press")
        if key is not None:
            self.app.simulate_key(key)
