"""Glossary: who and what the course is about, and where its sources differ."""

from collections.abc import Iterable, Iterator, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from quizapp.content.glossary import Dispute, Entry, name_of
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.shelf import KINDS
from quizapp.tui.theme import MUTED
from quizapp.tui.widgets.browse import Browse
from quizapp.tui.widgets.choices import Choices, Group
from quizapp.tui.widgets.entry_card import card, opened_by
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.row import Row, Wrapped
from quizapp.tui.widgets.spread import Beside

DISPUTES = "Where the sources differ"


class GlossaryScreen(BrowseScreen):
    """All entries, kind by kind, or those that one section names."""

    NAME = "Glossary"

    def __init__(self, entries: Sequence[Entry | Dispute] | None = None) -> None:
        """The list of `entries`; of all of them where it is None."""
        super().__init__()
        self._some = None if entries is None else tuple(entries)

    @property
    def entries(self) -> tuple[Entry | Dispute, ...]:
        """Those listed, in the order of the list."""
        listed = self.services.shelf.entries
        some = self._some
        return listed if some is None else tuple(entry for entry in listed if entry in some)

    def heading(self) -> Row:
        """How many there are."""
        disputes = sum(isinstance(entry, Dispute) for entry in self.entries)
        counts = ((len(self.entries) - disputes, "entry", "entries"), (disputes, "dispute", "disputes"))
        count = ", ".join(counted(*each) for each in counts if each[0])
        title = Content.styled("Glossary", "bold")
        if self._some is not None:
            title += Content.styled(" · in this section", MUTED)
        return Row(title, Content.styled(count, MUTED))

    def body(self) -> Iterable[Widget]:
        """The list and the card."""
        yield Browse(self._groups(), card=self._card, open_=self._open, nothing=self._nothing())

    def _groups(self) -> Iterator[Group]:
        """A group a kind, disputes last."""
        for kind, heading in (*KINDS.items(), (None, DISPUTES)):
            rows = tuple(
                Wrapped(Content(show_line(name_of(entry))))
                for entry in self.entries
                if (entry.kind if isinstance(entry, Entry) else None) == kind
            )
            if rows:
                yield Group(Row(Content.styled(heading, MUTED), Content("")), rows)

    def _card(self, index: int) -> Iterable[Block | Beside]:
        """The whole card, as narrow as there is room for."""
        entry = self.entries[index]
        return card(entry, self.services.library, self.services.shelf.lessons_on(entry))

    def _nothing(self) -> Iterator[Block]:
        """How a course gets a glossary."""
        yield Block(Content("This course has no glossary yet."))
        yield Block(
            Content.assemble(
                ("People, places, proposals and disputes are written in ", MUTED), ("lessons/glossary.toml", "bold")
            ),
            gap=1,
        )
        yield Block(Content.assemble(("quizapp schema glossary", "bold"), (" says what it holds.", MUTED)))

    def on_click(self, event: events.Click) -> None:
        """A click on the card opens the sentence or lesson."""
        cursor = self.query_one(Choices).cursor
        if cursor < len(self.entries):
            routes.open_cited(self, opened_by(event.style.meta, self.entries[cursor], self.services.shelf))

    def _open(self, index: int) -> None:
        """Show the card on the whole screen."""
        routes.open_entry(self, self.entries[index], self.entries)
