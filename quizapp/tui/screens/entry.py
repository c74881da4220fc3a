"""A card of the glossary on the whole screen: the place where all accounts stand next to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.content.glossary import Dispute, Entry
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.entry_card import OPENS, Opened, card, openables
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.spread import Beside, Spread


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is."""

    entry: int = 0
    opens: int = 0
    """Which sentence or lesson of the card is set off."""


class EntryScreen(Page):
    """One entry or dispute at a time."""

    NAME = "Entry"
    LEGEND = (("▌", "a sentence that says so"), ("▸", "what enter opens"))
    CSS_PATH = "entry.tcss"
    BINDINGS = bindings("entry")
    AUTO_FOCUS = ""

    place: reactive[Place] = reactive(Place, init=False, repaint=False)

    def __init__(self, entry: Entry | Dispute, among: Sequence[Entry | Dispute]) -> None:
        """The card of `entry`; left and right go to those it is `among`."""
        super().__init__()
        self._among = tuple(among)
        self.set_reactive(EntryScreen.place, Place(self._among.index(entry)))

    @property
    def entry(self) -> Entry | Dispute:
        """What is shown."""
        return self._among[self.place.entry]

    @property
    def opened(self) -> tuple[Opened, ...]:
        """What can be opened from it."""
        services = self.services
        return openables(self.entry, services.library, services.shelf.lessons_on(self.entry))

    def body(self) -> Iterable[Widget]:
        """The card."""
        with Column(id="entry", can_focus=False):
            yield Spread(self._card())

    @property
    def pointed(self) -> Widget | None:
        """The card."""
        spread = next(iter(self.query(Spread)), None)
        if spread is not None:
            spread.under_cursor = (OPENS, self.place.opens)
        return spread

    def heading(self) -> Row:
        """Where in the glossary it stands."""
        where = f"{self.place.entry + 1} of {len(self._among)}"
        return Row(Content.styled("Glossary", "bold"), Content.styled(where, MUTED))

    def watch_place(self, before: Place, place: Place) -> None:
        """Turn to another card, or move on this one."""
        self.query_one(Spread).present(self._card())
        if before.entry != place.entry:
            self.write_heading()
            self.query_one(Column).scroll_home(animate=False)
        else:
            self.call_after_refresh(self._keep_in_view)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere do not apply."""
        if action == "entry" and isinstance(parameters[0], int):
            return 0 <= self.place.entry + parameters[0] < len(self._among)
        return super().check_action(action, parameters)

    def action_entry(self, by: int) -> None:
        """Another card."""
        self.place = Place(self.place.entry + by)

    def action_move(self, by: int) -> None:
        """The next sentence or lesson, or the one before; at the ends the text scrolls on."""
        at = self.place.opens + by
        if 0 <= at < len(self.opened):
            self.place = Place(self.place.entry, at)
        else:
            self.query_one(Column).scroll_relative(y=3 * by, animate=False)

    def action_page(self, pages: int) -> None:
        """A page down, or up."""
        column = self.query_one(Column)
        column.scroll_relative(y=pages * (column.size.height - 2), animate=False)

    def action_open(self) -> None:
        """Open the article at the sentence, or the lesson."""
        routes.open_cited(self, next(iter(self.opened[self.place.opens :]), None))

    def on_click(self, event: events.Click) -> None:
        """A click sets a sentence or lesson off; on the one set off, it opens it."""
        opens = event.style.meta.get(OPENS)
        if isinstance(opens, int):
            if opens == self.place.opens:
                self.action_open()
            self.place = Place(self.place.entry, opens)

    def _card(self) -> Iterable[Block | Beside]:
        services = self.services
        return card(self.entry, services.library, services.shelf.lessons_on(self.entry), self.place.opens)

    def _keep_in_view(self) -> None:
        lines = self.query_one(Spread).lines_carrying(OPENS, self.place.opens)
        if lines is not None:
            first, last = lines
            top = 0 if self.place.opens == 0 else first
            self.query_one(Column).scroll_to_region(Region(0, top, 1, last + 1 - top), animate=False)
