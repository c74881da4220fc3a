"""The ways from screen to screen. Each screen is imported when it is first opened, so that Home paints at once."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from textual.dom import DOMNode

from quizapp.tui.services import Services, new_seed, services_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from quizapp.content.citation import Evidence
    from quizapp.content.glossary import Dispute, Entry
    from quizapp.content.lesson import Lesson
    from quizapp.content.question import Question
    from quizapp.content.source import Sentence, Source
    from quizapp.quiz.item import Item
    from quizapp.quiz.outline import SessionKind
    from quizapp.quiz.session import Session
    from quizapp.tui.screens.page import Page


P = ParamSpec("P")


def _in_course(way: Callable[Concatenate[DOMNode, P], None]) -> Callable[Concatenate[DOMNode, P], None]:
    """A way on which the whole course is needed: gone at once, or as soon as that is read."""

    @wraps(way)
    def go(node: DOMNode, /, *args: P.args, **options: P.kwargs) -> None:
        if services_of(node).waits:
            from quizapp.tui.screens.page import Page

            page = node if isinstance(node, Page) else node.app.screen
            if isinstance(page, Page):
                page.once_read(lambda: way(node, *args, **options))
                return
        way(node, *args, **options)

    return go


def open_lesson(node: DOMNode, lesson: "Lesson", section: int = 0, citation: int = 1) -> None:
    """Read a lesson from its first section, or from another one, with the source of one of its citations."""
    from quizapp.tui.screens.lesson import LessonScreen

    node.app.push_screen(LessonScreen(lesson, section, citation))


@_in_course
def open_article(
    node: DOMNode, source: "Source", evidence: "Evidence | None" = None, line: "Sentence | None" = None
) -> None:
    """Read a whole source; with `evidence`, at the cited sentences; with `line`, at that line."""
    from quizapp.tui.screens.article import ArticleScreen

    node.app.push_screen(ArticleScreen(source, evidence, line))


@_in_course
def open_sources(node: DOMNode) -> None:
    """List the sources."""
    from quizapp.tui.screens.sources import SourcesScreen

    node.app.push_screen(SourcesScreen())


@_in_course
def open_glossary(node: DOMNode, entries: "Sequence[Entry | Dispute] | None" = None) -> None:
    """List the glossary, or some of it; where that is one entry, open its card."""
    from quizapp.tui.screens.glossary import GlossaryScreen

    if entries is not None and len(entries) == 1:
        open_entry(node, entries[0])
    else:
        node.app.push_screen(GlossaryScreen(entries))


@_in_course
def open_entry(node: DOMNode, entry: "Entry | Dispute", among: "Sequence[Entry | Dispute]" = ()) -> None:
    """Show a card of the glossary; its neighbours are those that it is `among`, else the whole glossary's."""
    from quizapp.tui.screens.entry import EntryScreen

    node.app.push_screen(EntryScreen(entry, among or services_of(node).shelf.entries))


def open_cited(node: DOMNode, opened: "Evidence | Lesson | None") -> None:
    """Open an article at a sentence, or a lesson; nothing for None."""
    from quizapp.content.citation import Evidence

    if isinstance(opened, Evidence):
        open_article(node, opened.source, opened)
    elif opened is not None:
        open_lesson(node, opened)


@_in_course
def open_search(node: DOMNode) -> None:
    """Search all that can be read."""
    from quizapp.tui.screens.search import SearchScreen

    node.app.push_screen(SearchScreen())


@_in_course
def open_stats(node: DOMNode) -> None:
    """Show what was answered, and what is remembered: as it was drawn before, where nothing was written since."""
    from quizapp.tui.screens.stats import StatsScreen

    app, basis = node.app, _basis(node)
    kept = app.get_screen(_STATS, StatsScreen) if app.is_screen_installed(_STATS) else None
    if kept is not None and kept in app.screen_stack:  # a screen has one place
        app.push_screen(StatsScreen(basis))
        return
    if kept is not None and kept.basis != basis:
        app.uninstall_screen(_STATS)
        kept.remove()
        kept = None
    if kept is None:
        kept = StatsScreen(basis)
        app.install_screen(kept, _STATS)
    app.push_screen(kept)


_STATS = "stats"
"""What the app keeps the screen of that name by."""


def _basis(node: DOMNode) -> tuple[object, ...]:
    """What stats are drawn from: the file, the course, the time to a quarter of an hour, the size of the terminal."""
    from quizapp.quiz.moments import to_microseconds
    from quizapp.quiz.stats import QUARTER

    services = services_of(node)
    return services.progress.state, services.library, to_microseconds(services.clock()) // QUARTER, node.app.size


