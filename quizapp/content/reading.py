"""Reads the files of a course: what each kind of file holds, and which of its keys refer to what."""

import hashlib
import re
from collections.abc import Collection, Mapping
from typing import Any

from quizapp.content.citation import Citation
from quizapp.content.glossary import Dispute, Entry, Glossary, Position
from quizapp.content.lesson import Course, Lesson, Section
from quizapp.content.question import TYPES, FindEvidence, Match, Option, Order, Pair, Question, Step
from quizapp.content.reader import Reader, is_slug, kind_of
from quizapp.content.source import LineKind, Sentence, Source, SourceHeader
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.text.characters import show_line
from quizapp.text.document import Data, Document
from quizapp.text.similar import did_you_mean
from quizapp.text.span import Path, Span

_OPTIONS = {"answer": False, "answers": True, "distractors": True}
"""The keys that hold options, and whether they hold a list of them."""
_HEADER = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_MARKERS = {"# ": LineKind.HEADLINE, "## ": LineKind.HEADING, "~ ": LineKind.FURNITURE}


def read_course(reader: Reader) -> Course | None:
    """`lessons/course.toml`."""
    raw = reader.data()
    if raw is None:
        return None
    _check_format(reader, raw)
    course = reader.table(Course, _without(raw, "format"), (), allow=reader.allowances(raw, ()))
    if course is not None and not is_slug(course.id):
        reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.", ("id",))
        return None
    return course


def read_lesson(reader: Reader, slug: str, sources: Collection[str]) -> Lesson | None:
    """A lesson; None where it, or one of its questions, cannot be built."""
    raw = reader.data()
    if raw is None:
        return None
    _check_format(reader, raw)
    cites = reader.named_citations(raw)
    known = raw["cites"] if isinstance(raw.get("cites"), dict) else {}
    questions = _Questions(reader, cites, known, sources)
    sections = reader.many(raw, "sections", lambda item, at: _section(reader, item, at, known), ())
    if raw.get("sections") == []:
        reader.report("QZ203", "A lesson has at least one section.", ("sections",))
    if raw.get("questions") == []:
        reader.report("QZ105", "The lesson has no questions.", ("questions",), "Add a [[questions]] table.")
    built: dict[str, Any] = {
        "slug": slug,
        "cites": cites,
        "allow": reader.allowances(raw, ()),
    }
    if "sections" in raw:
        built["sections"] = sections
    if "questions" in raw:
        built["questions"] = reader.many(raw, "questions", questions.read, ())
        reader.question = None
    return reader.table(Lesson, _without(raw, "format"), (), hidden=("slug",), **built)


def read_glossary(reader: Reader) -> Glossary:
    """`lessons/glossary.toml`; what cannot be built is left out."""
    raw = reader.data()
    if raw is None:
        return Glossary()
    _check_format(reader, raw)
    cites = reader.named_citations(raw)
    known = raw["cites"] if isinstance(raw.get("cites"), dict) else {}
    cited = reader.cited(cites, known)

    def build_entry(item: Any, path: Path) -> Entry | None:
        if not isinstance(item, dict):
            return reader.table(Entry, item, path)
        _check_texts(reader, item, path, ("role",), known)
        return reader.table(Entry, item, path, **_lists(reader, item, path, cited), allow=reader.allowances(item, path))

    def build_position(item: Any, path: Path) -> Position | None:
        if not isinstance(item, dict):
            return reader.table(Position, item, path)
        _check_texts(reader, item, path, ("says",), known)
        return reader.table(Position, item, path, **_lists(reader, item, path, cited))

    def build_dispute(item: Any, path: Path) -> Dispute | None:
        if not isinstance(item, dict):
            return reader.table(Dispute, item, path)
        positions = reader.many(item, "positions", build_position, path)
        if "positions" in item and len(item["positions"]) < 2:
            reader.report("QZ203", "A dispute has two positions or more.", (*path, "positions"))
        return reader.table(Dispute, item, path, **({"positions": positions} if "positions" in item else {}))

    entries = reader.many(raw, "entries", build_entry, ())
    disputes = reader.many(raw, "disputes", build_dispute, ())
    for key in raw:
        if key not in ("format", "cites", "entries", "disputes"):
            reader.unknown_key(key, ("format", "cites", "entries", "disputes"), (key,))
    return Glossary(entries=entries, disputes=disputes, cites=cites)


def source_document(file: str, text: str) -> Document:
    """A source's file as a document, of which only the header is TOML."""
    found = _HEADER.match(text)
    return Document(file, text, Span(*found.span(1)) if found else Span(0, 0))


def read_source(reader: Reader, slug: str, workspace: Workspace) -> Source | None:
    """A source, held word for word against its original; None where its header is broken."""
    text = reader.document.text
    found = _HEADER.match(text)
    if found is None:
        reader.report("QZ101", "The header is missing.", (), "Begin the file with a TOML header between `+++` lines.",
                      span=Span(0, min(3, len(text))))  # fmt: skip
        return None
    raw = reader.data()
    header = None if raw is None else reader.table(SourceHeader, raw, ())
    if header is None:
        return None
    lines = _lines(text, found.end())
    source = Source(slug, header, lines, tuple(line for line in lines if line.number))
    _compare_with_original(reader, source, workspace)
    return source


