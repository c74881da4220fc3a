"""What a question of each type says, and the evidence that each part of it has to agree with."""

from pathlib import Path

import pytest

from quizapp.checking import claims
from quizapp.checking.subject import Facts, Subject
from quizapp.checking.texts import Claim
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parent.parent / "data" / "tiny"
LESSON = """format = 1
title = "Claims"
position = 20

[cites]
rope = { source = "gazette", quote = "Mayor Ines Calder pulled the rope at noon." }
cost = { source = "gazette", quote = "The repair cost 4,000 crowns and took three weeks." }
weighs = { source = "gazette", quote = "The bell weighs 310 kilograms." }
cast = { source = "gazette", quote = "It was cast in 1871 by the brothers Venn." }
fog = { source = "gazette", quote = "It will ring every hour while there is fog." }
plate = { source = "letter", quote = "The bell weighs 350 kilograms, as the plate on it says." }
paragraph = { source = "gazette", quote = "The bell weighs 310 kilograms. It was cast in 1871 by the brothers Venn." }

[[sections]]
text = "Told [@rope] [@cost] [@weighs] [@cast] [@fog] [@plate]."

[[questions]]
id = "choice"
type = "choice"
prompt = "Who pulled the rope?"
answer = "The mayor"
distractors = ["A fisherman", { text = "The founders" }]
cite = ["rope"]
context = ["cast"]

[[questions]]
id = "source"
type = "choice"
prompt = "Who tells of 350 kilograms?"
answer = { source = "letter", cite = ["plate"] }
distractors = [{ source = "gazette" }, "Nobody does"]
cite = ["plate"]

[[questions]]
id = "select"
type = "select"
prompt = "What is told of the bell?"
answers = [{ text = "It was cast in 1871", cite = ["cast"] }, { text = "It rings in fog", cite = ["fog", "cost"] }]
distractors = ["It was sold"]
cite = ["weighs"]

[[questions]]
id = "true"
type = "boolean"
prompt = "The repair took three weeks."
answer = true
cite = ["cost"]

[[questions]]
id = "false"
type = "boolean"
prompt = "In the letter the repair took two weeks."
answer = false
cite = ["cost"]

[[questions]]
id = "cloze"
type = "cloze"
prompt = "Complete it."
text = "The bell weighs {{310}} kilograms."
cite = ["weighs"]

[[questions]]
id = "match"
type = "match"
prompt = "Match them."
pairs = [
  { left = "The rope", right = "The mayor", cite = ["rope"] },
  { left = "The bell", right = "The Venns", cite = ["cast"] },
]
extra = ["The keeper"]
cite = ["paragraph"]

[[questions]]
id = "order"
type = "order"
prompt = "Order them."
items = [
  { text = "It is cast", cite = ["cast"] },
  { text = "It is rung", cite = ["rope"] },
  { text = "It rings on", cite = ["fog"] },
]

[[questions]]
id = "evidence"
type = "evidence"
claim = "The bell is heavy."
cite = ["weighs"]
also = [["cast"], ["paragraph"]]
"""
MATCH = ["gazette:2", "gazette:5-6"], ["gazette:6", "gazette:5-6"]


@pytest.fixture(scope="module")
def asked() -> dict[str, Subject]:
    facts = Facts(load(Workspace(TINY, {"lessons/the-bell.toml": LESSON})))
    assert not facts.library.broken
    return {subject.question.id: subject for subject in facts.subjects}


def _cited(claim: Claim) -> list[str]:
    return [piece.address for piece in claim.evidence]


