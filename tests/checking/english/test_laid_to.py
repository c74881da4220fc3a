"""To whom a question lays what it asks."""

from pathlib import Path

import pytest

from quizapp.checking.english.names import Names
from quizapp.checking.english.speakers import attributed, lays_to
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parents[2] / "data" / "tiny"


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load(Workspace(TINY)))


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("What did Calder say of the bell?", ["Calder"]),
        ("What will Calder tell Venn?", ["Calder"]),
        ("What does Calder insist on?", ["Calder"]),
        ("What has Calder warned of?", ["Calder"]),
        ("What is it that Calder thinks of the bell?", ["Calder"]),
        ("Who heard Calder claiming it?", ["Calder"]),
        ("What had Calder and Venn said?", ["Calder", "Venn"]),
        ("What was announced by Mr. Calder?", ["Calder"]),
        ("What was written by Venn?", ["Venn"]),
        ("In Calder's own words, what rang?", ["Calder"]),
        ("In the Venns' view of it, what rang?", ["Venns"]),
        ("According to the new keeper, Calder, what rang?", ["Calder"]),
        ("According to the mayor of the small town by the sea, Calder, what rang?", []),
        ("What rang when the tower fell, in the view of Calder?", ["Calder"]),
        ("What was rung by Calder?", []),
        ("How much was announced by May 2026?", []),
        ("Where is it that Calder was told of it?", []),
        ("Where is it that Calder is told of it?", []),
        ("Where is it that Calder has been told of it?", []),
        ("Where is it that Calder will be told of it?", []),
        ("Where is it that the Venns were told of it?", []),
        ("Where is it that the Venns are told of it?", []),
        ("Where is it that Calder rang, said to be a bell?", []),
        ("Where is it that Calder rang as he said?", []),
        ("What did Calder ask for?", []),
        ("What was Calder quoted for, and who said it?", []),
        ("What became of the Calder claim?", []),
        ("What did it do? Calder answer it.", []),
        ("How many heard Calder?", []),
    ],
)
def test_to_whom_a_question_lays_what_it_asks(names: Names, text: str, to: list[str]) -> None:
    assert [name.text for name in attributed(names, text)] == to


@pytest.mark.parametrize(
    ("text", "laid"),
    [
        ("What did Calder say that rang?", True),
        ("What did Venn say that rang?", False),
        ("What rang, by her evidence?", True),
        ("What rang, according to the keeper?", True),
        ("What rang, according to the letter that Venn wrote?", True),
        ("What did Venn say, by the evidence, that rang?", True),
        ("What do they say that rang?", True),
        ("What rang after they told her to wait?", False),
    ],
)
def test_a_question_lays_it_to_whoever_said_it(names: Names, text: str, laid: bool) -> None:
    assert lays_to(names, text, names.find("It was Calder")) == laid


@pytest.mark.parametrize(
    ("text", "laid"), [("What did Venn say that rang?", True), ("What was Venn's view?", True), ("What rang?", False)]
)
def test_a_question_lays_to_anybody_what_nobody_said_by_name(names: Names, text: str, laid: bool) -> None:
    assert lays_to(names, text, ()) == laid
