"""What the palette finds: the commands of the screen, every lesson, source and entry of the glossary, and the looks."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from quizapp.content.glossary import kind_of, name_of
from quizapp.text.characters import show_line
from quizapp.tui import keymap, routes
from quizapp.tui.screens.page import Page
from quizapp.tui.services import less_motion, served, services_of
from quizapp.tui.theme import THEMES

ALL = "Find a lesson, a source, a name or a command"
ONLY_COMMANDS = "Find a command; the course opens after the answer"


def closed(app: App[Any]) -> bool:
    """Whether a question is open, of which the course would give the answer away."""
    return any(isinstance(screen, Page) and screen.discreet for screen in app.screen_stack)


LISTED = 100
"""Lessons and sources that are listed before a letter is typed; the others are found by their letters."""


class Palette(CommandPalette):
    """A field, and below it what it finds."""

    CSS_PATH = "palette.tcss"

    def __init__(self, *, discreet: bool) -> None:
        """A palette; a `discreet` one finds commands only, and says so."""
        super().__init__(providers=[CourseCommands], placeholder=ONLY_COMMANDS if discreet else ALL)

    def on_mount(self) -> None:
        """Keep the cursor from blinking where less motion is asked for."""
        self.query_one(Input).cursor_blink = not less_motion(self)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Seek nothing for a letter that is dealt with once the palette is closed: its list may be gone."""
        if not self.is_current:
            message.prevent_default()


class Command(NamedTuple):
    """One thing that can be found."""

    words: str
    kind: str
    run: Callable[[], object]


class CourseCommands(Provider):
    """Finds them by letters in order."""

    def commands(self, most: int | None = None) -> Iterator[Command]:
        """All of them; what the screen can do now comes first, what is possible everywhere last.

        Args:
            most: how many lessons and sources there are to be, at most.
        """
        yield from self._keys(common=False)
        if not closed(self.app):
            yield from islice(self._course(), most)
            yield from self._places()
        yield from self._keys(common=True)
        for theme, words in THEMES:
            yield Command(words, "look", partial(served(self.screen).choose_theme, theme))

    def _course(self) -> Iterator[Command]:
        if services_of(self.screen).waits:
            return
        library = services_of(self.screen).library
        for lesson in library.lessons:
            yield Command(lesson.title, "lesson", partial(routes.open_lesson, self.screen, lesson))
        for source in library.sources.values():
            yield Command(source.name, "source", partial(routes.open_article, self.screen, source))

    def _keys(self, *, common: bool) -> Iterator[Command]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            row = keymap.row(active.binding.id)
            if row is None or not row.palette or not active.enabled or row.id in seen or keymap.common(row) != common:
                continue
            seen.add(row.id)
            run = partial(self.app.run_action, active.binding.action, default_namespace=active.node)
            yield Command(row.help, self.app.get_key_display(active.binding), run)

    def _places(self) -> Iterator[Command]:
        """Where Home leads, from every other screen."""
        here = {active.binding.id for active in self.screen.active_bindings.values()}
        for row in keymap.KEYS["home.page"]:
            go = routes.PLACES.get(row.id)
            if go is not None and row.id not in here:
                yield Command(row.help, "go", partial(go, self.screen))

    def _entries(self) -> Iterator[Command]:
        """The glossary; found by what is typed, not listed before."""
        hidden = closed(self.app) or services_of(self.screen).waits
        for entry in () if hidden else services_of(self.screen).shelf.entries:
            yield Command(name_of(entry), kind_of(entry), partial(routes.open_entry, self.screen, entry))

    async def discover(self) -> Hits:
        """All but the glossary, before a letter is typed; of a large course the first lessons only."""
        for command in self.commands(LISTED):
            words = show_line(command.words)
            yield DiscoveryHit(_line(Content(words), command.kind), command.run, words)

    async def search(self, query: str) -> Hits:
        """What matches, best first."""
        matcher = self.matcher(query)
        for command in (*self.commands(), *self._entries()):
            words = show_line(command.words)
            score, offsets = matcher.fuzzy_search.match(query, words)
            if score > 0:
                content = Content(words)
                for offset in offsets:
                    content = content.stylize("underline", offset, offset + 1)
                yield Hit(score, _line(content, command.kind), command.run, words)


def _line(words: Content, kind: str) -> Content:
    return Content.assemble(words, (f"  {kind}", "not bold $text-muted"))
