"""What Home tells of the highlighted step."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from textual.content import Content

from quizapp.content.glossary import Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.text.characters import show_line
from quizapp.tui.path import Broken, Left, Step, Stop
from quizapp.tui.theme import MUTED, WRONG
from quizapp.tui.widgets.flow import Block

WORDS_A_MINUTE = 200
"""Silent reading of an adult, on the slow side; Brysbaert 2019 finds 238 for non-fiction."""
SECONDS_A_QUESTION = 20


def step_card(step: Step, library: Library) -> Iterator[Block]:
    """The blocks for one step."""
    match step:
        case Left(session):
            yield Block(Content.assemble((show_line(session.title), "bold")))
            yield Block(Content(f"You left at question {session.number} of {session.total}."), gap=1)
            yield Block(Content.assemble(("Enter goes on where you were.", MUTED)))
        case Stop(lesson=lesson):
            yield from _lesson(lesson, library)
        case Broken(lesson=broken):
            yield Block(Content.assemble((show_line(broken.title), "bold")))
            yield Block(Content.assemble((f"Cannot be opened: {_count(broken.errors, 'error')}.", WRONG)), gap=1)
            yield Block(Content(show_line(broken.first)), gap=1)
            yield Block(Content.assemble(("quizapp check", "bold"), (" shows each with its repair.", MUTED)), gap=1)
        case _:
            assert_never(step)


def _lesson(lesson: Lesson, library: Library) -> Iterator[Block]:
    yield Block(Content.assemble((show_line(lesson.title), "bold")))
    if lesson.summary:
        yield Block(Content(show_line(lesson.summary)), gap=1)
    questions = len(lesson.questions)
    yield Block(Content.assemble((f"{minutes(lesson)} min · {_count(questions, 'question')}", MUTED)), gap=1)
    sources = [source.name for source in library.sources_of(lesson)]
    yield from _listed("Sources", ", ".join(sources))
    entries = library.entries_about(lesson.about)
    actors = [entry.name for entry in entries if isinstance(entry, Entry) and entry.kind in ("person", "organisation")]
    yield from _listed("Actors", ", ".join(actors))
    yield from _listed("You will be able to", *lesson.objectives)


def minutes(lesson: Lesson) -> int:
    """How long a lesson takes, in minutes, at least one."""
    words = sum(len(section.text.split()) for section in lesson.sections)
    return max(1, ceil(words / WORDS_A_MINUTE + len(lesson.questions) * SECONDS_A_QUESTION / 60))


def _listed(label: str, *lines: str) -> Iterator[Block]:
    if any(lines):
        yield Block(Content.assemble((label, MUTED)), gap=1)
    for line in filter(None, lines):
        yield Block(Content(show_line(line)), *((Content("· "), Content("  ")) if len(lines) > 1 else ()))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
