"""New files of a course: all of them or none, and never over what is there."""

import os
import re
import stat
import tempfile
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

from quizapp.content.workspace import Unreadable, Workspace
from quizapp.diagnostics import QuizappError


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

    Raises:
        QuizappError: one of them is no regular file inside the course, or cannot be written.
    """
    for file, data in files.items():
        found = Workspace(root).data(file)
        if isinstance(found, Unreadable) and not found.missing:
            raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
        if found != data:
            part = root / f"{file}.part"
            part.write_bytes(data)
            part.replace(root / file)


def rewrite(root: Path, texts: Mapping[str, str]) -> None:
    """Puts new texts into files that are there; line ends are those of the texts, a byte order mark stays.

    A file is the old or the new one, whole, whenever the machine stops; its permissions stay.

    Raises:
        QuizappError: one of them is no regular file inside the course, or cannot be written; then none was touched.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for file, text in texts.items():
            ready.append((_beside(root, file, text), root / file))
        for part, path in ready:
            part.replace(path)
    except OSError as error:
        where = root if error.filename is None else error.filename
        raise QuizappError(
            f"“{where}” cannot be written ({(error.strerror or 'unknown error').lower()}).",
            "Check the folder's permissions and the room on the disk.",
        ) from None
    finally:
        for part, _ in ready:
            part.unlink(missing_ok=True)


def _beside(root: Path, file: str, text: str) -> Path:
    """A text in a file of its own beside the one that it is to replace, safely on the disk."""
    found = Workspace(root).data(file)
    if isinstance(found, Unreadable):
        raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
    path = root / file
    mark = BOM_UTF8 if found.startswith(BOM_UTF8) else b""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - the descriptor that was made
            stream.write(mark + text.encode())
            stream.flush()
            os.fsync(handle)
        part.chmod(stat.S_IMODE(path.stat().st_mode))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def slug_of(text: str) -> str:
    """The slug that is nearest to `text`; empty where it holds no letter or digit that ASCII has."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _demand_free(root: Path, file: str) -> None:
    found = Workspace(root).data(file)
    if not isinstance(found, Unreadable):
        raise QuizappError(f"“{root / file}” exists already.", "Nothing is overwritten: choose another name.")
    if not found.missing:
        raise QuizappError(f"“{root / file}” {found.reason}.", found.repair)
