"""What all screens share: a title line, a body, the keys, and the way back."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.messages import Layout, Update
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from quizapp.tui import routes
from quizapp.tui.keymap import Key, bindings
from quizapp.tui.services import Services, key_label, served, services_of
from quizapp.tui.theme import MUTED, STYLES
from quizapp.tui.widgets.keyline import KeyLine
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.styled import Backdrop
from quizapp.tui.widgets.title import Title

if TYPE_CHECKING:
    from quizapp.content.lesson import Lesson


class Page(Screen[None], Backdrop):
    """A screen of the app. Its keys are rows of the keymap: `BINDINGS = bindings("lesson")`."""

    BINDINGS = bindings("page")
    COMPONENT_CLASSES = STYLES
    NAME: ClassVar[str] = ""
    """What help calls it."""
    LEGEND: ClassVar[tuple[tuple[str, str], ...]] = ()
    """The marks that it uses, and what each means; help lists them."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keys; a screen looks the same whatever that is, and Textual would paint all of it anew."""

    _wish: Callable[[], None] | None = None
    """Where to go once the course is read."""

    _was_there = True
    """Whether all of it was laid out: of one that is closed before that some parts are there, or none."""

    async def _dispatch_message(self, message: Message) -> None:
        """Deal with a message, but neither begin nor end what was never there, nor go on with what is closed."""
        leaving = self.app._exit or self._closing or self._pruning  # noqa: SLF001 - Textual says it nowhere else
        if isinstance(message, events.Mount):
            self._was_there = not leaving
        if isinstance(message, events.Mount | events.Unmount) and not self._was_there:
            return
        if not (isinstance(message, events.ScreenResume) and leaving):
            await super()._dispatch_message(message)

    @property
    def discreet(self) -> bool:
        """Whether nothing of the course may be looked up for now."""
        return False

    @property
    def services(self) -> Services:
        """What the app was handed."""
        return services_of(self)

    def compose(self) -> ComposeResult:
        """Title, body, keys; laid out for the terminal's width from the first frame."""
        breakpoints = self.HORIZONTAL_BREAKPOINTS or self.app.HORIZONTAL_BREAKPOINTS or []
        self.add_class(*self._get_breakpoint_classes(self.app.size.width, breakpoints))
        self._title = Title(self._heading())
        yield self._title
        yield from self.body()
        self._keys = KeyLine(self.words)
        yield self._keys

    def on_screen_suspend(self) -> None:
        """Covered or left, let go of what was painted here."""
        served(self).rest()

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        return ()

    def heading(self) -> Row:
        """The title line as it stands now."""
        return Row(Content(""), Content(""))

    def write_heading(self) -> None:
        """Write the title line anew."""
        self._title.update(self._heading())

    def _heading(self) -> Row:
        """The title line; what is waited for, as long as it is."""
        reading = self.services.begin_reading() if self._wish else None
        if reading is None:
            return self.heading()
        words = f"what you chose opens once the course is read · {reading.done:.0%}"
        return Row(self.heading().left, Content.styled(words, MUTED))

    def once_read(self, go: Callable[[], None]) -> None:
        """Go where the course is needed: as soon as it is read, unless there was another wish meanwhile."""
        if not self.services.waits:
            go()
            return
        self._wish = go
        if self.is_mounted:
            self.write_heading()

    def fulfil(self) -> None:
        """What was waited for is there: go, unless something was opened over this screen meanwhile."""
        go, self._wish = self._wish, None
        if go is not None:
            self.write_heading()
            if self.app.screen is self:
                self.call_later(go)

    def show_at_once(self, *widgets: Widget) -> None:
        """Lay out anew, and paint what changed in these widgets, in the title and in the keys, all in the next frame.

        What a widget asks for itself reaches the screen a frame later.
        """
        self._keys.ask_again()
        self._dirty_widgets.update((self._title, self._keys, *widgets))
        self.refresh(repaint=False, layout=True)

    def show_now(self) -> None:
        """Lay out anew and paint all that changed, in one frame and before anything else is done.

        Else every widget would say in a message of its own that it changed, and the frame come behind all of them.
        """
        self._keys.ask_again()
        with self.prevent(Layout, Update):
            for widget in self._compositor.widgets:
                if widget._repaint_required or widget._layout_required:  # noqa: SLF001 - as Textual keeps it
                    self._dirty_widgets.add(widget)
                    widget._check_refresh()  # noqa: SLF001 - what Textual does once the widget is idle
        self.refresh(repaint=False, layout=True)
        self._on_timer_update()

    def words(self, key: Key) -> str:
        """What the last line calls a key now."""
        return key.words

    def label(self, identity: str) -> str:
        """How the key of a binding is written that a text of the screen names."""
        return key_label(self, identity)

    @property
    def pointed(self) -> Widget | None:
        """What has the keys."""
        return self.focused

    def action_back(self) -> None:
        """Leave for the screen below; the lowest one stays."""
        if self is not self.app.screen_stack[0]:
            self.app.pop_screen()

    def leave_for(self, lesson: "Lesson | None") -> None:
        """Leave for a lesson, if there is one."""
        if lesson is not None:
            app = self.app
            self.action_back()
            routes.open_lesson(app, lesson)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        routes.show_help(self)

    def action_search(self) -> None:
        """Search all that can be read."""
        routes.open_search(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual calls it so
        """Whether a key applies now; the lowest screen has no way back."""
        return action != "back" or self is not self.app.screen_stack[0]
