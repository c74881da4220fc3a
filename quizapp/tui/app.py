"""The app: theme, keys, and which screen comes first. What happens on a screen is the screen's business."""

import gc
import signal
import sys
from collections.abc import Iterator
from time import sleep
from typing import Any

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from quizapp.tui import footprint, routes
from quizapp.tui.ahead import Ahead
from quizapp.tui.caret import caret_of
from quizapp.tui.driver import mended
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.too_small import TooSmallScreen, too_small
from quizapp.tui.services import Services, without_colour
from quizapp.tui.theme import TERMINAL, THEMES, named, setting_of

TURN = 0.0005
"""Seconds after which Python lets another thread have its turn; with its 5 ms a key waits that long for the thread that
reads a large course."""
HAND_OVER = 0.0002
"""Seconds that the thread that writes a frame is given for it, ahead of what is worked out behind it."""


class QuizApp(App[object], inherit_bindings=False):
    """quizapp in a full terminal."""

    TITLE = "quizapp"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - Textual loads no CSS_PATH of a default screen
    # Nothing that quizapp declares: what ctrl+c does wherever a field does not copy with it.
    BINDINGS = [*bindings("everywhere"), Binding("ctrl+c", "help_quit", show=False, system=True)]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self, services: Services, start: str | None = None, *, review: bool = False, seed: int | None = None
    ) -> None:
        """The app on Home; or in the lesson whose slug is `start`; or in what is due.

        Args:
            services: what the app reaches outside itself.
            start: the slug of a lesson of the library.
            review: whether to begin with what is due.
            seed: fixes every shuffle.
        """
        super().__init__(ansi_color=True if without_colour() else None)
        self.services = services
        self.seed = seed
        self._start = start
        self._loading: Iterator[None] | None = None
        """What a sitting needs, while it is loaded ahead."""
        self._review = review
        for name in self.available_themes:  # every line that is painted looks its theme up among them
            self.unregister_theme(name)
        for theme, _ in THEMES:
            self.register_theme(theme)
        self.animation_level = "none"
        wanted = named(services.settings.theme, self.console.color_system)
        self.theme = TERMINAL.name if without_colour() else wanted.name
        self._bindings = self._remapped(self._bindings)
        self._ahead = Ahead(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Deal with an event; with what is typed in its turn."""
        if not self._ahead.takes(event):
            await super().on_event(event)

    def choose_theme(self, theme: Theme) -> None:
        """Look otherwise, from now on and whenever quizapp is started again."""
        self.theme = theme.name
        if refused := self.services.keep_theme(setting_of(theme)):
            self.notify(refused, title="The look is not remembered", severity="warning", timeout=8, markup=False)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Put the terminal's cursor where the keys go, with every frame."""
        driver = self._driver
        if self.is_headless or driver is None or screen is not self.screen:
            super()._display(screen, renderable)
            return
        caret = caret_of(screen, screen.pointed if isinstance(screen, Page) else screen.focused)
        if caret is not None:
            self.cursor_position = caret.at
        super()._display(screen, renderable)
        driver.write("\x1b[?25h" if caret is not None and caret.shown else "\x1b[?25l")
        sleep(HAND_OVER)

    def _register_child(self, parent: DOMNode, child: Widget, before: int | None, after: int | None) -> None:
        """Give everything that takes keys those that the learner wants."""
        child._bindings = self._remapped(child._bindings)  # noqa: SLF001 - Textual's own keymap drops keys that two share
        super()._register_child(parent, child, before, after)

    def _remapped(self, bindings: BindingsMap) -> BindingsMap:
        keys = self.services.settings.keys
        if not keys:
            return bindings
        from quizapp.tui.remap import rebind

        return rebind(bindings, keys)

    def action_command_palette(self) -> None:
        """Find a lesson, a source or a command."""
        if not isinstance(self.screen, CommandPalette | TooSmallScreen):
            from quizapp.tui.palette import Palette, closed

            self.push_screen(Palette(discreet=closed(self)))

    def action_help_quit(self) -> None:
        """Tell those who try to end the program as others are ended."""
        self.notify("Press ctrl+q to leave. Every answer is kept.", timeout=4, markup=False)

    def get_driver_class(self) -> type[Driver]:
        """Textual's, mended."""
        return mended(super().get_driver_class())

    def panic(self, *renderables: RenderableType) -> None:
        """End as at any other failure; Textual would print it, and call this where no key can be read any more."""
        self._handle_exception(RuntimeError(*map(str, renderables)))

    def run(self, **options: Any) -> object:
        """Run to the end, as `App.run`.

        Raises:
            Exception: whatever no screen caught, so that it is told like that of any other command.
        """
        if hasattr(signal, "SIGHUP"):  # whoever started this may ignore it, and Textual would read of nothing for ever
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        usual = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        try:
            result = super().run(**options)
        finally:
            sys.setswitchinterval(usual)
        if self._exception is not None:
            raise self._exception
        return result

    def _fatal_error(self) -> None:
        """End without the traceback that Textual would print."""
        self._close_messages_no_wait()

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual declares it
        """Use the colours of another theme; before the first screen there is nothing to style anew."""
        if self._screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """Home lies under every other screen."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Go where the command line asked to go; say what of the settings cannot be used."""
        if self.services.trouble:
            self.notify(self.services.trouble, title="Settings", severity="warning", timeout=8, markup=False)
        home = self.screen
        if isinstance(home, HomeScreen) and (self._start or self._review):
            home.once_read(self._begin)

    def _begin(self) -> None:
        lesson = self.services.library.lesson(self._start) if self._start else None
        if lesson is not None:
            routes.open_lesson(self, lesson)
        elif self._review:
            routes.start_review(self)

    def on_ready(self) -> None:
        """Load ahead what a sitting needs, once the first screen is painted and no course is being read."""
        if not self.services.waits:
            self._load_ahead()

    def on_home_screen_arrived(self) -> None:
        """The course was read; through a large one the collector would look for as long as it takes to feel it."""
        if self.services.read is not None and not self.is_headless:
            gc.freeze()
        self.call_after_refresh(self._load_ahead)

    def _load_ahead(self) -> None:
        if self._loading is None:
            self._loading = footprint.loading(self, self.services)
            # No call after the next refresh: a screen that is covered before has none.
            self.set_timer(footprint.BEHIND, self._load)

    def _load(self) -> None:
        """The next step; behind the last one the collector begins."""
        for _ in self._loading or ():
            self.set_timer(footprint.PAUSE, self._load)
            return
        if not self.is_headless:
            footprint.settle()
        gc.enable()

    def let_go(self) -> None:
        """A question was answered: let go of what was worked out for it, once the verdict is painted."""
        # Called by the app itself, since a timer holds on to whoever starts it.
        self.call_later(self.set_timer, footprint.SOON, self._let_go)

    def rest(self) -> None:
        """A screen was left: let go of what it leaves behind, once it is gone, and have the learner's file rest."""
        self.call_later(self.set_timer, footprint.SOON, self._rest)

    def _let_go(self) -> None:
        footprint.let_go()
        if not (self.is_headless or self.services.waits):
            gc.collect()

    def _rest(self) -> None:
        self.services.progress.rest()
        self._let_go()

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screen while the terminal is too small for it."""
        covered = isinstance(self.screen, TooSmallScreen)
        if too_small(event.size) and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not too_small(event.size):
            self.pop_screen()
