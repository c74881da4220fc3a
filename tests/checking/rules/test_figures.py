"""Whether a figure is meant as the evidence means it: how often, in which turn, in which unit."""

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.checking.english.frequency import frequencies
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


SONGS = (
    "She gave a concert at the age of nine and published a set of six songs, her first, at sixteen, in 1863 and 1871."
)
NEARER = "In gazette:1 the words of the question (“concert”, “age”) stand nearer to 9 than to 16."


@pytest.mark.parametrize(
    ("sentence", "question", "told"),
    [
        (SONGS, choice("At what age did she give a concert?", "9", "16", "20"), []),
        (SONGS, choice("At what age did she give a concert?", "16", "9", "20"), [NEARER]),
        (SONGS, choice("At what age did she publish the set?", "16", "6", "20"), []),
        (SONGS, choice("At what age did she sing?", "16", "18", "20"), []),
        (SONGS, choice("In what year did she give a concert at that age?", "1863", "1870", "1880"), []),
        (
            "Letters of that year say that a concert at the age of nine preceded songs that she published at sixteen.",
            choice("At what age was her concert?", "9", "16", "20"),
            [],
        ),
        (
            "At nine she gave a concert for her age, and published songs at sixteen.",
            choice("At what age was her concert?", "16", "9", "20"),
            [NEARER],
        ),
        ("Two of the nine old barns fell that year.", choice("How many old barns fell?", "2", "7", "9"), []),
        (
            "The rate of interest fell from 8 per cent to 5, and 3 banks closed.",
            choice("How many banks closed at this rate of interest?", "3", "4", "6"),
            [],
        ),
        (
            "Of old barns nine fell; five burnt in 1863 and in 1871.",
            choice("When did old barns fall, and were burnt in 1863?", "1871", "1880", "1890"),
            [],
        ),
    ],
)
def test_the_words_asked_for_stand_by_another_number(
    tmp_path: Path, sentence: str, question: str, told: list[str]
) -> None:
    assert _told(tmp_path, sentence, question) == told
