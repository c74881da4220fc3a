"""The outline of the course that was opened last, kept beside the learner's file so that Home paints at once.

It holds as long as no file of the course was written since; whoever reads the course afterwards sees what is so.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from quizapp import __version__
from quizapp.cli.course import files_of
from quizapp.placing import put
from quizapp.quiz.outline import LessonOutline, Outline

_SHAPE = tuple(map(type, LessonOutline("", "")))
_LARGEST = 50_000_000
"""Bytes of the largest file that is read; nothing in it is counted that is more."""


class KeptOutline:
    """The file that keeps it, for one course as its files are now. What is no outline in it is as if it were not there.

    Several processes may write it: each puts a whole file in its place.
    """

    def __init__(self, folder: Path, course: Path) -> None:
        """The file in `folder` that is to keep the outline of the course at `course`."""
        files = list(files_of(course))
        self._file = folder / "outline.json"
        self._of = [__version__, str(course.absolute()), *files]
        self.lessons = sum(name.startswith("lessons/") for name, *_ in files)
        """How many files there are, of lessons and of what belongs to all of them."""

    def read(self) -> Outline | None:
        """The outline; None where none was kept, or one of another course or of other files."""
        try:
            if not self._file.is_file() or self._file.stat().st_size > _LARGEST:
                return None
            kept = json.loads(self._file.read_bytes())
            if kept["of"] != self._of:
                return None
            course, title, lessons, renames = kept["outline"]
            _demand_texts([course, title, *renames, *renames.values()])
            return Outline(course, title, tuple(_lesson(row) for row in lessons), renames)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None

    def write(self, outline: Outline) -> None:
        """Keep an outline, if that can be: without it nothing but time is lost."""
        with suppress(OSError):
            put({self._file: json.dumps({"of": self._of, "outline": outline}).encode()})


def _lesson(row: list[Any]) -> LessonOutline:
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in row]
    if tuple(map(type, values)) != _SHAPE:
        raise TypeError("no lesson is like this")
    for value in values:
        if not isinstance(value, int):
            _demand_texts(value)
        elif not 0 <= value <= _LARGEST:
            raise ValueError("nothing is counted that far")
    return LessonOutline._make(values)


def _demand_texts(texts: Iterable[Any]) -> None:
    """`TypeError` where something else is among them, `ValueError` where one could be written nowhere."""
    "".join(texts).encode()
