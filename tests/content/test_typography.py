"""A quote that somebody typed as it is typed, and what the source has in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.typography import Typography
from tests.strategies import source_of

TYPED = {
    "“So”": '"So"',
    "rang—twice": "rang--twice",
    "ﬁne": "fine",
    "re\u200bcast": "recast",
    "‹bell›": "'bell'",
    "it": "it",
}
paragraphs = st.lists(st.lists(st.sampled_from([*TYPED, "\u200b"]), min_size=1, max_size=6), min_size=1, max_size=3)


@given(paragraphs, st.data())
def test_words_of_a_paragraph_as_they_are_typed_lead_to_its_own(written: list[list[str]], data: st.DataObject) -> None:
    typography = Typography(source_of("gazette", "\n\n".join(map(" ".join, written))))
    words = data.draw(st.sampled_from(written))
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = words[first : data.draw(st.integers(first + 1, len(words)))]
    own = typography.in_own_characters(" ".join(TYPED.get(word, word) for word in wanted))
    if wanted[0] != "\u200b" != wanted[-1]:
        assert own == " ".join(wanted)
    assert own is None or any(f" {own} " in f" {' '.join(other)} " for other in written)


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("it rang-twice", "it rang—twice"),
        ("rang--twice", "rang—twice"),
        ("it rang---twice,", None),
        ("it rang", None),
        ("It rang-twice", None),
        ("twice, it", None),  # over the end of a paragraph
    ],
)
def test_nothing_but_typography_may_differ(quote: str, own: str | None) -> None:
    assert Typography(source_of("gazette", "So it rang—twice\n\nit was.")).in_own_characters(quote) == own
