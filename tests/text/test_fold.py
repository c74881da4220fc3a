import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import fold as fold_module
from quizapp.text.fold import Origins, find_words, fold, in_a_row, keeps_offsets, words
from quizapp.text.span import Span


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“peace” ‘now’", "\"peace\" 'now'"),
        ("a\u00a0b \n c", "a b c"),
        ("co\u00adoperate", "cooperate"),
        ("2014–2022 — well‑known", "2014-2022 - well-known"),
        ("Erdog\u0306an", "Erdoğan"),
        ("wait…", "wait..."),
        ("Kyiv", "Kyiv"),
    ],
)
def test_folds_only_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("NATO", "Nato"), ("three", "3"), ("talks,", "talks"), ("e", "é"), ("«a»", '"a"'), ("15", "１５")],
)
def test_keeps_apart_what_differs(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_origins_lead_back_to_the_texts_own_characters() -> None:
    text = "“It\u00a0was…  Erdog\u0306an”"
    folded = fold(text)
    assert folded == '"It was... Erdoğan"'
    start = folded.index("Erdoğan")
    span = Origins(text).original(Span(start, start + len("Erdoğan")))
    assert text[span.start : span.end] == "Erdog\u0306an"


def test_each_character_leads_back_to_what_it_stands_for() -> None:
    way = Origins("a…  b\u00adc")
    found = [way.original(Span(at, at + 1)) for at in range(len("a... bc"))]
    assert found == [(0, 1), (1, 2), (1, 2), (1, 2), (2, 3), (4, 6), (6, 7)]


def test_keeps_offsets_only_where_nothing_moved() -> None:
    for text in ("plain", "it’s — so"):
        assert keeps_offsets(text, fold(text))
    for text in ("a  b", "wait…", "e\u0301", "a\u00adb"):
        assert not keeps_offsets(text, fold(text))


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("within three days", "three", [7]),
        ("NATO's members", "NATO", []),
        ("NATO's members", "NATO's", [0]),
        ("a non-nuclear state", "nuclear", []),
        ("more than 20,000 residents", "20", []),
        ("more than 20,000 residents", "20,000", [10]),
        ("rate of 14.5 percent", "14", []),
        ("the end. The start", "end", [4]),
        ("the end. The start", "end. The", [4]),
        ("one two one", "one", [0, 8]),
        ("aaa", "a", []),
        ("“x", "x", [1]),
        ('he said "go" twice', '"go"', [8]),
        ("cafe\u0301s", "cafe", []),
    ],
)
def test_finds_whole_words_only(text: str, wanted: str, found: list[int]) -> None:
    assert find_words(text, wanted) == found


LONG = ("a" * 100_000, "a'" * 50_000, "1," * 50_000, "ab-" * 30_000)


@pytest.mark.parametrize("token", LONG, ids=lambda token: token[:3])
@pytest.mark.parametrize("length", [1, 3])
def test_a_token_as_long_as_a_text_is_not_gone_through_letter_by_letter(
    token: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    def counted(folded: str, at: int) -> bool:
        looked_at.append(at)
        return splits_word(folded, at)

    splits_word = fold_module._splits_word
    monkeypatch.setattr(fold_module, "_splits_word", counted)
    assert find_words(f"{token}a b {token[:length]} c", token[:length]) == [len(token) + 4]
    assert len(looked_at) < 1_000


@given(st.text("a1'.,- _é\u0301", max_size=40), st.text("a1'.,-é", min_size=1, max_size=3))
def test_what_is_found_is_what_looking_everywhere_finds(text: str, wanted: str) -> None:
    inside = fold_module._splits_word
    everywhere = (at for at in range(len(text)) if text.startswith(wanted, at))
    assert find_words(text, wanted) == [
        at for at in everywhere if not inside(text, at) and not inside(text, at + len(wanted))
    ]


@given(st.lists(st.sampled_from("ab")), st.lists(st.sampled_from("ab")), st.lists(st.sampled_from("ab"), max_size=5))
def test_words_stand_in_a_row_where_others_stand_before_and_after_them(
    before: list[str], after: list[str], wanted: list[str]
) -> None:
    assert in_a_row(wanted, [*before, *wanted, *after]) == bool(wanted)
    assert in_a_row(wanted, [*before, *after]) == bool(wanted and "".join(wanted) in "".join([*before, *after]))


def test_words_join_over_apostrophes_hyphens_and_digits() -> None:
    text = "Moscow's 15-year, 20,000 plan."
    assert [text[word.start : word.end] for word in words(text)] == ["Moscow's", "15-year", "20,000", "plan"]


def test_a_mark_that_no_letter_takes_up_is_inside_its_word() -> None:
    marked = fold("the Ak\u1eb9\u0301ko house")
    assert [marked[slice(*span)] for span in words(marked)] == ["the", "Ak\u1eb9\u0301ko", "house"]
    assert find_words(marked, "Ak\u1eb9") == find_words(marked, "ko") == []
    assert find_words(marked, "Ak\u1eb9\u0301ko") == [4]
