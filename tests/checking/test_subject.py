"""What a rule is given of a question, and where its finding stands."""

from pathlib import Path

import pytest
from hypothesis import given

from quizapp.checking.subject import Facts, Subject
from quizapp.content.library import Library
from tests.checking.asking import course
from tests.strategies import libraries

SOURCE = "The mill has a wheel of oak.\nIt turns at night.\nThe keeper sleeps."


def _asked(folder: Path, question: str, *cited: int) -> Subject:
    (subject,) = Facts(course(folder, SOURCE, question, *cited)).subjects
    return subject


CHOICE = """type = "choice"
prompt = "What is the wheel of?"
answer = "Oak"
distractors = [{ text = "Ash", why = "Nobody has ash." }, "Elm"]
hint = "It is a wood."
"""


def test_a_finding_stands_in_its_question(tmp_path: Path) -> None:
    subject = _asked(tmp_path, CHOICE, 1)
    found = subject.report("QZ341", "It is so.", subject.prompt.path, "Mend it.", "Or not.", lowered=True)
    assert (found.rule.code, found.message, found.notes) == ("QZ341", "It is so.", ("Mend it.", "Or not."))
    assert (found.lesson, found.question, found.lowered, found.fix) == ("one", "asked", True, None)
    assert found.location is not None
    assert (found.location.file, found.location.path) == ("lessons/one.toml", ("questions", 0, "prompt"))
    assert not subject.report("QZ341", "It is so.", subject.prompt.path).lowered


def test_all_that_a_question_has_beside_what_it_shows(tmp_path: Path) -> None:
    subject = _asked(tmp_path, CHOICE, 1)
    assert [(text.text, text.path[2:]) for text in subject.explanations] == [
        ("It is told there in so many words.", ("explain",)),
        ("It is a wood.", ("hint",)),
        ("Nobody has ash.", ("distractors", 0, "why")),
    ]
    assert [(text.text, text.path[2:]) for text in subject.distractors] == [
        ("Ash", ("distractors", 0)),
        ("Elm", ("distractors", 1)),
    ]
    assert subject.whole.splitlines() == [
        "what is the wheel of?",
        "oak",
        "ash",
        "elm",
        "it is told there in so many words.",
        "it is a wood.",
        "nobody has ash.",
    ]


@given(libraries())
def test_the_whole_of_a_question_has_each_of_its_texts(library: Library) -> None:
    for subject in Facts(library).subjects:
        texts = [written.text for written in (subject.prompt, *subject.distractors, *subject.explanations)]
        for text in (*texts, *(key.text for key in subject.keys)):
            assert text.casefold() in subject.whole


def test_what_marks_in_prose_stand_for(tmp_path: Path) -> None:
    subject = _asked(tmp_path, CHOICE, 1, 3)
    assert [piece.address for piece in subject.marked("It sleeps [@c3], [@c1].")] == ["gazette:3", "gazette:1"]
    assert not subject.marked("It sleeps [@c4].")


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ('type = "short"\nprompt = "What is the wheel of?"\nanswer = "Oak"', ("Oak", ("answer",))),
        ('type = "number"\nprompt = "How many?"\nanswer = 3\nunit = "days"', ("3 days", ("answer",))),
        ('type = "number"\nprompt = "How many?"\nanswer = 3', ("3", ("answer",))),
    ],
)
def test_the_key_of_what_is_typed(tmp_path: Path, question: str, key: tuple[str, tuple[str, ...]]) -> None:
    (found,) = _asked(tmp_path, question, 1, 2).keys
    assert (found.text, found.path[2:]) == key
    assert found.sentences == ("The mill has a wheel of oak.", "It turns at night.")
