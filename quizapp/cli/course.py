"""Which course a command is about, and how it was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quizapp.diagnostics import QuizappError


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


def _upwards() -> tuple[Path, ...]:
    try:
        here = Path.cwd()
    except OSError:  # the current folder was deleted
        return ()
    return (here, *here.parents)
