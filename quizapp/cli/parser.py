"""From words to what they mean: argparse, with the command first and mistakes in one line.

Like `commands` it loads nothing of the app.
"""

from __future__ import annotations

import argparse
import os
from functools import cache

from quizapp import __version__
from quizapp.cli.commands import COMMANDS, declare_common

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt in `--help`
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, NoReturn


class UsageError(Exception):
    """A command line that means nothing; status 2."""

    def __init__(self, message: str, program: str) -> None:
        super().__init__(message)
        self.message = message
        self.program = program
        """The command whose `--help` tells how to say it."""


def suggest(word: str, among: Iterable[str]) -> str:
    """`; did you mean “…”?` with the nearest of `among`, or nothing where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(among), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


class Answer(Exception):  # noqa: N818 - a way out, not an error
    """What `--help` or `--version` asks for; nothing else is to be done."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@cache
def _columns() -> int:
    """How wide help is written; argparse would load much to ask for it, and ask for every option."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) - 2
    except (OSError, ValueError):
        return 78


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=min(max(_columns(), 40), 100))


class Parser(argparse.ArgumentParser):
    """argparse that takes no abbreviations and says its mistakes in one line, with what was perhaps meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False, argument_default=argparse.SUPPRESS, formatter_class=_formatter)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: always.
        """
        raise UsageError(message, self.prog)

    def print_help(self, file: object = None) -> NoReturn:
        """Give the help.

        Raises:
            Answer: always, with the text.
        """
        del file
        raise Answer(self.format_help())

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = action.choices
        if choices is not None and value not in choices:
            offered = [str(choice) for choice in choices]
            near = suggest(str(value), offered)
            raise argparse.ArgumentError(action, f"there is no “{value}”, only {', '.join(offered)}{near}")

    def options(self) -> list[str]:
        """Every option that it knows."""
        return [option for action in self._actions for option in action.option_strings]


def _examples(lines: Iterable[str]) -> str:
    return "\n".join(("examples:", *(f"  {line}" for line in lines)))


def build(only: str | None = None) -> tuple[Parser, dict[str, Parser]]:
    """The parser of the whole command line, and that of each command; `only` one command is given its arguments."""
    parser = Parser(
        prog="quizapp",
        usage="quizapp [options] [COMMAND] …\n       quizapp [options] LESSON",
        description="Short lessons from source documents, and questions whose every answer is traced to a sentence.",
        epilog=_examples(["quizapp", *(command.examples[0] for command in COMMANDS.values())])
        + "\n\n`quizapp COMMAND --help` says more.",
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    declare_common(parser)
    group = parser.add_subparsers(
        dest="command", prog="quizapp", metavar="COMMAND", title="commands", parser_class=Parser
    )
    parsers = {}
    for name, command in COMMANDS.items():
        parsers[name] = group.add_parser(
            name,
            help=command.does,
            description=f"{command.does[0].upper()}{command.does[1:]}.",
            epilog=_examples(command.examples),
        )
        if only in {name, None}:
            command.declare(parsers[name])
            declare_common(parsers[name])
    return parser, parsers


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with the command first; without one they belong to `learn`."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-") and arguments[index] != "--":
        if arguments[index] in {"-h", "--help", "--version"}:
            return list(arguments)
        index += 2 if arguments[index] in {"--course", "--learner", "--seed"} else 1
    if index < len(arguments) and arguments[index] in COMMANDS:
        return [arguments[index], *arguments[:index], *arguments[index + 1 :]]
    return ["learn", *arguments]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What a command line says: `command`, the common options, and what the command declares.

    `implied` is whether `learn` was left out.

    Raises:
        UsageError: it means nothing.
        Answer: it asks for the help or the version.
    """
    ordered = with_command(arguments)
    parser, commands = build(only=ordered[0])
    implied = len(ordered) > len(arguments)
    try:
        found, unknown = parser.parse_known_args(ordered)
    except UsageError as error:
        raise UsageError(error.message, parser.prog if implied else error.program) from None
    if "version" in found:
        raise Answer(f"quizapp {__version__}\n")
    if unknown:
        command = commands[found.command]
        word = unknown[0]
        near = suggest(word.partition("=")[0], command.options())
        message = f"unknown option “{word}”{near}" if word.startswith("-") else f"“{word}” is one argument too many"
        raise UsageError(message, parser.prog if implied else command.prog)
    found.implied = implied
    for option in ("course", "learner", "seed"):
        setattr(found, option, getattr(found, option, None))
    found.plain = getattr(found, "plain", False)
    return found
