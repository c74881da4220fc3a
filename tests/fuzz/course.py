"""A course of all the sources that the shipped lessons, those of the tests and the examples of rules cite.

Its one lesson is what a fuzzer makes up, so that all else is read once a process.
"""

import re
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
SMALL = (DATA / "tiny", DATA / "second")
"""Courses whose sources and glossaries a small one has; where two have a file of one name, the last one's."""
ALL = (*SMALL, ROOT)
"""The same of a large one."""
SLUG = "made-up"
LESSON = f"lessons/{SLUG}.toml"


@cache
def folder(of: tuple[Path, ...] = ALL) -> Path:
    """The course, in a folder that lasts as long as the process; its lesson is empty."""
    made = Path(tempfile.mkdtemp(prefix="quizapp-fuzz-")) / "course"
    for part in of:
        shutil.copytree(part / "seeds", made / "seeds", dirs_exist_ok=True)
    (made / "lessons").mkdir()
    (made / "lessons" / "course.toml").write_bytes((ROOT / "lessons" / "course.toml").read_bytes())
    (made / "lessons" / "glossary.toml").write_text(_glossary(of), encoding="utf-8")
    (made / LESSON).touch()
    return made


@cache
def bare() -> Path:
    """A course without a source, a lesson or a glossary, in such a folder."""
    made = Path(tempfile.mkdtemp(prefix="quizapp-fuzz-")) / "course"
    (made / "lessons").mkdir(parents=True)
    (made / "seeds" / "originals").mkdir(parents=True)
    (made / "lessons" / "course.toml").write_bytes((ROOT / "lessons" / "course.toml").read_bytes())
    return made


def workspace(lesson: str, overlays: Mapping[str, str] | None = None) -> Workspace:
    """The course with this lesson."""
    return Workspace(folder(), {LESSON: lesson, **(overlays or {})})


class Desk:
    """The course, read but for its lesson, which may be laid over again and again."""

    def __init__(self) -> None:
        self._laid: dict[str, str] = {}
        self._loading = Loading(Workspace(folder(), self._laid))

    def with_lesson(self, lesson: str) -> Loading:
        """The course with this lesson, until the next one."""
        self._laid[LESSON] = lesson
        self._loading._effort = Effort()  # what suggestions may cost is for one reading of the course
        return self._loading


@cache
def desk() -> Desk:
    """The one desk of this process."""
    return Desk()


def _glossary(of: tuple[Path, ...]) -> str:
    """What all glossaries hold, each id once."""
    head, cites, entries = "format = 1\n", {}, {}
    for part in of:
        written = (part / "lessons" / "glossary.toml").read_text(encoding="utf-8")
        for table in re.split(r"^(?=\[cites\.|\[\[(?:entries|disputes)\]\])", written, flags=re.MULTILINE)[1:]:
            header = table.partition("\n")[0]
            if header.startswith("[cites."):
                cites[header] = table
            else:
                found = re.search(r'^id = "(.*)"', table, re.MULTILINE)
                entries[found.group(1) if found else table] = table
    return "\n".join([head, *cites.values(), *entries.values()])
