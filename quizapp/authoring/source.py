"""A received document as a new source of a course."""

import hashlib
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.authoring.files import slug_of
from quizapp.authoring.segment import Line, body, cut
from quizapp.content.library import Library
from quizapp.content.reading.reader import is_slug
from quizapp.content.source import LineKind
from quizapp.content.workspace import MAX_BYTES, Unreadable, Workspace
from quizapp.errors import ExitStatus, QuizappError
from quizapp.text.characters import all_forbidden, forbidden
from quizapp.text.toml import quoted

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Called:
    """How the author wants a source to be called; what is empty is taken from the document's file name."""

    name: str = ""
    """What prompts and screens call it."""
    slug: str = ""
    """The name of its file in `seeds/`, without `.md`."""
    kind: str = ""
    """What sort of text it is."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is to be written, and what its author is to look at."""

    slug: str
    name: str
    files: Mapping[str, bytes]
    """Relative to the course: the source, and its original where that is not in its place already."""
    original: str
    """Where the original is, relative to the course."""
    guesses: tuple[tuple[int, Line], ...]
    """Every line that was not taken for a sentence, with its line number in the file."""
    sentences: int
    strange: int
    """How many characters of it no quote can hold."""


def new_source(document: Path, library: Library, workspace: Workspace, called: Called) -> NewSource:
    """The source that a document, a text in UTF-8, makes for a course: its words and no others.

    Raises:
        QuizappError: the document cannot be read, or the name or slug cannot be used.
    """
    name = " ".join((called.name or re.sub(r"[-_]+", " ", document.stem)).split())
    slug = called.slug or slug_of(name)
    kind = called.kind or "article"
    data = _read(document)
    text = _decoded(document, data)
    _demand_names(library, name, slug, kind)
    lines = cut(text)
    if not lines:
        raise QuizappError(f"“{document}” holds no words.", "A source is an article to cite.")
    original = _original(document, slug, data, workspace)
    header = _header(name, _title(lines), kind, original, data)
    written = header + body(lines)
    files = {f"seeds/{slug}.md": written.encode()}
    if isinstance(workspace.data(original), Unreadable):
        files[original] = data
    below = written.split("\n")[header.count("\n") :]
    numbers = [header.count("\n") + index for index, line in enumerate(below, start=1) if line]
    return NewSource(
        slug,
        name,
        files,
        original,
        tuple((number, line) for number, line in zip(numbers, lines, strict=True) if line.why),
        sum(line.kind is LineKind.SENTENCE for line in lines),
        len(all_forbidden(text)),
    )


def _demand_names(library: Library, name: str, slug: str, kind: str) -> None:
    """Refuses a name, slug or kind that the course could not be read with."""
    for text in (name, kind):
        if forbidden(text) is not None:
            raise QuizappError(
                "the name or kind holds a control or invisible character.", "Leave it out.", ExitStatus.USAGE
            )
    if not is_slug(slug) or slug == "readme":
        raise QuizappError(
            f"“{slug or name}” makes no file name.",
            "Say --slug with lower-case letters, digits and single hyphens; “readme” is taken.",
            ExitStatus.USAGE,
        )
    for source in library.sources.values():
        if source.name.casefold() == name.casefold():
            raise QuizappError(
                f"the source {source.slug} has the name “{source.name}” already.",
                "Say another with --name: prompts and screens tell sources apart by it.",
                ExitStatus.USAGE,
            )


def _read(document: Path) -> bytes:
    try:
        found = document.stat()
        if not stat.S_ISREG(found.st_mode):
            raise QuizappError(f"“{document}” is not a regular file.", "Name a text file.", ExitStatus.USAGE)
        if found.st_size > MAX_BYTES:
            raise QuizappError(
                f"“{document}” is larger than {MAX_BYTES // 1_000_000} MB.", "Split it into smaller files."
            )
        return document.read_bytes()
    except FileNotFoundError:
        raise QuizappError(f"there is no “{document}”", "FILE is a text in UTF-8.", ExitStatus.USAGE) from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a name that a file can have").lower()
        raise QuizappError(f"“{document}” cannot be read ({reason}).", "Check its name and permissions.") from None


def _decoded(document: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QuizappError(
            f"“{document}” is not UTF-8 text (byte {error.start + 1}, line {line}).", "Save it as UTF-8 text."
        ) from None


def _original(document: Path, slug: str, data: bytes, workspace: Workspace) -> str:
    """Where the original goes: under the name it came with, if that is a plain one and not another document's."""
    own = document.name if _PLAIN_NAME.fullmatch(document.name) else f"{slug}.txt"
    file = f"seeds/originals/{own}"
    there = workspace.data(file)
    if isinstance(there, Unreadable) or there == data:
        return file
    return f"seeds/originals/{slug}{Path(own).suffix or '.txt'}"


def _title(lines: tuple[Line, ...]) -> str:
    first = lines[0]
    shown = first.kind is LineKind.HEADLINE and forbidden(first.text) is None
    return " ".join(first.text.split()) if shown else ""


def _header(name: str, title: str, kind: str, original: str, data: bytes) -> str:
    lines = [
        "+++",
        f"name = {quoted(name)}",
        f"title = {quoted(title)}" if title else '# title = ""      # the document shows none',
        '# publisher = ""  # only what the document itself shows',
        f"kind = {quoted(kind)}",
        '# note = ""       # what a reader should know of its reliability',
        f"original = {quoted(original.removeprefix('seeds/'))}",
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
        "+++",
    ]
    return "\n".join(lines) + "\n"
