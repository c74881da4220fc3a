"""Where the files of whoever runs a command are: what QUIZAPP_DATA and QUIZAPP_CONFIG name is read here alone."""

from __future__ import annotations

import os

from quizapp.settings import progress_file, settings_file

TYPE_CHECKING = False  # what `typing` has under this name
if TYPE_CHECKING:
    from pathlib import Path


def progress_path() -> Path:
    """Where the learner's file is, or would be."""
    return progress_file(os.environ.get("QUIZAPP_DATA"))


def settings_path() -> Path:
    """Where the settings file is, or would be."""
    return settings_file(os.environ.get("QUIZAPP_CONFIG"))
