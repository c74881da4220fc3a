"""What the path of lessons tells of a course: little enough to be kept, so that a face need not read the course first.

Nothing of `content` is loaded for what was kept.
"""

from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    from quizapp.content.broken import BrokenLesson
    from quizapp.content.lesson import Lesson
    from quizapp.content.library import Library


class LessonOutline(NamedTuple):
    """A lesson as it stands on the path."""

    slug: str
    title: str
    items: tuple[str, ...] = ()
    """The keys of its questions; none where it is broken."""
    summary: str = ""
    words: int = 0
    """How many there are to read."""
    sources: tuple[str, ...] = ()
    """What the sources that it cites are called."""
    actors: tuple[str, ...] = ()
    """The people and organisations that it is about, by name."""
    objectives: tuple[str, ...] = ()
    broken: str = ""
    """Its first error, `lessons/x.toml:3:1: …`, where it cannot be opened."""
    errors: int = 0


class Outline(NamedTuple):
    """A course as its path shows it."""

    course: str
    """Its id."""
    title: str
    lessons: tuple[LessonOutline, ...]
    """In the order of the path."""
    renames: Mapping[str, str]
    """Earlier key -> key now, as `item.renames` finds them."""


class Read(NamedTuple):
    """A course that was read, and its outline."""

    library: "Library"
    outline: Outline


class LessonProgress(NamedTuple):
    """How far a learner is in one lesson."""

    lesson: str
    """Its slug."""
    done: int
    """Questions answered at least once, right or wrong."""
    total: int
    state: Literal["new", "started", "done"]


class LeftQuiz(NamedTuple):
    """A quiz that was left before its end, and where."""

    sitting: str
    title: str
    number: int
    total: int
    """How many questions there are, those that came back included."""
    again: int = 0
    """How many of them came back."""
    kind: "SessionKind" = "lesson"
    answered: bool = False
    """Whether the question that it is at has its answer."""
    lessons: tuple[str, ...] = ()
    """The slugs of the lessons that it asks about."""

    @property
    def standing(self) -> str:
        """How far it is, see `standing`."""
        return standing(self.kind, self.number, self.total, self.again, answered=self.answered)


def standing(kind: "SessionKind", number: int, total: int, again: int, *, answered: bool) -> str:
    """How far a quiz is: `question 4 of 13`; of a review `9 left`.

    Where some will come back, `question 4 of 13, and 1 again`, since they are the same; at those, `question 14 of 14`.
    """
    if kind == "review":
        return f"{total - number + (not answered)} left"
    asked = total - again
    return f"question {number} of {f'{asked}, and {again} again' if again and number <= asked else total}"


def along(library: "Library") -> "tuple[Lesson | BrokenLesson, ...]":
    """The lessons, broken ones among them, in the order of the path; the first is number 1."""
    return tuple(sorted((*library.lessons, *library.broken), key=lambda lesson: (lesson.position, lesson.slug)))


def outline_of(library: "Library") -> Outline:
    """The outline of a course that was read."""
    from quizapp.quiz.item import renames

    lessons = tuple(_lesson(lesson, library) for lesson in along(library))
    return Outline(library.course.id, library.course.title, lessons, renames(library))


def progress_in(slug: str, items: tuple[str, ...], answered: Container[str]) -> LessonProgress:
    """How far a learner is who has answered the items with these keys; their memories will do."""
    done = sum(key in answered for key in items)
    return LessonProgress(slug, done, len(items), "new" if not done else "done" if done == len(items) else "started")


def left_quiz(state: Mapping[str, Any], outline: Outline) -> LeftQuiz | None:
    """The quiz whose state `session.dump` wrote; None when nothing is left of it to answer."""
    entries, at = still_asked(state, _Items(outline.lessons), outline.renames)
    if at >= len(entries):
        return None
    again = sum(entry.get("again", USUAL["again"]) for _, entry in entries)
    lessons = tuple(dict.fromkeys(key.partition("/")[0] for key, _ in entries))
    answered = entries[at][1].get("attempt") is not None
    return LeftQuiz(
        state["sitting"], state["title"], at + 1, len(entries), again, state["kind"], answered=answered, lessons=lessons
    )


class _Items(Container[str]):
    """The keys of all items of some lessons, without a look at most of them."""

    def __init__(self, lessons: Iterable[LessonOutline]) -> None:
        self._lessons = {lesson.slug: lesson.items for lesson in lessons}

    def __contains__(self, key: object) -> bool:
        return key in self._lessons.get(str(key).partition("/")[0], ())


def still_asked(
    state: Mapping[str, Any], items: Container[str], renames: Mapping[str, str]
) -> tuple[list[tuple[str, Mapping[str, Any]]], int]:
    """What a kept sitting asks that the course still has, each with its key now, and the index of the current one."""
    found: list[tuple[str, Mapping[str, Any]]] = []
    at = 0
    if _can_be_read(state):
        for index, entry in enumerate(state["entries"]):
            key = renames.get(entry["item"], entry["item"])
            if key in items:
                at += index < state["at"]
                found.append((key, entry))
    return found, at


def answers_in(state: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the answers that a kept sitting names."""
    entries = state["entries"] if _can_be_read(state) else ()
    named = (entry.get("attempt") for entry in entries)
    return tuple(identity for identity in named if identity is not None)


SessionKind: TypeAlias = Literal["lesson", "review", "retry", "preview"]
STATE_VERSION = 1
"""Of what `session.dump` writes."""
_STATE = {
    "version": int,
    "sitting": str,
    "title": str,
    "kind": str,
    "seed": int,
    "learner": str | None,
    "at": int,
    "hints": int,
    "entries": list,
}
_ENTRY = {"item": str, "counts": bool, "skipped": bool, "again": bool, "attempt": str | None}
USUAL = {"counts": True, "skipped": False, "again": False, "attempt": None}
"""What holds of an entry where it says nothing else."""


def _can_be_read(state: Mapping[str, Any]) -> bool:
    """Whether `session.dump` may have written it, in the version that is known here."""
    return (
        _has(state, _STATE)
        and state["version"] == STATE_VERSION
        and state["at"] >= 0
        and 0 <= state["hints"] <= 1  # a question has one hint
        and state["kind"] in get_args(SessionKind)
        and all(isinstance(entry, dict) and _has(USUAL | entry, _ENTRY) for entry in state["entries"])
        and _texts(state.get("draft", []))
    )


def _texts(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(text, str) for text in found)


def _has(found: Mapping[str, Any], shape: Mapping[str, Any]) -> bool:
    return all(key in found and isinstance(found[key], kind) for key, kind in shape.items())


def _lesson(lesson: "Lesson | BrokenLesson", library: "Library") -> LessonOutline:
    from quizapp.content.broken import BrokenLesson
    from quizapp.content.glossary import Entry

    if isinstance(lesson, BrokenLesson):
        return LessonOutline(lesson.slug, lesson.title, broken=lesson.first, errors=lesson.errors)
    about = library.entries_about(lesson.about)
    return LessonOutline(
        slug=lesson.slug,
        title=lesson.title,
        items=tuple(f"{lesson.slug}/{question.id}" for question in lesson.questions),
        summary=lesson.summary,
        words=sum(len(section.text.split()) for section in lesson.sections),
        sources=tuple(source.name for source in library.sources_of(lesson)),
        actors=tuple(e.name for e in about if isinstance(e, Entry) and e.kind in ("person", "organisation")),
        objectives=lesson.objectives,
    )
