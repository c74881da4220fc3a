"""The ways from screen to screen. Each screen is imported when it is first opened, so that Home paints at once."""

from typing import TYPE_CHECKING

from textual.dom import DOMNode

from quizapp.content.citation import Evidence
from quizapp.content.lesson import Lesson
from quizapp.content.question import Question
from quizapp.content.source import Source
from quizapp.tui.services import new_seed, services_of

if TYPE_CHECKING:
    from quizapp.quiz.item import Item
    from quizapp.quiz.session import Session, SessionKind
    from quizapp.tui.screens.page import Page


def open_lesson(node: DOMNode, lesson: Lesson) -> None:
    """Read a lesson from its first section."""
    from quizapp.tui.screens.lesson import LessonScreen

    node.app.push_screen(LessonScreen(lesson))


def open_article(node: DOMNode, source: Source, evidence: Evidence | None = None) -> None:
    """Read a whole source; with `evidence`, at the cited sentences."""
    from quizapp.tui.screens.article import ArticleScreen

    node.app.push_screen(ArticleScreen(source, evidence))


def open_session(node: DOMNode, session: "Session", *, instead: bool = False) -> None:
    """Ask the questions of a session; `instead` puts the quiz in the place of the present screen."""
    from quizapp.tui.screens.quiz import QuizScreen

    screen = QuizScreen(session)
    if instead:
        node.app.switch_screen(screen)
    else:
        node.app.push_screen(screen)


def start_quiz(node: DOMNode, lesson: Lesson) -> None:
    """Ask a lesson's questions from the first."""
    from quizapp.quiz.item import items_of

    services = services_of(node)
    open_session(node, _session(node, items_of(services.library, lesson), title=lesson.title, kind="lesson"))


def try_question(node: DOMNode, lesson: Lesson, question: Question) -> None:
    """Ask one question of a lesson."""
    from quizapp.quiz.item import Item

    items = (Item(services_of(node).library.course.id, lesson, question),)
    open_session(node, _session(node, items, title=lesson.title, kind="lesson"))


def start_review(node: DOMNode) -> None:
    """Ask what is due; say so where nothing is."""
    from quizapp.quiz.queues import due

    services = services_of(node)
    memories = services.progress.memories(services.library.course.id, services.learner)
    items = due(memories, services.library, services.clock())
    if items:
        open_session(node, _session(node, items, title="Review", kind="review"))
    else:
        from quizapp.tui.screens.review import ReviewScreen

        node.app.push_screen(ReviewScreen())


def show_help(page: "Page") -> None:
    """List the keys of a screen."""
    from quizapp.tui.screens.help import HelpScreen

    page.app.push_screen(HelpScreen(page))


def _session(node: DOMNode, items: "tuple[Item, ...]", *, title: str, kind: "SessionKind") -> "Session":
    from quizapp.quiz.attempt import uuid7
    from quizapp.quiz.session import start

    services = services_of(node)
    now = services.clock()
    sitting = uuid7(now, services.random)
    return start(items, sitting=sitting, title=title, kind=kind, seed=new_seed(node), learner=services.learner, now=now)
