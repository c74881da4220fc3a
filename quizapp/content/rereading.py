"""A course that is read again and again, each time with other texts in some files.

What is found in a lesson rests on its own file, on what is no lesson, and on what the files before it left of what
suggestions may cost. Where none of these is another than it was the lesson is what it was.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from typing import NamedTuple

from quizapp.content.broken import ReadLessons
from quizapp.content.library import Library, Loading
from quizapp.content.workspace import Workspace
from quizapp.text.similar import Effort


class _Read(NamedTuple):
    """What a file of a lesson came to, and what suggestions might cost before and after it was read."""

    before: int
    after: int
    lessons: ReadLessons


class Rereading(Loading):
    """A course of which every lesson is remembered as it was read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._read: dict[str, _Read] = {}
        self._left = self._effort.left

    def with_texts(self, texts: Mapping[str, str]) -> "Rereading":
        """The course with other texts in some files; this one stays as it is."""
        workspace = replace(self._workspace, overlays={**self._workspace.overlays, **texts})
        if not texts.keys() <= set(self.files):
            return Rereading(workspace)
        other = copy(self)
        vars(other).update(
            _workspace=workspace,
            _documents={file: document for file, document in self._documents.items() if file not in texts},
            _read={file: read for file, read in self._read.items() if file not in texts},
        )
        return other

    def library(self) -> Library:
        """The whole course; asked again it is the same."""
        self._effort.left = self._left
        return super().library()

    def _read_lesson(self, file: str, lessons: ReadLessons, effort: Effort) -> None:
        read = self._read.get(file)
        if read is None or read.before != effort.left:
            before, alone = effort.left, ReadLessons()
            super()._read_lesson(file, alone, effort)
            read = self._read[file] = _Read(before, effort.left, alone)
        effort.left = read.after
        lessons.add(read.lessons)
