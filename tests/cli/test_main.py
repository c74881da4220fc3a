import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp import __version__
from quizapp.cli import main
from quizapp.cli.commands import COMMANDS
from quizapp.cli.parser import parse
from quizapp.errors import QuizappError

Start = Callable[..., Any]


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "check"], ["--seed", "1", "--version"]])
def test_the_version(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "quizapp", *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"quizapp {__version__}\n", "")


def test_the_help_names_every_command(ran: Start) -> None:
    status, out, err = ran("--help")
    assert (status, err) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command} " in out
    assert "examples:\n  quizapp\n" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(ran: Start, command: str) -> None:
    status, out, _ = ran(command, "--help")
    assert status == 0
    assert f"\nexamples:\n  quizapp {command}" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_module(command: str) -> None:
    assert callable(main._load(command))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--fromat", "json"], "quizapp check: unknown option “--fromat”; did you mean “--format”?"),
        (["check", "--strct"], "did you mean “--strict”?"),
        (["check", "--form", "json"], "unknown option “--form”"),
        (["check", "--format", "jsn"], "there is no “jsn”, only text, json, github, sarif; did you mean “json”?"),
        (["check", "--format"], "argument --format: expected one argument"),
        (["check", "--select"], "argument --select: expected at least one argument"),
        (
            ["check", "--select", "qoute-not-found"],
            "there is no rule “qoute-not-found”; did you mean “quote-not-found”?",
        ),
        (["check", "--ignore", "QZ"], "there is no rule “QZ”"),
        (["check", "--plain"], "unknown option “--plain”"),
        (["review", "neutrality"], "quizapp review: “neutrality” is one argument too many"),
        (["learn", "a", "b"], "quizapp learn: “b” is one argument too many"),
        (["--sed", "1"], "quizapp: unknown option “--sed”; did you mean “--seed”?"),
        (["--plian"], "quizapp: unknown option “--plian”; did you mean “--plain”?"),
        (["--seed", "many"], "argument --seed: “many” is not a whole number of at most 18 digits"),
        (["--seed", "9" * 10_000], "is not a whole number of at most 18 digits"),
        (["--seed"], "argument --seed: expected one argument"),
        (["--learner", " "], "argument --learner: a name has 1 to 100 characters"),
        (["--learner", "\udcff"], "argument --learner: a name has 1 to 100 characters"),
        (["explain", "QZ999"], "there is no rule “QZ999”"),
        (["explain", "qoute-not-found"], "did you mean “quote-not-found”"),
    ],
)
def test_a_command_line_that_means_nothing(ran: Start, arguments: list[str], said: str) -> None:
    status, out, err = ran(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 2


def test_what_was_typed_is_shown_and_not_acted_on(ran: Start) -> None:
    _, _, err = ran("check", "--\x1b[31m")
    assert "\x1b" not in err
    assert "\\u{1b}" in err


def test_common_options_stand_before_or_after_the_command(ran: Start, course: Path) -> None:
    before = ran("--course", str(course), "--seed", "7", "check")
    after = ran("check", "--course", str(course), "--seed=7")
    assert before == after
    assert before.status == 0


def test_explain(ran: Start) -> None:
    status, out, err = ran("explain", "qz301")
    assert (status, err) == (0, "")
    assert out.startswith("QZ301 quote-not-found (error)\n")
    assert ran("explain", "quote-not-found").out == out


def test_explain_lists_all(ran: Start) -> None:
    status, out, _ = ran("explain")
    assert status == 0
    assert "QZ301  quote-not-found " in out


def test_a_bug_says_that_it_is_one(ran: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        message = "no\x1b such thing"
        raise LookupError(message)

    monkeypatch.setattr(main, "_load", lambda _: broken)
    status, out, err = ran("explain")
    assert (status, out) == (3, "")
    assert "this is a bug in quizapp" in err
    report = Path(err.split("written to ")[1].split(";")[0])
    try:
        assert "LookupError" in report.read_text(encoding="utf-8")
    finally:
        report.unlink()


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (QuizappError("no room.", "Make some.", 3), 3, "quizapp: no room.\nMake some.\n"),
        (QuizappError("no such thing.", exit_code=2), 2, "quizapp: no such thing.\n"),
        (PermissionError(13, "Permission denied", "/x"), 3, "quizapp: Permission denied: /x\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_trouble_is_told_once(
    ran: Start, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    def broken(*_: object) -> int:
        raise error

    monkeypatch.setattr(main, "_load", lambda _: broken)
    assert ran("explain") == (status, "", said)


def test_no_arguments_at_all_mean_what_the_parser_makes_of_them() -> None:
    assert vars(main.nothing_said()) == vars(parse([]))
