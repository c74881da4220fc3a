"""Measures, better sentences and wrong options, in what an author is told."""

from pathlib import Path

import pytest

from tests.checking.asking import found_in

HARBOUR = """
The harbour was never closed, and ships sailed daily.
The mayor did not open the gate, rather she shut the lock.
Few sailors heard the bell.
Many pilots slept on the quay that night.
All of the barges sank in the storm.
Ships may have carried coal to the last pier.
The red lamp of the old tower burned in the night.
People came to the fair.
"""


def _told(folder: Path, code: str, question: str, cited: int) -> list[str]:
    found = [finding.diagnostic for finding in found_in(folder, HARBOUR, question, cited)]
    return [one.message for one in found if one.rule.code == code]


def _boolean(statement: str) -> str:
    return f'type = "boolean"\nprompt = "In the Gazette {statement}"\nanswer = true'


def _asked(prompt: str, answer: str, *wrong: str) -> str:
    distractors = ", ".join(f'"{text}"' for text in wrong or ("Rafts", "Carts"))
    return f'type = "choice"\nprompt = "In the Gazette, {prompt}?"\nanswer = "{answer}"\ndistractors = [{distractors}]'


@pytest.mark.parametrize(
    ("statement", "cited", "measure", "instead"),
    [
        ("few were calm.", 4, "few", "many"),
        ("most were calm.", 3, "most", "few"),
        ("most were calm.", 4, "most", "many"),
        ("many were calm.", 5, "many", "all"),
        ("some were calm.", 5, "", ""),
        ("few sailors heard the bell.", 3, "", ""),
        ("the first pier had coal.", 6, "first", "last"),
        ("the last pier had coal.", 6, "", ""),
        ("the last cart was shut.", 6, "", ""),
    ],
)
def test_measures_that_exclude_each_other(
    tmp_path: Path, statement: str, cited: int, measure: str, instead: str
) -> None:
    told = [f"“{measure}” is not in gazette:{cited}; there it is “{instead}”."] if measure else []
    assert _told(tmp_path, "QZ343", _boolean(statement), cited) == told


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        (
            _asked("when did ships sail past the closed harbour", "As the mayor shut the lock"),
            2,
            ["gazette:1 has more of the words of this question than gazette:2, which is cited."],
        ),
        (
            _asked("when did ships carry coal to the last pier", "As all of the barges sank"),
            5,
            ["gazette:6 has more of the words of this question than gazette:5, which is cited."],
        ),
        (_asked("when did ships sail past the closed harbour", "daily"), 1, []),
        (_asked("when did sailors hear the bell", "As the mayor shut the lock"), 2, []),
        # what does not stand beside it is not looked at
        (_asked("what did all the barges of the storm do as they sank", "sailors heard them"), 3, []),
        (
            _asked("when did the sailors hear the bell", "As the barges sank"),
            4,
            ["gazette:4 lacks “barges”, “sank”, most of what this answer says."],
        ),
    ],
)
def test_words_that_stand_in_another_sentence(tmp_path: Path, question: str, cited: int, told: list[str]) -> None:
    assert _told(tmp_path, "QZ341", question, cited) == told


@pytest.mark.parametrize(
    ("wrong", "cited", "stands"),
    [
        ("open the gate", 2, False),
        ("not open the gate", 2, True),
        ("tower lamp", 7, False),
        ("lamp of the tower", 7, False),
        ("tower, lamp, red", 7, True),
        ("the old tower", 7, True),
        ("the night", 7, True),
        ("the red night", 7, False),
        ("never closed", 1, True),
        ("closed", 1, False),
        ("ships", 1, True),
        ("people", 8, True),
        ("the case", 8, False),
    ],
)
def test_a_wrong_option_that_the_cited_sentence_says(tmp_path: Path, wrong: str, cited: int, stands: bool) -> None:
    told = [f"The words of this distractor stand in gazette:{cited}."] if stands else []
    assert _told(tmp_path, "QZ349", _asked("what was there", "Orton", "Rafts", wrong), cited) == told


TOWER = """
The bell of Almond was cast by Venn for the harbour.
It hung twelve years in the tower with three ropes.
Orton rang it each night of the war.
The bell hung in the tower by three ropes.
"""


