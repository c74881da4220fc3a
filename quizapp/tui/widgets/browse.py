"""A list, and beside or below it a card of what is highlighted."""

from collections.abc import Callable, Iterable

from textual.app import ComposeResult

from quizapp.tui.widgets.choices import Choices, Group
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Horizontal
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.spread import Beside, Spread


class Browse(Horizontal):
    """What Sources and Glossary have in common."""

    def __init__(
        self,
        groups: Iterable[Group],
        *,
        card: Callable[[int], Iterable[Block | Beside]],
        open_: Callable[[int], None],
        nothing: Iterable[Block],
    ) -> None:
        """A list with its card.

        Args:
            groups: what there is to choose from.
            card: what is told of a choice.
            open_: goes where a choice leads.
            nothing: what is said where there is nothing to choose from: what to do next.
        """
        super().__init__()
        self._groups = tuple(groups)
        self._card = card
        self._open = open_
        self._nothing = nothing
        self.set_class(self.empty, "-empty")

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not any(group.rows for group in self._groups)

    def compose(self) -> ComposeResult:
        """The list and the card."""
        with Column(id="list", can_focus=False):
            yield Choices(self._groups)
        with Column(id="card", can_focus=self.empty):
            yield Spread(self._nothing if self.empty else self._card(0))

    def on_cursored_highlighted(self, message: Choices.Highlighted) -> None:
        """Tell of what is under the cursor."""
        message.stop()
        card = self.query_one("#card", Column)
        card.query_one(Spread).present(self._card(message.index))
        card.scroll_home(animate=False)

    def on_cursored_chosen(self, message: Choices.Chosen) -> None:
        """Open it."""
        message.stop()
        self._open(message.index)
