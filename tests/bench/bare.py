"""As little as a Textual app can be: what start and keys are put beside."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Static


class Bare(App[None]):
    """One text; a key puts another in its place."""

    BINDINGS = [Binding("space", "turn")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        self.turned = 0

    def compose(self) -> ComposeResult:
        yield Static(f"{self.texts[0]}\nturned 0.", id="text", markup=False)

    def action_turn(self) -> None:
        self.turned += 1
        text = self.texts[self.turned % len(self.texts)]
        self.query_one("#text", Static).update(f"{text}\nturned {self.turned}.")


if __name__ == "__main__":
    Bare([Path(file).read_text(encoding="utf-8") for file in sys.argv[1:]] or [""]).run()
