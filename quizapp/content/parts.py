"""A course in parts: all but its lessons, and then some of these at a time."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from quizapp.content.documents import portions
from quizapp.content.library import Library


class Parted(Protocol):
    """A course whose lessons may be looked through by several that do not know of each other."""

    @property
    def files(self) -> Sequence[str]:
        """The files of lessons."""

    def portions(self, size: int) -> list[list[str]]:
        """These files, in order, in portions of so many bytes or a little more."""

    def without_lessons(self) -> Library:
        """All but the lessons, and but the approvals of their questions."""

    def part(self, files: Collection[str], *, in_order: bool = False) -> tuple[Library, tuple[str, ...]]:
        """The course with the lessons in some files alone; and the files that it lacks, to be read after all others."""


class ReadBefore:
    """A course that was read before."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.files = (*(lesson.file for lesson in library.lessons), *(lesson.file for lesson in library.broken))

    def portions(self, size: int) -> list[list[str]]:
        """The files, in portions of so many letters or a little more."""
        documents = self._library.documents
        return portions(self.files, size, lambda file: len(documents[file].text) if file in documents else 0)

    def without_lessons(self) -> Library:
        """The course without its lessons, but with all that was found when it was read."""
        return replace(self._library, lessons=(), broken=())

    def part(self, files: Collection[str], *, in_order: bool = False) -> tuple[Library, tuple[str, ...]]:  # noqa: ARG002
        """The course with the lessons in some files alone; it lacks none of them."""
        wanted = frozenset(files)
        lessons = tuple(lesson for lesson in self._library.lessons if lesson.file in wanted)
        broken = tuple(lesson for lesson in self._library.broken if lesson.file in wanted)
        return replace(self._library, lessons=lessons, broken=broken, diagnostics=()), ()
