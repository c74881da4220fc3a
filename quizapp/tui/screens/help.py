"""The keys of a screen, and what its marks mean."""

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style

from quizapp.tui import keymap
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import ACCENT, HEADING, MUTED, STYLES
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.keyline import reach

MARGIN = 12
"""Cells for the key, before the words."""
CLOSES = "closes"
"""The meta of what closes help when it is clicked."""


class HelpScreen(ModalScreen[None]):
    """Lies over the screen it is about."""

    COMPONENT_CLASSES = STYLES
    CSS_PATH = "help.tcss"
    BINDINGS = keymap.bindings("help")

    def __init__(self, page: Page) -> None:
        """Help on a page, as its keys are now."""
        super().__init__()
        self._blocks = tuple(help_blocks(page))

    def compose(self) -> ComposeResult:
        """One column."""
        with Column():
            yield Flow(self._blocks)

    def on_click(self, event: events.Click) -> None:
        """A click beside it closes it, as one on its last line does."""
        beside = self.get_widget_at(event.screen_x, event.screen_y)[0] is self
        if beside or CLOSES in event.style.meta:
            self.dismiss()

    def action_close(self) -> None:
        """Back to the page."""
        self.dismiss()


def help_blocks(page: Page) -> Iterator[Block]:
    """The keys of the page, those of every page, and the marks."""
    rows = pressed(page)
    everywhere = {key.help for rows in keymap.KEYS.values() for key in rows if keymap.common(key)}
    yield Block(Content.assemble((f"Keys of {page.NAME}", HEADING)))
    gap = 1
    scrolling = {key.help for key in keymap.KEYS["scroll"]}
    for words, keys in sorted(rows.items(), key=lambda row: row[0] in scrolling):
        if words not in everywhere:
            yield _entry(keys, words, gap)
            gap = 0
    if not gap:
        yield Block(Content.assemble(("Everywhere", HEADING)), gap=1)
    gap = 1
    for words, keys in rows.items():
        if words in everywhere:
            yield _entry(keys, words, gap)
            gap = 0
    if page.LEGEND:
        yield Block(Content.assemble(("Marks", HEADING)), gap=1)
        for index, (mark, meaning) in enumerate(page.LEGEND):
            yield _entry(mark, meaning, int(index == 0))
    last = Content.assemble((page.label("help.close"), ACCENT), (" closes this", MUTED))
    yield Block(last.stylize(Style.from_meta({CLOSES: True})), gap=1)


def pressed(page: Page) -> dict[str, str]:
    """What can be done on a page, in words, with the keys for it as they are written; keys of one phrase together."""
    keys: dict[str, dict[tuple[str, str], str]] = {}
    for active in page.active_bindings.values():
        row = keymap.row(active.binding.id)
        if row is None:
            continue
        written = page.app.get_key_display(active.binding)
        known = keys.setdefault(row.help, {})
        reached = reach(row, active.binding.key, written)
        known[row.id, written] = max(reached, known.get((row.id, written), reached))
    return {words: " ".join(dict.fromkeys(known.values())) for words, known in keys.items()}


def _entry(keys: str, words: str, gap: int) -> Block:
    return Block(Content(words), Content.assemble((keys.ljust(MARGIN), ACCENT)), Content(" " * MARGIN), gap)
