"""What the palette finds: the commands of the screen, every lesson, every source, and the looks."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from quizapp.text.characters import show_line
from quizapp.tui import keymap, routes
from quizapp.tui.services import services_of
from quizapp.tui.theme import THEMES


class Palette(CommandPalette):
    """A field, and below it what it finds."""

    CSS_PATH = "palette.tcss"

    def __init__(self) -> None:
        super().__init__(providers=[CourseCommands], placeholder="Find a lesson, a source or a command")


class Command(NamedTuple):
    """One thing that can be found."""

    words: str
    kind: str
    run: Callable[[], object]


class CourseCommands(Provider):
    """Finds them by letters in order."""

    def commands(self) -> Iterator[Command]:
        """All of them; what the screen can do now comes first, what is possible everywhere last."""
        library = services_of(self.screen).library
        yield from self._keys(common=False)
        for lesson in library.lessons:
            yield Command(lesson.title, "lesson", partial(routes.open_lesson, self.screen, lesson))
        for source in library.sources.values():
            yield Command(source.name, "source", partial(routes.open_article, self.screen, source))
        yield from self._keys(common=True)
        for theme, words in THEMES:
            yield Command(words, "look", partial(setattr, self.app, "theme", theme.name))

    def _keys(self, *, common: bool) -> Iterator[Command]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            row = keymap.row(active.binding.id)
            if row is None or not row.palette or not active.enabled or row.id in seen or keymap.common(row) != common:
                continue
            seen.add(row.id)
            run = partial(self.app.run_action, active.binding.action, default_namespace=active.node)
            yield Command(row.help, self.app.get_key_display(active.binding), run)

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for command in self.commands():
            words = show_line(command.words)
            yield DiscoveryHit(_line(Content(words), command.kind), command.run, words)

    async def search(self, query: str) -> Hits:
        """What matches, best first."""
        matcher = self.matcher(query)
        for command in self.commands():
            words = show_line(command.words)
            score, offsets = matcher.fuzzy_search.match(query, words)
            if score > 0:
                content = Content(words)
                for offset in offsets:
                    content = content.stylize("underline", offset, offset + 1)
                yield Hit(score, _line(content, command.kind), command.run, words)


def _line(words: Content, kind: str) -> Content:
    return Content.assemble(words, (f"  {kind}", "not bold $text-muted"))
