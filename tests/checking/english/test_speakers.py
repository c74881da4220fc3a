"""Who is taken to say what a sentence reports."""

from pathlib import Path

import pytest

from quizapp.checking.english.names import Names
from quizapp.checking.english.speakers import keeps_report, opens_report, reported_by, reports, speaking
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import course

TINY = Path(__file__).parents[2] / "data" / "tiny"


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
        "According to most it rang",
        "She mentioned that it rang",
        "The keeper believes it rang",
    ],
)
def test_a_text_that_has_somebody_say_it(text: str) -> None:
    assert keeps_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "It did not ring",
        "The states rang no bell",
        "They allowed the bell to ring",
        "He asked who rang",
        "The claim is old, and so is its promise",
        "The announcement rang out",
    ],
)
def test_a_text_that_has_nobody_say_it(text: str) -> None:
    assert not keeps_report(text)


def test_a_sentence_is_told_from_a_report() -> None:
    assert reports("Calder said that it rang.")
    assert reports("It rang, according to the keeper.")
    assert reports("It rang, I say.")
    assert reports("“It rang.”")
    assert reports("The bell has reportedly rung.")
    assert not reports("The bell did not ring.")
    assert not reports("The keeper thought it rang.")


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


PARAGRAPHS = """
Calder said that she had heard it.
It rang at noon.
Venn said that it did not.
Then it stopped.

It was mended.

The rope broke.
He said that it was cold.
It snowed.

Venn said that it rang.
He said that it was cold.
The people slept.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        (1, None),
        (2, ["Calder"]),
        (3, None),
        (4, ["Venn"]),
        (5, None),
        (6, None),
        (7, []),
        (8, []),
        (9, None),
        (10, ["Venn"]),
        (11, ["Venn"]),
    ],
)
def test_whose_words_a_paragraph_goes_on_to_report(
    names: Names, tmp_path: Path, number: int, whose: list[str] | None
) -> None:
    source = course(tmp_path, PARAGRAPHS, 'type = "boolean"\nprompt = "It rang."\nanswer = true', 2).sources["gazette"]
    found = reported_by(names, source, source.sentences[number - 1])
    assert (None if found is None else [name.text for name in found]) == whose


def test_a_paragraph_as_long_as_a_book_goes_on_with_what_was_said_shortly_before(names: Names, tmp_path: Path) -> None:
    text = "Calder said that it rang.\n" + "It rang again.\n" * 200
    source = course(tmp_path, text, 'type = "boolean"\nprompt = "It rang."\nanswer = true', 1).sources["gazette"]
    whose = [reported_by(names, source, sentence) for sentence in source.sentences]
    assert [found is not None for found in whose] == [False, *[True] * 99, *[False] * 101]


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("Calder said it was the bell that rang.", "Calder", " it was the bell that rang."),
        ("Calder said that it rang.", "Calder", " that it rang."),
        ("Calder later told Venn that it rang.", "Calder", " Venn that it rang."),
        ("Calder has often said the bell was far too loud.", "Calder", " the bell was far too loud."),
        ("Dr. Calder said the bell was far too loud.", "Calder", " the bell was far too loud."),
        ("A spokesman for Calder said it had rung at noon.", "Calder", " it had rung at noon."),
        ("In the letter, Calder and Venn said it was far too loud.", "Calder and Venn", " it was far too loud."),
        # a phrase parted by commas is not the subject, but what it stands beside
        ("Calder, the mayor of Port Almond, said it was the bell that rang.", "Calder", " it was the bell that rang."),
        ("On the bell of Venn, Calder, the mayor, said it was far too loud.", "Calder", " it was far too loud."),
        ("A son of Calder, who heard it with Venn, said it was far too loud.", "Calder", " it was far too loud."),
        ("Venn's successor, Dr. Ines Calder, said it was far too loud.", "Ines Calder", " it was far too loud."),
        ("Venn rang, Calder, the mayor, said it was far too loud.", "Calder", " it was far too loud."),
        (
            "In the hall of Venn, at noon, Calder, the mayor, said it was far too loud.",
            "Calder",
            " it was far too loud.",
        ),
        # what came before in the same sentence may have another subject
        ("Calder heard it; Venn said it was the wind that night.", "Venn", " it was the wind that night."),
        ("Calder heard it. Venn said it was the wind that night.", "Venn", " it was the wind that night."),
        # too little comes after the verb to be what is said
        ("It rang at dusk, Calder said in a letter.", "Calder", "It rang at dusk, Calder "),
        ("“It rang at noon,” Calder said to those who slept nearby.", "Calder", '"It rang at noon," Calder '),
        ("“It rang,” Calder said, “at noon and at dusk.”", "Calder", ', "at noon and at dusk."'),
        # the verb before the speaker
        ("It rang, said Calder, who lives in the town by the harbour.", "Calder", "It rang, "),
        ("Calder, who rang, told Venn it was far too loud.", "Calder", " Venn it was far too loud."),
        ("Calder told Venn, who rang, it was far too loud.", "Calder", " Venn, who rang, it was far too loud."),
        ("Venn rang it at noon, said Calder, the mayor.", "Calder", "Venn rang it at noon, "),
        ("Venn rang it at noon, said Calder.", "Calder", "Venn rang it at noon, "),
        ("“Venn rang it,” said Calder; nobody else heard it.", "Calder", '"Venn rang it," '),
        ("Venn rang it at noon, said Calder and Port Almond.", "Calder", "Venn rang it at noon, "),
        ("It was too loud, said the mayor, Ines Calder.", "Ines Calder", "It was too loud, "),
        ("It was too loud, said the mayor, Ines Calder, on Monday.", "Ines Calder", "It was too loud, "),
    ],
)
def test_who_says_what(names: Names, text: str, who: str, told: str) -> None:
    assert [(saying.who, saying.told, saying.exact, saying.surely) for saying in speaking(names, text)] == [
        (who, told, True, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It rang, said the mayor, Calder heard.",
        "It rang, said the mayor in a letter to Calder.",
        "It rang, as was said in the hall where all the people of the town had met, Calder.",
        "Calder heard it; the keeper said it was the wind that night.",
        "The claim of Calder was that it rang.",
        "Calder's promise to Venn was kept.",
        "Calder made no statement.",
        "According to the keeper, who lives forty steps from the bell of the town, it was Calder.",
    ],
)
def test_a_name_that_is_near_is_not_who_speaks(names: Names, text: str) -> None:
    assert not speaking(names, text)


@pytest.mark.parametrize(
    "text",
    [
        "According to Calder, the bell rang.",
        "The bell rang, according to a letter of Calder.",
        "In the words of Calder the bell rang.",
        "In the view of the mayor, Calder, the bell rang.",
    ],
)
def test_all_of_a_sentence_may_be_laid_to_somebody(names: Names, text: str) -> None:
    (saying,) = speaking(names, text)
    assert [name.text for name in saying.names] == ["Calder"]
    assert (saying.who, saying.told, saying.exact, saying.surely) == ("Calder", text, True, True)


def test_more_than_one_may_speak_in_a_sentence(names: Names) -> None:
    told = "Some said that it rang; Calder said it was the wind that night; “No,” said Venn, according to Port Almond."
    assert [saying.who for saying in speaking(names, told)] == ["somebody", "Calder", "Venn", "Port Almond"]


def test_to_think_is_not_surely_to_say(names: Names) -> None:
    (thought,) = speaking(names, "Calder thinks the bell will ring for years.")
    assert not thought.surely
    (thought,) = speaking(names, "Calder thinks that it will ring for years.")
    assert thought.surely


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Port Almond officials said that it rang.", ["Port Almond"]),
        ("Calder, several said that night, rang it.", ["Calder"]),
        ("Some analysts in the town said that it rang.", []),
        ("Few said that it rang.", []),
        ("It was noon; others in the town said that it rang.", []),
    ],
)
def test_some_who_speak_have_no_name(names: Names, text: str, named: list[str]) -> None:
    """They may be known by the name of a place; whether they are is then open."""
    (saying,) = speaking(names, text)
    assert [name.text for name in saying.names] == named
    assert (saying.who, saying.told) == ("somebody", text[text.index(" that") :])
    assert saying.exact == (not named)
    assert saying.surely


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Several in Port Almond said that it rang.", "Port Almond"),
        ("Many heard Calder, who said that it rang.", "Calder"),
        ("Few rang it; Calder said that it rang.", "Calder"),
    ],
)
def test_a_name_after_some_is_who_speaks(names: Names, text: str, who: str) -> None:
    (saying,) = speaking(names, text)
    assert (saying.who, saying.exact) == (who, True)


@pytest.mark.parametrize(
    "text", ["Calder's keeper said it was far too loud.", "Calder officials said it was far too loud."]
)
def test_whoever_stands_beside_a_name_is_told_by_it(names: Names, text: str) -> None:
    (saying,) = speaking(names, text)
    assert saying.who == text.partition(" said")[0]
    assert not saying.exact
