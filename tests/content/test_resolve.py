from pathlib import Path

import pytest

from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import load
from quizapp.content.resolve import Everywhere, Problem, SourceIndex, not_found_notes
from quizapp.content.workspace import Workspace
from quizapp.text.similar import Effort
from tests.checking.asking import course
from tests.strategies import source_of

ARTICLE = """\
# Talks in the old town

Both sides met on Tuesday. They “agreed” to meet again within three days.
Nothing more was said.

~ See all Video
~ Nothing more was said.

## What comes next

Both sides met on Tuesday. It’s a 15-year plan…
"""


@pytest.fixture
def index() -> SourceIndex:
    return SourceIndex(source_of("report", ARTICLE.replace(". ", ".\n")))


def resolve(index: SourceIndex, quote: str, **keys: object) -> Evidence | Problem:
    return index.resolve(Citation(source="report", quote=quote, **keys))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quote", "address", "text"),
    [
        ('They "agreed" to meet again', "report:2", "They “agreed” to meet again"),
        ("again within three days. Nothing more", "report:2-3", "again within three days. Nothing more"),
        ("It's a 15-year plan...", "report:5", "It’s a 15-year plan…"),
        ("Nothing more was said.", "report:3", "Nothing more was said."),
    ],
)
def test_a_verbatim_quote_is_evidence(index: SourceIndex, quote: str, address: str, text: str) -> None:
    found = resolve(index, quote)
    assert isinstance(found, Evidence)
    assert (found.address, found.text) == (address, text)


@pytest.mark.parametrize(
    "quote",
    [
        "they “agreed” to meet again",
        "They agreed to meet again",
        "within three day",
        "within 3 days",
        "a 15 year plan",
        "15",
        "They “agreed” to meet again, within",
        "report:2",
    ],
)
def test_anything_else_is_not_found(index: SourceIndex, quote: str) -> None:
    found = resolve(index, quote)
    assert isinstance(found, Problem)
    assert (found.code, found.key) == ("QZ301", "quote")


def test_a_quote_that_stands_twice_names_its_sentence(index: SourceIndex) -> None:
    found = resolve(index, "Both sides met on Tuesday")
    assert isinstance(found, Problem)
    assert (found.code, found.key) == ("QZ304", "quote")
    assert "1 and 4" in found.message
    second = resolve(index, "Both sides met on Tuesday", at=4)
    assert isinstance(second, Evidence)
    assert second.address == "report:4"


def test_a_wrong_sentence_number_is_mended_where_only_one_fits(index: SourceIndex) -> None:
    found = resolve(index, "within three days", at=5)
    assert isinstance(found, Problem)
    assert (found.code, found.key, found.at) == ("QZ304", "at", 2)
    found = resolve(index, "Both sides met on Tuesday", at=2)
    assert isinstance(found, Problem)
    assert found.at is None


def test_furniture_and_headings_are_cited_only_as_such(index: SourceIndex) -> None:
    for quote, part in (("See all Video", "furniture"), ("What comes next", "heading"), ("the old town", "heading")):
        found = resolve(index, quote)
        assert isinstance(found, Problem)
        assert found.code == "QZ305"
        assert f'part = "{part}"' in found.notes[0]
        assert isinstance(resolve(index, quote, part=part), Evidence)
    found = resolve(index, "within three days", part="furniture")
    assert isinstance(found, Problem)
    assert (found.code, found.key) == ("QZ305", "part")


def test_a_quote_stays_within_a_paragraph(index: SourceIndex) -> None:
    found = resolve(index, "Nothing more was said. Both sides met")
    assert isinstance(found, Problem)
    assert found.code == "QZ306"


def test_evidence_knows_its_paragraph(index: SourceIndex) -> None:
    found = resolve(index, "within three days")
    assert isinstance(found, Evidence)
    assert [sentence.number for sentence in found.paragraph] == [1, 2, 3]


def test_what_was_not_found_names_the_nearest_or_the_right_source(index: SourceIndex) -> None:
    others = (source_of("other", "Nobody met.\nThey met in March."), source_of("last", "They met in March."))
    everywhere = Everywhere([index, *map(SourceIndex, others)])
    near = not_found_notes(
        Citation(source="report", quote="to meet again within four days"), index, everywhere, Effort()
    )
    assert near == ("Nearest sentence: report:2 … to meet again within [three] days …",)
    elsewhere = not_found_notes(Citation(source="report", quote="They met in March."), index, everywhere, Effort())
    assert elsewhere == ("It stands word for word in other:2.",)


def test_what_is_no_evidence_is_told_of_the_question_that_cites_it(tmp_path: Path) -> None:
    items = [
        f'{{ text = "{quote}", cite = [{{ source = "gazette", quote = "{quote}" }}] }}'
        for quote in ("It rang", "It was still")
    ]
    question = f'type = "order"\nprompt = "In what order?"\nitems = [{", ".join(items)}]'
    asked = course(tmp_path, "It rang at noon.\nThen it was still.", question, 1)
    assert [(one.rule.code, one.question) for one in asked.diagnostics] == [("QZ301", "asked")]


def test_what_is_no_evidence_under_a_name_is_told_of_no_question(tmp_path: Path) -> None:
    question = 'type = "short"\nprompt = "When?"\nanswer = "noon"'
    library = course(tmp_path, "It rang at noon.\nThen it was still.", question, 1)
    lesson = tmp_path / "lessons/one.toml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace('"""It rang', '"""It sang'), encoding="utf-8")
    again = load(Workspace(tmp_path))
    assert not library.diagnostics
    assert [(one.rule.code, one.question) for one in again.diagnostics] == [("QZ301", None)]
