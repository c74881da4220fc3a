"""What questions rest on, and how a course is counted."""

from pathlib import Path

import pytest

from quizapp.checking.statistics import ground, statistics
from quizapp.checking.subject import Facts
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import course

TINY = Path(__file__).parent.parent / "data" / "tiny"
SOURCE = (
    "The old keeper of the mill sold 1,200 sacks in two weeks.\nIt turns at night, half of the year.\nIt has 5 wheels."
)


def _choice(answer: str, more: str = "") -> str:
    return f'type = "choice"\nprompt = "Who was it?"\nanswer = "{answer}"\ndistractors = ["A man", "Others"]\n{more}'


def _pairs(right: str) -> str:
    lefts = (("The old keeper", "Sacks"), ("The mill", right), ("The keeper", "1,200"))
    pairs = ", ".join(f'{{ left = "{one}", right = "{other}", cite = ["c1"] }}' for one, other in lefts)
    return f'type = "match"\nprompt = "Match."\npairs = [{pairs}]'


@pytest.mark.parametrize(
    ("question", "cited", "on"),
    [
        (_choice("The old keeper", 'frame = "{answer} of the mill"'), [1], "framed"),
        ('type = "cloze"\nprompt = "Complete it."\ntext = "It turns at {{night}}, half of the year."', [2], "framed"),
        (_choice("The old keeper"), [1], "verbatim"),
        (_choice("An old keeper of the mill"), [1], "verbatim"),
        (_choice("the MILL"), [2, 1], "verbatim"),
        (_choice("old keep"), [1], "worded"),
        (_choice("The old keepers"), [1], "worded"),
        (_choice("The seller of sacks"), [1], "worded"),
        (_choice("A keeper of boats"), [1], "worded"),
        (_choice("A miller of great renown"), [1], "approved"),
        (_choice("The old keeper"), [2], "approved"),
        ('type = "number"\nprompt = "How many sacks?"\nanswer = 1200', [1], "verbatim"),
        ('type = "number"\nprompt = "How many wheels?"\nanswer = 5', [3], "verbatim"),
        ('type = "number"\nprompt = "How long?"\nanswer = 2\nunit = "weeks"', [2, 1], "verbatim"),
        ('type = "number"\nprompt = "How many sacks?"\nanswer = 1300', [1], "approved"),
        ('type = "boolean"\nprompt = "The keeper sold some sacks."\nanswer = true', [1], "worded"),
        ('type = "boolean"\nprompt = "The keeper bought sacks."\nanswer = false', [1], "approved"),
        (_pairs("Renown"), [1], "approved"),
        (_pairs("Two weeks"), [1], "verbatim"),
        (_pairs("Weeks, two of them"), [1], "worded"),
    ],
)
def test_what_a_question_rests_on(tmp_path: Path, question: str, cited: list[int], on: str) -> None:
    (subject,) = Facts(course(tmp_path, SOURCE, question, *cited)).subjects
    assert ground(subject) == on


def test_a_course_is_counted() -> None:
    approvals = (TINY / "lessons/approvals.toml").read_text(encoding="utf-8")
    mixed = approvals.replace('how = "read"', 'how = "batch"', 1)
    mixed = f'{mixed.removesuffix("read" + chr(34) + chr(10))}refused"\nbecause = "No."\n'
    counted = statistics(load(Workspace(TINY, {"lessons/approvals.toml": mixed})))
    assert counted.questions == 3
    assert counted.approvals == {"read": 1, "batch": 1, "none": 1}
    assert counted.rest_on == {"framed": 1, "verbatim": 1, "worded": 1, "approved": 0}
    assert {name: count for name, count in counted.types.items() if count} == {"choice": 1, "cloze": 1, "evidence": 1}
    assert len(counted.types) == 9
    assert counted.levels == {"remember": 3, "understand": 0, "analyse": 0}
    unread = statistics(load(Workspace(TINY, {"lessons/approvals.toml": ""})))
    assert unread.approvals == {"read": 0, "batch": 0, "none": 3}
