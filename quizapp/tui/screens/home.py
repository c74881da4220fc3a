"""Home: the path of lessons, what is due, and what the highlighted lesson is about."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.text.characters import show_line
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page


class HomeScreen(Page):
    """The lowest screen."""

    NAME = "Home"
    BINDINGS = bindings("home")

    def body(self) -> Iterable[Widget]:
        """The path."""
        yield OptionList(*(Option(Content(show_line(l.title))) for l in self.services.library.lessons), markup=False)

    def on_mount(self) -> None:
        """Write the title."""
        self.set_title(Content(show_line(self.services.library.course.title)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a lesson."""
        routes.open_lesson(self, self.services.library.lessons[event.option_index])
