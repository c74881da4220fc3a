"""A question that says the one where its evidence says the other."""

from pathlib import Path

import pytest

from quizapp.checking.english.opposites import opposed, places
from quizapp.checking.english.stems import stem
from tests.checking.asking import REST, choice, found_in


@pytest.mark.parametrize(
    ("said", "there", "words"),
    [
        ("prices fell", "prices rose", ("fell", "rose")),
        ("prices rose", "prices rose and fell", None),
        ("prices rose and fell", "prices fell", None),
        ("her son", "her daughter", ("son", "daughter")),
        ("her son", "her mother", None),
        ("in the north", "in southern towns", ("north", "southern")),
        ("the bell rang", "prices rose", None),
    ],
)
def test_words_that_exclude_each_other(said: str, there: str, words: tuple[str, str] | None) -> None:
    expected = words and (stem(words[0]), stem(words[1]))
    assert opposed({*map(stem, said.split())}, {*map(stem, there.split())}) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The second act and the 3rd act", [(2, "second act"), (3, "3rd act")]),
        ("For the first time, on the second day of the 19th century", []),
        ("A third of the costs came first", []),
        ("An act", []),
    ],
)
def test_places_in_a_row(text: str, found: list[tuple[int, str]]) -> None:
    assert [(place, words) for place, _, words in places(text)] == found


def _told(folder: Path, sentence: str, question: str) -> list[tuple[str, str]]:
    found = [finding.diagnostic for finding in found_in(folder, sentence + REST, question, 1)]
    return [(one.rule.code, one.message) for one in found if one.rule.code in ("QZ342", "QZ343")]


REVENUE = "In the first half revenue rose by a tenth, or more than two hundred crowns, and sales did so too."
FELL = "The question says “fall”, and gazette:1 says “rose”."
SECOND = "The question says “second half”, and gazette:1 says “first half”."
UNDER = "“under” is not in gazette:1; there it is “more than”."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (choice("How far did revenue rise?", "By a tenth", "By a half", "By a third"), []),
        (choice("How far did revenue fall?", "By a tenth", "By a half", "By a third"), [("QZ342", FELL)]),
        (
            choice("How far did revenue rise in the second half?", "By a tenth", "Not at all", "By a third"),
            [("QZ343", SECOND)],
        ),
        (choice("By how many crowns did revenue rise?", "By over 200", "By under 200", "By 20"), []),
        (choice("By how many crowns did revenue rise?", "By under 200", "By over 200", "By 20"), [("QZ343", UNDER)]),
        ('type = "boolean"\nprompt = "In the Gazette revenue fell by a tenth."\nanswer = false', []),
        ('type = "boolean"\nprompt = "In the Gazette, in the second half revenue rose."\nanswer = false', []),
    ],
)
def test_the_other_of_two_is_told(tmp_path: Path, question: str, told: list[tuple[str, str]]) -> None:
    assert _told(tmp_path, REVENUE, question) == told


def test_what_is_denied_may_be_said_by_its_opposite(tmp_path: Path) -> None:
    question = choice("What did prices do in the end?", "They fell", "They stood still", "They went away")
    assert not _told(tmp_path, "Prices did not rise in the end, as it had been feared.", question)


GIVEN_OTHERWISE = (
    "gazette:1 has “Charles Reed” before “gave” and “Charlotte” after it; in the question it is the other way round."
)
REED = "It hung there until Charles Reed gave it to Charlotte in 1661."
PAID = "The Trustees paid four fifths of the costs, and Penrose paid for the appeal."


@pytest.mark.parametrize(
    ("sentence", "question", "told"),
    [
        (REED, choice("To whom did Charles Reed give it?", "To Charlotte", "To nobody", "To the town"), []),
        (
            REED,
            choice("To whom did Charlotte give it?", "To Charles Reed", "To nobody", "To the town"),
            [GIVEN_OTHERWISE],
        ),
        (REED, choice("Who gave it to Charlotte?", "Charles Reed", "Nobody", "The town"), []),
        (REED, choice("Who gave it to Charles Reed?", "Charlotte", "Nobody", "The town"), [GIVEN_OTHERWISE]),
        (REED, choice("Who was given it by Charles Reed?", "Charlotte", "Nobody", "The town"), []),
        (REED, 'type = "boolean"\nprompt = "Charlotte gave it to Charles Reed."\nanswer = true', [GIVEN_OTHERWISE]),
        (REED, 'type = "boolean"\nprompt = "Charlotte gave it to Charles Reed."\nanswer = false', []),
        (REED, 'type = "boolean"\nprompt = "Charlotte was given it by Charles Reed."\nanswer = true', []),
        (REED, 'type = "boolean"\nprompt = "Charlotte was given it in the year of Charles Reed."\nanswer = true', []),
        (REED, choice("To whom did the town give it?", "To Charlotte", "To nobody", "To Charles Reed"), []),
        (
            "The Great Lamp, built by Carl Reed, fell.",
            choice("Who built the Great Lamp?", "Carl Reed", "Hale", "Ott"),
            [],
        ),
        ("Reed won before Charlotte.", choice("Who won after Reed?", "Charlotte", "Nobody", "The town"), []),
        (PAID, choice("How much of the costs did the Trustees pay?", "Four fifths", "Half", "All"), []),
        (
            PAID,
            choice("How much of the costs did Penrose pay?", "Four fifths", "Half", "All"),
            ["gazette:1 says this of “Trustees”."],
        ),
        (PAID, choice("How much of the costs did they pay?", "Four fifths", "Half", "All"), []),
        (
            PAID,
            choice("What did the Trustees pay while Penrose paid for the appeal?", "Four fifths", "Half", "All"),
            [],
        ),
        ("He paid half, and Penrose paid the rest.", choice("What did Penrose pay?", "Half", "Nothing", "All"), []),
    ],
)
def test_whoever_it_is_said_of_is_asked_about(tmp_path: Path, sentence: str, question: str, told: list[str]) -> None:
    found = _told(tmp_path, sentence, question)
    assert [message for code, message in found if code == "QZ342" and "gazette:1" in message] == told
