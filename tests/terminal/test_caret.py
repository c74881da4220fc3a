"""Where the terminal's own cursor stands, in a real terminal: on the row or in the field that has the keys."""

from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

COURSE = Path(__file__).parent.parent / "tui" / "course"


def row_of(terminal: Terminal) -> str:
    """The line on which the cursor stands."""
    return terminal.text.split("\n")[terminal.screen.cursor.y]


def stands_on(terminal: Terminal, words: str) -> None:
    """Wait until the cursor stands on the line with these words and the pointer."""

    def there() -> bool | None:
        cursor = terminal.screen.cursor
        line = row_of(terminal)
        return (words in line and "▸" in line and not cursor.hidden) or None

    terminal.until(there, f"the cursor on “{words}”")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_cursor_follows_the_keys(tmp_path: Path, columns: int) -> None:
    rows = {60: 20, 80: 24, 120: 40}[columns]
    with Terminal(data=tmp_path, course=COURSE, columns=columns, rows=rows) as terminal:
        terminal.wait("The last winter")
        stands_on(terminal, "The last winter of the light")
        terminal.press("j")
        stands_on(terminal, "Two accounts of one evening")
        terminal.press("s")
        terminal.wait("Sources")
        stands_on(terminal, "Courier")
        terminal.press("enter")
        stands_on(terminal, "The tower goes dark")
        terminal.press("j")
        stands_on(terminal, "Photograph")
        terminal.press("escape")
        stands_on(terminal, "Courier")
        terminal.press("escape")
        stands_on(terminal, "Two accounts of one evening")
        terminal.press("/")
        terminal.until(lambda: terminal.screen.cursor.hidden or None, "the field's own cursor")
        terminal.type("lamp")
        terminal.wait("lamp")

        def in_field() -> bool | None:
            cursor = terminal.screen.cursor
            return (row_of(terminal)[: cursor.x].endswith("lamp") and cursor.hidden) or None

        terminal.until(in_field, "the cursor behind what was typed")


def test_the_cursor_stands_on_the_option(tmp_path: Path) -> None:
    with Terminal("last-winter", data=tmp_path, course=COURSE, rows=40) as terminal:
        terminal.wait("section 1")
        terminal.press("right")
        terminal.wait("starts the quiz")
        assert terminal.screen.cursor.hidden, "in prose no row has the keys"
        terminal.press("enter")
        terminal.wait("Question 1 of")
        terminal.press("down")
        stands_on(terminal, "1 ")
        terminal.press("down")
        stands_on(terminal, "2 ")


def test_the_cursor_is_there_again_when_the_app_has_ended(tmp_path: Path) -> None:
    with Terminal(data=tmp_path, course=COURSE) as terminal:
        terminal.wait("The last winter")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
        assert not terminal.screen.cursor.hidden
