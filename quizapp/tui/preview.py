"""The app of an author: a lesson beside its problems, and from there the lesson as the learner meets it."""

from typing import Any

from textual.screen import Screen

from quizapp.tui.app import QuizApp
from quizapp.tui.screens.preview import PreviewScreen
from quizapp.tui.services import Authoring, Services


class PreviewApp(QuizApp):
    """quizapp with the preview as its lowest screen."""

    CSS_PATH = ["app.tcss", "screens/preview.tcss"]  # noqa: RUF012 - Textual loads no CSS_PATH of a default screen

    def __init__(self, services: Services, authoring: Authoring, *, seed: int | None = None) -> None:
        """The app on a lesson.

        Args:
            services: what the app reaches outside itself; its progress takes what the author tries.
            authoring: which lesson, and what is done with its file.
            seed: fixes every shuffle.
        """
        super().__init__(services, seed=seed)
        self.authoring = authoring

    def get_default_screen(self) -> Screen[Any]:
        """The preview lies under every other screen."""
        return PreviewScreen(self.authoring)
