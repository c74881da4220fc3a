"""The grammar of the command line: every command and option, declared in one place.

It loads argparse and nothing of the app, so that `--help`, usage errors and completion are quick.
"""

from __future__ import annotations

import argparse
import os
from functools import cache

from quizapp import __version__

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt in `--help`
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, NoReturn

COMMANDS = {
    "learn": "open the app, on Home or straight into a lesson",
    "review": "answer what is due",
    "check": "check that every answer of a course is tied to a sentence",
    "explain": "say what a rule of the check means",
}
"""Every command with what it does; the module of the same name in this package runs it."""

_EXAMPLES = {
    "learn": ("quizapp learn neutrality", "quizapp learn neutrality --plain", "quizapp --course ~/my-course"),
    "review": ("quizapp review", "quizapp review --plain --learner Ada"),
    "check": ("quizapp check --strict", "quizapp check lessons/neutrality.toml", "quizapp check --format json"),
    "explain": ("quizapp explain QZ301", "quizapp explain quote-not-found", "quizapp explain"),
}


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


def _whole(text: str) -> int:
    if len(text) > 18 or not text.removeprefix("-").isdecimal():
        message = f"“{text[:40]}” is not a whole number of at most 18 digits"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _name(text: str) -> str:
    if not text.strip() or len(text) > 100 or any("\ud800" <= letter <= "\udfff" for letter in text):
        message = "a name has 1 to 100 characters"
        raise argparse.ArgumentTypeError(message)
    return text


def _lessons(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
    from pathlib import Path

    named = getattr(parsed_args, "course", None) or os.environ.get("QUIZAPP_COURSE") or "."
    folder = Path(named).resolve()
    for root in (folder, *folder.parents, Path(__file__).parent.parent / "course"):
        if (root / "lessons").is_dir():
            names = (file.stem for file in (root / "lessons").glob("*.toml"))
            return sorted(n for n in names if n.startswith(prefix) and n not in {"course", "glossary", "approvals"})
    return []


def _codes(prefix: str, **_: object) -> list[str]:
    from quizapp.diagnostics import RULES

    names = [*RULES, *(rule.name for rule in RULES.values())]
    return [name for name in names if name.casefold().startswith(prefix.casefold())]


def _complete(action: argparse.Action, completer: Any) -> None:
    vars(action)["completer"] = completer  # the attribute that argcomplete asks for


def _common(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("options of every command, before or after it")
    group.add_argument("--course", metavar="DIR", help="the course's folder; else QUIZAPP_COURSE, else the nearest one")
    group.add_argument("--learner", metavar="NAME", type=_name, help="whose progress (default: one unnamed learner)")
    group.add_argument("--seed", metavar="N", type=_whole, help="fix every shuffle")


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help="prompts and typed answers, no screen"
    )


def _learn(parser: Parser) -> None:
    lesson = parser.add_argument("lesson", metavar="LESSON", nargs="?", default=None, help="the lesson's file name")
    _complete(lesson, _lessons)
    _plain(parser)


def _check(parser: Parser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", default=[], help="report only what is in these")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to report")
    parser.add_argument("--strict", action="store_true", default=False, help="fail on warnings too")
    parser.add_argument("--notes", action="store_true", default=False, help="report all notes")
    for option, does in (("--select", "report only these rules"), ("--ignore", "leave these rules out")):
        action = parser.add_argument(
            option, metavar="CODE", nargs="+", action="extend", default=[], help=f"{does}: QZ301, quote-not-found, QZ3"
        )
        _complete(action, _codes)


def _explain(parser: Parser) -> None:
    rule = parser.add_argument("rule", metavar="CODE", nargs="?", default=None, help="a rule's code or name")
    _complete(rule, _codes)


_DECLARE = {"learn": _learn, "review": _plain, "check": _check, "explain": _explain}


def _examples(lines: Iterable[str]) -> str:
    return "\n".join(("examples:", *(f"  {line}" for line in lines)))


def build(only: str | None = None) -> tuple[Parser, dict[str, Parser]]:
    """The parser of the whole command line, and that of each command; `only` one command is given its arguments."""
    parser = Parser(
        prog="quizapp",
        usage="quizapp [options] [COMMAND] …\n       quizapp [options] LESSON",
        description="Short lessons from source documents, and questions whose every answer is traced to a sentence.",
        epilog=_examples(["quizapp", *(lines[0] for lines in _EXAMPLES.values())])
        + "\n\n`quizapp COMMAND --help` says more.",
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    _common(parser)
    group = parser.add_subparsers(
        dest="command", prog="quizapp", metavar="COMMAND", title="commands", parser_class=Parser
    )
    commands = {}
    for name, does in COMMANDS.items():
        command = group.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=_examples(_EXAMPLES[name]),
        )
        commands[name] = command
        if only in {name, None}:
            _DECLARE[name](command)
            _common(command)
    return parser, commands


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
