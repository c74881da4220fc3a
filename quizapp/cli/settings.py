"""The settings file as commands use it: read once, and what is wrong with it told."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from quizapp.cli.places import settings_path
from quizapp.settings.model import Settings, Theme
from quizapp.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from quizapp.cli.output import Output
    from quizapp.content.reading.reader import Reader
    from quizapp.settings.reading import Found, Wanted

DOCTOR = "quizapp doctor shows each with its place."


def find_settings(*, keys: bool = False) -> Found | None:
    """What the settings file holds; None where there is none. With `keys` also those of the app."""
    path = settings_path()
    if not os.path.lexists(path):
        return None
    from quizapp.settings.reading import read_settings

    return read_settings(path, _read_keys if keys else None)


def demand_settings(output: Output) -> Settings:
    """What holds without a screen; what is wrong with the file is told on stderr."""
    found = find_settings()
    if found is None:
        return Settings()
    if found.problems:
        output.say(f"quizapp: the settings have {_mistakes(found)}.\n{told(found)}")
    return found.settings


def trouble(found: Found | None) -> str:
    """What the app says of the settings, in short; nothing where all is well."""
    if found is None or not found.problems:
        return ""
    return f"{_mistakes(found).capitalize()}. {_line(found)}\n{DOCTOR}"


def theme_keeper() -> Callable[[Theme], str]:
    """What remembers a theme, and says what went wrong, the first time that it does."""
    return partial(_keep, settings_path(), set())


def _keep(path: Path, said: set[str], theme: Theme) -> str:
    from quizapp.errors import QuizappError
    from quizapp.settings.writing import keep_theme

    try:
        keep_theme(path, theme, _read_keys)
    except QuizappError as error:
        words = f"{error.message} {error.hint}"
        if words not in said:
            said.add(words)
            return words
    return ""


def told(found: Found) -> str:
    """Every mistake with its place, its line and its repair, as the check tells them."""
    from quizapp.checking.check import Finding
    from quizapp.checking.reports.text import lines_of

    lines: list[str] = []
    for problem in found.problems:
        document, location = found.document, problem.location
        place = location.place_in(document) if document and location else None
        line = document.line(place.line) if document and place else ""
        lines += lines_of(Finding(problem._replace(fix=None), place, line), str)
    return "\n".join(lines)


def _line(found: Found) -> str:
    """The first mistake in one line."""
    from quizapp.text.characters import show_line

    problem = found.problems[0]
    where = problem.location.file if problem.location else ""
    if found.document and problem.location:
        place = problem.location.place_in(found.document)
        where += f":{place.line}:{place.column}"
    return show_line(f"{where}: {problem.message}")


def _mistakes(found: Found) -> str:
    return f"{counted(len(found.problems), 'mistake')}; the rest is used"


def _read_keys(reader: Reader, wanted: Iterable[Wanted]) -> Mapping[str, str]:
    from quizapp.tui.remap import read_keys

    wanted = tuple(wanted)
    return read_keys(reader, wanted) if wanted else {}
