"""A small course with sources of the shipped lessons, of those of the tests and of the examples of rules.

Its one lesson is what a fuzzer makes up, so that all else is read once a process. What a check costs beside its lesson
grows with the sources and the glossary, so there are no more of them than have something for every rule to look at.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from quizapp.content.library import Loading
from quizapp.content.workspace import Workspace
from quizapp.text.similar import Effort

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
TINY, SECOND = DATA / "tiny", DATA / "second"
SOURCES = (
    *sorted(TINY.glob("seeds/*.md")),
    SECOND / "seeds" / "inquest.md",
    ROOT / "seeds" / "retrospective.md",
    DATA / "rules" / "QZ348" / "bad" / "seeds" / "forecast.md",
)
"""The sources of the course."""
SAID = "said"
SLUGS = frozenset((SAID, *(file.stem for file in SOURCES)))
SLUG = "made-up"
LESSON = f"lessons/{SLUG}.toml"


@cache
def folder() -> Path:
    """The course, in a folder that lasts as long as the process; its lesson is empty."""
    made = _empty()
    for source in SOURCES:
        shutil.copy(source, made / "seeds")
        shutil.copytree(source.parent / "originals", made / "seeds" / "originals", dirs_exist_ok=True)
    shutil.copy(TINY / "lessons" / "glossary.toml", made / "lessons")
    said = Path(__file__).with_name(f"{SAID}.txt").read_text(encoding="utf-8")
    (made / "seeds" / f"{SAID}.md").write_text(header(made, said) + "# " + said, encoding="utf-8")
    (made / LESSON).touch()
    return made


def header(course: Path, document: str) -> str:
    """The header of a source that is made of a document, which is written down as its original."""
    original = course / "seeds" / "originals" / "fuzzed.txt"
    original.write_bytes(document.encode())
    digest = hashlib.sha256(document.encode()).hexdigest()
    return f'+++\nname = "Fuzzed"\nkind = "report"\noriginal = "originals/fuzzed.txt"\nsha256 = "{digest}"\n+++\n'


@cache
def bare() -> Path:
    """A course without a source, a lesson or a glossary, in such a folder."""
    return _empty()


def _empty() -> Path:
    made = Path(tempfile.mkdtemp(prefix="quizapp-fuzz-")) / "course"
    (made / "lessons").mkdir(parents=True)
    (made / "seeds" / "originals").mkdir(parents=True)
    shutil.copy(ROOT / "lessons" / "course.toml", made / "lessons")
    return made


def workspace(lesson: str, overlays: Mapping[str, str] | None = None) -> Workspace:
    """The course with this lesson."""
    return Workspace(folder(), {LESSON: lesson, **(overlays or {})})


_OFTEN = 1_000


class Desk:
    """The course, read but for its lesson, which may be laid over again and again."""

    def __init__(self) -> None:
        self._laid: dict[str, str] = {}
        self._lessons = 0

    def with_lesson(self, lesson: str) -> Loading:
        """The course with this lesson, until the next one; what it remembers of lessons is forgotten now and then."""
        self._laid[LESSON] = lesson
        if self._lessons % _OFTEN == 0:
            self._loading = Loading(Workspace(folder(), self._laid))
        self._lessons += 1
        self._loading._effort = Effort()  # what suggestions may cost is for one reading of the course
        return self._loading


@cache
def desk() -> Desk:
    """The one desk of this process."""
    return Desk()
