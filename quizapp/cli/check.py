"""`quizapp check`: does every answer cite a sentence that exists and carries it?"""

import gc
import os
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from quizapp.checking.check import Report, Wanted, check, rules_named, unmatched
from quizapp.checking.reports import github, json, text
from quizapp.cli.course import CourseFolder, find
from quizapp.cli.output import Output
from quizapp.cli.parser import suggest
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import RULES, ExitStatus, QuizappError


def run(arguments: Namespace, output: Output) -> int:
    """Checks the course and reports; status 1 where it does not pass.

    Raises:
        QuizappError: a rule or a path is not known.
    """
    gc.disable()  # one pass that keeps nearly all it makes: collecting would only cost time
    try:
        return _check(arguments, output)
    finally:
        gc.enable()


def _check(arguments: Namespace, output: Output) -> int:
    course = find(arguments.course, os.environ)
    select, more = _split(arguments.select)
    ignore, still_more = _split(arguments.ignore)
    paths = [*arguments.paths, *more, *still_more]
    within = None if not paths else [_inside(course, path) for path in paths]
    library = load(Workspace(course.root))
    output.say(_which(course, library.course.title))
    report = check(library, Wanted(select, ignore, within, notes=arguments.notes, strict=arguments.strict))
    output.write(_written(report, arguments.format, course, output))
    idle = unmatched(library, within or ())
    for path in idle:
        output.say(f"quizapp: nothing is checked in “{path}”.")
    return ExitStatus.FINDINGS if idle or report.fails(strict=arguments.strict) else ExitStatus.FINE


def _written(report: Report, form: str, course: CourseFolder, output: Output) -> str:
    match form:
        case "json":
            return json.write(report)
        case "github":
            return github.write(report, lambda file: os.path.relpath(course.root / file).replace(os.sep, "/"))
        case _:
            return text.write(report, lambda file: _near(course.root / file), output.paint)


def _near(file: Path) -> str:
    """A path as a terminal opens it: relative where it is below the current folder."""
    relative = os.path.relpath(file)
    return str(file) if relative.startswith("..") else relative


def _which(course: CourseFolder, title: str) -> str:
    if not course.is_course:
        return f"“{course.root}” is no course: it does not hold lessons/ and seeds/."
    if course.how == "shipped":
        return f"There is no course here, so this is the one that ships with quizapp: “{title}” in {course.root}"
    return f"Checking “{title}” in {course.root}"


def _split(words: Iterable[str]) -> tuple[frozenset[str], list[str]]:
    """The rules that are meant, and what follows them and is a path: `--select QZ301 lessons/x.toml`.

    Raises:
        QuizappError: there is no such rule.
    """
    codes: set[str] = set()
    paths: list[str] = []
    for position, word in enumerate(words):
        if position and not rules_named(word.partition(",")[0]) and Path(word).exists():
            paths.append(word)
            continue
        for name in word.split(","):
            meant = rules_named(name.strip())
            if not meant:
                near = suggest(name, (*RULES, *(rule.name for rule in RULES.values())))
                raise QuizappError(
                    f"there is no rule “{name}”{near}", "`quizapp explain` lists them all.", ExitStatus.USAGE
                )
            codes |= meant
    return frozenset(codes), paths


def _inside(course: CourseFolder, path: str) -> str:
    """A path from the command line, relative to the course.

    Raises:
        QuizappError: it does not exist, or is outside the course.
    """
    given = Path(path)
    if not (given.exists() or given.is_symlink()):
        raise QuizappError(f"there is no “{path}”", "A PATH is a file or folder of the course.", ExitStatus.USAGE)
    root = course.root.resolve()
    straight = Path(os.path.abspath(given))  # noqa: PTH100 - without ".." and, unlike `resolve`, a link left as it is
    for form in (straight.parent.resolve() / straight.name, given.resolve()):
        if form.is_relative_to(root):
            relative = form.relative_to(root).as_posix()
            return "" if relative == "." else relative
    raise QuizappError(
        f"“{path}” is outside the course in {course.root}", "Name its folder with --course DIR.", ExitStatus.USAGE
    )
