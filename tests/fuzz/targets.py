"""What must hold of any lesson and any source, from bytes: nothing raises, and what is said of them can be shown.

Each target takes arbitrary bytes and raises where a law is broken; how they are run is told in `tests/fuzz/run.py`.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from quizapp.authoring.segment import body, cut
from quizapp.checking.check import Report, Wanted, check
from quizapp.checking.fixes import fix
from quizapp.checking.reports import github, json, text
from quizapp.checking.statistics import statistics
from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library, load
from quizapp.content.prose import parse, plain
from quizapp.content.resolve import SourceIndex
from quizapp.content.search import Index
from quizapp.content.workspace import Workspace
from quizapp.quiz.grading import grade, key_of
from quizapp.quiz.task import task_of
from quizapp.text.characters import all_forbidden
from tests.strategies import source_of

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
LESSON = "lessons/first-winter.toml"
ORIGINAL = "originals/gazette.txt"
EVERYTHING = Wanted(notes=True, strict=True)


def lesson(data: bytes) -> None:
    """A lesson beside sound sources and a sound glossary."""
    written = _decoded(data)
    if written is None:
        return
    workspace = Workspace(_course(), {LESSON: written})
    library = load(workspace)
    _reports(check(library, EVERYTHING))
    statistics(library)
    _learn(library)
    if any(found.fix for found in library.diagnostics):
        fix(workspace, lambda _: True)


def source(data: bytes) -> None:
    """A source: first as a document that is cut into one, then with the bytes as its file."""
    written = _decoded(data)
    if written is None:
        return
    _cut(written)
    digest = hashlib.sha256((_course() / "seeds" / ORIGINAL).read_bytes()).hexdigest()
    header = f'+++\nname = "Fuzzed"\nkind = "report"\noriginal = "{ORIGINAL}"\nsha256 = "{digest}"\n+++\n'
    for text_of_it in (written, header + written):
        library = load(Workspace(_course(), {"seeds/fuzzed.md": text_of_it, LESSON: ""}))
        _reports(check(library, EVERYTHING))
        found = library.sources.get("fuzzed")
        if found is not None:
            assert all(found_line.text == text_of_it[slice(*found_line.span)] for found_line in found.lines)


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType({"lesson": lesson, "source": source})
"""The targets, by the folder in `tests/data/fuzz` where what they found is kept."""


def _decoded(data: bytes) -> str | None:
    """The text that the workspace would read."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _cut(document: str) -> None:
    """The lines have the document's words and no others, and each sentence can be cited."""
    lines = cut(document)
    assert [word for line in lines for word in line.text.split()] == document.split()
    read = source_of("fuzzed", body(lines))
    assert [line.text for line in read.lines] == [line.text for line in lines]
    index = SourceIndex(read)
    for sentence in read.sentences[:20]:
        if any(letter.isalnum() for letter in sentence.text):
            cited = index.resolve(Citation(source="fuzzed", quote=sentence.text, at=sentence.number))
            assert isinstance(cited, Evidence), (cited, sentence.text)
            assert sentence in cited.sentences


def _learn(library: Library) -> None:
    """Every question of the lesson can be asked and answered, its prose shown and searched."""
    found = library.lesson("first-winter")
    if found is None:
        return
    for section in found.sections:
        parse(section.text)
        plain(section.text)
    for question in found.questions:
        task = task_of(question, library, question.id)
        assert grade(task, key_of(task)).correct, question
    Index(library).search(found.title)


def _reports(report: Report) -> None:
    """Every writer's report is free of what a terminal would obey."""
    for written in (text.write(report, str), json.write(report), github.write(report, str)):
        assert not all_forbidden(written), [hex(ord(written[at])) for at in all_forbidden(written)]


@cache
def _course() -> Path:
    """A copy of a small course, in a folder that lasts as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="quizapp-fuzz-")) / "course"
    shutil.copytree(TINY, folder)
    return folder
