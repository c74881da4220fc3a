"""A question as it is scheduled for one learner."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.content.lesson import Lesson
from quizapp.content.question import Question

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from quizapp.content.library import Library


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a lesson; two are equal when their identities are, whatever the question says by now."""

    course: str
    """The course's id."""
    lesson: Lesson = field(compare=False, repr=False)
    question: Question = field(compare=False, repr=False)
    key: str = field(init=False)
    """`lesson/question`, as attempts record it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", f"{self.lesson.slug}/{self.question.id}")

    @property
    def prompt(self) -> str:
        """What is asked: a question, or the statement or claim to judge."""
        return self.question.prompt


def items_of(library: "Library", lesson: Lesson) -> tuple[Item, ...]:
    """The items of a lesson, in the author's order."""
    return tuple(Item(library.course.id, lesson, question) for question in lesson.questions)


def all_items(library: "Library") -> "Mapping[str, Item]":
    """Every item of the sound lessons by its key, in the order of the path."""
    return {item.key: item for lesson in library.lessons for item in items_of(library, lesson)}


def items_with(keys: "Container[str]", library: "Library") -> "Iterator[Item]":
    """Those items of the sound lessons that have one of these keys, in the order of the path."""
    course = library.course.id
    return (
        Item(course, lesson, question)
        for lesson in library.lessons
        for question in lesson.questions
        if f"{lesson.slug}/{question.id}" in keys
    )


def renames(library: "Library") -> "Mapping[str, str]":
    """Earlier key -> the key whose history it is now (`was`); the first question that claims it has it.

    A key that a question still bears is nobody's earlier key.
    """
    items = all_items(library)
    found: dict[str, str] = {}
    for item in items.values():
        for was in item.question.was:
            if was not in items:
                found.setdefault(was, item.key)
    return found
