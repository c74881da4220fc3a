"""Every command of the command line: what it does, how it is called, what it takes.

It loads argparse and nothing of the app, so that `--help`, usage errors and completion are quick.
"""

from __future__ import annotations

import argparse
import os

TYPE_CHECKING = False  # what `typing` has under this name: loading it would be felt in `--help`
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Command:
    """One command; the module of its name in this package runs it."""

    def __init__(self, does: str, *examples: str, declare: Callable[[argparse.ArgumentParser], None]) -> None:
        self.does = does
        self.examples = examples
        self.declare = declare
        """Adds its arguments to a parser."""


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
    return _names_in("lessons", "*.toml", prefix, parsed_args, but={"course", "glossary", "approvals"})


def _sources(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
    return _names_in("seeds", "*.md", prefix, parsed_args, but={"README"})


def _names_in(inside: str, pattern: str, prefix: str, parsed_args: argparse.Namespace, *, but: set[str]) -> list[str]:
    from pathlib import Path

    named = getattr(parsed_args, "course", None) or os.environ.get("QUIZAPP_COURSE") or "."
    folder = Path(named).resolve()
    for root in (folder, *folder.parents, Path(__file__).parent.parent / "course"):
        if (root / inside).is_dir():
            names = (file.stem for file in (root / inside).glob(pattern))
            return sorted(name for name in names if name.startswith(prefix) and name not in but)
    return []


def _codes(prefix: str, **_: object) -> list[str]:
    from quizapp.diagnostics import CATALOGUE

    names = [*CATALOGUE, *(rule.name for rule in CATALOGUE.values())]
    return [name for name in names if name.casefold().startswith(prefix.casefold())]


def _complete(action: argparse.Action, completer: Any) -> None:
    vars(action)["completer"] = completer  # the attribute that argcomplete asks for


def declare_common(parser: argparse.ArgumentParser) -> None:
    """Adds the options that every command takes."""
    group = parser.add_argument_group("options of every command, before or after it")
    group.add_argument("--course", metavar="DIR", help="the course's folder; else QUIZAPP_COURSE, else the nearest one")
    group.add_argument("--learner", metavar="NAME", type=_name, help="whose progress (default: one unnamed learner)")
    group.add_argument("--seed", metavar="N", type=_whole, help="fix every shuffle")


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help="prompts and typed answers, no screen"
    )


def _learn(parser: argparse.ArgumentParser) -> None:
    lesson = parser.add_argument("lesson", metavar="LESSON", nargs="?", default=None, help="the lesson's file name")
    _complete(lesson, _lessons)
    _plain(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", default=[], help="report only what is in these")
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="how to report")
    for option, does in (
        ("--strict", "fail on warnings too"),
        ("--notes", "report all notes, those on approved questions too"),
        ("--fix", "first mend what can be mended safely, in the files"),
        ("--stats", "say what the questions rest on"),
    ):
        parser.add_argument(option, action="store_true", default=False, help=does)
    for option, does in (
        ("--select", "report only these rules: QZ301, quote-not-found, or QZ3 for a family"),
        ("--ignore", "leave these rules out; what cannot be read (QZ1) is always reported"),
    ):
        action = parser.add_argument(option, metavar="CODE", nargs="+", action="extend", default=[], help=does)
        _complete(action, _codes)


def _explain(parser: argparse.ArgumentParser) -> None:
    rule = parser.add_argument("rule", metavar="CODE", nargs="?", default=None, help="a rule's code or name")
    _complete(rule, _codes)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", default=False, help="as JSON, for programs")


def _cite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", nargs="+", help="words of the sentence, as far as you remember them")
    source = parser.add_argument("--source", metavar="SOURCE", default=None, help="look only in this source")
    _complete(source, _sources)
    _json(parser)


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("course", "lesson", "source"), help="what to begin")
    parser.add_argument(
        "target", metavar="DIR|SLUG|FILE", help="the course's folder, the lesson's file name, or the document to split"
    )
    parser.add_argument("--name", metavar="NAME", type=_name, default=None, help="its title; what a source is called")
    parser.add_argument("--slug", metavar="SLUG", default=None, help="source: the name of its file in seeds/")
    parser.add_argument("--kind", metavar="KIND", type=_name, default=None, help="source: what sort of text it is")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", nargs="?", default=None, choices=("lesson", "glossary", "course", "source"), help="one of them"
    )
    parser.add_argument("--write", action="store_true", default=False, help="put them beside the course's lessons")


