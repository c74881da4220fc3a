"""One line of a file with carets under a stretch of it, as wide as it looks on a terminal."""

import re
import unicodedata
from functools import lru_cache

from quizapp.text.characters import show

WIDTH = 100
"""Columns that an excerpt takes at most."""
BEFORE = 32
"""Columns that are kept before the stretch where a line is cut."""
_NARROW = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff]*")
"""What is shown as it is, in a column a character."""


def excerpt(line: str, start: int, end: int) -> tuple[str, str]:
    """The line and the line of carets below it.

    Tabs become four blanks and characters that could act on a terminal are written out; a line that is too long is cut
    on either side, with an ellipsis.

    Args:
        line: the text of one line.
        start: the first code point of the stretch, counted from 0.
        end: the code point after it; an empty stretch is shown by one caret.
    """
    if len(line) <= WIDTH and line.isascii() and line.isprintable():  # a column a character, as in nearly every line
        return line, " " * min(start, len(line)) + "^" * max(1, min(end, len(line)) - start)
    start = min(start, len(line))  # what is meant may be the line's end
    skipped = max(0, start - WIDTH)  # what is certain to be cut is not looked at: a line may be millions long
    start, end = start - skipped, end - skipped
    near = line[skipped : skipped + 3 * WIDTH]
    if _NARROW.fullmatch(near):
        shown, widths = list(near), [1] * len(near)
        left, right = _narrow_window(len(near), start)
    else:
        cells = [_cell(character) for character in near]
        shown, widths = [text for text, _ in cells], [columns for _, columns in cells]
        left, right = _window(widths, start)
    before = "…" if skipped or left else ""
    after = "…" if right < len(line) - skipped else ""
    blanks = len(before) + sum(widths[left:start])
    carets = max(1, sum(widths[start : min(end, right)]))
    return before + "".join(shown[left:right]) + after, " " * blanks + "^" * carets


def _narrow_window(length: int, start: int) -> tuple[int, int]:
    """The same as `_window` where each character takes a column."""
    if length <= WIDTH:
        return 0, length
    room = WIDTH - 2
    right = min(max(0, start - BEFORE) + room, length)
    return max(0, right - room), right


def _window(widths: list[int], start: int) -> tuple[int, int]:
    """What of a line to show: from, up to."""
    if sum(widths) <= WIDTH:
        return 0, len(widths)
    room = WIDTH - 2  # an ellipsis on either side
    left, used = start, 0
    while left > 0 and used + widths[left - 1] <= BEFORE:
        left -= 1
        used += widths[left]
    right = start
    while right < len(widths) and used + widths[right] <= room:
        used += widths[right]
        right += 1
    while left > 0 and used + widths[left - 1] <= room:
        left -= 1
        used += widths[left]
    return left, right


@lru_cache(maxsize=4096)  # a report of thousands of lines asks for few characters, each very often
def _cell(character: str) -> tuple[str, int]:
    """A character as it is shown, and how many columns that takes."""
    shown = "    " if character == "\t" else show(character)
    return shown, sum(map(_columns, shown))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
