"""Writes the chosen theme into the settings file; everything else of it stays as it is, comments included."""

import os
from codecs import BOM_UTF8
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.placing import put
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
        mark = BOM_UTF8 if real.exists() and real.read_bytes().startswith(BOM_UTF8) else b""
        put({real: mark + _with_theme(text, theme, path).encode()})
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
