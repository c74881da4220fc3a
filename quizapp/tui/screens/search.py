"""Search: what is typed is found in sources, lessons and glossary at once, kind by kind, with what stands around it."""

from asyncio import wrap_future
from collections.abc import Iterable, Iterator
from functools import partial
from typing import assert_never

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.search import SHORTEST, Hit, Hits, Index, Kind, Line, Section
from quizapp.content.source import Source
from quizapp.text.characters import harmless, show_line
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.services import in_background
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.choices import Choices, Group
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Container, Horizontal
from quizapp.tui.widgets.entry_card import opened_by
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.found import found_card, found_row, lead_of
from quizapp.tui.widgets.row import Late, Row
from quizapp.tui.widgets.spread import Spread

HEADINGS: dict[Kind, str] = {
    "glossary": "Glossary",
    "lessons": "Lessons",
    "sources": "Sources",
    "sentences": "Sentences",
}


class SearchField(Input):
    """Where the words are typed; what is pasted into it cannot act on the terminal."""

    BINDINGS = bindings("search")

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """The value without characters that a terminal would obey."""
        return harmless(value)


class SearchScreen(Page):
    """A field, and below it what is found while it is typed."""

    NAME = "Search"
    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "SearchField"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        """What was searched for last."""
        self._index: Index | None = None
        """None while it is being made."""
        self._hits: tuple[Hit, ...] = ()
        self._meant: str | None = None

    def body(self) -> Iterable[Widget]:
        """The field; what is found, or what can be done."""
        self.add_class("-nothing")
        with Container(id="field"):
            yield Static(Content.assemble(("/", ACCENT)))
            yield SearchField()
        with Horizontal(id="found"):
            with Column(id="list", can_focus=False):
                yield Choices(focusable=False)
            with Column(id="card", can_focus=False):
                yield Spread()
        yield Flow(self._words(), id="words")

    def on_mount(self) -> None:
        """Have the texts of the course ready; those of a large one are made so in another thread."""
        if self.services.read is None:
            self._index = self.services.shelf.index
        else:
            self.run_worker(self._prepare())

    async def _prepare(self) -> None:
        self._index = await wrap_future(in_background(self.services.shelf.index.prepared))
        self._query = ""
        self._search()

    def heading(self) -> Row:
        """How much was found."""
        count = f"{len(self._hits)} found" if self._hits else ""
        return Row(Content.styled("Search", "bold"), Content.styled(count, MUTED))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search once the letter is on the screen and none is waiting behind it."""
        message.stop()
        self.call_after_refresh(self._search)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere do not apply."""
        match action:
            case "select" | "move" | "far":
                return bool(self._hits)
            case "meant":
                return self._meant is not None
            case "search":
                return False
            case _:
                return super().check_action(action, parameters)

    def action_select(self) -> None:
        """Open what is highlighted."""
        self.query_one(Choices).action_select()

    def action_move(self, by: int) -> None:
        """Up and down what was found."""
        self.query_one(Choices).action_move(by)

    def action_far(self, pages: int) -> None:
        """A page of it."""
        self.query_one(Choices).action_far(pages)

    def action_meant(self) -> None:
        """Search for what was likely meant."""
        if self._meant is not None:
            field = self.query_one(SearchField)
            field.value = self._meant
            field.cursor_position = len(self._meant)

    def on_cursored_highlighted(self, message: Choices.Highlighted) -> None:
        """Show what stands around it."""
        message.stop()
        self._show_card(message.index)

    def on_cursored_chosen(self, message: Choices.Chosen) -> None:
        """Open it at the place."""
        message.stop()
        thing = self._hits[message.index].thing
        match thing:
            case Entry() | Dispute():
                routes.open_entry(self, thing)
            case Lesson():
                routes.open_lesson(self, thing)
            case Section(lesson, at):
                routes.open_lesson(self, lesson, at)
            case Source():
                routes.open_article(self, thing)
            case Line(source, line):
                routes.open_article(self, source, line=line)
            case _:
                assert_never(thing)

    def on_click(self, event: events.Click) -> None:
        """A click on a card of the glossary opens the sentence or lesson."""
        for hit in self._hits[self.query_one(Choices).cursor :][:1]:
            if isinstance(hit.thing, Entry | Dispute):
                routes.open_cited(self, opened_by(event.style.meta, hit.thing, self.services.shelf))

    def _search(self) -> None:
        query = self.query_one(SearchField).value
        if query == self._query:
            return
        self._query = query
        found = self._index.search(query) if self._index else ()
        self._hits = tuple(hit for hits in found for hit in hits.best)
        self._meant = None if found or not self._index else self._index.meant(query)
        self.set_class(not found, "-nothing")
        self.query_one(Choices).show(self._groups(found))
        if found:
            self._show_card(0)
        self.query_one("#words", Flow).update(self._words())
        self.write_heading()
        self.refresh_bindings()

    def _groups(self, found: Iterable[Hits]) -> Iterator[Group]:
        for hits in found:
            shown = len(hits.best)
            count = str(shown) if shown == hits.count else f"the best {shown} of {hits.count}"
            lead = lead_of(hits.best)
            yield Group(
                Row(Content.styled(HEADINGS[hits.kind], MUTED), Content.styled(count, MUTED)),
                tuple(Late(partial(found_row, hit, self._query, lead)) for hit in hits.best),
            )

    def _show_card(self, index: int) -> None:
        if index < len(self._hits):
            card = self.query_one("#card", Column)
            card.query_one(Spread).present(found_card(self._hits[index], self._query, self.services.shelf))
            card.scroll_home(animate=False)

    def _words(self) -> Iterator[Block]:
        """What can be searched, or what to try where nothing was found."""
        query = self._query.strip()
        if len(query) < SHORTEST:
            yield Block(Content("Type a word, or several."))
            yield Block(
                Content.styled(
                    "Sources, lessons and glossary are searched, questions are not: no answer is given away.", MUTED
                ),
                gap=1,
            )
            return
        if self._index is None:
            yield Block(Content("One moment: the course is being looked through…"))
            return
        yield Block(Content(f"Nothing has “{show_line(query)}”."))
        if self._meant is not None:
            meant = (show_line(self._meant), "bold")
            yield Block(
                Content.assemble(
                    "Did you mean “", meant, "”?  ", (self.label("search.meant"), ACCENT), (" takes it", MUTED)
                ),
                gap=1,
            )
        else:
            yield Block(Content.styled("Fewer words, or only their beginnings, find more.", MUTED), gap=1)
