"""The last line of a screen: the keys that apply now."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style

from quizapp.tui import keymap
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.styled import Lined, Painted

_GAP = "  "
_HELP = next(key.words for key in keymap.KEYS["page"] if key.id == "help")


Label: TypeAlias = tuple[str, str]
"""How a key is written, and what it is called."""


class KeyLine(Lined):
    """As many of the screen's keys as fit; help is always among them. A click on one presses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 2; }
    """

    def __init__(self, words: Callable[[keymap.Key], str]) -> None:
        """The keys of a screen; `words` says what one does there now."""
        super().__init__()
        self._words = words
        self._shown: dict[str, tuple[Label, ...]] = {}
        """What was found to apply; nothing where that is to be asked again."""
        self._painted: dict[tuple[tuple[str, tuple[Label, ...]], ...], Painted] = {}
        """The line for each set of keys that was shown; a screen has a few, and comes back to them."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen is self.app.screen:  # below another its actions would be asked of that one
            self.ask_again()

    def ask_again(self) -> None:
        """Show what applies now."""
        self._shown = {}
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, as it was painted when the same keys applied."""
        self._shown = self._shown or self._items()
        state = tuple(self._shown.items())
        if not self.expect(self._painted.get(state)):
            self._painted[state] = self.paint_ahead([self.line(0)])
            self.expect(self._painted[state])
        return super().render_lines(crop)

    def line(self, y: int) -> Content:  # noqa: ARG002 - there is one
        """The keys, each with its words."""
        self._shown = self._shown or self._items()
        last = _item(_HELP, self._shown[_HELP]) if _HELP in self._shown else None
        room = self.content_size.width - (last.cell_length if last else 0)
        line: list[Content] = []
        for words, labels in self._shown.items():
            if words == _HELP:
                continue
            item = _item(words, labels)
            room -= item.cell_length + len(_GAP)
            if room < 0:
                break
            line.append(item)
        return Content(_GAP).join([*line, last] if last else line).truncate(self.content_size.width, ellipsis=True)

    def _items(self) -> dict[str, tuple[Label, ...]]:
        """What can be done, in words, with its keys; what applies everywhere comes last."""
        keys: dict[str, dict[str, Label]] = {}
        everywhere: dict[str, dict[str, Label]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            row = keymap.row(binding.id) if binding.show and active.enabled else None
            if row is None:
                continue
            labels = (everywhere if keymap.common(row) else keys).setdefault(self._words(row), {})
            written = reach(row, binding.key, self.app.get_key_display(binding))
            known, key = labels.setdefault(row.id, (written, binding.key))
            if row.digits:
                labels[row.id] = max(known, written), key
        return {words: tuple(labels.values()) for words, labels in (keys | everywhere).items()}

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("press")
        if key is not None:
            self.app.simulate_key(key)


def reach(row: keymap.Key, key: str, written: str) -> str:
    """How a key of a row is written; a digit with those of the row before it. The greatest stands for all."""
    if key not in row.digits or written != row.display:
        return written
    first = row.digits[0]
    return written if key < first else first if key == first else f"{first}-{key}"


@lru_cache(maxsize=128)
def _item(words: str, labels: tuple[Label, ...]) -> Content:
    """Words with their keys before them; where that is one key, a click on the words presses it too."""
    said = Content.assemble((f" {words}", MUTED))
    if len(labels) == 1:
        said = said.stylize(Style.from_meta({"press": labels[0][1]}))
    keys = (Content.assemble((written, ACCENT)).stylize(Style.from_meta({"press": key})) for written, key in labels)
    return Content(" ").join(keys) + said
