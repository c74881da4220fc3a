"""What the app keeps in memory: what every sitting needs is loaded behind Home, what screens leave behind is let go.

Both so that a sitting opens at once, and that it takes little more in the end than at its beginning.
"""

import gc
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from rich.cells import cached_cell_len, get_character_cell_size
from textual._styles_cache import StylesCache
from textual.app import App
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from quizapp.text.fold import fold
from quizapp.tui.widgets.flow import breaks

if TYPE_CHECKING:
    from quizapp.tui.services import Services

BEHIND = 0.1
"""Seconds that the first screen is given to be painted in."""
PAUSE = 0.02
"""Seconds between two steps, so that a key waits for one of them at most."""
SOON = 0.05
"""Seconds after which a screen that was left is gone."""
FULL_AFTER = 1
"""Full collections come after so many smaller ones; Python's 10 let several dead screens pile up."""
SITTING = ("lesson", "quiz", "results")
"""The screens of a sitting, each with the styles that stand beside its module."""


def loading(app: App[object], services: "Services") -> Iterator[None]:
    """What every sitting needs, loaded a step at a time."""
    from quizapp.content.prose import parse

    parse("")
    yield
    services.progress.warm()
    yield
    for name in ("store.folds", "store.reviews"):
        import_module(f"quizapp.{name}")
        yield
    services.shelf.names  # noqa: B018 - found when they are first wanted
    yield
    get_character_cell_size("\N{EM DASH}")
    yield
    screens = app.css_path[0].parent / "screens"
    for name in SITTING:
        import_module(f"quizapp.tui.screens.{name}")
        yield
        styles = screens / f"{name}.tcss"
        # Textual parses every style anew for a screen whose own it has not read.
        if not app.stylesheet.has_source(str(styles)):
            app.stylesheet.read(styles)
            app.stylesheet.parse()
            yield


def settle() -> None:
    """Keep the collector away from what lives as long as the app, and have it look often through the little else.

    What the start left behind is let go of first: it would be kept for good.
    """
    let_go()
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, FULL_AFTER)


def let_go() -> None:
    """Forget what was worked out for screens that are gone: texts, places and looks that are not shown again."""
    for remembered in (fold, breaks, cached_cell_len, StylesCache.get_inner_outer, *_PLACES, *_LOOKS):
        remembered.cache_clear()


# Textual 8.2.8 and rich 15 keep thousands of each, whatever was last asked for; a test fails where they no longer do.
_PLACES = (
    Region.overlaps,
    Region.contains_region,
    Region.__contains__,
    Region.intersection,
    Region.union,
    Region.translate,
    Region.shrink,
    Region.grow,
)
_LOOKS = (Style.__add__, ANSIToTruecolor.truecolor_style, Strip.render_ansi)
