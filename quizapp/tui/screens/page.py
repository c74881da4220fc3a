"""What all screens share: a title line, a body, the keys, and the way back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from quizapp.tui import routes
from quizapp.tui.services import Services, services_of
from quizapp.tui.theme import STYLES
from quizapp.tui.widgets.keyline import KeyLine
from quizapp.tui.widgets.row import Row


class Page(Screen[None]):
    """A screen of the app. Its keys are rows of the keymap: `BINDINGS = bindings("lesson")`."""

    COMPONENT_CLASSES = STYLES
    NAME: ClassVar[str] = ""
    """What help calls it."""
    LEGEND: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The marks that it uses, and what each means; help lists them."""

    @property
    def services(self) -> Services:
        """What the app was handed."""
        return services_of(self)

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        yield Static(Content(""), id="title")
        yield from self.body()
        yield KeyLine()

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        return ()

    def set_title(self, left: Content, right: Content | None = None) -> None:
        """Write the title line."""
        self.query_one("#title", Static).update(Row(left, right or Content("")))

    def action_back(self) -> None:
        """Leave for the screen below; the lowest one stays."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        routes.show_help(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Whether a key applies now; the lowest screen has no way back."""
        return action != "back" or len(self.app.screen_stack) > 1
