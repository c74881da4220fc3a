"""`quizapp doctor`: what is well and what is not of course, learner's file, settings and terminal; a look, no more."""

import locale
import os
import platform
import shutil
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from quizapp import __version__
from quizapp.cli.course import CourseFolder, find
from quizapp.cli.output import Output
from quizapp.cli.places import progress_path, settings_path
from quizapp.cli.reading import load_waiting
from quizapp.cli.settings import find_settings, told
from quizapp.diagnostics import Severity
from quizapp.errors import ExitStatus, QuizappError
from quizapp.store.opening import OlderFile
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.trouble import DamagedFile
from quizapp.text.characters import show_line
from quizapp.text.counting import counted

_SMALLEST = os.terminal_size((60, 20))
"""What the app needs; below it says so itself."""
_HOW = {
    "named": "named by --course or QUIZAPP_COURSE",
    "nearest": "the nearest one",
    "shipped": "the one that ships with quizapp",
}


@dataclass(frozen=True, slots=True)
class _Finding:
    about: str
    words: str
    repair: str = ""
    """What to do; empty where all is well."""
    details: str = ""
    """Lines that belong to it, safe to show."""


def run(arguments: Namespace, output: Output) -> int:
    """Tells what it finds, one thing a line; status 3 where something is not well."""
    findings = [*_versions(), *_course(arguments.course, output), *_progress(), _settings(), *_terminal(output)]
    for finding in findings:
        mark = output.paint("error", "bad ") if finding.repair else "well"
        output.write(f"{mark}  {finding.about:9} {show_line(finding.words)}\n")
        if finding.repair:
            output.write(f"{'':16}{show_line(finding.repair)}\n")
        output.write(f"\n{finding.details}\n\n" if finding.details else "")
    bad = sum(bool(finding.repair) for finding in findings)
    if not bad:
        return ExitStatus.FINE
    output.say(f"quizapp: not well: {counted(bad, 'thing')}.")
    return ExitStatus.ENVIRONMENT


def _versions() -> Iterator[_Finding]:
    parts = [f"quizapp {__version__}", f"Python {platform.python_version()}"]
    parts += [f"{name} {version(name)}" for name in ("textual", "pydantic", "fsrs")]
    yield _Finding("versions", ", ".join((*parts, platform.platform())))


def _course(named: str | None, output: Output) -> Iterator[_Finding]:
    try:
        folder = find(named, os.environ)
    except QuizappError as error:
        yield _trouble("course", error)
        return
    where = f"{folder.root.absolute()} ({_HOW[folder.how]})"
    if not folder.is_course:
        yield _Finding("course", f"{where} does not hold lessons/ and seeds/.", _ANOTHER_COURSE)
        return
    yield from _contents(folder, where, output)


_ANOTHER_COURSE = "Name the folder of a course with --course or QUIZAPP_COURSE, or begin one: quizapp new course DIR"


def _contents(folder: CourseFolder, where: str, output: Output) -> Iterator[_Finding]:
    library = load_waiting(folder.root, output)
    errors = sum(found.severity is Severity.ERROR for found in library.diagnostics)
    counts = f"{counted(len(library.lessons), 'sound lesson')}, {counted(len(library.sources), 'source')}"
    if not errors:
        yield _Finding("course", f"“{library.course.title}”, {where}: {counts}")
        return
    lost = f", {counted(len(library.broken), 'broken one')}" if library.broken else ""
    words = f"“{library.course.title}”, {where}: {counts}{lost}, {counted(errors, 'error')}."
    yield _Finding("course", words, "quizapp check shows each with its place and its repair.")


def _progress() -> Iterator[_Finding]:
    path = progress_path()
    try:
        with Progress.open(path, readonly=True) as progress:
            if not path.exists():
                yield _Finding("progress", f"{path} is not there yet; the first lesson makes it.")
            else:
                attempts, faults = progress.count(), progress.faults()
                size = path.stat().st_size / 1_000_000
                words = f"{path}: {counted(attempts, 'attempt')}, {size:.1f} MB"
                words += f", schema {progress.schema}, {progress.journal}"
                if faults:
                    yield _Finding("progress", f"{words}; damaged: {faults[0]}; {_left(path)}", _DAMAGED)
                else:
                    yield _Finding("progress", f"{words}, whole")
    except OlderFile as older:
        words = (
            f"{path} is of an older quizapp (schema {older.version}); the next lesson or review brings it up to date,"
        )
        yield _Finding("progress", f"{words} and keeps a copy.")
    except DamagedFile:
        yield _Finding("progress", f"{path} is damaged; {_left(path)}", _DAMAGED)
        return
    except QuizappError as error:
        yield _trouble("progress", error)
        return
    nearest = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    for place in (nearest, nearest.parent) if nearest == path else (nearest,):
        if not os.access(place, os.W_OK):
            yield _Finding("progress", f"{place} may not be written, so no answer can be kept.", _UNWRITABLE)


def _left(path: Path) -> str:
    """What of a damaged file can still be read."""
    found = Rescue(path)
    try:
        readable = sum(1 for _ in found.attempts())
    except QuizappError:
        return "nothing of it can be read."
    lost = f", {found.lost} cannot" if found.lost else ""
    return f"{counted(readable, 'attempt')} can still be read{lost}."


_DAMAGED = "Run quizapp progress export FILE, keep the damaged file, moved away, and import what was exported."
_UNWRITABLE = "Give yourself the right to write there, or name another folder in QUIZAPP_DATA."


def _settings() -> _Finding:
    path, found = settings_path(), find_settings(keys=True)
    if found is None or not (found.problems or found.document):
        return _Finding("settings", f"{path} is not there; nothing needs to be set.")
    if not found.problems:
        return _Finding("settings", f"{path}, sound")
    words = f"{path}: {counted(len(found.problems), 'mistake')}; what is sound is used."
    return _Finding("settings", words, "Mend these:", told(found))


_SAYS_NOTHING = ("", "unknown")
_NAME_IT = "Name it (export TERM=xterm-256color fits most), or use --plain, which needs nothing of it."


def _terminal(output: Output) -> Iterator[_Finding]:
    name = os.environ.get("TERM", "")
    encoding = locale.getencoding()
    if encoding.casefold().replace("-", "") != "utf8":
        yield _Finding("terminal", f"its encoding is {encoding}, not UTF-8.", "Choose UTF-8: export LC_ALL=C.UTF-8")
    if not output.data.isatty():
        yield _Finding("terminal", "none here: stdout is no terminal, so only plain mode works.")
        return
    if name == "dumb":
        yield _Finding("terminal", "TERM=dumb: plain mode is used.")
        return
    if name in _SAYS_NOTHING and os.name == "posix":
        told = f"TERM is {name}" if name else "TERM is not set"
        yield _Finding("terminal", f"{told}: what it can show is not known.", _NAME_IT)
    size = shutil.get_terminal_size()
    words = f"{size.columns}x{size.lines}, TERM={name or 'not set'}, {_colours(name)}, {encoding}"
    if size.columns < _SMALLEST.columns or size.lines < _SMALLEST.lines:
        least = f"{_SMALLEST.columns}x{_SMALLEST.lines}"
        yield _Finding("terminal", words, f"Make it {least} or larger, or use --plain.")
    else:
        yield _Finding("terminal", words)


def _colours(name: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "no colours, as NO_COLOR asks"
    if os.environ.get("COLORTERM", "").casefold() in {"truecolor", "24bit"}:
        return "all colours"
    return "256 colours" if "256" in name else "few colours"


def _trouble(about: str, error: QuizappError) -> _Finding:
    return _Finding(about, error.message, error.hint or "See what the message says.")
