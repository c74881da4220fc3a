"""`quizapp preview`: a lesson as the learner sees it beside its problems, read again on every save."""

import os
import random
from argparse import Namespace
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.cli.course import CourseFolder, demand_course, demand_writable
from quizapp.cli.editor import edit
from quizapp.cli.lesson import demand_lesson
from quizapp.cli.output import Output, standard_input
from quizapp.cli.places import progress_path
from quizapp.cli.reading import load_waiting
from quizapp.cli.settings import find_settings, theme_keeper, trouble
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.errors import ExitStatus, QuizappError
from quizapp.quiz.attempt import Attempt
from quizapp.settings import progress_file
from quizapp.settings.model import Settings
from quizapp.store.progress import Progress


def run(arguments: Namespace, output: Output) -> int:
    """Opens the preview of one lesson, sound or broken; nothing is written but by the author's own editor.

    Raises:
        QuizappError: there is no such course or lesson, or no terminal to show it in.
    """
    course = demand_course(arguments.course)
    library = load_waiting(course.root, output)
    demand_lesson(library, arguments.lesson, sound=False)
    if os.environ.get("TERM") == "dumb" or not (standard_input().isatty() and output.data.isatty()):
        raise QuizappError(
            "the preview needs a terminal, and there is none here.",
            f"`quizapp check lessons/{arguments.lesson}.toml` reports what is wrong without one.",
        )
    from quizapp.tui.preview import PreviewApp
    from quizapp.tui.services import Authoring, Services

    found = find_settings(keys=True)
    # What the author tries out is no learner's progress.
    with TemporaryDirectory(prefix="quizapp-") as scratch, Progress.open(progress_file(scratch)) as progress:
        services = Services(
            progress=progress,
            clock=lambda: datetime.now(UTC),
            random=random.SystemRandom(),
            reload=lambda: load(Workspace(course.root)),
            settings=found.settings if found else Settings(),
            trouble=trouble(found),
            keep_theme=theme_keeper(),
        )
        services.library = library
        authoring = Authoring(
            slug=arguments.lesson,
            changes=lambda: _changes(course.root),
            flags=lambda: _flags(library.course.id),
            edit=lambda file, line: _edit(course, file, line),
        )
        app = PreviewApp(services, authoring, seed=arguments.seed)
        app.run()
        return app.return_code or ExitStatus.FINE


def _changes(root: Path) -> AsyncIterator[object]:
    from watchfiles import awatch

    return awatch(root / "lessons", root / "seeds")


def _flags(course: str) -> tuple[Attempt, ...]:
    """The flags of all learners of this machine; none where their file cannot be read."""
    try:
        with Progress.open(progress_path(), readonly=True) as progress:
            return tuple(progress.all_flags(course))
    except QuizappError:
        return ()


def _edit(course: CourseFolder, file: str, line: int) -> str:
    try:
        demand_writable(course)
    except QuizappError as error:
        return f"{error.message} {error.hint}"
    return edit(course.root / file, line)