def _of_tower(folder: Path, question: str, cited: int) -> set[tuple[str, str]]:
    found = [finding.diagnostic for finding in found_in(folder, TOWER, question, cited)]
    return {(one.rule.code, one.message) for one in found}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("Three ropes", "The words of this distractor stand in gazette:2."),
        ("For the harbour", "The words of this distractor stand in gazette:1."),
        ("Each night of the war", ""),  # another matter
    ],
)
def test_a_wrong_option_that_another_sentence_says_of_what_is_asked(tmp_path: Path, wrong: str, told: str) -> None:
    question = _asked("what was hung in the tower", "The bell", "Rafts", wrong)
    found = {message for code, message in _of_tower(tmp_path, question, 1) if code == "QZ349"}
    assert found == ({told} if told else set())


@pytest.mark.parametrize(
    ("claim", "cited", "told"),
    [
        ("three ropes held it in the tower.", 2, "gazette:4 has as many words of this claim as gazette:2."),
        ("three ropes held it in the tower.", 4, "gazette:2 has as many words of this claim as gazette:4."),
        ("three ropes held it for twelve years.", 2, ""),
        ("it was fastened well up there.", 2, ""),
    ],
)
def test_a_claim_that_several_sentences_carry(tmp_path: Path, claim: str, cited: int, told: str) -> None:
    question = f'type = "evidence"\nclaim = "In the Gazette {claim}"'
    found = {message for code, message in _of_tower(tmp_path, question, cited) if code == "QZ351"}
    assert found == ({told} if told else set())


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        ('type = "evidence"\nclaim = "In the Gazette Orton used ropes."', 2, "Orton” is in the claim"),
        (_asked("what did Orton use", "three ropes"), 2, "Orton” is in the prompt"),
        (_asked("what did Orton ring each night", "the bell"), 3, ""),
        (_asked("what did Lindqvist ring each night", "the bell"), 3, ""),  # in no cited source: QZ326
    ],
)
def test_a_name_that_is_elsewhere_in_the_article(tmp_path: Path, question: str, cited: int, told: str) -> None:
    found = {message for code, message in _of_tower(tmp_path, question, cited) if code == "QZ345"}
    assert found == ({f"The name “{told}, and not in gazette:{cited}."} if told else set())


def _in_order(*items: str) -> str:
    written = ", ".join(f'{{ text = "{item}", cite = ["c{at}"] }}' for at, item in enumerate(items, 4))
    return f'type = "order"\nprompt = "In the Gazette, what comes first?"\nitems = [{written}]'


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (("Perhaps pilots slept", "All of the barges sank", "Ships carried coal"), True),
        (("Perhaps pilots slept", "All of the barges sank", "Ships may have carried coal"), False),
        (("Pilots slept", "All of the barges sank", "Perhaps ships carried coal"), False),
        (("Pilots slept", "All of the barges sank", "There was a pier"), False),
    ],
)
def test_an_item_keeps_the_hedge_of_its_own_evidence(tmp_path: Path, items: tuple[str, ...], told: bool) -> None:
    found = [finding.diagnostic for finding in found_in(tmp_path, HARBOUR, _in_order(*items), 4, 5, 6)]
    assert [(one.message, one.location and one.location.path[2:]) for one in found if one.rule.code == "QZ348"] == (
        [("gazette:6 says it with “may”; the question says it flatly.", ("items", 2, "text"))] if told else []
    )


@pytest.mark.parametrize(
    ("asked", "cited", "sure"),
    [
        ("Where may ships have carried coal?", 4, False),
        ("Where will ships carry coal?", 4, True),
        ("Where will the bell hang?", 2, False),
        ("Where is it certain that coal was carried?", 4, True),
        ("Where will barges sink in May?", 5, False),
    ],
)
def test_what_is_made_sure(tmp_path: Path, asked: str, cited: int, sure: bool) -> None:
    source = f"""{TOWER.strip().rpartition(chr(10))[0]}
Ships may have carried coal to the last pier.
In May all the barges sank by the pier.
"""
    question = f'type = "choice"\nprompt = "{asked}"\nanswer = "By the pier"\ndistractors = ["At sea", "In a barn"]'
    found = [finding.diagnostic for finding in found_in(tmp_path, source, question, cited)]
    told = [one.message for one in found if one.rule.code == "QZ348"]
    assert told == (
        [f"The question says “{'certain' if 'certain' in asked else 'will'}”, and gazette:4 says “may”."]
        if sure
        else []
    )
