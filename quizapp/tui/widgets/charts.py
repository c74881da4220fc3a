"""Pictures of numbers in block characters, as lines of content; each is readable without colour."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from textual.content import Content

from quizapp.tui.theme import ACCENT, MUTED

_LEVELS = ((30, "█"), (15, "▓"), (5, "▒"), (1, "░"), (0, "·"))
"""From how many answers on a day which mark stands for them."""
_MEANINGS = ("30 or more", "15-29", "5-14", "1-4", "none")
_LABEL = 4
"""Cells before a row of the heat map."""
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def heat_map(days: Sequence[int], first: date, width: int) -> Iterator[Content]:
    """Days as cells, a week a column, as many of the latest weeks as `width` has room for; `first` is a Monday."""
    weeks = -(-len(days) // 7)
    room = max(width - _LABEL, 1)
    cell = 2 if room >= 2 * weeks else 1
    left_out = max(weeks - room // cell, 0)
    days, first = days[left_out * 7 :], first + timedelta(weeks=left_out)
    weeks -= left_out
    yield Content.styled(" " * _LABEL + _months(first, weeks, cell), MUTED)
    for weekday in range(7):
        label = Content.styled(_WEEKDAYS[weekday].ljust(_LABEL), MUTED)
        yield Content.assemble(label, *(_day(count, cell) for count in days[weekday::7]))


def heat_legend() -> Content:
    """What the marks of a heat map stand for, each as it is drawn there."""
    said = [
        Content.assemble((mark, ACCENT if least else MUTED), (f" {words}", MUTED))
        for (least, mark), words in zip(_LEVELS, _MEANINGS, strict=True)
    ]
    return Content("  ").join(reversed(said))


def columns(counts: Sequence[int], width: int, height: int = 4) -> Iterator[Content]:
    """Counts of days from today as columns, the highest of them of full height, with a scale below."""
    cell = max(min(width // max(len(counts), 1), 2), 1)
    counts = counts[: width // cell]
    most = max(counts, default=0) or 1
    eighths = [-(-count * height * 8 // most) for count in counts]
    for row in range(height - 1, -1, -1):
        line = "".join(_EIGHTHS[min(max(value - row * 8, 0), 8)] * cell for value in eighths)
        yield Content.styled(line, ACCENT)
    yield Content.styled("─" * len(counts) * cell, MUTED)
    scale = "today"
    for day in range(7, len(counts), 7):
        mark = f"+{day}"
        if day * cell > len(scale) and day * cell + len(mark) <= width:
            scale = scale.ljust(day * cell) + mark
    yield Content.styled(scale, MUTED)


def bar(share: float, width: int, style: str = ACCENT) -> Content:
    """A share from 0 to 1 as a line; full only when it is all, bare only when it is nothing."""
    cells = round(width * share)
    if 0 < share < 1:
        cells = min(max(cells, 1), width - 1)
    return Content.assemble(("━" * cells, style), ("─" * (width - cells), MUTED))


def _day(count: int, cell: int) -> Content:
    mark = next(mark for least, mark in _LEVELS if count >= least)
    if not count:
        return Content.styled(mark.ljust(cell), MUTED)
    return Content.styled(mark * cell, ACCENT)


def _months(first: date, weeks: int, cell: int) -> str:
    """The name of each month over the week in which it begins."""
    line = ""
    for week in range(weeks):
        sunday = first + timedelta(weeks=week, days=6)
        name = _MONTHS[sunday.month - 1]
        if sunday.day <= 7 and week * cell >= len(line) and week * cell + len(name) <= weeks * cell:
            line = line.ljust(week * cell) + name + " "
    return line
