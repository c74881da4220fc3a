"""The author's own editor."""

import os
import shlex
import subprocess
from pathlib import Path


def edit(path: Path, line: int) -> str:
    """Opens a file at a line and waits until the editor ends; what went wrong, else nothing."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return f"No editor is named by VISUAL or EDITOR; the place is {path}:{line}."
    try:
        subprocess.run([*shlex.split(editor), f"+{line}", str(path)], check=False)  # noqa: S603 - the author's own
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f"“{editor}” cannot be started ({why.lower()})."
    return ""
