"""What the app keeps in memory: what every sitting needs is loaded behind Home, what screens leave behind is let go.

Both so that a sitting opens at once, and that it takes little more in the end than at its beginning.
"""

import gc
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from rich.cells import get_character_cell_size
from textual._styles_cache import StylesCache
from textual.app import App

from quizapp.text.fold import fold
from quizapp.tui.widgets.flow import breaks

if TYPE_CHECKING:
    from quizapp.tui.services import Services

BEHIND = 0.1
"""Seconds that the first screen is given to be painted in."""
PAUSE = 0.02
"""Seconds between two steps, so that a key waits for one of them at most."""
SOON = 0.05
"""Seconds after which a screen that was left is gone, and a verdict painted."""
ENOUGH = 32
"""How many results a cache of Textual or rich may keep; they are made for thousands, however long ago asked for."""
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
    _caches()
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
    """Forget what was worked out for what is shown no more: texts, places and looks."""
    for ours in (fold, breaks):
        ours.cache_clear()
    # Textual 8.2.8 has it remember for which widget it was asked, and so keeps every widget that was.
    StylesCache.get_inner_outer.cache_clear()
    for theirs in _caches():
        if theirs.cache_info().currsize > ENOUGH:
            theirs.cache_clear()


class _Info(Protocol):
    @property
    def currsize(self) -> int:
        """How many results are kept."""


class _Cache(Protocol):
    def cache_info(self) -> _Info:
        """How full it is."""

    def cache_clear(self) -> None:
        """Forget all."""


@cache
def _caches() -> tuple[_Cache, ...]:
    """Every function and method of Textual and rich, as far as they are loaded, that remembers its results."""
    kind = type(lru_cache(int))
    modules = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in {"rich", "textual"}]
    classes = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    parts = (getattr(part, "__func__", part) for owner in (*modules, *classes) for part in vars(owner).values())
    return tuple({id(part): part for part in parts if isinstance(part, kind)}.values())
