"""The last line of a screen: the keys that apply now."""

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from quizapp.tui import keymap
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.styled import Styled

_GAP = "  "
_HELP = next(key.words for key in keymap.KEYS["page"] if key.id == "help")


class KeyLine(Styled):
    """As many of the screen's keys as fit; help is always among them. A click on one presses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Content] = {}
        """Each key's words and how they look, as they were last drawn."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen and not _alike(self._items(), self._shown):
            self.refresh()

    def render(self) -> Content:
        """The keys, each with its words."""
        items = self._items()
        self._shown = dict(items)
        last = items.pop(_HELP, None)
        room = self.content_size.width - (last.cell_length if last else 0)
        line: list[Content] = []
        for item in items.values():
            room -= item.cell_length + len(_GAP)
            if room < 0:
                break
            line.append(item)
        return Content(_GAP).join([*line, last] if last else line)

    def _items(self) -> dict[str, Content]:
        """What can be done, in words, with its keys before it; what applies everywhere comes last."""
        keys: dict[str, dict[str, Content]] = {}
        everywhere: dict[str, dict[str, Content]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            row = keymap.row(binding.id)
            if row is None or not binding.show or not active.enabled:
                continue
            label = Content.assemble((self.app.get_key_display(binding), ACCENT))
            press = Style.from_meta({"press": binding.key})
            place = everywhere if keymap.common(row) else keys
            place.setdefault(binding.description, {}).setdefault(row.id, label.stylize(press))
        return {words: _item(words, list(labels.values())) for words, labels in (keys | everywhere).items()}

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("press")
        if key is not None:
            self.app.simulate_key(key)


def _alike(some: dict[str, Content], others: dict[str, Content]) -> bool:
    """Whether both show the same, pressed in the same way; contents are equal to Textual where their letters are."""
    return list(some.items()) == list(others.items()) and all(
        content.spans == others[words].spans for words, content in some.items()
    )


def _item(words: str, labels: list[Content]) -> Content:
    said = Content.assemble((f" {words}", MUTED))
    if len(labels) == 1:
        press = labels[0].spans[-1].style
        return labels[0] + said.stylize(press)
    return Content(" ").join(labels) + said
