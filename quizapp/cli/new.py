"""`quizapp new`: the beginning of a course, a lesson or a source."""

import os
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from quizapp.authoring.files import create
from quizapp.authoring.new import course_files, lesson_files
from quizapp.authoring.source import Called, NewSource, new_source
from quizapp.cli.course import CourseFolder, demand_writable, find
from quizapp.cli.output import Output
from quizapp.cli.reading import load_waiting
from quizapp.content.workspace import Workspace
from quizapp.errors import ExitStatus, QuizappError
from quizapp.text.characters import forbidden, show_line

_SHOWN = 60
"""How much of a line is shown, in code points."""


def run(arguments: Namespace, output: Output) -> int:
    """Writes new files; what was written is told on stdout, one path a line.

    Raises:
        QuizappError: something is there already, or cannot be read or written.
    """
    if arguments.what != "source" and (arguments.slug or arguments.kind):
        raise QuizappError("--slug and --kind belong to `quizapp new source`.", exit_code=ExitStatus.USAGE)
    name = arguments.name or ""
    if forbidden(name) is not None:
        raise QuizappError("--name holds a control or invisible character.", exit_code=ExitStatus.USAGE)
    if arguments.what == "course":
        return _course(arguments.target, name, output)
    course = find(arguments.course, os.environ)
    demand_writable(course)
    if arguments.what == "lesson":
        return _lesson(arguments.target, name, course, output)
    called = Called(name, arguments.slug or "", arguments.kind or "")
    return _source(Path(arguments.target), called, course, output)


def _course(folder: str, name: str, output: Output) -> int:
    root = Path(folder)
    if root.is_symlink() or (root.exists() and not root.is_dir()) or (root.is_dir() and any(root.iterdir())):
        raise QuizappError(f"“{root}” exists already.", "Name a folder that does not exist yet, or an empty one.")
    files = course_files(root.resolve().name, name)
    _create(root, files, output)
    output.say(
        f"A small course, complete and sound: look at it, then put your own in its place.\n"
        f"  cd {root} && quizapp check\n"
        "  quizapp new source FILE      a document of yours\n"
        "  quizapp new lesson SLUG      a lesson on it\n"
        "  quizapp cite WORDS           the sentence you remember, to cite it"
    )
    return ExitStatus.FINE


def _lesson(slug: str, name: str, course: CourseFolder, output: Output) -> int:
    library = load_waiting(course.root, output)
    files = lesson_files(slug, library, name)
    _create(course.root, files, output)
    output.say(
        "A skeleton to fill in. The check calls it broken until its quote is a sentence of a source:\n"
        "`quizapp cite WORDS` finds one."
    )
    return ExitStatus.FINE


def _source(document: Path, called: Called, course: CourseFolder, output: Output) -> int:
    library = load_waiting(course.root, output)
    made = new_source(document, library, Workspace(course.root), called)
    _create(course.root, made.files, output)
    output.say("\n".join(_report(made)))
    return ExitStatus.FINE


def _report(made: NewSource) -> list[str]:
    file = f"seeds/{made.slug}.md"
    lines = [f"{made.sentences} sentences, to be cited as {made.slug}:1 and so on. Its original is {made.original}."]
    if made.guesses:
        lines.append("Not taken for sentences; look whether you agree:")
    for number, line in made.guesses:
        shown = line.text if len(line.text) <= _SHOWN else f"{line.text[: _SHOWN - 1]}…"
        lines.append(f"  {file}:{number}: {line.kind}, {line.why}: {show_line(shown)}")
    if made.strange:
        lines.append(f"It holds {made.strange} control or invisible characters, which no quote can hold.")
    lines.append("Read it once: a line is a sentence, `# ` marks the headline, `## ` a heading, `~ ` what is not the")
    lines.append("article's. Mend a wrong split by moving the line break; the words stay as they are.")
    return lines


def _create(root: Path, files: Mapping[str, bytes], output: Output) -> None:
    create(root, files)
    output.write("".join(f"{show_line(str(root / file))}\n" for file in files))
