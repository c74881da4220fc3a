"""What is graded as right though the evidence says another thing: accepted answers, tolerances, counts, pairs."""

from pathlib import Path

import pytest

from tests.checking.asking import FLOOD, found_in, said_of

GRADING = {"QZ321", "QZ322", "QZ344", "QZ349"}


@pytest.mark.parametrize(
    ("question", "cited", "codes"),
    [
        ('type = "short"\nprompt = "Who blamed the council?"\nanswer = "Dunn"\naccept = ["Callow"]', 2, {"QZ322"}),
        ('type = "short"\nprompt = "Who blamed the council?"\nanswer = "Dunn"\naccept = ["Peter Dunn"]', 2, set()),
        ('type = "short"\nprompt = "Who blamed the council?"\nanswer = "Dunn"\naccept = ["Dunning"]', 2, set()),
        ('type = "short"\nprompt = "What number was lost?"\nanswer = "1,200"\naccept = ["45"]', 4, {"QZ321"}),
        ('type = "short"\nprompt = "How many mills fell?"\nanswer = "two"\naccept = ["2"]', 7, set()),
        ('type = "short"\nprompt = "How many mills fell?"\nanswer = "two"\naccept = ["2", "one"]', 7, {"QZ321"}),
        ('type = "short"\nprompt = "Who blamed them?"\nanswer = "Peter Dunn"\naccept = ["P. D."]', 2, set()),
        ('type = "short"\nprompt = "Who blamed them?"\nanswer = "Dunn"\naccept = ["the Red Cross"]', 2, {"QZ322"}),
        ('type = "short"\nprompt = "What was lost?"\nanswer = "1,200"\naccept = ["twelve hundred"]', 4, set()),
        ('type = "cloze"\nprompt = "Fill in."\ntext = "The army brought {{300|500}} tents"', 3, {"QZ321"}),
        ('type = "cloze"\nprompt = "Fill in."\ntext = "The army brought {{300|three hundred}} tents"', 3, set()),
        ('type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 1155', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 700', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 50', 4, set()),
        ('type = "number"\nprompt = "How many cows died?"\nanswer = 1200', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many cows died?"\nanswer = 45', 4, set()),
        ('type = "number"\nprompt = "How many barns fell?"\nanswer = 4', 4, set()),
        ('type = "number"\nprompt = "How many barns fell?"\nanswer = 45', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many days did it rain?"\nanswer = 11', 1, set()),
        ('type = "number"\nprompt = "How many silos fell?"\nanswer = 7', 7, set()),
        ('type = "number"\nprompt = "How many silos fell?"\nanswer = 60', 7, {"QZ321"}),
        ('type = "number"\nprompt = "How many mills fell?"\nanswer = 2', 7, set()),
        ('type = "number"\nprompt = "How many bridges held?"\nanswer = 8', 8, set()),
        ('type = "number"\nprompt = "How many bridges held?"\nanswer = 7', 8, {"QZ321"}),
        ('type = "number"\nprompt = "How many wells dried?"\nanswer = 11', 9, set()),
        ('type = "number"\nprompt = "How many wells dried?"\nanswer = 1990', 9, {"QZ321"}),
        ('type = "number"\nprompt = "How many wells dried?"\nanswer = 3', 9, {"QZ321"}),
        ('type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 500', 4, set()),
        ('type = "number"\nprompt = "How many sheep died?"\nanswer = 1200\ntolerance = 600', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many blankets came?"\nanswer = 500\ntolerance = 199', 3, set()),
        ('type = "number"\nprompt = "How many blankets came?"\nanswer = 500\ntolerance = 200', 3, {"QZ321"}),
        ('type = "number"\nprompt = "In what year came the fence?"\nanswer = 1931\ntolerance = 58', 5, set()),
        ('type = "number"\nprompt = "In what year came the fence?"\nanswer = 1931\ntolerance = 59', 5, {"QZ321"}),
        ('type = "number"\nprompt = "How many mills stood there?"\nanswer = 6', 7, set()),
        ('type = "number"\nprompt = "How many lorries at least were there?"\nanswer = 62', 10, set()),
        ('type = "number"\nprompt = "How many lorries were there?"\nanswer = 13', 10, {"QZ321"}),
        ('type = "number"\nprompt = "How many ships were there?"\nanswer = 12', 10, {"QZ321"}),
        ('type = "number"\nprompt = "How many goats died?"\nanswer = 45', 4, {"QZ321"}),
        ('type = "number"\nprompt = "How many goats died?"\nanswer = 45\nlevel = "understand"', 4, set()),
        ('type = "number"\nprompt = "How many people came by lorry, if 62 came?"\nanswer = 62', 10, set()),
        ('type = "boolean"\nprompt = "How many cows died is told as 1,200."\nanswer = true', 4, set()),
    ],
)
def test_what_is_graded_as_right(tmp_path: Path, question: str, cited: int, codes: set[str]) -> None:
    assert said_of(tmp_path, FLOOD, question, cited) & GRADING == codes


def test_what_is_accepted_is_told_once(tmp_path: Path) -> None:
    question = 'type = "short"\nprompt = "How many?"\nanswer = "300"\naccept = ["thirteen to seven"]'
    found = [one.diagnostic.message for one in found_in(tmp_path, FLOOD, question, 3)]
    assert found.count("“thirteen to seven” is accepted for “300”, and is another number.") == 1


@pytest.mark.parametrize(
    ("army", "first", "second", "codes"),
    [
        ("The army", "300 tents", "500 blankets", set()),
        ("The army", "500 blankets", "300 tents", {"QZ349"}),
        ("Soldiers", "500 blankets", "300 tents", set()),
    ],
)
def test_pairs_that_a_sentence_has_the_other_way(
    tmp_path: Path, army: str, first: str, second: str, codes: set[str]
) -> None:
    pairs = (
        f'[{{ left = "{army}", right = "{first}", cite = ["c3"] }}, '
        f'{{ left = "The Red Cross", right = "{second}", cite = ["c3"] }}]'
    )
    question = f'type = "match"\nprompt = "Match each with what it brought."\npairs = {pairs}'
    assert said_of(tmp_path, FLOOD, question, 3) & GRADING == codes


@pytest.mark.parametrize(
    ("prompt", "order", "codes"),
    [
        ("Put these in order, earliest first.", (0, 1, 2), set()),
        ("Put these in order, earliest first.", (2, 1, 0), {"QZ344"}),
        ("Put these in order, the latest first.", (2, 1, 0), set()),
        ("Put these in order, latest first.", (1, 2, 0), {"QZ344"}),
        ("Put these in order of their length.", (2, 1, 0), set()),
        ("Put these in order, earliest first.", (3, 0, 2), set()),
        ("Put these in order, latest first.", (2, 0, 3), set()),
        ("In which order were these made?", (0, 1, 2), set()),
        ("In which order were these made?", (2, 1, 0), {"QZ344"}),
    ],
)
def test_an_order_against_the_years(tmp_path: Path, prompt: str, order: tuple[int, ...], codes: set[str]) -> None:
    items = [("The dam of 1931", 5), ("Men mended the dam", 6), ("The fence of 1990", 5), ("The dam, in 1931", 5)]
    written = ", ".join(f'{{ text = "{items[at][0]}", cite = ["c{items[at][1]}"] }}' for at in order)
    question = f'type = "order"\nprompt = "{prompt}"\nitems = [{written}]'
    assert said_of(tmp_path, FLOOD, question, 5, 6) & GRADING == codes


def test_each_that_is_accepted_is_looked_at(tmp_path: Path) -> None:
    asked = (
        'type = "short"\nprompt = "Who blamed the council?"\nanswer = "Dunn"\naccept = ["Callow", "Elmford", "Ruth"]'
    )
    found = [finding.diagnostic.message for finding in found_in(tmp_path, FLOOD, asked, 2)]
    assert found == [
        "“Callow” is accepted for “Dunn”; the evidence names both.",
        "“Elmford” is accepted for “Dunn”, and the source tells of it elsewhere.",
        "“Ruth” is accepted for “Dunn”; the evidence names both.",
    ]
