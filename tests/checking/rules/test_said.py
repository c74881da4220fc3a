"""What an author is told, to the word, where a rule says more than one thing; the first of each is in `tests/data`."""

from pathlib import Path

import pytest

from quizapp.diagnostics import Location, Severity
from tests.checking.asking import FERRY, FLOOD, found_in

NIGHT = f"{FERRY}\nMore than thirty ropes were lost that night.\n"
READ_IT = "Read the one against the other: is the answer still right?"


def _boolean(statement: str, answer: str) -> str:
    return f'type = "boolean"\nprompt = "In the Gazette {statement}"\nanswer = {answer}'


def _told(folder: Path, question: str, *cited: int) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [finding.diagnostic for finding in found_in(folder, NIGHT, question, *cited)]
    return [(one.rule.code, one.message, one.notes) for one in found]


@pytest.mark.parametrize(
    ("statement", "answer", "cited", "message", "repair"),
    [
        (
            "trains ran on time.",
            "false",
            7,
            "gazette:7 has none of the words of this statement.",
            "Cite the sentence that shows it to be false.",
        ),
        (
            "Miss Orton rang the bell.",
            "false",
            10,
            "This is marked false, yet gazette:10 has all its words and denies none of them.",
            READ_IT,
        ),
        (
            "one of the ships was found in the bay.",
            "false",
            7,
            "This is marked false, and differs from gazette:7 twice: “not found”, and “ships”.",
            "Two differences may make it true: read it again.",
        ),
        (
            "Miss Orton did not ring the bell.",
            "true",
            10,
            "The question says “not ring”, and gazette:10 denies nothing of the kind.",
            READ_IT,
        ),
        (
            "one of the boats was found.",
            "true",
            7,
            "gazette:7 says “not found”, and the question has no such denial.",
            READ_IT,
        ),
    ],
)
def test_of_a_statement_that_denies(
    tmp_path: Path, statement: str, answer: str, cited: int, message: str, repair: str
) -> None:
    assert _told(tmp_path, _boolean(statement, answer), cited) == [("QZ342", message, (repair,))]


def test_of_a_claim_that_denies_nothing(tmp_path: Path) -> None:
    claim = 'type = "evidence"\nclaim = "In the Gazette the work came to something."'
    said = "gazette:9 says “unsuccessful”, and the claim denies nothing."
    assert _told(tmp_path, claim, 9) == [("QZ342", said, (READ_IT,))]


def test_of_whoever_is_to_have_said_it(tmp_path: Path) -> None:
    asked = 'type = "choice"\nprompt = "What did the harbour council close, according to Reed?"\nanswer = "The pier"\n'
    assert _told(tmp_path, f'{asked}distractors = ["The ferry", "The bell"]', 5) == [
        (
            "QZ347",
            "The question takes “Reed” for the speaker, and gazette:5 has no such name.",
            ("Cite as `context` the sentence that names the speaker.",),
        )
    ]


def test_of_words_that_go_on(tmp_path: Path) -> None:
    asked = 'type = "number"\nprompt = "How often did she cross before the tide turned?"\nanswer = 4\nunit = "times"'
    (found,) = (one for one in _told(tmp_path, asked, 2) if one[0] == "QZ346")
    assert found[1] == "gazette:2 goes on with the words of Marsh; the question asserts them."


def test_of_a_number_that_is_a_limit(tmp_path: Path) -> None:
    asked = 'type = "number"\nprompt = "How many ropes were lost that night, says the Gazette?"\nanswer = 30'
    said = "gazette:12 says “more than” of this number."
    assert _told(tmp_path, asked, 12) == [("QZ343", said, ("Say it too: without it the number is another.",))]


def test_of_a_frame_in_which_a_distractor_is_true(tmp_path: Path) -> None:
    asked = 'type = "choice"\nprompt = "In the Gazette, who rang?"\nanswer = "Miss Orton"\nframe = "{answer} "\n'
    repair = ("A distractor that a source supports is no wrong answer.",)
    assert _told(tmp_path, f'{asked}distractors = ["Captain Reed", "The boatmen"]', 10) == [
        ("QZ324", "The frame filled with this distractor stands in gazette:11.", repair)
    ]


