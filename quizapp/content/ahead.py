"""A large course that is being read, of which somebody wants some lessons before their turn."""

from collections.abc import Callable, Collection

from quizapp.content.broken import ReadLessons
from quizapp.content.library import Library, Loading
from quizapp.content.reading.resolving import Later, NoEffort
from quizapp.content.workspace import Workspace
from quizapp.text.similar import Effort


class LoadingAhead(Loading):
    """A course as `Loading` reads it, to be learned from.

    No file is read twice: what was read of a lesson before its turn is what the whole course has of it, even where the
    file has changed meanwhile.
    """

    def __init__(self, workspace: Workspace, between: Callable[["LoadingAhead"], object]) -> None:
        """All but the lessons; `between` is called before each of them, and may want some of them first."""
        super().__init__(workspace, documents=False)
        self._between = between
        self._read: dict[str, ReadLessons] = {}
        """What each file came to, as far as they were read."""

    def first(self, slugs: Collection[str]) -> Library | None:
        """The course with these lessons alone; None where one of them is broken or is to be read in its turn."""
        came = ReadLessons()
        for file in (f"lessons/{slug}.toml" for slug in slugs):
            if file not in self.files:
                return None
            try:
                came.add(self._once(file, NoEffort()))
            except Later:
                return None
        return None if came.broken else self._made(came, {}, (), {})

    def _read_lesson(self, file: str, lessons: ReadLessons, effort: Effort) -> None:
        self._between(self)
        lessons.add(self._once(file, effort))

    def _once(self, file: str, effort: Effort) -> ReadLessons:
        if file not in self._read:
            came = ReadLessons()
            super()._read_lesson(file, came, effort)
            self._read[file] = came
        return self._read[file]
