"""As little as a Textual app can be: what start and keys are put beside."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static


class Bare(App[None]):
    """One text; a key puts another in its place."""

    BINDINGS = [Binding("space", "turn")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, texts: list[str | Content]) -> None:
        super().__init__()
        self.texts = texts
        self.turned = 0

    def compose(self) -> ComposeResult:
        yield Static(self._shown(), id="text", markup=False)

    def action_turn(self) -> None:
        self.turned += 1
        self.query_one("#text", Static).update(self._shown())

    def _shown(self) -> str | Content:
        text = self.texts[self.turned % len(self.texts)]
        below = f"\nturned {self.turned}."
        return text + below if isinstance(text, str) else Content.assemble(text, below)


def text_of(file: str) -> str | Content:
    """What a file holds; where it says how that looks, with its looks."""
    text = Path(file).read_text(encoding="utf-8")
    if "\x1b" not in text:
        return text
    from rich.text import Text

    return Content.from_rich_text(Text.from_ansi(text))


if __name__ == "__main__":
    Bare([text_of(file) for file in sys.argv[1:]] or [""]).run()
