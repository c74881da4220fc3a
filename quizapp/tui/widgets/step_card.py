"""What Home tells of the highlighted step."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from textual.content import Content

from quizapp.quiz.outline import LessonOutline
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui.keymap import opening
from quizapp.tui.path import Broken, Left, Step, Stop
from quizapp.tui.theme import ACCENT, MUTED, WRONG
from quizapp.tui.widgets.flow import Block

WORDS_A_MINUTE = 200
"""Silent reading of an adult, on the slow side; Brysbaert 2019 finds 238 for non-fiction."""
SECONDS_A_QUESTION = 20


def on_enter(step: Step) -> str:
    """What enter does to a step, in a word or two."""
    match step:
        case Left():
            return "go on"
        case Stop():
            return "open"
        case Broken():
            return "what is wrong"
        case _:
            assert_never(step)


def step_card(step: Step, opens: str) -> Iterator[Block]:
    """The blocks for one step; `opens` is how the key is written that opens it."""
    match step:
        case Left(quiz):
            yield Block(Content.assemble((show_line(quiz.title), "bold")))
            what = "You left the retry of what was missed" if quiz.kind == "retry" else "You left"
            words = f"{quiz.standing} when you stopped." if quiz.kind == "review" else f"{what} at {quiz.standing}."
            yield Block(Content(words), gap=1)
            yield Block(Content.assemble((opening(opens), ACCENT), (" goes on where you were.", MUTED)))
        case Stop(lesson=lesson):
            yield from _lesson(lesson)
        case Broken(lesson=broken):
            yield Block(Content.assemble((show_line(broken.title), "bold")))
            yield Block(Content.assemble((f"Cannot be opened: {counted(broken.errors, 'error')}.", WRONG)), gap=1)
            place, _, message = broken.broken.partition(": ")
            yield Block(Content(show_line(message)), gap=1)
            yield Block(Content.styled(show_line(place.removeprefix("lessons/")), MUTED))
            yield Block(Content.assemble(("quizapp check", "bold"), (" shows each with its repair.", MUTED)), gap=1)
        case _:
            assert_never(step)


def _lesson(lesson: LessonOutline) -> Iterator[Block]:
    yield Block(Content.assemble((show_line(lesson.title), "bold")))
    if lesson.summary:
        yield Block(Content(show_line(lesson.summary)), gap=1)
    questions = len(lesson.items)
    yield Block(Content.assemble((f"{minutes(lesson)} min · {counted(questions, 'question')}", MUTED)), gap=1)
    yield from _listed("Sources", ", ".join(lesson.sources))
    yield from _listed("Actors", ", ".join(lesson.actors))
    yield from _listed("You will be able to", *lesson.objectives)


def minutes(lesson: LessonOutline) -> int:
    """How long a lesson takes, in minutes, at least one."""
    return max(1, ceil(lesson.words / WORDS_A_MINUTE + len(lesson.items) * SECONDS_A_QUESTION / 60))


def _listed(label: str, *lines: str) -> Iterator[Block]:
    if any(lines):
        yield Block(Content.assemble((label, MUTED)), gap=1)
    for line in filter(None, lines):
        yield Block(Content(show_line(line)), *((Content("· "), Content("  ")) if len(lines) > 1 else ()))
