"""Writes the chosen theme into the settings file; everything else of it stays as it is, comments included."""

import os
import stat
import tempfile
from codecs import BOM_UTF8
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.settings.model import Theme
from quizapp.settings.reading import ReadKeys, read_settings
from quizapp.text.document import Document, TomlError


def keep_theme(path: Path, theme: Theme, read_keys: ReadKeys | None = None) -> None:
    """Have the theme remembered. The file is the old or the new one, whole, whenever the machine stops.

    Raises:
        QuizappError: the file has mistakes, and so is not touched; or it cannot be written.
    """
    found = read_settings(path, read_keys)
    if found.problems:
        raise QuizappError(f"“{path}” has mistakes and is left alone.", "quizapp doctor shows them.")
    if found.settings.theme == theme:
        return
    text = found.document.text if found.document else ""
    real = Path(os.path.realpath(path))
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        _replace(real, _with_theme(text, theme, path))
    except OSError as error:
        raise QuizappError(
            f"“{path}” cannot be written ({(error.strerror or 'unknown error').lower()}).",
            "Check the folder's permissions, or name another in QUIZAPP_CONFIG.",
        ) from None


def _with_theme(text: str, theme: Theme, path: Path) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        document["theme"] = theme
        edited = tomlkit.dumps(document)
        if Document("", edited).data() == Document("", text).data() | {"theme": theme}:
            return edited
    except (TOMLKitError, TomlError):
        pass
    raise QuizappError(f"“{path}” cannot be edited without risk.", f'Write `theme = "{theme}"` into it yourself.')


def _replace(path: Path, text: str) -> None:
    """Put a text on the disk beside the file, then in its place; its permissions and byte order mark stay."""
    before = path.read_bytes() if path.exists() else b""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - the descriptor that was made
            stream.write((BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode())
            stream.flush()
            os.fsync(handle)
        part.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