def _said(found: tuple[Claim, ...]) -> list[tuple[str, str, list[str]]]:
    return [(one.text, ".".join(map(str, one.path[2:])), _cited(one)) for one in found]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("choice", [("The mayor", "answer", ["gazette:2"])]),
        ("source", [("Who tells of 350 kilograms?", "prompt", ["letter:2"])]),
        (
            "select",
            [
                ("It was cast in 1871", "answers.0", ["gazette:6", "gazette:5"]),
                ("It rings in fog", "answers.1", ["gazette:8", "gazette:4", "gazette:5"]),
            ],
        ),
        ("true", [("The repair took three weeks.", "prompt", ["gazette:4"])]),
        ("false", []),
        ("cloze", []),
        (
            "match",
            [
                ("The rope", "pairs.0.left", MATCH[0]),
                ("The mayor", "pairs.0.right", MATCH[0]),
                ("The bell", "pairs.1.left", MATCH[1]),
                ("The Venns", "pairs.1.right", MATCH[1]),
            ],
        ),
        (
            "order",
            [
                ("It is cast", "items.0.text", ["gazette:6"]),
                ("It is rung", "items.1.text", ["gazette:2"]),
                ("It rings on", "items.2.text", ["gazette:8"]),
            ],
        ),
        ("evidence", [("The bell is heavy.", "claim", ["gazette:5", "gazette:6", "gazette:5-6"])]),
    ],
)
def test_what_a_question_holds_to_be_true(
    asked: dict[str, Subject], question: str, held: list[tuple[str, str, list[str]]]
) -> None:
    assert _said(claims.claims(asked[question])) == held


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("choice", ["Who pulled the rope?", "The mayor"]),
        ("source", ["Who tells of 350 kilograms?"]),
        ("select", ["What is told of the bell?", "It was cast in 1871", "It rings in fog"]),
        ("true", ["The repair took three weeks."]),
        ("false", ["In the letter the repair took two weeks."]),
        ("cloze", ["Complete it."]),
        ("match", ["The rope", "The mayor", "The bell", "The Venns"]),
        ("order", ["It is cast", "It is rung", "It rings on"]),
        ("evidence", ["The bell is heavy."]),
    ],
)
def test_all_that_a_question_says(asked: dict[str, Subject], question: str, texts: list[str]) -> None:
    found = asked[question].wordings
    assert [one.text for one in found] == texts
    if found[0].text == asked[question].prompt.text:
        assert (found[0].path, found[0].evidence) == (asked[question].prompt.path, asked[question].evidence)


def test_what_rests_on_the_same_evidence_is_said_with_it(asked: dict[str, Subject]) -> None:
    first, second, third = asked["order"].wordings
    assert claims.sharing(first, (first, second, third)) == (first,)
    assert claims.sharing(third, (first, second, third)) == (third,)
    one, other, *_ = asked["match"].wordings
    assert claims.sharing(one, (first, second, other, third)) == (second, other)
    uncited = Claim("Nothing", (), ())
    assert claims.sharing(uncited, (first, uncited)) == (uncited,)


@pytest.mark.parametrize(
    ("question", "piece", "beside"),
    [
        ("choice", "gazette:2", ["gazette:2"]),
        ("source", "letter:2", ["letter:2", "letter:2"]),
        ("select", "gazette:8", ["gazette:8", "gazette:4"]),
        ("select", "gazette:5", ["gazette:5"]),
        ("match", "gazette:6", ["gazette:6"]),
        ("match", "gazette:5-6", ["gazette:5-6"]),
        ("order", "gazette:2", ["gazette:2"]),
        ("evidence", "gazette:6", ["gazette:5", "gazette:6", "gazette:5-6"]),
    ],
)
def test_what_is_cited_together(asked: dict[str, Subject], question: str, piece: str, beside: list[str]) -> None:
    subject = asked[question]
    (wanted,) = {one for one in subject.evidence if one.address == piece}
    assert [one.address for one in claims.cited_with(subject, wanted)] == beside


@pytest.mark.parametrize(
    ("question", "piece", "texts"),
    [
        ("choice", "gazette:2", ["Who pulled the rope?", "The mayor"]),
        ("select", "gazette:4", ["What is told of the bell?", "It rings in fog"]),
        ("cloze", "gazette:5", ["Complete it.", "The bell weighs {{310}} kilograms."]),
        ("match", "gazette:6", ["Match them.", "The bell", "The Venns"]),
    ],
)
def test_what_a_piece_of_evidence_is_to_bear_on(
    asked: dict[str, Subject], question: str, piece: str, texts: list[str]
) -> None:
    subject = asked[question]
    wanted = next(one for one in subject.evidence if one.address == piece)
    assert claims.said(subject, wanted) == tuple(texts)


def test_which_statement_is_to_be_called_false(asked: dict[str, Subject]) -> None:
    assert [question for question, subject in asked.items() if claims.is_false(subject)] == ["false"]


def test_which_question_names_a_source(asked: dict[str, Subject]) -> None:
    assert [question for question, subject in asked.items() if claims.names_a_source(subject)] == ["source", "false"]


def test_a_claim_has_to_agree_with_its_own_sentences_and_those_for_the_wording(asked: dict[str, Subject]) -> None:
    subject = asked["choice"]
    assert claims.sentences(subject, subject.keys[0]) == (
        "Mayor Ines Calder pulled the rope at noon.",
        "It was cast in 1871 by the brothers Venn.",
    )


def test_a_source_is_cited_once(asked: dict[str, Subject]) -> None:
    pieces = (*asked["source"].evidence, *asked["evidence"].evidence)
    assert [source.slug for source in claims.cited_sources(pieces)] == ["letter", "gazette"]