class _Questions:
    """Reads the questions of a lesson."""

    def __init__(
        self, reader: Reader, cites: dict[str, Citation], known: Mapping[str, Any], sources: Collection[str]
    ) -> None:
        self._reader = reader
        self._known = known
        self._sources = sources
        self._cited = reader.cited(cites, known)

    def read(self, raw: Any, path: Path) -> Question | None:
        reader = self._reader
        reader.question = raw.get("id") if isinstance(raw, dict) and isinstance(raw.get("id"), str) else None
        reader.question_ids.append(reader.question)
        if not isinstance(raw, dict):
            reader.report("QZ203", f"A question is a table, not {kind_of(raw)}.", path)
            return None
        kind = raw.get("type")
        if kind is None:
            reader.report("QZ202", "`type` is missing.", path, f"Add `type = …`: one of {', '.join(TYPES)}.")
            return None
        model = TYPES.get(kind) if isinstance(kind, str) else None
        if model is None:
            meant = did_you_mean(kind, TYPES) if isinstance(kind, str) else None
            note = f"Did you mean “{meant}”?" if meant else f"The types are {', '.join(TYPES)}."
            shown = show_line(str(kind))
            reader.report("QZ204", f"“{shown}” is not a type of question.", (*path, "type"), note)
            return None
        return reader.table(model, raw, path, **self._built(model, raw, path))

    def _built(self, model: type[Question], raw: Data, path: Path) -> dict[str, Any]:
        """The parts that refer to citations, options among them."""
        reader = self._reader
        built = _lists(reader, raw, path, self._cited, ("cite", "context"))
        if "allow" in raw:
            built["allow"] = reader.allowances(raw, path)
        _check_texts(reader, raw, path, ("explain", "hint"), self._known)
        if model is FindEvidence and "also" in raw:
            built["also"] = reader.many(raw, "also", self._alternative, path)
        if model is Match and "pairs" in raw:
            built["pairs"] = reader.many(raw, "pairs", lambda item, at: self._with_cite(Pair, item, at), path)
        if model is Order and "items" in raw:
            built["items"] = reader.many(raw, "items", lambda item, at: self._with_cite(Step, item, at), path)
        for key, is_list in _OPTIONS.items():
            if key not in raw or model.__annotations__.get(key) not in (Option, tuple[Option, ...]):
                continue
            if is_list:
                built[key] = reader.many(raw, key, self._option, path)
            elif (option := self._option(raw[key], (*path, key))) is not None:
                built[key] = option
        return built

    def _alternative(self, raw: Any, path: Path) -> tuple[Citation, ...] | None:
        if not isinstance(raw, list) or not raw:
            self._reader.report("QZ203", "An item of `also` is a list of citations.", path)
            return None
        made = [self._cited(item, (*path, index)) for index, item in enumerate(raw)]
        return tuple(citation for citation in made if citation is not None)

    def _with_cite(self, model: type[Any], raw: Any, path: Path) -> Any:
        built = _lists(self._reader, raw, path, self._cited) if isinstance(raw, dict) else {}
        return self._reader.table(model, raw, path, **built)

    def _option(self, raw: Any, path: Path) -> Option | None:
        reader = self._reader
        if isinstance(raw, str):
            return Option(text=raw)
        if not isinstance(raw, dict):
            reader.report("QZ203", f"An option is text or a table, not {kind_of(raw)}.", path)
            return None
        _check_texts(reader, raw, path, ("why",), self._known)
        option = reader.table(Option, raw, path, **_lists(reader, raw, path, self._cited))
        if option is None:
            return None
        if ("text" in raw) == ("source" in raw):
            reader.report("QZ203", "An option has either `text` or `source`.", path)
            return None
        if option.source is not None and option.source not in self._sources:
            report_unknown_source(reader, option.source, (*path, "source"), self._sources)
        return option


def report_unknown_source(reader: Reader, slug: str, path: Path, sources: Collection[str]) -> None:
    """Reports a source that does not exist. It is never repaired: a wrong source is a wrong claim."""
    meant = did_you_mean(slug, sources)
    note = f"Did you mean “{meant}”?" if meant else f"The sources are {', '.join(sources) or 'none yet'}."
    reader.report("QZ302", f"No source is named “{show_line(slug)}”.", path, note)


def _section(reader: Reader, raw: Any, path: Path, known: Mapping[str, Any]) -> Section | None:
    if isinstance(raw, dict):
        _check_texts(reader, raw, path, ("text",), known)
    return reader.table(Section, raw, path)


def _check_texts(reader: Reader, raw: Data, path: Path, keys: tuple[str, ...], known: Mapping[str, Any]) -> None:
    for key in keys:
        if isinstance(raw.get(key), str):
            reader.check_marks(raw[key], known, (*path, key))


def _lists(
    reader: Reader, raw: Data, path: Path, cited: Any, keys: tuple[str, ...] = ("cite",)
) -> dict[str, tuple[Citation, ...]]:
    return {key: reader.many(raw, key, cited, path) for key in keys if key in raw}


def _check_format(reader: Reader, raw: Data) -> None:
    value = raw.get("format")
    if value is None:
        reader.report("QZ202", "`format` is missing.", (), "Add `format = 1`.")
    elif value != 1 or isinstance(value, bool):
        reader.report("QZ203", "`format` takes 1, the only format there is.", ("format",))


def _without(raw: Data, key: str) -> Data:
    return {name: value for name, value in raw.items() if name != key}


def _lines(text: str, start: int) -> tuple[Sentence, ...]:
    """The lines of a source's body, which begins at `start`."""
    lines: list[Sentence] = []
    paragraph = number = 0
    open_paragraph = False
    at = start
    for line in text[start:].split("\n"):
        marker = next((m for m in _MARKERS if line.startswith(m)), "")
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
    read = workspace.data(f"seeds/{header.original}")
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
    body = [(word, line.span.start + at.start()) for line in source.lines for at in re.finditer(r"\S+", line.text)
            for word in [at.group()]]  # fmt: skip
    if [word for word, _ in body] == original:
        return
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
    reader.report("QZ303", message, (), "Words are never touched: put back what the original says.",
                  span=Span(here[1], here[1] + len(here[0])))  # fmt: skip
