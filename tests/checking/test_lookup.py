"""The sentences of the sources by the words that they have."""

from pathlib import Path

import pytest

from quizapp.checking.english.stems import stem
from quizapp.checking.lookup import Sentences
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences(load(Workspace(TINY)))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("bell", ["gazette:1", "gazette:5", "letter:1", "letter:2"]),
        ("bells weigh", ["gazette:5", "letter:2"]),
        ("weighing bell bell", ["gazette:5", "letter:2"]),
        ("plate weighs", ["letter:2"]),
        ("fog repair", ["gazette:7"]),
        ("bell trombone", []),
        ("", []),
    ],
)
def test_sentences_that_have_all_of_some_words(sentences: Sentences, words: str, places: list[str]) -> None:
    found = list(sentences.having([stem(word) for word in words.split()]))
    assert [f"{one.source}:{one.number}" for one in found] == places


def test_every_sentence_in_comparison_form(sentences: Sentences) -> None:
    assert len(sentences.folded) == 13
    assert sentences.folded[2] == (
        "gazette:3",
        '"It is louder than I remember," said Calder, who grew up beside the harbour.',
    )
