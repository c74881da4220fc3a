"""New files of a course: all of them or none, and never over what is there."""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

from quizapp.content.workspace import Unreadable, Workspace
from quizapp.errors import QuizappError
from quizapp.placing import put
from quizapp.text.normal import normal


def create(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, named relative to the course in `root`, which is made where it is missing.

    Raises:
        QuizappError: one of them exists or cannot be written; nothing was then left behind.
    """
    for file in files:
        _demand_free(root, file)
    made: list[Path] = []
    try:
        for file, data in files.items():
            path = root / file
            for folder in reversed([path.parent, *path.parent.parents]):
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
            with path.open("xb") as stream:
                made.append(path)
                stream.write(data)
    except BaseException as error:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, OSError):
            where = error.filename or root
            raise QuizappError(
                f"“{where}” cannot be written ({(error.strerror or 'unknown error').lower()}).",
                "Nothing was written. Check the folder's permissions and the room on the disk.",
            ) from None
        raise


def replace(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files that are made from others and hold nothing of an author's, over what is there.

    A file is the old or the new one, whole, whenever the machine stops; its permissions stay.

    Raises:
        QuizappError: one of them is no regular file inside the course, or cannot be written; then none was touched.
    """
    changed: dict[str, bytes] = {}
    for file, data in files.items():
        found = Workspace(root).data(file)
        if isinstance(found, Unreadable) and not found.missing:
            raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
        if found != data:
            changed[file] = data
    _put(root, changed)


def rewrite(root: Path, texts: Mapping[str, str]) -> None:
    """Puts new texts into files that are there, as `replace` does; line ends are those of the texts.

    A byte order mark stays.

    Raises:
        QuizappError: one of them is no regular file inside the course, or cannot be written; then none was touched.
    """
    changed: dict[str, bytes] = {}
    for file, text in texts.items():
        found = Workspace(root).data(file)
        if isinstance(found, Unreadable):
            raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
        changed[file] = (BOM_UTF8 if found.startswith(BOM_UTF8) else b"") + text.encode()
    _put(root, changed)


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    try:
        put({root / file: data for file, data in files.items()})
    except OSError as error:
        raise QuizappError(
            f"“{error.filename}” cannot be written ({(error.strerror or 'unknown error').lower()}).",
            "Check the folder's permissions and the room on the disk.",
        ) from None


def slug_of(text: str) -> str:
    """The slug that is nearest to `text`; empty where it holds no letter or digit that ASCII has."""
    plain = normal("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _demand_free(root: Path, file: str) -> None:
    found = Workspace(root).data(file)
    if not isinstance(found, Unreadable):
        raise QuizappError(f"“{root / file}” exists already.", "Nothing is overwritten: choose another name.")
    if not found.missing:
        raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
