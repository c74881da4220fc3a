"""What comes next: items that are due, items ahead of time, and how far each lesson is."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.content.citation import Citation
from quizapp.content.lesson import Lesson
from quizapp.content.question import key_citations
from quizapp.quiz.item import Item, items_with
from quizapp.quiz.outline import LessonProgress, progress_in
from quizapp.quiz.schedule import Memory

if TYPE_CHECKING:
    from quizapp.content.library import Library

SITTING = 200
"""How many items a review asks in one sitting, at most: with each answer all of its sitting is written down."""
_LOOK_AHEAD = 20
"""How far down the queue a sibling's place is sought."""


def lesson_progress(lesson: Lesson, answered: Container[str]) -> LessonProgress:
    """How far a learner is who has answered the items with these keys; their memories will do."""
    return progress_in(lesson.slug, tuple(f"{lesson.slug}/{question.id}" for question in lesson.questions), answered)


def due(keys: Sequence[str], library: "Library") -> tuple[Item, ...]:
    """The items that are due, in the order of their keys, those of one citation apart.

    Args:
        keys: of the items that are due, longest overdue first, as `Progress.due` has them.
        library: the course; what it no longer has is left out.
    """
    items = {item.key: item for item in items_with(frozenset(keys), library)}
    return apart(items[key] for key in keys if key in items)


def ahead(memories: Mapping[str, Memory], library: "Library", now: datetime) -> tuple[Item, ...]:
    """The items that are known but not due yet, the next one first."""
    known = [(item, memories[item.key].due) for item in items_with(memories, library)]
    return apart(item for item, due in sorted(known, key=lambda pair: (pair[1], pair[0].key)) if due > now)


def apart(items: Iterable[Item]) -> tuple[Item, ...]:
    """The same items, those of one sitting as near to their order as keeps two of one citation apart."""
    waiting = list(items)
    out: list[Item] = []
    before: frozenset[Citation] = frozenset()
    while waiting and len(out) < SITTING:
        near = range(min(len(waiting), _LOOK_AHEAD))
        chosen = next((i for i in near if before.isdisjoint(_cited(waiting[i]))), 0)
        out.append(waiting.pop(chosen))
        before = _cited(out[-1])
    return (*out, *waiting)


def _cited(item: Item) -> frozenset[Citation]:
    return frozenset(key_citations(item.question))
