"""A screen that is closed before it was there, as when keys come faster than screens, fails in nothing."""

import asyncio

import pytest

from quizapp.content.library import Library
from quizapp.store.progress import Progress
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.page import Page
from quizapp.tui.screens.quiz import QuizScreen
from tests.tui.conftest import Desk
from tests.tui.nine import nine, sitting


def _screen(name: str, library: Library) -> Page:
    if name == "quiz":
        return QuizScreen(sitting(library, "choice"))
    return (
        ArticleScreen(next(iter(library.sources.values()))) if name == "article" else LessonScreen(library.lessons[0])
    )


@pytest.mark.parametrize("turns", range(6))
@pytest.mark.parametrize("name", ["quiz", "article", "lesson"])
@pytest.mark.parametrize("leave", [True, False])
async def test_a_screen_may_be_closed_while_it_opens(progress: Progress, name: str, turns: int, *, leave: bool) -> None:
    desk = Desk(nine(), progress)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(_screen(name, desk.library))
        for _ in range(turns):
            await asyncio.sleep(0)
        if leave:
            app.exit()
        else:
            app.pop_screen()
            await pilot.pause()
            assert len(app.screen_stack) == 1
