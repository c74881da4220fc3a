"""Reads a source and holds it word for word against the document as it was received."""

import hashlib
import re
from pathlib import PurePosixPath

from quizapp.content.reading.reader import Reader
from quizapp.content.reading.texts import MAX_OPTION, MAX_PROMPT, MAX_SECTION, check_not_too_long
from quizapp.content.source import LineKind, Sentence, Source, SourceHeader
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.text.characters import show_line
from quizapp.text.document import Document
from quizapp.text.span import Span

_HEADER = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_MARKERS = {"# ": LineKind.HEADLINE, "## ": LineKind.HEADING, "~ ": LineKind.FURNITURE}


def source_document(file: str, text: str) -> Document:
    """A source's file as a document, of which only the header is TOML."""
    found = _HEADER.match(text)
    return Document(file, text, Span(*found.span(1)) if found else Span(0, 0))


def read_source(reader: Reader, slug: str, workspace: Workspace) -> Source | None:
    """A source, held word for word against its original; None where its header is broken."""
    text = reader.document.text
    found = _HEADER.match(text)
    if found is None:
        first_line = Span(0, len(text.split("\n", 1)[0].rstrip("\r")))
        reader.report("QZ101", "The header is missing.", first_line, "Begin with a TOML header between `+++` lines.")
        return None
    raw = reader.data()
    header = None if raw is None else reader.table(SourceHeader, raw, ())
    if header is None:
        return None
    for key, text_of_it in (("title", header.title), ("publisher", header.publisher), ("kind", header.kind)):
        check_not_too_long(reader, (key,), text_of_it, MAX_PROMPT)
    check_not_too_long(reader, ("name",), header.name, MAX_OPTION)
    check_not_too_long(reader, ("note",), header.note, MAX_SECTION)
    lines = read_lines(text, found.end())
    for line in lines:
        if len(line.text) > MAX_SECTION:
            message = f"The line has {len(line.text)} characters; {MAX_SECTION} is the most that a screen shows well."
            reader.report("QZ210", message, line.span, "Give every sentence a line of its own.")
    source = Source(slug, header, lines, tuple(line for line in lines if line.number))
    _compare_with_original(reader, source, workspace)
    return source


def read_lines(text: str, start: int) -> tuple[Sentence, ...]:
    """The lines of a source's body, which begins at `start`."""
    lines: list[Sentence] = []
    paragraph = number = 0
    open_paragraph = False
    at = start
    for line in text[start:].split("\n"):
        marker = next((m for m in _MARKERS if line.startswith(m)), "") if line[:1] in "#~" else ""
        content = line[len(marker) :]
        body = content.strip()
        begin = at + len(marker) + len(content) - len(content.lstrip())
        at += len(line) + 1
        if marker or not body:
            paragraph += open_paragraph
            open_paragraph = False
        if not body:
            continue
        span = Span(begin, begin + len(body))
        if marker:
            lines.append(Sentence(0, body, paragraph, span, _MARKERS[marker]))
            paragraph += 1
        else:
            number += 1
            open_paragraph = True
            lines.append(Sentence(number, body, paragraph, span))
    return tuple(lines)


def _compare_with_original(reader: Reader, source: Source, workspace: Workspace) -> None:
    """The law of a source: its words are those of the original, whose bytes have the stated SHA-256."""
    header = source.header
    read = workspace.data(str(PurePosixPath("seeds", header.original)))  # an absolute path stays one
    if isinstance(read, Unreadable):
        shown = show_line(header.original)
        reader.report("QZ102", f"The original “{shown}” {read.reason}.", ("original",), read.repair)
        return
    digest = hashlib.sha256(read).hexdigest()
    if digest != header.sha256.lower():
        reader.report("QZ303", "The original is not the file that this header was written for.", ("sha256",),
                      f"Its SHA-256 is {digest}.", "Put the received document back, or read it anew.")  # fmt: skip
        return
    try:
        original = read.decode("utf-8-sig").split()
    except UnicodeDecodeError:
        reader.report("QZ102", "The original is not UTF-8 text.", ("original",), "Save it as UTF-8.")
        return
    if "\n".join([line.text for line in source.lines]).split() == original:
        return
    body = [
        (word.group(), line.span.start + word.start())
        for line in source.lines
        for word in re.finditer(r"\S+", line.text)
    ]
    same = next(
        (i for i, (ours, theirs) in enumerate(zip(body, original, strict=False)) if ours[0] != theirs),
        min(len(body), len(original)),
    )
    here = body[same] if same < len(body) else ("", len(reader.document.text.rstrip()))
    there = original[same] if same < len(original) else ""
    message = f"The source says “{show_line(here[0])}” where the original says “{show_line(there)}”."
    if not there:
        message = f"The source goes on with “{show_line(here[0])}” where the original ends."
    if not here[0]:
        message = f"The source ends where the original goes on with “{show_line(there)}”."
    span = Span(here[1], here[1] + len(here[0]))
    reader.report("QZ303", message, span, "Words are never touched: put back what the original says.")
