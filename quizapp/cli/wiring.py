"""What a face is handed: the course, the learner's file, the clock and chance."""

import gc
import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.course import demand_course, find
from quizapp.cli.kept_outline import KeptOutline
from quizapp.cli.output import Output, standard_input
from quizapp.cli.settings import demand_settings, find_settings, theme_keeper, trouble
from quizapp.cli.zone import LocalZone
from quizapp.errors import ExitStatus, QuizappError
from quizapp.quiz.outline import Outline, Read, outline_of
from quizapp.settings import progress_file
from quizapp.settings.model import Settings
from quizapp.store.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from quizapp.content.library import Library

MANY = 200
"""Files of lessons from which on a course takes long enough to read for a learner to be felt waiting."""


def learn(arguments: "Namespace", output: Output, *, lesson: str | None = None, review: bool = False) -> int:
    """Opens a face on the course that the arguments mean and returns its exit status.

    Raises:
        QuizappError: there is no such course or lesson, or the learner's file cannot be used.
    """
    course = find(arguments.course, os.environ)
    demand_course(course)
    stdin = standard_input()
    plain = arguments.plain or os.environ.get("TERM") == "dumb" or not stdin.isatty()
    path = progress_file(os.environ.get("QUIZAPP_DATA"))
    kept = KeptOutline(path.parent, course.root)
    large = kept.lessons > MANY
    outline = kept.read() if not plain and (large or not (lesson or review)) else None
    if plain and large:
        output.say("Reading the course…")

    def usable(library: "Library") -> Read:
        _demand(library, lesson, implied=arguments.implied)
        return Read(library, outline_of(library))

    def keep(read: Read) -> Read:
        if read.outline != outline:
            kept.write(read.outline)
        return read

    def read_counted(told: "Callable[[float], None]") -> Read:
        from quizapp.cli.counted import load_counted

        return keep(usable(load_counted(course.root, told)))

    was_read = None if outline is not None or (large and not plain) else usable(_load(course.root))
    found = None if plain else find_settings(keys=True)
    settings = demand_settings(output) if plain else found.settings if found else Settings()
    # Ids are drawn from it: with a seed, which fixes the shuffles, two runs would draw the same.
    chance = random.SystemRandom()
    with Progress.open(path, retention=settings.desired_retention) as progress:

        def follow(read: Read) -> "Library":
            """The history of what was renamed follows the course as it is now."""
            progress.adopt(read.outline.course, read.outline.renames)
            return read.library

        def read_again() -> "Library":
            return follow(keep(usable(_load(course.root))))

        library = None if was_read is None else follow(keep(was_read))
        if plain:
            from quizapp.plain import run_plain

            gc.enable()
            return run_plain(
                library or read_again(),
                progress,
                lesson=library.lesson(lesson) if library and lesson else None,
                review=review,
                stdin=stdin,
                stdout=output.data,
                clock=_now,
                random=chance,
                learner=arguments.learner,
                seed=arguments.seed,
                columns=min(72, shutil.get_terminal_size().columns),
                zone=LocalZone(),
                limits=settings.limits,
            )
        from quizapp.tui.app import QuizApp
        from quizapp.tui.services import Services

        services = Services(
            progress=progress,
            clock=_now,
            random=chance,
            learner=arguments.learner,
            zone=LocalZone(),
            reload=read_again,
            read=read_counted if large else None,
            follow=follow,
            kept=outline or Outline("", "", (), {}),
            settings=settings,
            trouble=trouble(found),
            keep_theme=theme_keeper(),
        )
        if library is not None:
            services.library = library
        app = QuizApp(services, lesson, review=review, seed=arguments.seed)
        app.run()
        return app.return_code or ExitStatus.FINE


def _load(root: Path) -> "Library":
    """The course as it is now."""
    from quizapp.content.library import load
    from quizapp.content.workspace import Workspace

    return load(Workspace(root))


def _now() -> datetime:
    return datetime.now(UTC)


def _demand(library: "Library", lesson: str | None, *, implied: bool) -> None:
    """Whether there is anything to learn from.

    Raises:
        QuizappError: the lesson does not exist or is broken, or the course has no lessons.
    """
    if not library.lessons and not library.broken:
        raise QuizappError(
            "the course has no lessons.", "`quizapp new lesson NAME` writes the first one; `quizapp check` says more."
        )
    if not library.course.id:
        from quizapp.content.library import COURSE

        found = next((d for d in library.diagnostics if d.location and d.location.file == COURSE), None)
        what = found.message if found else "it has no id."
        raise QuizappError(f"{COURSE} cannot be used: {what}", "`quizapp check` says more.")
    if lesson is not None:
        from quizapp.cli.commands import COMMANDS
        from quizapp.cli.lesson import demand_lesson

        demand_lesson(library, lesson, commands=COMMANDS if implied else ())
