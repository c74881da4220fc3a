from pathlib import Path

import pytest

from quizapp.content.glossary_names import GlossaryNames
from quizapp.content.library import Library, load
from quizapp.content.resting import Rests, line_key
from quizapp.content.search import Index, places
from quizapp.content.workspace import Workspace

COURSE = Path(__file__).parent.parent.parent / "tests" / "tui" / "course"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(COURSE))


@pytest.mark.parametrize("query", ["lamp", "LAMP", "Ada Bra", "brandt ada", "twenty-six", "“it turns", "last keeper"])
def test_words_are_found_by_their_beginnings_in_any_case_and_order(library: Library, query: str) -> None:
    assert Index(library).search(query)


@pytest.mark.parametrize("query", ["", "a", "amp", "lamp zzz", "otto", "more oil", "twenty six seven"])
def test_the_middle_of_a_word_a_missing_word_and_questions_are_not_found(library: Library, query: str) -> None:
    assert not Index(library).search(query)


def test_names_come_first_and_every_hit_has_every_word(library: Library) -> None:
    found = Index(library).search("new lamp")
    assert found[0].kind == "glossary"
    assert found[0].best[0].text == "What is the new lamp worth?"
    for hits in found:
        assert hits.count == len(hits.best)
        for hit in hits.best:
            assert "new" in hit.text.lower()
            assert "lamp" in hit.text.lower()


def test_accents_and_quotation_marks_are_forgiven_and_lead_back_to_the_text() -> None:
    text = "Recep Tayyip Erdoğan’s “three” days"
    assert [text[a:b] for a, b in places(text, "erdogan's \"thr")] == ["Erdoğan’s", "“thr"]
    assert places("lamplight", "amp") == ()


def test_only_what_is_near_is_suggested(library: Library) -> None:
    index = Index(library)
    assert index.meant("harbuor") == "harbour"
    assert index.meant("xylophone quartz") is None
    assert index.meant("") is None


def test_of_words_that_come_as_near_the_same_one_is_suggested_every_time(library: Library) -> None:
    index = Index(library)
    meant = {"sring": "bring", "shops": "ships", "sorth": "worth", "wasted": "waited", "piper": "paper",
             "talls": "calls", "wanter": "wanted"}  # fmt: skip
    assert {word: index.meant(word) for word in meant} == meant


def test_names_are_whole_words_and_the_longest(library: Library) -> None:
    names = GlossaryNames(library.glossary.entries)
    text = "Brandt’s lamp; Ada Brandt; Brandts; the pilots. Pilots came"
    found = [(text[n.span.start : n.span.end], n.entry.id) for n in names.find(text)]
    assert found == [("Brandt", "brandt"), ("Ada Brandt", "brandt"), ("pilots", "pilots"), ("Pilots", "pilots")]


def test_what_rests_on_a_sentence_is_prose_and_keys(library: Library) -> None:
    courier = library.sources["courier"]
    resting = Rests(library).on("courier")
    (on,) = resting[line_key("courier", courier.sentences[0])]
    assert on.lesson.slug == "last-winter"
    assert on.cited == [(0, 1)]
    assert [question.id for question in on.questions] == ["who-left"]
    assert line_key("courier", courier.lines[-1]) not in resting
