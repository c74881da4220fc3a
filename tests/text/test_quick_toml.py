"""Which texts are left to `tomli`."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.quick_toml import read_quickly

_lengths = st.lists(st.sampled_from([1, 2, 70, 1333, 3998, 3999, 4000, 4001, 9000]), max_size=12)


@given(_lengths, st.booleans())
def test_a_text_with_a_long_line_is_left_to_tomli(lengths: list[int], whole: bool) -> None:
    text = "\n".join("#" * length for length in lengths) + "\n" * whole
    assert (read_quickly(text) is None) == any(length >= 4000 for length in lengths)


def test_what_is_read_is_what_it_says() -> None:
    assert read_quickly('[cites.one]\nquote = "It rang."\n') == {"cites": {"one": {"quote": "It rang."}}}
    assert read_quickly("[cites.one\n") is None