def open_session(node: DOMNode, session: "Session", *, instead: bool = False) -> None:
    """Ask the questions of a session; `instead` puts the quiz in the place of the present screen."""
    from quizapp.tui.screens.quiz import QuizScreen

    screen = QuizScreen(session)
    if instead:
        node.app.switch_screen(screen)
    else:
        node.app.push_screen(screen)


def start_quiz(node: DOMNode, lesson: "Lesson", *, anew: bool = False) -> None:
    """Ask a lesson's questions, from where they were left unless it is to be `anew`, else from the first."""
    from quizapp.quiz.item import items_of

    left = left_of(node, lesson)
    waiting = left is not None and _go_down_to(node, left.sitting)
    if left is not None and not anew:
        if not waiting:
            open_session(node, left)
        return
    if left is not None:
        services_of(node).progress.close_sitting(left.sitting)
    items = items_of(services_of(node).library_with(lesson.slug), lesson)
    session = new_session(node, items, title=lesson.title, kind="lesson")
    open_session(node.app, session, instead=waiting)


def _go_down_to(node: DOMNode, sitting: str) -> bool:
    """Go back to the quiz of a sitting where it waits below: two screens must not go on with one sitting."""
    from quizapp.tui.screens.quiz import QuizScreen

    app = node.app
    for screen in app.screen_stack:
        if isinstance(screen, QuizScreen) and screen.session.sitting == sitting:
            while app.screen is not screen:
                app.pop_screen()
            return True
    return False


def resume(node: DOMNode, sitting: str) -> None:
    """Go on with a quiz that was left."""
    services = services_of(node)
    states = services.progress.open_sittings(services.outline.course, services.learner)
    session = next((_restored(services, state) for state in states if state["sitting"] == sitting), None)
    if session is not None:
        open_session(node, session)


def try_question(node: DOMNode, lesson: "Lesson", question: "Question") -> None:
    """Ask one question of a lesson."""
    from quizapp.quiz.item import Item

    items = (Item(services_of(node).library.course.id, lesson, question),)
    open_session(node, new_session(node, items, title=lesson.title, kind="preview"))


@_in_course
def start_review(node: DOMNode) -> None:
    """Ask what is due today; say so where nothing is."""
    services = services_of(node)
    reviews = services.today.reviews(services.library)
    if reviews.today:
        open_session(node, new_session(node, reviews.sitting, title=reviews.title, kind="review"))
    else:
        from quizapp.tui.screens.review import ReviewScreen

        node.app.push_screen(ReviewScreen())


PLACES = {
    "home.review": start_review,
    "home.sources": open_sources,
    "home.glossary": open_glossary,
    "home.stats": open_stats,
}
"""Where the keys of Home lead, by their ids: the palette goes there from every screen."""


def show_help(page: "Page") -> None:
    """List the keys of a screen."""
    from quizapp.tui.screens.help import HelpScreen

    page.app.push_screen(HelpScreen(page))


def next_lesson(node: DOMNode) -> "Lesson | None":
    """The first lesson that is not done."""
    from quizapp.quiz.queues import lesson_progress

    services = services_of(node)
    library = services.library
    answered = services.progress.answered(library.course.id, services.learner)
    return next((lesson for lesson in library.lessons if lesson_progress(lesson, answered).state != "done"), None)


def left_of(node: DOMNode, lesson: "Lesson") -> "Session | None":
    """The quiz of a lesson that was last left before its end."""
    from quizapp.quiz.outline import left_quiz

    services = services_of(node)
    for state in services.progress.open_sittings(services.outline.course, services.learner):
        left = left_quiz(state, services.outline) if state.get("kind") == "lesson" else None
        if left is not None and left.lessons == (lesson.slug,):
            return _restored(services, state)
    return None


def _restored(services: Services, state: "Mapping[str, Any]") -> "Session | None":
    """The session of a sitting that was left open."""
    from quizapp.quiz.kept import restore
    from quizapp.quiz.outline import answers_in, left_quiz

    outline = services.outline
    left = left_quiz(state, outline)
    if left is None:
        return None
    library, answers = services.library_with(*left.lessons), services.progress.known(answers_in(state))
    return restore(state, library, answers, now=services.clock(), renames=outline.renames)


def new_session(node: DOMNode, items: "tuple[Item, ...]", *, title: str, kind: "SessionKind") -> "Session":
    """A session on these items, before its first answer."""
    from quizapp.quiz.attempt import uuid7
    from quizapp.quiz.session import start

    services = services_of(node)
    now = services.clock()
    sitting = uuid7(now, services.random)
    return start(items, sitting=sitting, title=title, kind=kind, seed=new_seed(node), learner=services.learner, now=now)
