"""`quizapp progress`: the log of attempts out of the learner's file, into it, and away."""

import os
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from quizapp.cli.output import Output, standard_input, standard_input_bytes
from quizapp.cli.places import progress_path
from quizapp.errors import ExitStatus, QuizappError
from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.transfer import MOST_BAD, BadFile, export_log, import_log
from quizapp.text.characters import show_line
from quizapp.text.counting import counted

_TOLD = 20
"""Bad lines that are told one by one."""


def run(arguments: Namespace, output: Output) -> int:
    """Does one of the four.

    Raises:
        QuizappError: the words do not go together, or a file cannot be read or written, or holds what is no log.
    """
    what, file = arguments.what, arguments.file
    if file is not None and what not in {"export", "import"}:
        raise _misuse(f"`{what}` takes no file")
    if file is None and what == "import":
        raise _misuse("`import` takes the FILE to read; - is stdin")
    if arguments.yes and what != "reset":
        raise _misuse(f"`{what}` asks nothing, so it takes no --yes")
    if arguments.learner is not None and what in {"import", "path"}:
        raise _misuse(f"`{what}` is of all learners, so it takes no --learner")
    path = progress_path()
    match what:
        case "export":
            return _export(path, arguments, output)
        case "import":
            _import(path, file, output)
        case "path":
            output.write(f"{show_line(str(path))}\n")
        case _:
            _reset(path, arguments, output)
    return ExitStatus.FINE


def _misuse(message: str) -> QuizappError:
    return QuizappError(f"{message}.", "Try `quizapp progress --help`.", ExitStatus.USAGE)


def _export(path: Path, arguments: Namespace, output: Output) -> int:
    found = Rescue(path)
    attempts = found.attempts(arguments.learner)
    if arguments.file in {None, "-"}:
        number = -1
        for line in export_log(attempts):
            output.write(line)
            number += 1
        output.flush()
    else:
        file = Path(arguments.file)
        number = _write(file, attempts, output)
        output.say(f"quizapp: {counted(number, 'attempt')} written to {file}.")
    if not found.damaged:
        return ExitStatus.FINE
    raise QuizappError(
        f"{show_line(str(path))} is damaged: {counted(number, 'attempt')} could be read, {found.lost} could not.",
        "Keep the damaged file, moved away, and import what was exported: `quizapp progress import FILE`.",
    )


def _write(file: Path, attempts: Iterator[Attempt], output: Output) -> int:
    """Writes a file that was not there; how many attempts it holds once it is on disk."""
    number = -1
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream, output.status("Writing") as told:
            try:
                for line in export_log(attempts):
                    stream.write(line)
                    number += 1
                    told("attempts", number, 0)
                stream.flush()
                os.fsync(stream.fileno())
            except BaseException:
                file.unlink()
                raise
    except FileExistsError:
        raise QuizappError(
            f"{show_line(str(file))} is there already, and nothing is ever written over.", "Name another file."
        ) from None
    except (OSError, ValueError) as error:
        raise QuizappError(
            f"{show_line(str(file))} cannot be written: {_reason(error)}.", "Name another file or folder."
        ) from None
    return number


def _import(path: Path, name: str, output: Output) -> None:
    try:
        with _read(name) as stream, Progress.open(path) as progress, output.status("Importing") as told:
            read, new = import_log(progress, stream, told)
    except BadFile as bad:
        bad_lines = [f"  line {line.number}: {line.reason}" for line in bad.lines[:_TOLD]]
        if len(bad.lines) > _TOLD:
            least = "at least " if len(bad.lines) >= MOST_BAD else ""
            bad_lines.append(f"  and {least}{len(bad.lines) - _TOLD} more")
        raise QuizappError(
            "\n".join((f"nothing was imported from {show_line(name)}, because of what stands in it:", *bad_lines)),
            "Mend or remove these lines, then import it again; what is known already is passed over.",
        ) from None
    output.say(f"quizapp: {counted(read, 'attempt')} read, {new} of them new.")


def _read(name: str) -> BinaryIO:
    try:
        if name == "-":
            return standard_input_bytes()
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise QuizappError(
            f"{show_line(name)} cannot be read: {_reason(error)}.",
            "Name a file that `quizapp progress export` wrote.",
            ExitStatus.USAGE,
        ) from None


def _reset(path: Path, arguments: Namespace, output: Output) -> None:
    learner = arguments.learner
    whose = "the unnamed learner" if learner is None else f"“{learner}”"
    with Progress.open(path, readonly=True) as progress:
        number = sum(1 for _ in progress.log_of(learner))
    if not number:
        output.say(f"quizapp: {whose} has no progress, so there is nothing to forget.")
        return
    output.say(f"This forgets all that {whose} did in every course: {counted(number, 'attempt')}. A copy is kept.")
    if not arguments.yes:
        output.say("Type yes to go on.")
        output.flush()
        if standard_input().readline().strip().casefold() != "yes":
            output.say("quizapp: nothing was changed.")
            return
    copy = _free(path.with_name(f"progress-{datetime.now(UTC):%Y-%m-%d}.jsonl"))
    with Progress.open(path) as progress:
        erased = progress.erase(learner, lambda attempts: _write(copy, attempts, output))
    output.say(f"quizapp: {counted(erased, 'attempt')} forgotten. To have them back: quizapp progress import {copy}")


def _free(path: Path) -> Path:
    """`path`, or with a number the first like it that is not there."""
    return next(free for n in count(1) if not (free := path if n == 1 else path.with_stem(f"{path.stem}-{n}")).exists())


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
