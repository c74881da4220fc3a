"""What is a name at the beginning of a sentence, where every word has a capital."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simplemma import is_known

from quizapp.checking.english.dictionary import COMMON, are_english, are_foreign, is_english, is_plainly_english
from quizapp.checking.english.names import Names
from quizapp.checking.english.spellings import bare, holds, spaced, stands
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.strategies import any_text, folding_texts, glossary_of, library_of, source_of

DATA = Path(__file__).parents[2] / "data"
TINY = DATA / "tiny"


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load(Workspace(TINY)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lindqvist rang the bell", ["Lindqvist"]),
        ("Lindqvist's bell", ["Lindqvist"]),
        ("[Norrby] is by the sea", ["Norrby"]),
        ("It rang. Norrby heard it", ["Norrby"]),
        ("Zog rang the bell", ["Zog"]),
        ("Qo rang the bell", []),
        ("Calders rang the bell", []),  # a form of a word that the course has
        ("Johnson", []),  # English has it as a word too, as far as the dictionary tells
        ("Louder", []),
        ("Optimism spread", []),
        ("Denuclearisation talks", []),
        ("Belltower stairs", []),
        ("Re-echoing sounds", []),
        ("Bell-founders", []),
        ("Which of these?", []),
    ],
)
def test_a_word_that_nobody_has_is_a_name_where_a_sentence_begins(names: Names, text: str, found: list[str]) -> None:
    assert [name.text for name in names.find(text)] == found


@pytest.mark.parametrize(
    "word", ["bell", "Bells", "colour", "color", "organised", "Misspells", "overheard", "ceasefire"]
)
def test_words_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["Lindqvist", "Norrby", "Veldex", "Kharkiv", "Norrby-Veldex", "Norrby-Ely"])
def test_names_are_not(word: str) -> None:
    assert not is_english(word)


def test_a_vocabulary_is_of_one_language_or_another() -> None:
    assert are_english("the bell rings over old boats while people sleep".split())
    assert not are_english("die Glocke läutet über alten Booten während Leute schlafen".split())
    assert not are_english(())
    assert are_english("bell boat ring rope sea fog house ship noon xq".split())
    assert not are_english("bell boat ring rope sea fog house ship xq".split())


def test_a_vocabulary_is_foreign_where_few_of_its_words_and_not_few_in_all_are_english() -> None:
    assert are_foreign("bell boat ring rope xq zq wq vq".split())
    assert not are_foreign("xq zq wq vq kq jq pq".split())
    assert are_foreign("bell boat ring rope sea fog house xq zq wq vq".split())
    assert not are_foreign("bell boat ring rope sea fog house xq zq wq".split())


def test_in_a_course_in_another_language_no_first_word_is_taken_for_a_name(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    for source in (tmp_path / "seeds").glob("*.md"):
        header = source.read_text(encoding="utf-8").partition("+++\n")[2].partition("+++\n")[0]
        text = "Die Glocke läutete am Mittag und alle hörten zu.\nSie klingt lauter als früher, sagten viele.\n"
        source.write_text(f"+++\n{header}+++\n{text}", encoding="utf-8", newline="\n")
    assert not Names(load(Workspace(tmp_path))).find("Wessen kam zuerst")


def test_the_words_that_no_dictionary_is_asked_for_are_in_it() -> None:
    written = "Rank these. Notice that nobody came, however often. Everything! Looking"
    words = [word.strip(".,!") for word in written.split()]
    seen = [word for word in words if is_plainly_english(word)]
    assert seen == ["Rank", "Notice", "nobody", "however", "often", "Everything", "Looking"]
    assert all(is_known(word, lang="en") for word in COMMON)


def test_a_letter_is_no_name(names: Names) -> None:
    assert not names.find("The name begins with P.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the mayor Ines Calder rang", ["Ines Calder"]),
        ("Mayor Calder’s bell, and Calder's rope", ["Mayor Calder", "Calder"]),
        ("The brothers Venn, the Venns", ["the brothers Venn", "Venns"]),
        ("In Port Almond, not in Port Plum or Port Almondine", ["Port Almond", "Port", "Plum", "Port", "Almondine"]),
        ("The Gazette says it, and so does the letter", []),
        ("the gazette of Rye", ["Rye"]),
        ("In Port Almonds it rang", ["Port", "Almonds"]),
        ("He met Dr. Hale, Mr. Fry and Mr Bell.", ["Hale", "Fry"]),
        ("He met the doctor. Fry had rung.", []),
        ("“No,” said Hale. “Fry did!” (Rope rang.)", ["Hale"]),
        ("It is 'Hale' to Hale’s father", ["Hale", "Hale"]),
        ("'Hale and hearty'", []),
        ("It rang: Fry heard it; Rope rang", []),
        ("the Mayor and the Harbour", ["Mayor"]),
        ("doctors of the WHO, and NATO; the BELL", ["WHO", "NATO", "BELL"]),
        ("WHO IS IT? THE BELL", []),
        ("MAYOR CALDER RANG", ["CALDER"]),
        ("At 40 degrees Celsius, or 104 Fahrenheit, 3 MW, 5 GHz", []),
        ("It is NOT so, said I to Mr and Mrs", []),
        ("O'Brien of Hale-Rye rang in the U.S.", ["O'Brien", "Hale-Rye", "U.S"]),
        ("Calder and  Venn", ["Calder", "Venn"]),
        ("the Venns’ bell, and Hales’ rope", ["Venns", "Hales"]),
        ("", []),
    ],
)
def test_names_in_a_text(names: Names, text: str, found: list[str]) -> None:
    assert [name.text for name in names.find(text)] == found


@pytest.fixture(scope="module")
def capitals() -> Names:
    """Of a course all of whose names, those of its sources too, begin with a capital."""
    return Names(load(Workspace(DATA / "tiny-plain")))


_PIECES = "Ada Brandt Brandt's (Brandt The Gazette the lens Hale-Rye, O'Brien rang. It x-Ray WHO 38 Mr. brandt".split()


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join))
def test_a_character_behind_a_text_brings_and_takes_no_names(capitals: Names, text: str) -> None:
    found = capitals.find(text)
    assert capitals.find(f"{text} ⇒ ") == found
    assert capitals.find(f"{text} it") == found
    assert [name.start for name in found] == sorted({name.start for name in found})


def test_names_where_all_that_are_declared_begin_with_a_capital(capitals: Names) -> None:
    found = capitals.find("Ada Brandt met Hale and (Olaf, her brother) at the Rye-X-Ray. The Gazette says x-Ray.")
    assert [(name.text, name.start, name.entry) for name in found] == [
        ("Ada Brandt", 0, "brandt"),
        ("Hale", 15, None),
        ("Olaf", 25, None),
        ("Rye-X-Ray", 51, None),
    ]


def test_where_a_name_stands_and_which_entry_declares_it(names: Names) -> None:
    found = names.find("Here the brothers  Venn met Lindqvist’s men.")
    assert [(name.start, name.end, name.entry) for name in found] == [(5, 22, "venn"), (27, 36, None)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ukraine", "in Ukrainian ports"),
        ("Ukraine", "Ukraine’s ports"),
        ("Russian", "Russia"),
        ("Italy", "the Italians"),
        ("China", "Chinese"),
        ("Iraq", "Iraqis"),
        ("Rome", "Romans"),
        ("Paris", "Parisian"),
        ("Georgia", "Georgians"),
        ("Vienna", "Viennese"),
        ("Turk", "Turkish"),
        ("Rye", "Rye’s"),
        ("March", "3 Mar"),
        ("Captain", "Capt. Reed"),
        ("XIV", "Louis the Fourteenth"),
        ("Ines Calder", "the Calder bell"),
        ("the brothers Venn", "a Venn, the founder"),
        ("Port Almond", "the Port Almonds"),
        ("Hale", "Halberd met Hale, not Halma"),
        ("Hale", "Halberd met the Hales, not Halma"),
    ],
)
def test_a_name_in_another_form_is_there(names: Names, name: str, text: str) -> None:
    (found,) = names.find(f"it is {name}")
    assert names.supported(found, ["nobody", text])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mali", "malice"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Rye", "Ryan"),
        ("Hale", "Whale"),
        ("Henry", "Henrietta"),
        ("Iran", "Tirana, Iraq"),
        ("Louis", "Louise"),
        ("Chad", "Chan"),
        ("Romania", "Roman"),
        ("Ines Calder", "Ines rang"),
        ("Port Almond", "the port of Almond"),
        ("Port Almond", "Port Almondine"),
        ("Hale", ""),
    ],
)
def test_another_name_is_not(names: Names, name: str, text: str) -> None:
    (found,) = names.find(f"it is {name}")
    assert not names.supported(found, [text])


def test_an_article_that_is_declared_is_not_needed() -> None:
    names = Names(library_of(source_of("gazette", "It rang."), (), glossary_of(("the Foundry",))))
    (found,) = names.find("it is the Foundry")
    assert found.entry == "e0"
    assert names.supported(found, ["a Foundry"])


AROUND = folding_texts | any_text | st.text("5 $,.'-\"()", max_size=6)


@given(st.sampled_from(["Rye", "Ines Calder", "THE Rye", "Mn", "k"]), AROUND, AROUND)
def test_a_look_at_a_name_finds_no_more_than_its_words(name: str, before: str, after: str) -> None:
    text = before + name + after
    assert not stands(text, name) or holds(spaced(text), bare(name))


@pytest.mark.parametrize("text", ["Rye", "Rye rang.", "In Rye.", "(Rye)", "of Rye, and"])
def test_a_name_is_mostly_seen_at_a_look(text: str) -> None:
    assert stands(text, "Rye")


@pytest.mark.parametrize(("text", "name"), [("Rye.org", "Rye"), ("Rye's", "Rye"), ("5 Mn.", "Mn"), ("5 million", "Mn")])
def test_of_another_word_a_look_does_not_tell(text: str, name: str) -> None:
    assert not stands(text, name)


def test_a_name_stands_in_a_source_also_outside_its_sentences(names: Names) -> None:
    library = load(Workspace(TINY))
    (photo, calder, rye) = names.find("the Photo, Calder and Rye")
    assert [names.stands_in(photo, source) for source in library.sources.values()] == [True, False]
    assert [names.stands_in(calder, source) for source in library.sources.values()] == [True, False]
    assert [names.stands_in(calder, source) for source in library.sources.values()] == [True, False]
    assert not any(names.stands_in(rye, source) for source in library.sources.values())
