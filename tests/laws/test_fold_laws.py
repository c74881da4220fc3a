"""Laws of the comparison form, and of finding a quote in it."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.citation import Citation, Evidence
from quizapp.content.resolve import SourceIndex
from quizapp.text import fold as fold_module
from quizapp.text.fold import Origins, find_words, fold, keeps_offsets, words
from quizapp.text.normal import normal
from quizapp.text.span import Span
from tests.strategies import any_text, folding_texts, source_of

texts = folding_texts | any_text


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_a_text_and_its_decomposed_form_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(texts)
def test_the_way_back_belongs_to_the_same_fold(text: str) -> None:
    way, end = Origins(text), 0
    for at in range(len(fold(text))):
        span = way.original(Span(at, at + 1))
        assert 0 <= span.start < span.end <= len(text)
        assert not fold(text[end : span.start])
        end = span.end
    assert not fold(text[end:])


@given(st.lists(texts).map("".join), st.integers(1, 9), st.data())
def test_the_way_back_is_the_same_a_piece_at_a_time(text: str, piece: int, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(folded))))
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for size in (piece, len(text) + 1):
            patch.setattr(fold_module, "_PIECE", size)
            found.append(Origins(text).original(span))
    assert found[0] == found[1]


@given(
    st.text("a\u00e9\u0301\u0323\u0344\u0f73\u0f71\u00ad\u1161 …", min_size=32),
    st.sampled_from(["NFC", "NFKC", "NFKD"]),
)
def test_normal_forms_are_those_of_the_standard(text: str, form: Literal["NFC", "NFKC", "NFKD"]) -> None:
    assert normal(form, text) == unicodedata.normalize(form, text)


@given(texts, st.data())
def test_what_a_stretch_stands_for_folds_to_that_stretch(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    found = words(folded)
    if found:
        word = data.draw(st.sampled_from(found))
        original = Origins(text).original(word)
        assert folded[word.start : word.end] in fold(text[original.start : original.end])


@given(texts)
def test_kept_offsets_are_those_of_the_way_back(text: str) -> None:
    folded = fold(text)
    if keeps_offsets(text, folded):
        way = Origins(text)
        found = [way.original(Span(i, i + 1)) for i in range(len(folded))]
        assert all(span.start <= i < span.end for i, span in enumerate(found))


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_no_part_of_a_word_is_found(text: str, start: int, length: int) -> None:
    folded = fold(text)
    wanted = folded[start : start + length].strip()
    inside = [w for w in words(folded) if len(w) and folded[w.start : w.end] != wanted]
    for at in find_words(folded, wanted) if wanted else []:
        end = at + len(wanted)
        assert not any(w.start < at < w.end or w.start < end < w.end for w in inside)


@given(
    st.lists(st.lists(st.sampled_from(["It", "“was”", "so…", "3", "a-b", "it’s"]), min_size=1), min_size=1), st.data()
)
def test_any_whole_words_of_a_paragraph_resolve_to_themselves(sentences: list[list[str]], data: st.DataObject) -> None:
    source = source_of("report", "\n".join(" ".join(sentence) for sentence in sentences))
    said = " ".join(" ".join(sentence) for sentence in sentences).split(" ")
    start = data.draw(st.integers(0, len(said) - 1))
    end = data.draw(st.integers(start + 1, len(said)))
    quote = " ".join(said[start:end])
    number = next(n for n, upto in _ends(sentences) if start < upto)
    found = SourceIndex(source).resolve(Citation(source="report", quote=quote, at=number))
    assert isinstance(found, Evidence)
    assert fold(found.text) == fold(quote)


def _ends(sentences: list[list[str]]) -> list[tuple[int, int]]:
    ends, total = [], 0
    for number, sentence in enumerate(sentences, start=1):
        total += len(sentence)
        ends.append((number, total))
    return ends
