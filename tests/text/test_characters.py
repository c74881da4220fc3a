import pytest

from quizapp.text.characters import all_forbidden, describe, forbidden, harmless, show, show_line

REFUSED = ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ue000"]
REFUSED += ["\U000e0041", "\U0010fffd", "\u2060", "\u061c"]
ALLOWED = ["\t", "\n", "\r", "\u200c", "\u200d", "é", "ğ", "“", "…", "\u00a0", "\u00ad", "日", "🕊", "\u0378"]


@pytest.mark.parametrize("character", REFUSED)
def test_refuses(character: str) -> None:
    assert forbidden(f"ab{character}c") == 2
    assert character not in show(character)
    assert harmless(f"ab{character}c{character}") == "abc"


@pytest.mark.parametrize("character", ALLOWED)
def test_allows(character: str) -> None:
    assert forbidden(character) is None
    assert show(character) == harmless(character) == character


def test_shows_by_number() -> None:
    assert show("a\x1b[31mb") == "a\\u{1b}[31mb"
    assert show_line("a\nb\tc\u202e") == "a b c\\u{202e}"


def test_finds_all() -> None:
    assert all_forbidden("\x1ba\u202e") == [0, 2]


def test_describes() -> None:
    assert describe("\x1b") == "an escape character (U+001B)"
    assert describe("\u202e") == "a character that turns the direction of writing (U+202E)"
    assert describe("\u200b") == "an invisible character (U+200B)"
    assert describe("\x07") == "a control character (U+0007)"
    assert describe("\ue000") == "a character of no known meaning (U+E000)"
