"""The path of lessons as Home shows it: values made from the outline and from what the learner did."""

from typing import NamedTuple, TypeAlias, assert_never

from quizapp.quiz.outline import LeftQuiz, LessonOutline, LessonProgress, left_quiz, progress_in
from quizapp.tui.services import Services


class Left(NamedTuple):
    """A quiz that was left before its end."""

    quiz: LeftQuiz


class Stop(NamedTuple):
    """A lesson that can be opened."""

    number: int
    """Its place on the path, from 1, broken ones counted."""
    lesson: LessonOutline
    progress: LessonProgress


class Broken(NamedTuple):
    """A lesson that cannot."""

    number: int
    lesson: LessonOutline


Step: TypeAlias = Left | Stop | Broken


class Path(NamedTuple):
    """All of Home."""

    steps: tuple[Step, ...] = ()
    due: int = 0
    """How many items are due for review today."""
    beyond: int = 0
    """How many more are due, beyond today's limit."""

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


def path_of(services: Services) -> Path:
    """The path as it stands now."""
    outline, progress, learner = services.outline, services.progress, services.learner
    answered = progress.answered(outline.course, learner)
    steps: list[Step] = []
    for number, lesson in enumerate(outline.lessons, 1):
        if lesson.broken:
            steps.append(Broken(number, lesson))
        else:
            steps.append(Stop(number, lesson, progress_in(lesson.slug, lesson.items, answered)))
    state = progress.open_sitting(outline.course, learner)
    left = left_quiz(state, outline) if state else None
    known = {key for lesson in outline.lessons for key in lesson.items}
    waiting = sum(key in known for key in progress.due(outline.course, learner, services.clock()))
    allowed = services.today.reviews_left if waiting else None
    today = waiting if allowed is None else min(waiting, allowed)
    return Path((Left(left), *steps) if left else tuple(steps), today, waiting - today)


def _identity(step: Step) -> str:
    match step:
        case Left(quiz):
            return f"{quiz.sitting}/"
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
