"""Which course a command is about, and how it was found."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quizapp.errors import ExitStatus, QuizappError

_FOLDERS = ("lessons", "seeds", "seeds/originals")


@dataclass(frozen=True, slots=True)
class CourseFolder:
    """A folder that is to hold a course."""

    root: Path
    how: Literal["named", "nearest", "shipped"]
    """Named by `--course` or QUIZAPP_COURSE, at or above the current folder, or the one inside the package."""

    @property
    def is_course(self) -> bool:
        """Whether it holds `lessons/` and `seeds/`."""
        return is_course(self.root)


def is_course(folder: Path) -> bool:
    """Whether a folder holds `lessons/` and `seeds/`."""
    return (folder / "lessons").is_dir() and (folder / "seeds").is_dir()


def find(named: str | None, environment: Mapping[str, str]) -> CourseFolder:
    """The course that is meant: `named`, else QUIZAPP_COURSE, else the nearest, else the one that ships.

    Raises:
        QuizappError: none was named and none ships with this installation.
    """
    if named := named or environment.get("QUIZAPP_COURSE"):
        return CourseFolder(Path(named), "named")
    for folder in _upwards():
        if is_course(folder):
            return CourseFolder(folder, "nearest")
    package = Path(__file__).parent.parent
    for folder in (package / "course", package.parent):  # in the wheel, in a checkout
        if is_course(folder):
            return CourseFolder(folder, "shipped")
    raise QuizappError(
        "there is no course here, and this installation ships none.",
        "Name the folder of one with --course DIR; a course holds lessons/ and seeds/.",
    )


def demand_course(named: str | None) -> CourseFolder:
    """The course that is meant, as `find` says, which has to be one.

    Raises:
        QuizappError: it is none, or there is none.
    """
    course = find(named, os.environ)
    _refuse_other(course)
    return course


def demand_writable(course: CourseFolder) -> None:
    """Refuses to write into a folder that is no course, or into the course that ships with the program.

    Raises:
        QuizappError: it is not to be written into.
    """
    package = Path(__file__).parent.parent / "course"
    if course.how == "shipped" or (package.is_dir() and course.root.resolve() == package.resolve()):
        raise QuizappError(
            "there is no course of yours here, and the one that ships with quizapp is read-only.",
            "`quizapp new course DIR` begins one; then go into DIR, or name it with --course DIR.",
        )
    _refuse_other(course)


def files_of(root: Path) -> Iterator[list[Any]]:
    """Name, size and last change of whatever a course is read from: as long as they stand, so does what was read."""
    for folder in _FOLDERS:
        if any((root / step).is_symlink() for step in (folder.partition("/")[0], folder)):
            continue  # nothing is read through it
        with suppress(OSError), os.scandir(root / folder) as entries:
            for name, entry in sorted((entry.name, entry) for entry in entries):
                found = entry.stat(follow_symlinks=False)
                yield [f"{folder}/{os.fsencode(name)!r}", found.st_size, found.st_mtime_ns, found.st_mode]


def _refuse_other(course: CourseFolder) -> None:
    if not course.is_course:
        raise QuizappError(
            f"“{course.root}” is no course: it does not hold lessons/ and seeds/.",
            "`quizapp check` says more; without --course and QUIZAPP_COURSE the nearest course is used.",
            ExitStatus.USAGE,
        )


def _upwards() -> tuple[Path, ...]:
    try:
        here = Path.cwd()
    except OSError:  # the current folder was deleted
        return ()
    return (here, *here.parents)
