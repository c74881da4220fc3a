"""Every rule finds what its bad example shows, says it as `expected.txt` has it, and is silent on the repaired one.

An example is an overlay on the course in `tests/data/tiny`. Every question of that course is approved; those of an
example are not, so QZ331 is left aside but in its own example, and what is only a note is shown.
`ACCEPT=1 pytest -n 0 tests/checking/test_rules.py` approves anew and writes what is said now; read the difference
before committing it.
"""

import os
import shutil
from pathlib import Path

import pytest

from quizapp.checking.check import Report, Wanted, check
from quizapp.checking.reports import text
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE
from tests.checking.approving import approve

DATA = Path(__file__).parent.parent / "data"
CODES = sorted(CATALOGUE)
APPROVALS = "QZ331"


def _checked(folder: Path, code: str, *overlays: Path) -> Report:
    for laid in (DATA / "tiny", *overlays):
        shutil.copytree(laid, folder, dirs_exist_ok=True)
    ignored = () if code == APPROVALS else (APPROVALS,)
    return check(load(Workspace(folder)), Wanted(ignore=ignored, notes=True))


@pytest.fixture(scope="session", autouse=True)
def _approved_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not os.environ.get("ACCEPT"):
        return
    approve(DATA / "tiny")
    folder = tmp_path_factory.mktemp("course")
    fixed = DATA / "rules" / APPROVALS / "fixed"
    for laid in (DATA / "tiny", fixed):
        shutil.copytree(laid, folder, dirs_exist_ok=True)
    approve(folder)
    shutil.copy(folder / "lessons/approvals.toml", fixed / "lessons/approvals.toml")


def test_the_tiny_course_is_sound(tmp_path: Path) -> None:
    report = _checked(tmp_path, APPROVALS)
    assert not report.findings
    assert report.counts.lessons == 1


def test_every_rule_has_an_example() -> None:
    assert sorted(folder.name for folder in (DATA / "rules").iterdir()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_is_found(code: str, tmp_path: Path) -> None:
    report = _checked(tmp_path, code, DATA / "rules" / code / "bad")
    said = text.write(report, lambda file: file)
    expected = DATA / "rules" / code / "expected.txt"
    if os.environ.get("ACCEPT"):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert {finding.diagnostic.rule.code for finding in report.findings} == {code}
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_the_repaired_example_is_sound(code: str, tmp_path: Path) -> None:
    assert not _checked(tmp_path, code, DATA / "rules" / code / "fixed").findings
