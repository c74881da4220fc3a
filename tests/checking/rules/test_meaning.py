"""What the rules of wording make of a question that says other than its evidence, and of one that says the same."""

from pathlib import Path

import pytest

from tests.checking.asking import FERRY, said_of


def _asked(folder: Path, question: str, *cited: int) -> set[str]:
    return said_of(folder, FERRY, question, *cited) - {"QZ341"}


@pytest.mark.parametrize(
    ("question", "cited", "codes"),
    [
        # a title is no denial, and neither is a refusal whose reason is told
        ('type = "boolean"\nprompt = "In the Gazette Miss Orton rang the bell."\nanswer = true', 10, set()),
        ('type = "boolean"\nprompt = "In the Gazette Miss Orton did not ring the bell."\nanswer = true', 10, {"QZ342"}),
        ('type = "boolean"\nprompt = "In the Gazette one of the boats was found."\nanswer = true', 7, {"QZ342"}),
        ('type = "boolean"\nprompt = "In the Gazette one of the boats was not found."\nanswer = false', 7, {"QZ342"}),
        ('type = "boolean"\nprompt = "In the Gazette trains ran on time."\nanswer = false', 7, {"QZ342"}),
        ('type = "evidence"\nclaim = "In the Gazette the work came to something."', 9, {"QZ342"}),
        ('type = "evidence"\nclaim = "In the Gazette the work came to nothing."', 9, set()),
        ('type = "evidence"\nclaim = "In the Gazette nobody but a woman was at the rope."', 10, {"QZ342"}),
    ],
)
def test_denials(tmp_path: Path, question: str, cited: int, codes: set[str]) -> None:
    assert _asked(tmp_path, question, cited) == codes


@pytest.mark.parametrize(
    ("statement", "cited", "codes"),
    [
        ("Many sailors took the notice as a warning.", 6, set()),
        ("Few readers took it for one.", 6, {"QZ343"}),
        ("All sailors took the notice as a warning.", 6, {"QZ343"}),
        ("The ferry sank less than a quarter of an hour before midnight.", 8, set()),
        ("The ferry sank more than a quarter of an hour before midnight.", 8, {"QZ343"}),
        ("The ferry sank at least half an hour before midnight.", 8, {"QZ343"}),
    ],
)
def test_measures(tmp_path: Path, statement: str, cited: int, codes: set[str]) -> None:
    assert _asked(tmp_path, f'type = "boolean"\nprompt = "In the Gazette: {statement}"\nanswer = true', cited) == codes


@pytest.mark.parametrize(
    ("prompt", "cited", "codes"),
    [
        ("How often did Ellen Marsh cross before the tide turned?", 2, {"QZ346"}),
        ("How often did she cross before the tide turned?", 2, {"QZ346"}),
        ("How often did Ellen Marsh cross, by her evidence, before the tide turned?", 2, set()),
        ("How often, as the woman tells it, did she cross before the tide turned?", 2, set()),
        ("How often did the Gazette's ferry cross before the tide turned?", 2, set()),
        ("How often was it before the boatman told her to wait that she crossed?", 2, {"QZ346"}),
    ],
)
def test_reported_words_that_go_on(tmp_path: Path, prompt: str, cited: int, codes: set[str]) -> None:
    found = _asked(tmp_path, f'type = "number"\nprompt = "{prompt}"\nanswer = 4\nunit = "times"', cited)
    assert found - {"QZ345"} == codes


@pytest.mark.parametrize(
    ("before", "codes"), [("Pilots of", {"QZ346"}), ("By Captain Reed's account pilots of", set())]
)
def test_whom_a_report_is_about_is_not_who_makes_it(tmp_path: Path, before: str, codes: set[str]) -> None:
    question = f'type = "evidence"\nclaim = "{before} Dover took the light for a star."'
    assert _asked(tmp_path, question, 11) == codes


@pytest.mark.parametrize(
    ("hint", "codes"),
    [("Fewer than a hundred times.", set()), ("More than three times.", set()), ("Twelve.", {"QZ350"})],
)
def test_a_limit_in_a_hint_may_be_kept_by_the_number_itself(tmp_path: Path, hint: str, codes: set[str]) -> None:
    asked = "How often, as the woman tells it, did she cross?"
    question = f'type = "number"\nprompt = "{asked}"\nanswer = 4\nunit = "times"\nhint = "{hint}"'
    assert _asked(tmp_path, question, 2) == codes


def test_an_order_by_hours_needs_an_hour_for_each(tmp_path: Path) -> None:
    question = """type = "order"
prompt = "In the Gazette, which hour comes first?"
items = [
  { text = "She crosses alone", cite = ["c4"] },
  { text = "The ferry sinks", cite = ["c8"] },
  { text = "The bell is rung", cite = ["c10"] },
]"""
    assert _asked(tmp_path, question, 4, 8, 10) == {"QZ344"}
