"""What `quizapp new course` and `quizapp new lesson` write."""

import json
from pathlib import Path, PurePosixPath

from quizapp.authoring.files import slug_of
from quizapp.content.library import TAKEN, Library
from quizapp.content.reading.reader import is_slug
from quizapp.content.schema import schemas
from quizapp.errors import ExitStatus, QuizappError
from quizapp.text.toml import quoted

_HERE = Path(__file__).parent
_STARTER = _HERE / "starter"
_STEP = 10
"""Between the positions of lessons, so that one fits in between."""
_NOWHERE = 2**31
"""The position of a broken lesson whose own could not be read."""


def course_files(folder: str, title: str = "") -> dict[str, bytes]:
    """A small course that passes the check, by file; its id and title are made from the name of its folder."""
    files = {
        path.relative_to(_STARTER).as_posix(): path.read_bytes()
        for path in sorted(_STARTER.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    # Under its own name git would take it for the attributes of the program's files.
    files[".gitattributes"] = files.pop("gitattributes")
    words = " ".join(folder.replace("-", " ").replace("_", " ").split())
    course = files["lessons/course.toml"].decode()
    course = course.replace('"ID"', quoted(slug_of(folder) or "my-course"))
    course = course.replace('"TITLE"', quoted(title or f"{words[:1].upper()}{words[1:]}" or "My course"))
    return {**files, "lessons/course.toml": course.encode(), **schema_files()}


def schema_files() -> dict[str, bytes]:
    """The schemas as files of a course."""
    return {
        f"lessons/{name}.schema.json": (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in schemas().items()
    }


def lesson_files(slug: str, library: Library, title: str = "") -> dict[str, bytes]:
    """A skeleton of a lesson; the check finds it broken until its quote is one.

    Raises:
        QuizappError: no lesson can have that name.
    """
    slug = PurePosixPath(slug).stem if slug.endswith(".toml") else slug
    if not is_slug(slug) or slug in TAKEN:
        raise QuizappError(
            f"no lesson can be called “{slug}”.",
            f"A name has lower-case letters, digits and single hyphens; {', '.join(TAKEN)} are taken.",
            ExitStatus.USAGE,
        )
    positions = [lesson.position for lesson in library.lessons]
    positions += [lesson.position for lesson in library.broken if lesson.position < _NOWHERE]
    text = (_HERE / "skeleton.toml").read_text(encoding="utf-8")
    text = text.replace("TITLE", quoted(title or slug.replace("-", " ").capitalize()), 1)
    text = text.replace("POSITION", str(max(positions, default=0) // _STEP * _STEP + _STEP), 1)
    text = text.replace("SOURCE", quoted(next(iter(library.sources), "a-source")), 1)
    return {f"lessons/{slug}.toml": text.encode()}
