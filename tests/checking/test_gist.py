"""What of a text is about something: not the names of sources, nor what it lays to them."""

from pathlib import Path

import pytest

from quizapp.checking.english.names import Names
from quizapp.checking.english.stems import stem
from quizapp.checking.gist import gist, sources_named, stems_of, without_attributions, without_sources
from quizapp.checking.lookup import Sentences
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from tests.checking.asking import course

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(TINY))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Who rang, says the Gazette?", ["gazette"]),
        ("The Gazette’s bell", ["gazette"]),
        ("The letter and the\n gazette", ["gazette", "letter"]),
        ("A letter of the gazetteer", []),
    ],
)
def test_sources_named(library: Library, text: str, named: list[str]) -> None:
    assert [source.slug for source in sources_named(library, text)] == named


@pytest.mark.parametrize("name", ["l’Écho", "★", "Éco 7"])
def test_a_source_may_have_any_name(name: str) -> None:
    header = (TINY / "seeds/letter.md").read_text(encoding="utf-8").replace("the letter", name, 1)
    library = load(Workspace(TINY, {"seeds/letter.md": header}))
    assert [source.slug for source in sources_named(library, "What does the Gazette say?")] == ["gazette"]
    found = [source.slug for source in sources_named(library, f"What does {name} say?")]
    assert found == ([] if name == "★" else ["letter"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It rang, as the Gazette reports, at noon", "It rang, , at noon"),
        ("According to the letter it weighs more", "weighs more"),
        ("In the letter’s account it rang", "In it rang"),
        ("It rang at noon", "It rang at noon"),
    ],
)
def test_a_text_without_what_it_lays_to_a_source(library: Library, text: str, left: str) -> None:
    assert without_attributions(library, text).split() == left.split()


def test_a_text_without_the_names_of_sources(library: Library) -> None:
    assert without_sources(library, "What do the Gazette and the letter say?").split() == "What do and say?".split()


def test_the_gist_of_a_text_has_neither_names_nor_numbers_nor_what_it_asks(library: Library) -> None:
    asked = "According to the Gazette, how many of the 12 fishermen told Calder of 1.5m of 2nd fog in Port Almond?"
    assert gist(library, Names(library), asked) == {stem("fishermen"): "fishermen", stem("fog"): "fog"}


def test_the_stems_of_several_texts() -> None:
    assert stems_of(["The bells rang", "It rings in fog"]) == {stem("bell"), stem("ring"), stem("fog")}


@pytest.mark.parametrize(
    ("sentences", "having", "frequent"), [(45, 10, True), (45, 9, False), (41, 9, True), (40, 40, False)]
)
def test_a_word_is_commonplace_in_more_than_a_fifth_of_many_sentences(
    tmp_path: Path, sentences: int, having: int, frequent: bool
) -> None:
    source = "\n".join("The boat sank." if at < having else "It rang." for at in range(sentences - 1))
    asked = course(tmp_path, f"{source}\nA keeper heard it.", 'type = "boolean"\nprompt = "So."\nanswer = true', 1)
    commonplace = Sentences(asked).commonplace
    assert (stem("boat") in commonplace) == frequent
    assert stem("keeper") not in commonplace
