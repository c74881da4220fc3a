"""`check`: its formats, its statistics, and that they are the same every time."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.checking.parts import check_in_parts

Start = Callable[..., Any]


def _break(course: Path) -> None:
    file = course / "lessons/the-bell.toml"
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace("took three weeks.", "took six weeks.", 1), encoding="utf-8", newline="\n")


def test_sarif_names_files_as_the_working_directory_sees_them(ran: Start, course: Path) -> None:
    _break(course)
    status, out, _ = ran("check", "--format", "sarif", within=course)
    assert status == 1
    (run,) = json.loads(out)["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "lessons/the-bell.toml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 18, "startColumn": 9, "endLine": 18, "endColumn": 59}
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "QZ301"
    assert "Why it matters" in rule["help"]["text"]
    named = ran("check", "--format", "sarif", "--course", str(course), within=course / "seeds").out
    assert '"artifactLocation": {"uri": "../lessons/the-bell.toml"}' in named


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_the_same_course_is_always_told_the_same(course: Path, form: str) -> None:
    _break(course)
    (course / "lessons/other.toml").write_text("oops = [", encoding="utf-8")
    (course / "lessons/glossary.toml").write_text("entries = 3\nfromat = 1", encoding="utf-8")
    outs = {
        subprocess.run(
            [sys.executable, "-m", "quizapp", "check", "--stats", "--format", form, "--course", course],
            capture_output=True,
            check=False,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=Path(__file__).parent.parent.parent,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outs) == 1
    assert outs != {b""}


STATS = """\
1 lesson, 3 questions, 8 citations: 0 errors, 0 warnings

What the questions rest on:
  framed or cloze  1   33 %  the sentence itself decides
  verbatim         1   33 %  the answer stands in the quote
  worded           1   33 %  the answer says it in other words
  approved only    0    0 %  only a person can tell
By type: choice 1, cloze 1, evidence 1
By level: remember 3
Approved: 3 by a person who read them, 0 in a batch, 0 not
"""


def test_a_course_that_changes_while_it_is_checked_does_not_pass(
    ran: Start, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_and_edit(*given: Any, **named: Any) -> Any:
        found = check_in_parts(*given, **named)
        with (course / "lessons/the-bell.toml").open("a", encoding="utf-8") as lesson:
            lesson.write("# More to come.\n")
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("quizapp.cli.check.check_in_parts", check_and_edit)
        status, _, said = ran("check", within=course)
    assert status == 1
    changed = "quizapp: the course changed while it was checked (“lessons/the-bell.toml”). Run `quizapp check` again.\n"
    assert said.endswith(changed)
    assert ran("check", within=course).status == 0


def test_statistics_follow_the_report(ran: Start, course: Path) -> None:
    assert ran("check", "--stats", within=course).out == STATS


def test_statistics_are_a_key_of_the_json_only_when_asked_for(ran: Start, course: Path) -> None:
    assert "stats" not in json.loads(ran("check", "--format", "json", within=course).out)
    stats = json.loads(ran("check", "--format", "json", "--stats", within=course).out)["stats"]
    assert stats["questions"] == 3
    assert stats["rest_on"] == {"framed": 1, "verbatim": 1, "worded": 1, "approved": 0}
    assert stats["types"]["cloze"] == 1
    assert stats["levels"] == {"remember": 3, "understand": 0, "analyse": 0}
    assert stats["approvals"] == {"read": 3, "batch": 0, "none": 0}


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_where_statistics_have_no_place_they_are_talk(ran: Start, course: Path, form: str) -> None:
    _, out, err = ran("check", "--stats", "--format", form, within=course)
    assert "What the questions rest on" not in out
    assert "What the questions rest on" in err


def test_statistics_of_a_course_without_questions(ran: Start, course: Path) -> None:
    (course / "lessons/the-bell.toml").write_text("oops", encoding="utf-8")
    _, out, _ = ran("check", "--stats", within=course)
    assert "By type: none" in out
