import re
import unicodedata
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.reports import excerpt as excerpt_module
from quizapp.checking.reports.excerpt import WIDTH, excerpt
from quizapp.text.characters import show


def test_the_carets_stand_under_the_stretch() -> None:
    assert excerpt('quote = "It rang"', 8, 17) == ('quote = "It rang"', "        ^^^^^^^^^")


def test_an_empty_stretch_has_one_caret() -> None:
    assert excerpt("", 0, 0) == ("", "^")
    assert excerpt("oops", 4, 4) == ("oops", "    ^")


def test_tabs_are_four_blanks() -> None:
    assert excerpt("\tx = 1", 1, 2) == ("    x = 1", "    ^")


@pytest.mark.parametrize("wide", ["鐘", "１", "가"])
def test_wide_characters_take_two_columns(wide: str) -> None:
    assert excerpt(f"{wide} = 1", 4, 5) == (f"{wide} = 1", "     ^")
    assert excerpt(f"{wide} = 1", 0, 1) == (f"{wide} = 1", "^^")


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u200d", "\u094d"])
def test_marks_that_join_a_letter_take_none(mark: str) -> None:
    assert excerpt(f"e{mark} = 1", 5, 6) == (f"e{mark} = 1", "    ^")


def test_what_could_act_on_a_terminal_is_written_out() -> None:
    assert excerpt('"a\x1bb"', 2, 3) == ('"a\\u{1b}b"', "  ^^^^^^")


def test_a_long_line_is_cut_around_the_stretch() -> None:
    line = "a" * 200 + "KEY" + "b" * 200
    shown, carets = excerpt(line, 200, 203)
    assert len(shown) == WIDTH
    assert shown.startswith("…a")
    assert shown.endswith("b…")
    assert shown[carets.index("^") : len(carets)] == "KEY"


@pytest.mark.parametrize("start", [150, 199])
def test_at_its_end_a_long_line_is_cut_before_the_stretch_alone(start: int) -> None:
    shown, carets = excerpt("a" * 199 + "b", start, start + 1)
    assert shown == "…" + "a" * (WIDTH - 3) + "b"
    assert carets == " " * (start - 101) + "^"


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("a" * 33, "a" * 32),
        ("a" * 90, "a" * 32),
        ("a" * 150, "a" * 32),
        ("鐘" * 20, "鐘" * 16),
        ("鐘" + "a" * 31, "a" * 31),
    ],
)
def test_a_long_line_keeps_what_fits_into_32_columns_before_the_stretch(before: str, kept: str) -> None:
    shown, carets = excerpt(before + "KEY" + "b" * 200, len(before), len(before) + 3)
    assert shown.startswith(f"…{kept}KEYb")
    assert carets == " " * (1 + (len(kept) if kept[0] == "a" else 2 * len(kept))) + "^^^"


def test_a_line_that_fits_is_shown_whole() -> None:
    assert excerpt("a" * WIDTH, 90, WIDTH) == ("a" * WIDTH, " " * 90 + "^" * 10)
    assert excerpt("a" * (WIDTH + 1), 0, 1)[0] == "a" * (WIDTH - 2) + "…"


@pytest.mark.parametrize(
    ("before", "kept"), [("a" * 300, "a" * 95), ("a" + "鐘" * 90, "鐘" * 47), ("aaaa鐘" + "a" * 94, "a" * 94)]
)
def test_at_the_end_of_a_long_line_as_much_is_kept_as_fits(before: str, kept: str) -> None:
    shown, carets = excerpt(before + "KEY", len(before), len(before) + 3)
    assert shown == f"…{kept}KEY"
    assert carets.endswith(" ^^^")


def test_a_stretch_that_is_too_long_itself_is_cut() -> None:
    shown, carets = excerpt("x = " + "y" * 500, 4, 504)
    assert shown.endswith("y…")
    assert len(carets) < WIDTH


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_the_carets_never_stand_beyond_the_line(line: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    shown, carets = excerpt(line, start, end)
    columns = sum(2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1 for c in shown)
    assert len(carets) <= columns + 1
    assert carets.count("^") >= 1
    assert show(shown) == shown


@given(st.text("ab c", max_size=2 * WIDTH), st.integers(0, 2 * WIDTH), st.integers(0, 2 * WIDTH))
def test_a_line_is_shown_alike_whether_or_not_all_of_it_is_ascii(line: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    shown, carets = excerpt(line, start, end)
    assert excerpt(line.replace("a", "é"), start, end) == (shown.replace("a", "é"), carets)


def test_past_the_end_of_a_long_line_is_its_end() -> None:
    for letter in "a", "é", "鐘":
        line = letter * 400
        assert excerpt(line, 402, 403) == excerpt(line, 400, 400)


NARROW_OR_NOT = st.sampled_from([*" ~a\xa0\xadßʯ\u0300é", "e\u0301", "鐘", "\x7f", "\u200d"])


@given(st.lists(NARROW_OR_NOT, max_size=350).map("".join), st.integers(0, 400), st.integers(0, 300))
def test_a_line_of_narrow_characters_is_cut_as_any_other(line: str, start: int, length: int) -> None:
    with patch.object(excerpt_module, "_NARROW", re.compile("(?!)")):
        slowly = excerpt(line, min(start, len(line)), start + length)
    assert excerpt(line, min(start, len(line)), start + length) == slowly
