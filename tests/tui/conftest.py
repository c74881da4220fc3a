"""A small course of its own, a clock that stands, and a learner who did this and that."""

import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.screen import Screen

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.item import items_of
from quizapp.quiz.kept import dump
from quizapp.quiz.session import Session
from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task
from quizapp.settings.model import Settings
from quizapp.store.progress import Progress
from quizapp.tui.app import QuizApp
from quizapp.tui.services import Services
from quizapp.tui.widgets.title import Title

COURSE = Path(__file__).parent / "course"
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SIZES = ((60, 20), (80, 24), (120, 40))
LOOKS = ("dark", "light")


@pytest.fixture(scope="session")
def course() -> Library:
    """Three sound lessons and two sources."""
    library = load(Workspace(COURSE))
    assert not library.diagnostics
    return library


def broken_course() -> Library:
    """The same course with a quote in its second lesson that stands nowhere."""
    text = (COURSE / "lessons/two-accounts.toml").read_text(encoding="utf-8")
    return load(Workspace(COURSE, {"lessons/two-accounts.toml": text.replace("Two ships lay", "Two boats lay")}))


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    """A learner's file on which nothing is written yet."""
    with Progress.open(tmp_path / "progress.sqlite3") as opened:
        yield opened


Before = Callable[[Pilot[Any]], Awaitable[None]]


@pytest.fixture
def same_looks(snapshot: SnapshotAssertion) -> Callable[..., Awaitable[None]]:
    """Compare an app of one size with its pictures, dark and light; one run gives both, for starting takes longest."""
    pictures = snapshot.use_extension(SVGImageExtension)

    async def compare(app: QuizApp, size: tuple[int, int], before: Before) -> None:
        shots: dict[str, str] = {}
        async with app.run_test(size=size) as pilot:
            await before(pilot)
            for look in LOOKS:
                app.theme = f"quizapp-{look}"
                await pilot.pause()
                await pilot.pause()
                shots[look] = app.export_screenshot(title=app.title, simplify=True)
        for look, shot in shots.items():
            assert pictures(name=f"{look}-{size[0]}x{size[1]}") == shot

    return compare


@dataclass
class Desk:
    """All that an app is handed, and what a learner did before it opened."""

    library: Library
    progress: Progress
    now: datetime = NOW
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - no secret
    settings: Settings = field(default_factory=Settings)
    trouble: str = ""
    refusal: str = ""
    """What is said when a theme is to be remembered."""
    kept: list[str] = field(default_factory=list)
    """The themes that were."""

    def app(self, start: str | None = None, *, review: bool = False, look: str | None = "dark") -> QuizApp:
        """The app, not yet running; without a `look` as the settings have it."""

        def keep(theme: str) -> str:
            self.kept.append(theme)
            return self.refusal

        services = Services(
            progress=self.progress,
            clock=lambda: self.now,
            random=self.chance,
            reload=lambda: self.library,
            settings=self.settings,
            trouble=self.trouble,
            keep_theme=keep,
        )
        app = QuizApp(services, start, review=review, seed=7)
        if look is not None:
            app.theme = f"quizapp-{look}"
        return app

    def learn(self, slug: str, answers: int, *, leave: bool = False) -> Session:
        """Answer the first questions of a lesson, all of them right; `leave` keeps the quiz for resuming."""
        lesson = self.library.lesson(slug)
        assert lesson is not None
        now = self.now - timedelta(days=30)
        session = sessions.start(
            items_of(self.library, lesson), sitting=uuid7(now, self.chance), title=lesson.title, kind="lesson", seed=7,
            now=now,
        )  # fmt: skip
        for _ in range(answers):
            response = right_response(sessions.task(session, self.library))
            attempt: Attempt
            session, attempt = sessions.answer(
                session, self.library, response, sure=True, now=now, attempt_id=uuid7(now, self.chance)
            )
            session = sessions.advance(session, now=now)
            self.progress.record(attempt, dump(session))
        if not leave:
            self.progress.close_sitting(session.sitting)
        return session


def right_response(task: Task) -> Response:
    """What answers a task."""
    match task:
        case Pick():
            return tuple(option.value for option in task.options if option.value in task.right[0])
        case Fill():
            return tuple(blank.answer for blank in task.blanks)
        case Arrange():
            return task.right


@pytest.fixture
def desk(course: Library, progress: Progress) -> Desk:
    """The small course and a learner who did nothing yet."""
    return Desk(course, progress)


ScreenT = TypeVar("ScreenT", bound=Screen[Any])


def shown(app: QuizApp, kind: type[ScreenT]) -> ScreenT:
    """The present screen, which is of that kind."""
    screen = app.screen
    assert isinstance(screen, kind)
    return screen


def title_of(app: QuizApp) -> str:
    """The title line of the present screen."""
    return app.screen.query_one(Title).row.plain


def screen_text(app: QuizApp) -> str:
    """All that is on the screen, as text."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    assert len(strips) == height
    return "\n".join(strip.text[:width].rstrip() for strip in strips)


def press(*keys: str) -> Callable[[Pilot[object]], Awaitable[None]]:
    """Keys to press before a snapshot is taken."""

    async def run(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return run


def hostile(library: Library, text: str) -> Library:
    """The course with `text` wherever an author can write, checked or not."""
    sources = {
        slug: replace(
            source,
            header=replace(source.header, name=f"{source.header.name} {text}", kind=text, note=text, publisher=text),
            lines=(replace(source.lines[0], text=text), *source.lines[1:]),
        )
        for slug, source in library.sources.items()
    }
    lessons = tuple(
        replace(
            lesson,
            title=text,
            summary=text,
            objectives=(text,),
            sections=tuple(replace(s, title=text, text=f"{text} {s.text}") for s in lesson.sections),
        )
        for lesson in library.lessons
    )
    evidence = {c: replace(e, source=sources[e.source.slug]) for c, e in library.evidence.items()}
    course = replace(library.course, title=text)
    return replace(library, course=course, sources=sources, lessons=lessons, evidence=evidence)


@pytest.fixture
def empty(course: Library) -> Library:
    """A course without a lesson."""
    return replace(course, lessons=(), broken=())
