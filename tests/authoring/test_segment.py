"""An article cut into lines: its words and no others, split as a careful reader would."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.authoring.segment import Line, body, cut
from quizapp.content.library import load
from quizapp.content.reading.sources import read_lines
from quizapp.content.source import LineKind
from quizapp.content.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent

HARD = """
The U.S. said no. | Officials agreed.
He lives in the U.S. | She does not.
Mr. Fomin spoke. | Mrs. Hale did not.
Dr. A. B. Carter met J. R. Stone at 5 p.m. on Tuesday. | They talked.
“We will see,” he said. | “But not today.”
“Will you come?” she asked. | “No!” he cried.
“I never got there at all,” he told me. | “The mare came down with me.”
It cost $4.5 million in Jan. 2022. | Nobody paid.
He said, “It is over. | We go home.” | Then he left.
“I agree. | We should be careful. | It is better to be safe.”
Maternity Hospital No. 2 in the district is closed.
He came at twenty past ten. | Witness then asked leave to go.
The bells rang at 6 a.m. | The town woke.
She waited … and then she left. | He stayed.
Wait... what? | Nothing.
The ship (it was the St. Mary) sank. | All were saved.
It was over (so they said.) | They were wrong.
Gen. Lee met Col. Grant. | Lt. Gen. Hart was absent.
Prof. Smith vs. Jones was heard on Oct. 3. | It lasted an hour.
He was born in Washington, D.C., in 1950. | He died there.
The e.g. and i.e. marks, etc., are Latin. | So is cf. in books.
Visit example.org. | It is free.
The vote was 3.5 to 1. | The motion passed!
“He told me, ‘Go home.’ | I went,” she said.
Ph.D. students e.g. J. Doe wrote it. | It was read.
Article V. is clear. | Louis XIV. was king.
Edgar A. Poe wrote it. | So did H. G. Wells.
The Rev. Mr. Collins bowed. | Lady Catherine did not.
It weighed 3 oz. and was 5 in. long. | It was a wren.
The government was going to condemn him and his regime. by his deeds, not by his words”.
""".strip().splitlines()


def _kinds(text: str) -> list[tuple[LineKind, str]]:
    return [(line.kind, line.text) for line in cut(text)]


@pytest.mark.parametrize("case", HARD)
def test_hard_cases_are_split_where_sentences_end(case: str) -> None:
    sentences = case.split(" | ")
    assert [line.text for line in cut("A headline\n\n" + " ".join(sentences))][1:] == sentences


@pytest.mark.parametrize(
    ("course", "same"),
    [(ROOT, 1.0), (ROOT / "tests" / "data" / "tiny", 1.0), (ROOT / "tests" / "data" / "second", 0.95)],
)
def test_the_splits_agree_with_those_made_by_hand(course: Path, same: float) -> None:
    library = load(Workspace(course))
    ours, theirs = set(), set()
    for source in library.sources.values():
        original = (course / "seeds" / source.header.original).read_text(encoding="utf-8")
        ours |= {(source.slug, line.text) for line in cut(original)}
        theirs |= {(source.slug, line.text) for line in source.lines}
    assert len(ours & theirs) >= same * len(theirs)


def test_the_kinds_agree_with_those_found_by_hand() -> None:
    for source in load(Workspace(ROOT)).sources.values():
        original = (ROOT / "seeds" / source.header.original).read_text(encoding="utf-8")
        assert _kinds(original) == [(line.kind, line.text) for line in source.lines]


def test_a_sentence_in_a_script_without_spaces_is_no_heading() -> None:
    text = "鐘の話\n\n鐘は月曜日に鋳造された。\n\n誰が払ったのか、「まだ誰も言わない。」\n"
    assert [kind for kind, _ in _kinds(text)] == [LineKind.HEADLINE, LineKind.SENTENCE, LineKind.SENTENCE]
    assert [kind for kind, _ in _kinds(text.partition("\n\n")[2])] == [LineKind.SENTENCE, LineKind.SENTENCE]


def test_an_item_of_a_list_is_no_heading_however_short() -> None:
    text = "Bells\n\nThe tower has had three bells.\n\n- the old bell, 46 cm\n\n• the new one, 2 m\n\nBoth ring.\n"
    assert {kind for kind, _ in _kinds(text)[1:]} == {LineKind.SENTENCE}


def test_a_headline_headings_and_what_the_page_adds() -> None:
    text = """A bell is cast

The bell was cast on Monday. It weighs much.

Who paid?

Nobody has said so far who paid.

Two men at the furnace
Two men at the furnace

LATER NEWS.

More is to follow, says the founder, before the week is over.

Related Articles
"""
    assert _kinds(text) == [
        (LineKind.HEADLINE, "A bell is cast"),
        (LineKind.SENTENCE, "The bell was cast on Monday."),
        (LineKind.SENTENCE, "It weighs much."),
        (LineKind.HEADING, "Who paid?"),
        (LineKind.SENTENCE, "Nobody has said so far who paid."),
        (LineKind.FURNITURE, "Two men at the furnace"),
        (LineKind.FURNITURE, "Two men at the furnace"),
        (LineKind.HEADING, "LATER NEWS."),
        (LineKind.SENTENCE, "More is to follow, says the founder, before the week is over."),
        (LineKind.FURNITURE, "Related Articles"),
    ]


def test_every_guess_says_why_and_a_sentence_needs_no_reason() -> None:
    for line in cut((ROOT / "seeds" / "originals" / "001_42295e8637bd59b3.txt").read_text(encoding="utf-8")):
        assert bool(line.why) == (line.kind is not LineKind.SENTENCE)


def test_lines_broken_to_a_width_are_joined_and_verses_are_not() -> None:
    text = """The keeper wrote all of it down in a book that nobody was to read until the
water had gone. It begins with a rhyme that he had from his mother, who had
it from hers, and it runs as follows:

Bank and bell,
keep them well.
"""
    assert [line.text for line in cut(text)][1:] == [
        "It begins with a rhyme that he had from his mother, who had it from hers, and it runs as follows:",
        "Bank and bell,",
        "keep them well.",
    ]


def test_an_empty_text_has_no_lines() -> None:
    assert cut(" \n\u00a0\n") == ()


_PIECES = st.sampled_from(
    [
        *("# ", "## ", "~ ", "#", "~", "+++", "\n", "\n\n", "\r\n", "\x0c", "\u2028", "\x85", "\x1f", " "),
        *("\u00a0", "\t", "Mr.", "no.", "No. 2", "U.S.", "“Go!”", "he said.", "The end.", "the", "End", "…", "?"),
        *("\u200b", "é", "See all"),
    ]
)


@given(st.lists(_PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)).map("".join))
@example("# Not a heading of ours. ~ But words. ## Like these.")
@example("~ 50 people came. # 1 left.")
@example("One.\n~\nTwo.")
def test_law_the_body_has_the_words_of_the_article_and_no_others(text: str) -> None:
    lines = cut(text)
    assert " ".join(line.text for line in lines).split() == text.split()
    read = read_lines(body(lines), 0)
    assert [(line.kind, line.text) for line in read] == [(line.kind, line.text) for line in lines]
    assert _paragraphs(lines) == [line.paragraph for line in read if line.number]


def _paragraphs(lines: tuple[Line, ...]) -> list[int]:
    """The paragraphs of the sentences, counted as a source counts them: furniture lines are one each."""
    numbered: list[int] = []
    at = -1
    before: int | None = None
    for line in lines:
        new = line.kind is not LineKind.SENTENCE or line.paragraph != before
        at += new
        before = line.paragraph
        if line.kind is LineKind.SENTENCE:
            numbered.append(at)
    return numbered
