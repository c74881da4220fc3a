"""`quizapp check`: does every answer cite a sentence that exists and carries it?"""

import gc
import os
from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.checking.check import Report, Wanted, changed, rules_named, unmatched
from quizapp.checking.parts import check_in_parts
from quizapp.cli.course import CourseFolder, demand_writable, find
from quizapp.cli.explain import nearest_rule, page
from quizapp.cli.output import Output
from quizapp.cli.processes import at_once
from quizapp.cli.reading import counted
from quizapp.content.library import Library, Loading
from quizapp.content.parts import Parted, ReadBefore
from quizapp.diagnostics import CATALOGUE
from quizapp.errors import ExitStatus, QuizappError

if TYPE_CHECKING:
    from quizapp.checking.statistics import Statistics


_kept: list[object] = []
"""What a check made: to take it apart would cost time, and the process is about to end."""


def run(arguments: Namespace, output: Output) -> int:
    """Checks the course and reports; status 1 where it does not pass.

    Raises:
        QuizappError: a rule or a path is not known, or a course is to be fixed that cannot be written.
    """
    gc.disable()  # one pass that keeps nearly all it makes: collecting would only cost time
    try:
        return _check(arguments, output)
    finally:
        gc.freeze()  # what is kept until the process ends need not be looked through for garbage
        gc.enable()


def _check(arguments: Namespace, output: Output) -> int:
    course = find(arguments.course, os.environ)
    select, more = _split(arguments.select)
    ignore, still_more = _split(arguments.ignore)
    paths = [*arguments.paths, *more, *still_more]
    within = None if not paths else [_inside(course, path) for path in paths]
    wanted = Wanted(select, ignore, within, notes=arguments.notes, strict=arguments.strict)
    if arguments.fix:
        parted: Parted = ReadBefore(_fix(course, wanted, output))
    else:
        with output.status("Reading") as told:
            parted = Loading(counted(course.root, told))
    library = parted.without_lessons()
    output.say(_which(course, library.course.title))
    with output.status("Checking") as told:
        report, stats = check_in_parts(parted, wanted, at_once, counted=arguments.stats, told=told)
    _kept[:] = parted, report
    output.write(_written(report, stats, arguments.format, course, output))
    if stats and arguments.format != "json":
        from quizapp.checking.reports.stats import write as counts

        if arguments.format == "text":
            output.write(counts(stats))
        else:
            output.say(counts(stats).strip())
    idle = unmatched(library, within or (), parted.files)
    for path in idle:
        output.say(f"quizapp: nothing is checked in “{path}”.")
    meanwhile = changed(library)
    if meanwhile:
        output.say(_what_changed(meanwhile))
    return ExitStatus.FINDINGS if idle or meanwhile or report.fails(strict=arguments.strict) else ExitStatus.FINE


def _fix(course: CourseFolder, wanted: Wanted, output: Output) -> Library:
    """Applies what can be mended safely, writes it and tells it; the course as it then is."""
    from quizapp.authoring.files import rewrite
    from quizapp.checking.fixes import fix

    demand_writable(course)
    with output.status("Reading") as told:
        fixed = fix(counted(course.root, told), wanted.covers)
    rewrite(course.root, fixed.texts)
    called = cache(lambda file: _near(course.root / file))
    for code, applied in fixed.applied:
        where = ", ".join(map(called, dict.fromkeys(edit.file for edit in applied.edits)))
        output.say(f"Fixed in {where}: {code} {CATALOGUE[code].name}: {applied.title}")
    if not fixed.applied:
        output.say("There is nothing that can be fixed safely.")
    return fixed.library


def _written(report: Report, stats: "Statistics | None", form: str, course: CourseFolder, output: Output) -> str:
    @cache  # thousands of findings are in a handful of files
    def from_here(file: str) -> str:
        return os.path.relpath(course.root / file).replace(os.sep, "/")

    match form:
        case "json":
            from quizapp.checking.reports import json

            return json.write(report, stats)
        case "github":
            from quizapp.checking.reports import github

            return github.write(report, from_here)
        case "sarif":
            from quizapp.checking.reports import sarif

            return sarif.write(report, from_here, page)
        case _:
            from quizapp.checking.reports import text

            return text.write(report, cache(lambda file: _near(course.root / file)), output.paint, at_once)


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
                message = f"there is no rule “{name}”{nearest_rule(name)}"
                raise QuizappError(message, "`quizapp explain` lists them all.", ExitStatus.USAGE)
            codes |= meant
    return frozenset(codes), paths


def _what_changed(files: Sequence[str]) -> str:
    more = f" and {len(files) - 1} other files" if len(files) > 1 else ""
    return f"quizapp: the course changed while it was checked (“{files[0]}”{more}). Run `quizapp check` again."


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
