"""A list, and beside or below it a card of what is highlighted."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.widget import Widget

from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.choices import Choices, Group
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.spread import Beside, Spread


class BrowseScreen(Page):
    """What Sources and Glossary have in common."""

    CSS_PATH = "browse.tcss"
    AUTO_FOCUS = "Choices"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    def body(self) -> Iterable[Widget]:
        """The list and the card."""
        groups = tuple(self.groups())
        empty = not any(group.rows for group in groups)
        self.set_class(empty, "-empty")
        with Horizontal(id="browse"):
            with Column(id="list", can_focus=False):
                yield Choices(groups)
            with Column(id="card", can_focus=empty):
                yield Spread(self.nothing() if empty else self.card(0))

    def groups(self) -> Iterable[Group]:
        """What there is to choose from."""
        raise NotImplementedError

    def card(self, index: int) -> Iterable[Block | Beside]:
        """What is told of a choice."""
        raise NotImplementedError

    def nothing(self) -> Iterable[Block]:
        """What is said where there is nothing to choose from: what to do next."""
        raise NotImplementedError

    def open(self, index: int) -> None:
        """Go where a choice leads."""
        raise NotImplementedError

    def on_choices_highlighted(self, message: Choices.Highlighted) -> None:
        """Tell of what is under the cursor."""
        message.stop()
        card = self.query_one("#card", Column)
        card.query_one(Spread).present(self.card(message.index))
        card.scroll_home(animate=False)

    def on_choices_chosen(self, message: Choices.Chosen) -> None:
        """Open it."""
        message.stop()
        self.open(message.index)
