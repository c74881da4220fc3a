"""A lesson: sections to read, and questions on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.content.base import Allowance, Whole
from quizapp.content.citation import Citation
from quizapp.content.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Prose to read; every paragraph carries at least one `[@name]`."""

    title: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One file of `lessons/`."""

    slug: str = field(metadata={"hidden": True})
    title: str
    position: Whole
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    summary: str = ""
    requires: tuple[str, ...] = ()
    """Lessons to read first: advice, never a lock."""
    about: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    cites: Mapping[str, Citation] = field(default_factory=dict)
    """Its named citations."""
    allow: tuple[Allowance, ...] = ()

    @property
    def file(self) -> str:
        """Its file, relative to the course."""
        return f"lessons/{self.slug}.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`lessons/course.toml`: the identity of an item is `course/lesson/question`, for ever."""

    id: str
    title: str
    summary: str = ""
    allow: tuple[Allowance, ...] = ()
