"""Which questions wait for a person, and what is said beside each."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.authoring.approve import waiting
from quizapp.checking.digest import whole
from quizapp.checking.findings import findings
from quizapp.checking.subject import Facts
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE, Severity
from tests.checking.approving import approve

DATA = Path(__file__).parent.parent / "data"
NOTED = [code for code, rule in CATALOGUE.items() if rule.severity is Severity.NOTE]


def _all_is_said(library: Library) -> int:
    said = [found for found in findings(whole(Facts(library))) if found.rule.code != "QZ331"]
    questions = waiting(library)
    for one in questions:
        place = (one.subject.lesson.slug, one.subject.question.id)
        assert list(one.findings) == [found for found in said if (found.lesson, found.question) == place]
    return len(questions)


@pytest.mark.parametrize("code", NOTED)
def test_all_that_the_check_knows_of_a_question_that_waits_is_said(code: str, tmp_path: Path) -> None:
    for laid in (DATA / "tiny", DATA / "rules" / code / "bad"):
        shutil.copytree(laid, tmp_path, dirs_exist_ok=True)
    approve(tmp_path)
    library = load(Workspace(tmp_path))
    assert waiting(library) == ()
    assert _all_is_said(replace(library, approvals={})) == len(library.approvals)
    refused = {
        key: replace(approval, how="refused") if number % 2 == 0 else approval
        for number, (key, approval) in enumerate(library.approvals.items())
    }
    assert _all_is_said(replace(library, approvals=refused)) == (len(refused) + 1) // 2
