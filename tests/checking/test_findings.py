"""What is not looked for is what would not be reported: the notes that a person's word has settled."""

import shutil
from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.checking.findings import findings, is_settled
from quizapp.checking.rules.every import COURSE_RULES, QUESTION_RULES
from quizapp.checking.rules.lasting import LASTING, LASTING_OF_COURSE
from quizapp.checking.subject import Facts
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import RULES, Severity
from tests.checking.approving import approve

DATA = Path(__file__).parent.parent / "data"
NOTED = [code for code, rule in RULES.items() if rule.severity is Severity.NOTE]


def _example(code: str, folder: Path) -> Path:
    for laid in (DATA / "tiny", DATA / "rules" / code / "bad"):
        shutil.copytree(laid, folder, dirs_exist_ok=True)
    return folder


def _agree(library: Library) -> None:
    facts = Facts(library)
    every = check(library, Wanted(notes=True)).findings
    shown = [
        found
        for found in every
        if found.diagnostic.severity is not Severity.NOTE
        or not is_settled(facts, found.diagnostic.lesson, found.diagnostic.question)
    ]
    assert list(check(library).findings) == shown


@pytest.mark.parametrize("code", NOTED)
def test_settled_notes_alone_are_not_looked_for(code: str, tmp_path: Path) -> None:
    course = _example(code, tmp_path)
    _agree(load(Workspace(course)))
    approve(course)
    library = load(Workspace(course))
    noted = [d.rule.code for d in findings(Facts(library))]
    assert code in noted
    assert code not in [d.rule.code for d in findings(Facts(library), settled=False)]
    _agree(library)


@pytest.mark.parametrize("course", ["second", "kite"])
def test_whole_courses_agree(course: str) -> None:
    _agree(load(Workspace(DATA / course)))


def test_the_allowance_of_a_settled_note_is_used(tmp_path: Path) -> None:
    course = _example("QZ421", tmp_path)
    manifest = course / "lessons/course.toml"
    manifest.write_text(manifest.read_text() + '\n[[allow]]\nrule = "QZ421"\nbecause = "A long answer."\n')
    approve(course)
    library = load(Workspace(course))
    assert "QZ507" not in [found.diagnostic.rule.code for found in check(library).findings]
    _agree(library)


@pytest.mark.parametrize("code", RULES)
def test_what_an_approval_settles_is_a_note(code: str, tmp_path: Path) -> None:
    facts = Facts(load(Workspace(_example(code, tmp_path))))
    made = [d for rule in QUESTION_RULES if rule not in LASTING for subject in facts.subjects for d in rule(subject)]
    made += [d for rule in COURSE_RULES if rule not in LASTING_OF_COURSE for d in rule(facts)]
    assert {d.severity for d in made} <= {Severity.NOTE}
