"""The outline of the course that was opened last, kept beside the learner's file so that Home paints at once.

It holds as long as no file of the course was written since; whoever reads the course afterwards sees what is so.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from quizapp import __version__
from quizapp.quiz.outline import LessonOutline, Outline

_SHAPE = tuple(map(type, LessonOutline("", "")))
_FOLDERS = ("lessons", "seeds", "seeds/originals")


class KeptOutline:
    """The file that keeps it, for one course as its files are now."""

    def __init__(self, folder: Path, course: Path) -> None:
        """The file in `folder` that is to keep the outline of the course at `course`."""
        self._file = folder / "outline.json"
        self._of = [__version__, str(course.absolute()), *_files(course)]

    def read(self) -> Outline | None:
        """The outline; None where none was kept, or one of another course or of other files."""
        try:
            kept = json.loads(self._file.read_bytes())
            if kept["of"] != self._of:
                return None
            course, title, lessons, renames = kept["outline"]
            _demand(_are_texts((course, title, *renames, *renames.values())))
            return Outline(course, title, tuple(_lesson(row) for row in lessons), renames)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def write(self, outline: Outline) -> None:
        """Keep an outline, if that can be: without it, or with half of it, nothing but time is lost."""
        with suppress(OSError):
            self._file.write_bytes(json.dumps({"of": self._of, "outline": outline}).encode())


def _lesson(row: list[Any]) -> LessonOutline:
    found = LessonOutline._make(tuple(value) if isinstance(value, list) else value for value in row)
    _demand(tuple(map(type, found)) == _SHAPE)
    _demand(all(_are_texts(value) for value in found if isinstance(value, tuple)))
    return found


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _demand(holds: bool) -> None:  # noqa: FBT001 - what is demanded
    if not holds:
        raise ValueError("this is no outline")


def _files(course: Path) -> Iterator[list[Any]]:
    """Name, size and last change of whatever a course is read from."""
    for folder in _FOLDERS:
        if any(
            (course / step).is_symlink() for step in (folder.partition("/")[0], folder)
        ):  # nothing is read through it
            continue
        with suppress(OSError), os.scandir(course / folder) as entries:
            for name, entry in sorted((entry.name, entry) for entry in entries):
                found = entry.stat(follow_symlinks=False)
                yield [f"{folder}/{os.fsencode(name)!r}", found.st_size, found.st_mtime_ns, found.st_mode]
