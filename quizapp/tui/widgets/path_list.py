"""The path of lessons as a list to move in; only what is in view is made and drawn."""

from collections.abc import Sequence
from typing import assert_never

from textual.content import Content

from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.path import Broken, Left, Step, Stop
from quizapp.tui.theme import ACCENT, MUTED, RIGHT, WRONG
from quizapp.tui.widgets.choices import Choices, Group
from quizapp.tui.widgets.meter import meter
from quizapp.tui.widgets.row import Row

STATES = {"done": ("✓", RIGHT), "started": ("●", ACCENT), "new": ("○", MUTED)}
"""Mark and style of a lesson by its state."""
METER, SHORT = 8, 5
"""Cells of a lesson's meter, and of one where titles need the room."""
DIGITS = 3
"""Cells of a lesson's number, at least."""
ROOMY = 58
"""Columns of a row from which on the meter has its full width."""


def step_row(step: Step, words_width: int, length: int = METER, digits: int = DIGITS) -> Row:
    """A step as one line; the words after the meters share a column, and so do the numbers."""
    match step:
        case Left(quiz):
            what = ("Go on", ACCENT), f" · {show_line(quiz.title)}", (f" · {quiz.standing}", MUTED)
            return Row(Content.assemble(("↻", ACCENT), " " * (digits + 1), *what), Content(""))
        case Stop(number, lesson, progress):
            mark, style = STATES[progress.state]
            words = Content.assemble((step_words(step).ljust(words_width), MUTED))
            right = meter(progress.done, progress.total, length) + Content(" ") + words
            return Row(Content.assemble((mark, style), (f"{number:>{digits}} ", MUTED), show_line(lesson.title)), right)
        case Broken(number, lesson):
            right = Content.assemble((step_words(step).ljust(words_width), WRONG))
            return Row(Content.assemble(("✗", WRONG), (f"{number:>{digits}} ", MUTED), show_line(lesson.title)), right)
        case _:
            assert_never(step)


def step_words(step: Step) -> str:
    """A step's state in a word or two."""
    match step:
        case Left():
            return ""
        case Stop(progress=progress):
            return f"{progress.done} of {progress.total}" if progress.state == "started" else progress.state
        case Broken():
            return "broken"
        case _:
            assert_never(step)


class StepRow(Row):
    """A step as a row that is made for the room that it has."""

    def __init__(self, step: Step, words_width: int, digits: int) -> None:
        self._step = step
        self._words_width = words_width
        self._digits = digits

    def line(self, width: int) -> Content:
        """Its line."""
        return step_row(self._step, self._words_width, METER if width >= ROOMY else SHORT, self._digits).line(width)


class PathList(Choices, inherit_bindings=False):
    """One line a step."""

    BINDINGS = bindings("home", "list", "pages")

    def __init__(self, steps: Sequence[Step], cursor: int) -> None:
        """A list that shows `steps` with the cursor on one of them."""
        super().__init__([_group(steps)], cursor)

    def show_steps(self, steps: Sequence[Step], cursor: int) -> None:
        """Show other steps with the cursor on one of them."""
        self.show([_group(steps)], cursor)


def _group(steps: Sequence[Step]) -> Group:
    digits = max(DIGITS, len(str(len(steps))))
    words_width = max((len(step_words(step)) for step in steps), default=0)
    return Group(None, tuple(StepRow(step, words_width, digits) for step in steps))