def _nothing(parser: argparse.ArgumentParser) -> None:
    """For a command that takes only what every command takes."""
    del parser


def _stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--flags", action="store_true", default=False, help="the questions that were flagged, instead")
    parser.add_argument(
        "--unflag",
        metavar="QUESTION",
        default=None,
        help="take back that a question was flagged, as `--flags` lists it",
    )
    _json(parser)


def _preview(parser: argparse.ArgumentParser) -> None:
    lesson = parser.add_argument("lesson", metavar="LESSON", help="the lesson's file name")
    _complete(lesson, _lessons)


def _approve(parser: argparse.ArgumentParser) -> None:
    lesson = parser.add_argument(
        "lesson", metavar="LESSON", nargs="?", default=None, help="only this lesson's questions"
    )
    _complete(lesson, _lessons)
    parser.add_argument("--by", metavar="NAME", type=_name, default=None, help="who approves; asked for where left out")
    parser.add_argument("--batch", action="store_true", default=False, help="approve all unread, recorded as such")


def _progress(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("export", "import", "path", "reset"), help="what to do with the log")
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default=None,
        help="export: a new file, else stdout; import: a file, - is stdin",
    )
    parser.add_argument("--yes", action="store_true", default=False, help="reset: do not ask")


COMMANDS = {
    "learn": Command(
        "open the app, on Home or straight into a lesson",
        "quizapp learn neutrality",
        "quizapp learn neutrality --plain",
        "quizapp --course ~/my-course",
        declare=_learn,
    ),
    "review": Command("answer what is due", "quizapp review", "quizapp review --plain --learner Ada", declare=_plain),
    "check": Command(
        "check that every answer of a course is tied to a sentence",
        "quizapp check --strict",
        "quizapp check lessons/neutrality.toml",
        "quizapp check --fix --stats",
        "quizapp check --format sarif > check.sarif",
        declare=_check,
    ),
    "explain": Command(
        "say what a rule of the check means, with an example and its repair",
        "quizapp explain QZ301",
        "quizapp explain quote-not-found",
        "quizapp explain",
        declare=_explain,
    ),
    "cite": Command(
        "find the sentence that you remember, with a citation to paste",
        "quizapp cite helpers within three days",
        'quizapp cite --source fry "time limit"',
        declare=_cite,
    ),
    "new": Command(
        "begin a course, a lesson or a source; nothing is ever overwritten",
        "quizapp new course ~/my-course",
        "quizapp new lesson who-was-there",
        'quizapp new source ~/article.txt --name "The Gazette" --kind "news report"',
        declare=_new,
    ),
    "preview": Command(
        "show a lesson beside its problems, read again on every save",
        "quizapp preview neutrality",
        "quizapp preview neutrality --course ~/my-course",
        declare=_preview,
    ),
    "approve": Command(
        "read questions beside their evidence and approve them",
        "quizapp approve neutrality",
        "quizapp approve --batch --by Ada",
        declare=_approve,
    ),
    "coverage": Command(
        "say which sentences and glossary entries are taught and quizzed",
        "quizapp coverage",
        "quizapp coverage --json",
        declare=_json,
    ),
    "stats": Command(
        "tell what was answered, what is remembered and what comes due",
        "quizapp stats",
        "quizapp stats --json --learner Ada",
        "quizapp stats --flags",
        "quizapp stats --unflag the-bell/who-rang",
        declare=_stats,
    ),
    "progress": Command(
        "export, import, find or reset the log of what learners did",
        "quizapp progress export progress.jsonl",
        "quizapp progress import progress.jsonl",
        "quizapp progress path",
        "quizapp progress reset --learner Ada",
        declare=_progress,
    ),
    "doctor": Command(
        "say what is wrong with course, progress or terminal, and what to do; it changes nothing",
        "quizapp doctor",
        "quizapp doctor --course ~/my-course",
        declare=_nothing,
    ),
    "schema": Command(
        "print the JSON Schema of what you write, for an editor",
        "quizapp schema lesson",
        "quizapp schema --write",
        declare=_schema,
    ),
}
"""Every command by its name, in the order of the help."""
