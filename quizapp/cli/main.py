"""From a command line to an exit status: the one place that decides what an error looks like."""

from __future__ import annotations

import gc
import os

from quizapp.errors import ExitStatus, QuizappError

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt in `--help`
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from typing import Any

    from quizapp.cli.output import Output

NO_READER = 141
"""What a shell says of a program that a pipe ended."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command line to its end; whatever goes wrong is told once, without a traceback.

    A stdout that nobody reads any more (`quizapp check | head`) is 141, as for any program that a pipe ends.
    """
    gc.disable()  # what a command loads, it keeps; a face that runs for long turns the collector on once it has begun
    if "_ARGCOMPLETE" in os.environ:
        _complete()
    from quizapp.cli.output import Output

    output = Output.standard()
    try:
        status = _run(arguments, output)
        output.flush()
    except KeyboardInterrupt:
        status = ExitStatus.INTERRUPTED
    except BrokenPipeError:
        status = NO_READER
    except Exception as error:  # noqa: BLE001 - the last place where a bug can be told as one
        status = _tell(error, output)
    finally:
        gc.enable()
    output.close()
    return status


def _run(arguments: Sequence[str], output: Output) -> int:
    if not arguments:
        return _load("learn")(nothing_said(), output)
    from quizapp.cli.parser import Answer, UsageError, parse

    try:
        found = parse(arguments)
    except Answer as answer:
        output.write(answer.text)
        return ExitStatus.FINE
    except UsageError as error:
        output.say(f"{error.program}: {error.message}\nTry `{error.program} --help`.")
        return ExitStatus.USAGE
    return _load(found.command)(found, output)


def nothing_said() -> Any:
    """What `parse` makes of no arguments at all, without argparse, whose loading would be felt before Home."""
    from types import SimpleNamespace

    return SimpleNamespace(
        command="learn", implied=True, lesson=None, course=None, learner=None, seed=None, plain=False
    )


def _load(command: str) -> Callable[[Namespace, Output], int]:
    """What the module of the same name runs."""
    from importlib import import_module

    # No plugin of pydantic has a say in what a lesson is, and looking for one would take a while.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Milliseconds that Textual waits whether what follows escape belongs to it: too few for two keys of a quick hand.
    os.environ.setdefault("ESCDELAY", "50")
    run_it: Callable[[Namespace, Output], int] = import_module(f"quizapp.cli.{command}").run
    return run_it


def _tell(error: Exception, output: Output) -> int:
    if isinstance(error, QuizappError):
        output.say(f"quizapp: {error.message}" + (f"\n{error.hint}" if error.hint else ""))
        return error.exit_code
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        output.say(f"quizapp: {error.strerror or error}{where}")
        return ExitStatus.ENVIRONMENT
    output.say(f"quizapp: this is a bug in quizapp, not a mistake of yours ({type(error).__name__}).\n{_report(error)}")
    return ExitStatus.ENVIRONMENT


def _report(error: Exception) -> str:
    """Writes down what is needed to mend a bug; returns where, or the report itself where nothing can be written."""
    import platform
    import sys
    import tempfile
    import traceback

    from quizapp import __version__

    words = "".join(traceback.format_exception(error))
    report = f"quizapp {__version__}, Python {platform.python_version()}, {platform.platform()}\n{sys.argv}\n\n{words}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="quizapp-bug-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(report)
    except OSError:
        return report
    return f"A report was written to {file.name}; please send it to the people who make quizapp."


def _complete() -> None:
    """Answers the shell that asks for completions and ends the process."""
    import argcomplete

    from quizapp.cli.parser import build, with_command

    words = os.environ.get("COMP_LINE", "").split()[1:]
    argcomplete.autocomplete(build(only=with_command(words)[0])[0], always_complete_options=False)
