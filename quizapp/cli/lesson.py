"""Which lesson a command is about."""

from collections.abc import Iterable

from quizapp.cli.parser import suggest
from quizapp.content.library import Library
from quizapp.errors import ExitStatus, QuizappError


def demand_lesson(library: Library, slug: str, *, sound: bool = True, commands: Iterable[str] = ()) -> None:
    """Refuses a lesson that the course does not have.

    Args:
        library: the course.
        slug: the lesson's.
        sound: whether one with errors is refused too.
        commands: what else may have been meant, where no command was named.

    Raises:
        QuizappError: it is refused.
    """
    slugs = [lesson.slug for lesson in library.lessons]
    for broken in library.broken:
        if sound and broken.slug == slug:
            raise QuizappError(
                f"the lesson “{slug}” has errors and cannot be used.\n{broken.first}", "`quizapp check` shows them all."
            )
    slugs += [] if sound else [broken.slug for broken in library.broken]
    if slug not in slugs:
        what, near = "command or lesson" if commands else "lesson", suggest(slug, (*slugs, *commands))
        raise QuizappError(
            f"there is no {what} “{slug}”{near}", f"The lessons are: {', '.join(slugs) or 'none'}.", ExitStatus.USAGE
        )
