"""Whether a question denies what its evidence denies, in what an author is told."""

from pathlib import Path

import pytest

from tests.checking.asking import found_in

HARBOUR = """
The harbour was never closed, and ships sailed daily.
The mayor did not open the gate, rather she shut the lock.
The gate was not mentioned, and the lamp was not lit.
Ships may have carried coal to the last pier.
The red lamp of the old tower burned in the night.
The council failed to mend the roof of the hall.
The shop was not closed on Monday, and it was closed on Tuesday.
Seals were not seen in the harbour in winter.
No one but the keeper slept, and the fog was not gone until May.
"""


def _told(folder: Path, question: str, cited: int) -> list[tuple[str, str]]:
    found = [finding.diagnostic for finding in found_in(folder, HARBOUR, question, cited)]
    found = [one for one in found if one.rule.code == "QZ342"]
    return [(one.message, str(one.location.path[-1]) if one.location else "") for one in found]


def _boolean(statement: str, answer: str) -> str:
    return f'type = "boolean"\nprompt = "In the Gazette {statement}"\nanswer = {answer}'


@pytest.mark.parametrize(
    ("statement", "cited", "told"),
    [
        ("the harbour was never closed.", 1, ""),
        ("the harbour was closed.", 1, "gazette:1 says “never closed”, and the question has no such denial."),
        (
            "the harbour was not closed and ships did not sail.",
            1,
            "The question says “not sail”, and gazette:1 denies nothing of the kind.",
        ),
        (
            "the harbour was not never closed.",
            1,
            "The question says “never closed”, and gazette:1 denies nothing of the kind.",
        ),
        ("the mayor opened the gate.", 2, "gazette:2 says “not open”, and the question has no such denial."),
        ("the mayor did not open the gate.", 2, ""),
        ("the mayor did not leave the gate open.", 2, ""),
        ("the mayor shut the lock.", 2, ""),
        ("the gate was unmentioned.", 3, ""),
        ("the lamp was lit.", 3, "gazette:3 says “not lit”, and the question has no such denial."),
        ("ships did not fail to come.", 3, ""),  # in other words, perhaps
        (
            "no ship was lit and nobody refused to come.",
            3,
            "The question says “nobody refused”, and gazette:3 denies nothing of the kind.",
        ),
        ("the shop was closed.", 7, ""),
        ("the council did not mend the roof.", 6, ""),
        (
            "the council did not fail to mend it.",
            6,
            "The question says “not fail”, and gazette:6 denies nothing of the kind.",
        ),
    ],
)
def test_a_true_statement_denies_what_its_evidence_denies(
    tmp_path: Path, statement: str, cited: int, told: str
) -> None:
    assert _told(tmp_path, _boolean(statement, "true"), cited) == ([(told, "prompt")] if told else [])


TWICE = "This is marked false, and differs from gazette:2 twice: “not open”, and “{}”."
AGREES = "This is marked false, yet it says “never closed”, as gazette:1 does."


@pytest.mark.parametrize(
    ("statement", "cited", "told"),
    [
        ("the harbour was closed.", 1, ""),
        (
            "the harbour was never closed.",
            1,
            "This is marked false, yet gazette:1 has all its words and denies none of them.",
        ),
        ("the harbour was never closed in 1990.", 1, AGREES),
        ("the harbour was never closed to rafts.", 1, AGREES),
        ("the mayor opened the gate in 1990.", 2, TWICE.format("1990")),
        ("the mayor opened the gate to rafts.", 2, TWICE.format("rafts")),
        ("ships carried coal to the pier.", 4, ""),  # the "may" is lost
        ("trains ran on time.", 1, "gazette:1 has none of the words of this statement."),
    ],
)
def test_a_false_statement_differs_from_its_evidence_in_one_thing(
    tmp_path: Path, statement: str, cited: int, told: str
) -> None:
    assert _told(tmp_path, _boolean(statement, "false"), cited) == ([(told, "prompt")] if told else [])


def test_a_question_denies_nothing_that_its_evidence_does_not(tmp_path: Path) -> None:
    asked = 'type = "choice"\nprompt = "In the Gazette, what {}?"\nanswer = "{}"\ndistractors = ["Rafts", "Carts"]'
    told = _told(tmp_path, asked.format("did not sail daily", "Ships"), 1)
    assert told == [("The question says “not sail”, and gazette:1 denies nothing of the kind.", "prompt")]
    told = _told(tmp_path, asked.format("was not mended", "The lamp"), 3)
    assert told == [("The question says “not mended”, and gazette:3 denies nothing of the kind.", "prompt")]


@pytest.mark.parametrize("prompt", ["which gate was unmentioned", "which mentioned gate was unseen"])
def test_what_one_text_denies_in_other_words_says_nothing_of_another(tmp_path: Path, prompt: str) -> None:
    asked = f'type = "choice"\nprompt = "In the Gazette, {prompt}?"\nanswer = "The one whose lamp was lit"'
    told = _told(tmp_path, f'{asked}\ndistractors = ["Rafts", "Carts"]', 3)
    assert told == [("gazette:3 says “not lit”, and the question has no such denial.", "answer")]


@pytest.mark.parametrize(
    ("claim", "cited", "told"),
    [
        ("the old lamp failed.", 5, "The claim says “failed”, and gazette:5 denies nothing."),
        ("the lamp hardly burned.", 5, "The claim says “hardly burned”, and gazette:5 denies nothing."),
        ("the lamp did not burn.", 5, "The question says “not burn”, and gazette:5 denies nothing of the kind."),
        ("the lamp burned.", 5, ""),
        ("ships went in and out each day.", 1, "gazette:1 says “never closed”, and the claim denies nothing."),
        ("the harbour stayed unclosed.", 1, ""),
        ("ships closed the harbour and the lock was unmentioned.", 1, ""),
    ],
)
def test_a_claim_in_words_of_its_own(tmp_path: Path, claim: str, cited: int, told: str) -> None:
    asked = f'type = "evidence"\nclaim = "In the Gazette {claim}"'
    assert _told(tmp_path, asked, cited) == ([(told, "claim")] if told else [])


@pytest.mark.parametrize(
    ("prompt", "answer", "cited", "told"),
    [
        ("Where did they watch seals?", "In the harbour", 8, "“not seen”"),
        ("Where did they watch no seals?", "In the harbour", 8, ""),
        ("Where else did they watch seals?", "In the summer", 8, ""),
        ("When was it open, in the Gazette?", "On Tuesday", 7, ""),
        ("Who lay in bed, in the Gazette?", "The keeper", 9, ""),
        ("Since when could they see, in the Gazette?", "Since May", 9, ""),
    ],
)
def test_what_the_evidence_denies_is_no_answer(tmp_path: Path, prompt: str, answer: str, cited: int, told: str) -> None:
    question = f'type = "choice"\nprompt = "{prompt}"\nanswer = "{answer}"\ndistractors = ["On the quay", "At sea"]\n'
    message = f"gazette:{cited} says {told}, and the question has no such denial."
    assert [one for one in _told(tmp_path, question, cited) if one[1] == "answer"] == (
        [(message, "answer")] if told else []
    )
