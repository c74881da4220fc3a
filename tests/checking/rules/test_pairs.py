"""What a match pairs, an option in short, and an answer that only the context has."""

from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import REST, choice, course, found_in

PANELS = "February was burnt by a mob in 1566; November was sold to a merchant and lost at sea."
SPORTS = "Swimming is allowed from day 10, cycling from week three."
WORTH = "One contract with Norwood and one with Rye were lost, worth £610 and £240 respectively."


def _pairs(*pairs: tuple[str, str]) -> str:
    written = ", ".join(f'{{ left = "{left}", right = "{right}", cite = ["c1"] }}' for left, right in pairs)
    return f'type = "match"\nprompt = "What goes with what?"\npairs = [{written}]'


def _told(folder: Path, sentence: str, question: str, code: str) -> list[str]:
    found = [finding.diagnostic for finding in found_in(folder, sentence + REST, question, 1)]
    return [one.message for one in found if one.rule.code == code]


@pytest.mark.parametrize(
    ("sentence", "pairs", "told"),
    [
        (PANELS, [("February", "It was burnt"), ("November", "It was lost at sea")], []),
        (
            PANELS,
            [("February", "It was lost at sea"), ("November", "It was sold")],
            ["gazette:1 says this of “November”."],
        ),
        (SPORTS, [("Swimming", "From the tenth day"), ("Cycling", "From the third week")], []),
        (
            SPORTS,
            [("Swimming", "From week three"), ("Cycling", "From day 10")],
            ["In gazette:1 it is “From day 10” that stands next to “Swimming”."],
        ),
        (WORTH, [("With Norwood", "£610"), ("With Rye", "£240")], []),
    ],
)
def test_pairs_of_two_clauses(tmp_path: Path, sentence: str, pairs: list[tuple[str, str]], told: list[str]) -> None:
    assert _told(tmp_path, sentence, _pairs(*pairs), "QZ349") == told


@pytest.mark.parametrize(
    ("option", "told"),
    [("The UK", True), ("U.K.", True), ("The US", False), ("A", False), ("UK coal", False)],
)
def test_an_option_that_is_the_answer_in_short(tmp_path: Path, option: str, told: bool) -> None:
    question = choice("Who sold the coal?", "The United Kingdom", "Norwood", option)
    found = _told(tmp_path, "The United Kingdom sold the coal.", question, "QZ349")
    assert found == (["This may be short for “The United Kingdom”, which is right."] if told else [])


@pytest.mark.parametrize(("answer", "told"), [("A claim and half of a contract", True), ("A rate of interest", False)])
def test_an_answer_that_only_the_context_has(tmp_path: Path, answer: str, told: bool) -> None:
    source = "She agreed on the rate of interest.\nShe allowed the claim and half of the contract." + REST
    question = choice("What did she grant?", answer, "A lamp in the tower", "A bell in Rye", more='context = ["c2"]')
    lesson = course(tmp_path, source, question, 1, 2).documents["lessons/one.toml"]
    text = lesson.text.replace('cite = ["c1", "c2"]', 'cite = ["c1"]')
    (tmp_path / "lessons/one.toml").write_text(text, encoding="utf-8", newline="\n")
    found = check(load(Workspace(tmp_path)), Wanted(ignore=("QZ331",), notes=True)).findings
    message = "No word of this answer is in gazette:1; gazette:2, which has some, is cited as `context` only."
    assert (message in [finding.diagnostic.message for finding in found]) == told
