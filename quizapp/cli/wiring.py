"""What a face is handed: the course, the learner's file, the clock and chance."""

import gc
import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.course import demand_course
from quizapp.cli.kept_outline import KeptOutline
from quizapp.cli.output import Output, standard_input
from quizapp.cli.places import progress_path
from quizapp.cli.settings import demand_settings, find_settings, theme_keeper, trouble
from quizapp.cli.zone import LocalZone
from quizapp.errors import ExitStatus, QuizappError
from quizapp.quiz.outline import Outline, Read, outline_of
from quizapp.settings.model import Settings
from quizapp.store.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from quizapp.content.library import Library
    from quizapp.tui.services import Reading

DUMB = (
    "TERM=dumb: this is plain mode. For screens set TERM, for example TERM=xterm-256color; "
    "--plain leaves this line out."
)
MANY = 200
"""Files of lessons from which on a course takes long enough to read for a learner to be felt waiting."""


def learn(arguments: "Namespace", output: Output, *, lesson: str | None = None, review: bool = False) -> int:
    """Opens a face on the course that the arguments mean and returns its exit status.

    Raises:
        QuizappError: there is no such course or lesson, or the learner's file cannot be used.
    """
    found = demand_course(arguments.course)
    stdin = standard_input()
    path = progress_path()
    course = _Course(found.root, path.parent, lesson, implied=arguments.implied)
    if not arguments.plain and os.environ.get("TERM") != "dumb" and stdin.isatty():
        return _screens(arguments, course, path, lesson=lesson, review=review)
    from quizapp.cli.reading import load_waiting
    from quizapp.plain import run_plain

    if not arguments.plain and stdin.isatty():
        output.say(DUMB)
    if course.large and not output.live:
        output.say("Reading the course…")
    read = course.read(lambda root: load_waiting(root, output, documents=False))
    settings = demand_settings(output)
    with Progress.open(path, retention=settings.desired_retention) as progress:
        library = _follow(progress, course.keep(read))
        gc.enable()
        return run_plain(
            library,
            progress,
            lesson=library.lesson(lesson) if lesson else None,
            review=review,
            stdin=stdin,
            stdout=output.data,
            clock=_now,
            random=_chance(),
            learner=arguments.learner,
            seed=arguments.seed,
            columns=min(72, shutil.get_terminal_size().columns),
            zone=LocalZone(),
            limits=settings.limits,
        )


def _screens(arguments: "Namespace", course: "_Course", path: Path, *, lesson: str | None, review: bool) -> int:
    kept = course.kept() if course.large or not (lesson or review) else None
    read = None if kept is not None or course.large else course.read()
    found = find_settings(keys=True)
    settings = found.settings if found else Settings()
    with Progress.open(path, retention=settings.desired_retention) as progress:
        from quizapp.tui.app import QuizApp
        from quizapp.tui.services import Services

        services = Services(
            progress=progress,
            clock=_now,
            random=_chance(),
            learner=arguments.learner,
            zone=LocalZone(),
            reload=lambda: _follow(progress, course.keep(course.read())),
            read=course.read_for if course.large else None,
            follow=lambda read: _follow(progress, read),
            kept=kept or Outline("", "", (), {}),
            settings=settings,
            trouble=trouble(found),
            keep_theme=theme_keeper(),
        )
        if read is not None:
            services.library = _follow(progress, course.keep(read))
        app = QuizApp(services, lesson, review=review, seed=arguments.seed)
        app.run()
        return app.return_code or ExitStatus.FINE


class _Course:
    """The course of a run; its outline is kept for the next start."""

    def __init__(self, root: Path, folder: Path, lesson: str | None, *, implied: bool) -> None:
        """The course at `root`, its outline kept in `folder`; `lesson` has to be in it."""
        self._root, self._folder, self._lesson, self._implied = root, folder, lesson, implied
        self._file = KeptOutline(folder, root)
        self._kept: Outline | None = None
        self.large = self._file.lessons > MANY
        """Whether whoever waits for it is to be told how far it is."""

    def kept(self) -> Outline | None:
        """Its outline, as it was kept; None where that is to be read from the course."""
        self._kept = self._file.read()
        return self._kept

    def read(self, load: "Callable[[Path], Library] | None" = None) -> Read:
        """The course as it is now.

        Raises:
            QuizappError: there is nothing to learn from.
        """
        # Before it is read: what changes meanwhile is then read anew at the next start.
        self._file = KeptOutline(self._folder, self._root)
        library = (load or _load)(self._root)
        _demand(library, self._lesson, implied=self._implied)
        return Read(library, outline_of(library))

    def read_for(self, reading: "Reading") -> Read:
        """`read` and `keep`, for somebody who waits."""
        from quizapp.cli.reading import load_for

        return self.keep(self.read(lambda root: load_for(reading, root)))

    def keep(self, read: Read) -> Read:
        """Have the next start find the outline of what was read last; the folder has to be there."""
        if read.outline != self._kept:
            self._file.write(read.outline)
        return read


def _follow(progress: Progress, read: Read) -> "Library":
    """The history of what was renamed follows the course as it is now."""
    progress.adopt(read.outline.course, read.outline.renames)
    return read.library


def _load(root: Path) -> "Library":
    """The course as it is now."""
    from quizapp.content.library import load
    from quizapp.content.workspace import Workspace

    return load(Workspace(root), documents=False)


def _now() -> datetime:
    return datetime.now(UTC)


def _chance() -> random.Random:
    """Ids are drawn from it: with a seed, which fixes the shuffles, two runs would draw the same."""
    return random.SystemRandom()


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
