"""A page with a list and a card."""

from quizapp.tui.screens.page import Page


class BrowseScreen(Page):
    """How Sources and Glossary are laid out at each width."""

    CSS_PATH = "browse.tcss"
    AUTO_FOCUS = "Choices"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
