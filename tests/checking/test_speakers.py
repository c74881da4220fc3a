"""Who is taken to say what a sentence reports."""

from pathlib import Path

import pytest

from quizapp.checking.names import Names
from quizapp.checking.speakers import keeps_report, lays_to, opens_report, reports, speaking
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load(Workspace(TINY)))


@pytest.mark.parametrize(
    "text",
    [
        "Calder said that it rang",
        "By her evidence, what rang?",
        "What rang, by the evidence given at the inquiry?",
        "In the keeper's account it rang",
        "They had to allow that it rang",
        "He stated that it rang",
    ],
)
def test_a_text_that_has_somebody_say_it(text: str) -> None:
    assert keeps_report(text)


@pytest.mark.parametrize("text", ["It did not ring", "The states rang no bell", "They allowed the bell to ring"])
def test_a_text_that_has_nobody_say_it(text: str) -> None:
    assert not keeps_report(text)


def test_a_sentence_is_told_from_a_report() -> None:
    assert reports("Calder said that it rang.")
    assert not reports("The bell did not ring.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Calder said that it rang", ["Calder"]),
        ("Mr. Venn, who was called, heard it, and thought that it rang", ["Venn"]),
        ("By Mr. Venn: She could not swear that it rang", []),
        ("He denied that it rang", []),
        ("Calder rang the bell", None),
    ],
)
def test_who_begins_to_be_reported(names: Names, text: str, who: list[str] | None) -> None:
    found = opens_report(names, text)
    assert (None if found is None else [name.text for name in found]) == who


def test_officials_of_somewhere_are_known_by_its_name(names: Names) -> None:
    (saying,) = speaking(names, "Port Almond officials said that it rang.")
    assert [name.text for name in saying.names] == ["Port Almond"]
    assert not saying.exact


@pytest.mark.parametrize(
    ("text", "laid"),
    [
        ("What did Calder say that rang?", True),
        ("What did Venn say that rang?", False),
        ("What rang, by her evidence?", True),
        ("What rang after they told her to wait?", False),
    ],
)
def test_a_question_lays_it_to_whoever_said_it(names: Names, text: str, laid: bool) -> None:
    assert lays_to(names, text, names.find("It was Calder")) == laid