def test_of_an_order_by_hours(tmp_path: Path) -> None:
    items = ", ".join(
        f'{{ text = "{text}", cite = ["c{n}"] }}'
        for text, n in (("She crosses alone", 4), ("The ferry sinks", 8), ("The bell is rung", 10))
    )
    asked = f'type = "order"\nprompt = "In the Gazette, which hour comes first?"\nitems = [{items}]'
    assert _told(tmp_path, asked, 4, 8, 10) == [
        (
            "QZ344",
            "The items are put in order by a number, and gazette:10 states none.",
            ("Cite the sentence that says it.",),
        )
    ]


def test_of_a_better_sentence_beside_the_cited_one(tmp_path: Path) -> None:
    asked = 'type = "number"\nprompt = "In the Gazette, how often did she cross before the tide turned?"\nanswer = 4'
    (found,) = (one for one in _told(tmp_path, asked, 3) if one[0] == "QZ341")
    assert found[1:] == (
        "gazette:2 has more of the words of this question than gazette:3, which is cited.",
        ("Cite the sentence that settles it.",),
    )


MEANS_THE_SAME = "Accept what means the same."
IF_RIGHT = "If it is right all the same, approve the question."


@pytest.mark.parametrize(
    ("question", "cited", "path", "message", "repair"),
    [
        (
            'type = "short"\nprompt = "Who blamed the council?"\nanswer = "Dunn"\naccept = ["Peter Dunn", "Callow"]',
            2,
            ("accept", 1),
            "“Callow” is accepted for “Dunn”; the evidence names both.",
            MEANS_THE_SAME,
        ),
        (
            'type = "short"\nprompt = "What was lost?"\nanswer = "1,200"\naccept = ["twelve hundred", "45"]',
            4,
            ("accept", 1),
            "“45” is accepted for “1,200”, and is another number.",
            MEANS_THE_SAME,
        ),
        (
            'type = "cloze"\nprompt = "Fill in."\ntext = "The army brought {{300|500}} tents"',
            3,
            ("text",),
            "“500” is accepted for “300”, and is another number.",
            MEANS_THE_SAME,
        ),
        (
            'type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 1155',
            4,
            ("tolerance",),
            "The tolerance counts 45 as right, which gazette:4 says too.",
            "Make it narrower.",
        ),
        (
            'type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 700',
            4,
            ("tolerance",),
            "The tolerance counts anything within 700 of 1200 as right.",
            "Make it narrower.",
        ),
        (
            'type = "number"\nprompt = "How many cows died?"\nanswer = 1200',
            4,
            ("answer",),
            "gazette:4 counts 45 of these, and not 1200.",
            IF_RIGHT,
        ),
        (
            (
                'type = "match"\nprompt = "Match each with what it brought."\npairs = ['
                '{ left = "The army", right = "500 blankets", cite = ["c3"] }, '
                '{ left = "The Red Cross", right = "300 tents", cite = ["c3"] }]'
            ),
            3,
            ("pairs", 0, "right"),
            "In gazette:3 it is “300 tents” that stands next to “The army”.",
            IF_RIGHT,
        ),
        (
            (
                'type = "order"\nprompt = "Put these in order, the latest first."\nitems = ['
                '{ text = "Men mended the dam", cite = ["c6"] }, { text = "The fence of 1990", cite = ["c5"] }, '
                '{ text = "The dam of 1931", cite = ["c5"] }]'
            ),
            (5, 6),
            ("items", 1, "text"),
            "This is of 1990 and comes after an item of 1988; asked for is “latest first”.",
            "Put it where it belongs.",
        ),
        (
            (
                'type = "choice"\nprompt = "Which animals drowned?"\nanswer = "Sheep and cows"\n'
                'distractors = ["Horses", "Goats"]'
            ),
            4,
            ("answer",),
            "The prompt asks for several, and only the answer names several.",
            "Let the distractors name as many.",
        ),
    ],
)
def test_of_what_is_graded_as_right(
    tmp_path: Path, question: str, cited: int | tuple[int, ...], path: tuple[str | int, ...], message: str, repair: str
) -> None:
    numbers = cited if isinstance(cited, tuple) else (cited,)
    found = [finding.diagnostic for finding in found_in(tmp_path, FLOOD, question, *numbers)]
    place = Location("lessons/one.toml", ("questions", 0, *path))
    assert (message, place, (repair,)) in [(one.message, one.location, one.notes) for one in found]
    assert {one.severity for one in found} == {Severity.NOTE}
