"""What an author remembers is found, and what is offered resolves as it is pasted."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.authoring.find import Found, cite, find
from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library, load
from quizapp.content.resolve import SourceIndex
from quizapp.content.source import Source
from quizapp.content.workspace import Workspace
from quizapp.text.toml import quoted
from tests.strategies import any_text, folding_texts, source_of

ROOT = Path(__file__).parent.parent.parent
COURSES = (ROOT, ROOT / "tests" / "data" / "tiny", ROOT / "tests" / "data" / "second")

REMEMBERED = {
    "guarantors must help within 3 days": "They would promise to come to the aid of Ukraine within three days",
    "come to Ukraine's aid in three days": "They would promise to come to the aid of Ukraine within three days",
    "Abramovich poisoned": "attended by Roman Abramovich",
    "fifteen year consultation about Crimea": "the idea of a 15 year consultation period",
    "shooting down planes third world war": "shooting down Russian planes could trigger a third world war",
    "Kirby: it's repositioning, not withdrawal": "We believe this is a repositioning, not a real withdrawal",
    "don't eat or drink or touch surfaces": "should not eat or drink anything",
    "Putin can't stay in power": "cannot remain in power",
    "17 Russians deported by the Netherlands": "The Netherlands said they would deport 17 Russians",
    "Czech Republic 72 hours": "gave a Russian diplomat 72 hours",
    "draft peace proposal presented by Ukraine": "the presentation of a draft peace proposal by Ukraine",
    "Bucha atrocities": "civilians in Bucha",
    "better safe than sorry": "better to be safe than sorry",
    "referendum impossible while troops are present": "referendum is impossible when there is the presence",
    "met face to face for the first time in two weeks": "the first face-to-face meeting",
    "phase one is complete": "phase 1 of the military operation was complete",
    "20 thousand residents of Mariupol deported": "deported more than 20,000 residents of Mariupol",
    "no time limit in article 5": "which does not provide for a time limit for action",
    "Dolmabahce palace": "Dolmabahçe Palace",
    "greatest geopolitical disaster": "the greatest geopolitical catastrophe of the century",
}  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(ROOT))


@pytest.mark.parametrize(("phrase", "meant"), REMEMBERED.items())
def test_a_phrase_remembered_wrongly_finds_its_sentence_first(library: Library, phrase: str, meant: str) -> None:
    found = find(library.sources.values(), phrase)
    assert meant in found[0].evidence.text
    assert not found[0].exact


def test_words_that_stand_there_come_first_case_aside(library: Library) -> None:
    best = find(library.sources.values(), "they would PROMISE to come")[0]
    assert (best.exact, best.evidence.address) == (True, "fry:13")
    assert best.citation.name == "they-would-promise"


def test_a_phrase_over_two_sentences_is_cited_with_both(library: Library) -> None:
    best = find(library.sources.values(), "our state. We are ready")[0]
    assert (best.exact, len(best.evidence.sentences)) == (True, 2)
    assert best.citation.quote.endswith("according to an English translation provided by Reuters.")


def test_what_comes_near_nothing_is_not_offered(library: Library) -> None:
    assert find(library.sources.values(), "a recipe for pancakes with butter") == ()
    assert find(library.sources.values(), "zqx zqx") == ()


def test_headings_and_furniture_only_where_no_sentence_is_better(library: Library) -> None:
    (best, *_) = find(library.sources.values(), "Related Articles")
    assert (best.citation.part, best.evidence.address) == ("furniture", "fry")
    assert 'part = "furniture"' in best.toml
    assert find(library.sources.values(), "What is Russia asking for?")[0].citation.part == "heading"
    assert all(found.citation.part == "sentence" for found in find(library.sources.values(), "peace talks"))


def test_at_is_written_only_where_it_is_needed() -> None:
    source = source_of("letter", "It rang.\nNobody came.\nIt rang.\n")
    first, second = find([source], "It rang.")
    assert ("at" in tomllib.loads(first.toml)["cites"][first.citation.name], first.citation.at) == (True, 1)
    assert second.citation.at == 3
    assert "at =" not in find([source], "nobody came")[0].toml


def test_citations_of_one_answer_have_different_names(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.authoring.find.MOST", 50)
    names = [found.citation.name for found in find(library.sources.values(), "Ukraine")]
    assert len(names) == 50 == len(set(names))


def test_what_a_lesson_may_not_hold_is_left_out_of_the_quote() -> None:
    source = source_of("letter", "The bell \u202erang twice\u202c and everybody in the town heard it.\n")
    (found,) = find([source], "everybody in the town")
    assert found.citation.quote == "and everybody in the town heard it."


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_law_every_line_of_every_source_is_cited_by_what_is_pasted(course: Path, tmp_path: Path) -> None:
    sources = load(Workspace(course)).sources
    tables: list[str] = []
    meant: dict[str, tuple[int, ...]] = {}
    for slug, source in sources.items():
        for place, line in enumerate(source.lines):
            evidence = cite(SourceIndex(source), [line])
            assert evidence is not None
            name = f"{slug}-line-{place}"
            named = replace(evidence, citation=replace(evidence.citation, name=name))
            tables.append(Found(named, exact=True, score=100).toml)
            meant[name] = (line.number,)
    lesson = 'format = 1\ntitle = "All of it"\nposition = 1\n\n' + "\n".join(tables)
    lesson += '\n[[sections]]\ntext = """\n' + "\n".join(f"It is said so [@{name}].\n" for name in meant) + '"""\n'
    lesson += (
        f'\n[[questions]]\nid = "q"\ntype = "boolean"\nprompt = "So?"\nanswer = true\ncite = ["{next(iter(meant))}"]\n'
    )
    library = load(Workspace(course, {"lessons/all-of-it.toml": lesson}))
    read = library.lesson("all-of-it")
    assert read is not None, [broken.first for broken in library.broken]
    resolved = {name: library.evidence[citation] for name, citation in read.cites.items()}
    assert {name: tuple(line.number for line in evidence.sentences) for name, evidence in resolved.items()} == meant


@given(st.lists(st.lists(folding_texts.map(lambda text: " ".join(text.split())), max_size=3), max_size=3), any_text)
def test_law_whatever_is_found_resolves_to_what_was_shown(paragraphs: list[list[str]], phrase: str) -> None:
    body = "\n\n".join("\n".join(line for line in lines if line) for lines in paragraphs)
    source: Source = source_of("letter", body)
    for text in [phrase, *(line.text for line in source.lines)]:
        for found in find([source], text):
            table = tomllib.loads(found.toml)["cites"][found.citation.name]
            evidence = SourceIndex(source).resolve(Citation(**table))
            assert isinstance(evidence, Evidence)
            assert evidence.sentences == found.evidence.sentences


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_law_text_written_as_toml_is_read_as_it_was(text: str) -> None:
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}
