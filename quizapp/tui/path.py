"""The path of lessons as Home shows it: values made from the library and from what the learner did."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from quizapp.content.lesson import Lesson
from quizapp.content.library import BrokenLesson, Library
from quizapp.quiz.queues import LessonProgress, due, lesson_progress
from quizapp.quiz.session import Session, restore
from quizapp.tui.services import Services


@dataclass(frozen=True, slots=True)
class Left:
    """A quiz that was left before its end."""

    session: Session


@dataclass(frozen=True, slots=True)
class Stop:
    """A lesson that can be opened."""

    number: int
    """Its place on the path, from 1, broken ones counted."""
    lesson: Lesson
    progress: LessonProgress


@dataclass(frozen=True, slots=True)
class Broken:
    """A lesson that cannot."""

    number: int
    lesson: BrokenLesson


Step: TypeAlias = Left | Stop | Broken


@dataclass(frozen=True, slots=True)
class Path:
    """All of Home."""

    steps: tuple[Step, ...] = ()
    due: int = 0
    """How many items are due for review."""

    @property
    def begun(self) -> bool:
        """Whether any question was ever answered."""
        return any(isinstance(step, Stop) and step.progress.state != "new" for step in self.steps)

    @property
    def first(self) -> int:
        """The step to highlight: a quiz that was left, else the first lesson that is not done."""
        for index, step in enumerate(self.steps):
            if isinstance(step, Left) or (isinstance(step, Stop) and step.progress.state != "done"):
                return index
        return 0

    def cursor_after(self, before: "Path", cursor: int) -> int:
        """Where the cursor belongs when this path takes the place of `before`.

        It stays on its step, but goes on from a lesson that was finished meanwhile, and to a quiz that was left.
        """
        if cursor >= len(before.steps):
            return self.first
        here = _identity(before.steps[cursor])
        same = next((index for index, step in enumerate(self.steps) if _identity(step) == here), None)
        if same is None or _newly_left(before, self) or _newly_done(before.steps[cursor], self.steps[same]):
            return self.first
        return same


def along(library: Library) -> tuple[Lesson | BrokenLesson, ...]:
    """The lessons, broken ones among them, in the order of the path; the first is number 1."""
    return tuple(sorted((*library.lessons, *library.broken), key=lambda lesson: (lesson.position, lesson.slug)))


def path_of(services: Services) -> Path:
    """The path as it stands now."""
    library, progress, learner = services.library, services.progress, services.learner
    course = library.course.id
    answered = progress.answered(course, learner)
    waiting = due(progress.memories(course, learner), library, services.clock())
    steps: list[Step] = []
    for number, lesson in enumerate(along(library), 1):
        if isinstance(lesson, Lesson):
            steps.append(Stop(number, lesson, lesson_progress(lesson, answered)))
        else:
            steps.append(Broken(number, lesson))
    left = _left(services)
    return Path((left, *steps) if left else tuple(steps), len(waiting))


def _left(services: Services) -> Left | None:
    library, progress, learner = services.library, services.progress, services.learner
    state = progress.open_sitting(library.course.id, learner)
    if state is None:
        return None
    attempts = progress.attempts(library.course.id, learner=learner, sitting=state["sitting"])
    session = restore(state, library, attempts, now=services.clock())
    return Left(session) if session else None


def _identity(step: Step) -> str:
    match step:
        case Left(session):
            return f"{session.sitting}/"
        case Stop(lesson=lesson) | Broken(lesson=lesson):
            return lesson.slug
        case _:
            assert_never(step)


def _newly_left(before: Path, now: Path) -> bool:
    return bool(now.steps) and isinstance(now.steps[0], Left) and now.steps[0] not in before.steps[:1]


def _newly_done(before: Step, now: Step) -> bool:
    return (
        isinstance(before, Stop)
        and isinstance(now, Stop)
        and now.progress.state == "done"
        and before.progress.state != "done"
    )
