"""A text that is searched often gives what it gives when it is gone through each time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import phrases as module
from quizapp.text.fold import find_words, fold, next_words
from quizapp.text.phrases import Phrases
from tests.strategies import any_text, folding_texts


def every(text: Phrases, wanted: str) -> list[int]:
    """All that is found, one after the other."""
    found: list[int] = []
    at = text.next(wanted)
    while at >= 0:
        found.append(at)
        at = text.next(wanted, at + 1)
    return found


@pytest.fixture(params=[(1, 1, 1), (2, 3, 2), (5, 40, 7), (4, 1, 9), (1, 2, 99)], ids=str)
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that short texts reach: of what is compared, how many places, how many sorted together."""
    for name, value in zip(("_COMPARED", "_MANY", "_AT_ONCE"), request.param, strict=True):
        monkeypatch.setattr(module, name, value)


few_words = st.lists(
    st.sampled_from(["a", "b", "ab", "é", "e\u0301", "a'b", "a-", "(a", "1,2", "…", "\n"]), max_size=20
)


@pytest.mark.usefixtures("small")
@given(few_words.map(" ".join), st.data())
def test_sorted_or_not_the_same_is_found(text: str, data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.sampled_from(["a", "b", "ab", "é", "a'b", "(a", "1", "…"]), min_size=1, max_size=4))
    phrase = " ".join(wanted)
    assert every(Phrases(text, patience=0), phrase) == find_words(text, phrase)


@pytest.mark.usefixtures("small")
@given(folding_texts | any_text, st.integers(0, 40), st.integers(1, 40))
def test_any_stretch_of_any_text_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    folded = fold(text)
    wanted = folded[start : start + length].strip() or "x"
    sought = Phrases(folded, patience=0)
    assert every(sought, wanted) == find_words(folded, wanted)
    assert [sought.next(wanted, at) for at in range(len(folded))] == [
        next_words(folded, wanted, at) for at in range(len(folded))
    ]


def test_a_text_is_sorted_only_when_it_was_gone_through_often(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_through = []

    def counted(folded: str, wanted: str, start: int = 0) -> int:
        gone_through.append(wanted)
        return next_words(folded, wanted, start)

    monkeypatch.setattr(module, "next_words", counted)
    text = Phrases("one two three", patience=39)
    assert [text.next("two") for _ in range(20)] == [4] * 20
    assert [text.next("four") for _ in range(20)] == [-1] * 20
    assert 3 <= len(gone_through) < 15


def test_what_begins_alike_in_thousands_of_places_is_found_by_what_differs() -> None:
    begins = "the long report on bells says that they rang when number"
    text = Phrases(" ".join(f"{begins} {n} was there." for n in range(2000)), patience=0)
    assert text.next(f"{begins} 1999 was there") == text.text.index("1999") - len(begins) - 1
    assert text.next(f"{begins} 2000 was there") == -1
