"""A question that says the one where its evidence says the other."""

from pathlib import Path

import pytest

from quizapp.checking.opposites import opposed, places
from quizapp.checking.words import stem
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
