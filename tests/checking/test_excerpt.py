import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.reports.excerpt import WIDTH, excerpt
from quizapp.text.characters import show


def test_the_carets_stand_under_the_stretch() -> None:
    assert excerpt('quote = "It rang"', 8, 17) == ('quote = "It rang"', "        ^^^^^^^^^")


def test_an_empty_stretch_has_one_caret() -> None:
    assert excerpt("", 0, 0) == ("", "^")
    assert excerpt("oops", 4, 4) == ("oops", "    ^")


def test_tabs_are_four_blanks() -> None:
    assert excerpt("\tx = 1", 1, 2) == ("    x = 1", "    ^")


def test_wide_characters_take_two_columns() -> None:
    assert excerpt("鐘 = 1", 4, 5) == ("鐘 = 1", "     ^")
    assert excerpt("鐘 = 1", 0, 1) == ("鐘 = 1", "^^")


def test_combining_marks_take_none() -> None:
    assert excerpt("e\u0301 = 1", 5, 6) == ("e\u0301 = 1", "    ^")


def test_what_could_act_on_a_terminal_is_written_out() -> None:
    assert excerpt('"a\x1bb"', 2, 3) == ('"a\\u{1b}b"', "  ^^^^^^")


def test_a_long_line_is_cut_around_the_stretch() -> None:
    line = "a" * 200 + "KEY" + "b" * 200
    shown, carets = excerpt(line, 200, 203)
    assert len(shown) == WIDTH
    assert shown.startswith("…a")
    assert shown.endswith("b…")
    assert shown[carets.index("^") : len(carets)] == "KEY"


def test_the_end_of_a_long_line_is_shown_whole() -> None:
    shown, carets = excerpt("a" * 300 + "KEY", 300, 303)
    assert shown.startswith("…")
    assert shown.endswith("aKEY")
    assert len(shown) <= WIDTH
    assert carets.endswith("^^^")


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
