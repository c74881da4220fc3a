"""Whether a figure is meant as the evidence means it: how often, in which turn, in which unit."""

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.checking.frequency import frequencies
from tests.checking.asking import REST, choice, found_in


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("Twice a day", [2]),
        ("Once in two days", [Fraction(1, 2)]),
        ("Every other day", [Fraction(1, 2)]),
        ("every second week, or every three days", [Fraction(1, 14), Fraction(1, 3)]),
        ("Three times a week", [Fraction(3, 7)]),
        ("five times per day and 10 times an hour", [5, 240]),
        ("Daily and hourly", [1, 24]),
        ("every single day", [1]),
        ("It rang ten times, and every man came", []),
        ("many times a day", []),
        ("zero times in zero days, every zero days", []),
        ("In two years", []),
    ],
)
def test_how_often(text: str, often: list[Fraction | int]) -> None:
    assert list(frequencies(text)) == often


def _told(folder: Path, sentence: str, question: str) -> list[str]:
    found = [finding.diagnostic for finding in found_in(folder, sentence + REST, question, 1)]
    return [one.message for one in found if one.rule.code == "QZ321"]


FISH = "Sighted fish outnumber blind ones by 3:1, spawn every other year, and take 4 grams of food a day."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (choice("In what ratio do they stand?", "3 to 1", "2 to 1", "4 to 1"), []),
        (
            choice("In what ratio do they stand?", "1 to 3", "2 to 1", "4 to 1"),
            ["gazette:1 has 3 before 1, and the answer 1 before 3."],
        ),
        (choice("How often do they spawn?", "Once in two years", "Each spring", "Never"), []),
        (
            choice("How often do they spawn?", "Twice a year", "Each spring", "Never"),
            ["gazette:1 says another frequency than “Twice a year”."],
        ),
        ('type = "number"\nprompt = "How much food do they take a day?"\nanswer = 4\nunit = "g"', []),
        (
            'type = "number"\nprompt = "How much food do they take a day?"\nanswer = 4\nunit = "mg"',
            ["The number 4 has another unit in what is cited (gazette:1)."],
        ),
    ],
)
def test_a_figure_that_is_meant_otherwise(tmp_path: Path, question: str, told: list[str]) -> None:
    assert _told(tmp_path, FISH, question) == told
