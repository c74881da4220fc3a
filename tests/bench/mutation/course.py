"""A clean course to break: what its files hold, where each value is written, and what stands behind it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as Folder
from typing import Any, NamedTuple

import tomli

from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library, load
from quizapp.content.question import Question
from quizapp.content.source import Sentence
from quizapp.content.workspace import Workspace
from quizapp.text.document import Document
from quizapp.text.span import Path, Span

GLOSSARY = "lessons/glossary.toml"


class Edit(NamedTuple):
    """A replacement in a file's text."""

    span: Span
    text: str


@dataclass(frozen=True)
class Mutant:
    """A course with one thing changed in one file."""

    file: str
    edits: tuple[Edit, ...]
    what: str
    questions: frozenset[tuple[str, str]] = frozenset()
    """The lesson and id of every question that is changed, itself or in its evidence."""

    def text(self, clean: str) -> str:
        """The file's text with the change."""
        for span, text in sorted(self.edits, reverse=True):
            clean = clean[: span.start] + text + clean[span.end :]
        return clean


class Text(NamedTuple):
    """A text that is authored, and where its TOML value stands."""

    path: Path
    text: str


class Cited(NamedTuple):
    """A citation as it is written."""

    file: str
    path: Path
    raw: Mapping[str, Any]
    evidence: Evidence

    @property
    def quote(self) -> str:
        return str(self.raw["quote"])


class Asked(NamedTuple):
    """A question as it is written, and as it was read."""

    file: str
    lesson: str
    path: Path
    raw: Mapping[str, Any]
    question: Question

    @property
    def kind(self) -> str:
        return str(self.raw["type"])

    @property
    def recalls(self) -> bool:
        """Whether it asks for plain recall: `level` is `remember`."""
        return self.question.level == "remember"

    @property
    def framed(self) -> bool:
        return bool(self.question.frame)

    @property
    def prompt(self) -> Text:
        key = "claim" if self.kind == "evidence" else "prompt"
        return Text((*self.path, key), self.raw.get(key, ""))

    @property
    def is_statement(self) -> bool:
        """Whether its prompt states something, true or not."""
        return self.kind in ("boolean", "evidence")

    @property
    def keys(self) -> list[Text]:
        """The texts that it holds to be true."""
        raw = self.raw
        if self.kind == "boolean":
            return [self.prompt] if raw["answer"] else []
        if self.kind in ("choice", "short"):
            return self._options([("answer",)])
        if self.kind == "select":
            return self._options([("answers", i) for i in range(len(raw["answers"]))])
        if self.kind == "match":
            return self._options([("pairs", i, side) for i in range(len(raw["pairs"])) for side in ("left", "right")])
        if self.kind == "order":
            return self._options([("items", i, "text") for i in range(len(raw["items"]))])
        return []

    @property
    def distractors(self) -> list[Text]:
        key = "extra" if self.kind == "match" else "distractors"
        return self._options([(key, i) for i in range(len(self.raw.get(key, ())))])

    @property
    def explanations(self) -> list[Text]:
        found = [Text((*self.path, key), self.raw[key]) for key in ("explain", "hint") if key in self.raw]
        for index, option in enumerate(self.raw.get("distractors", ())):
            if isinstance(option, dict) and "why" in option:
                found.append(Text((*self.path, "distractors", index, "why"), option["why"]))
        return found

    def own_citations(self, key: Path) -> tuple[Citation, ...]:
        """The citations that carry the key at `key`."""
        inner: Any = self.question
        own: tuple[Citation, ...] = self.question.cite
        for part in key[len(self.path) :]:
            inner = inner[part] if isinstance(part, int) else getattr(inner, part)
            if not isinstance(inner, str | bool | int | float | tuple):
                own = (*own, *inner.cite)
        return own

    def _options(self, paths: Iterable[Path]) -> list[Text]:
        found = []
        for path in paths:
            value = at(self.raw, path)
            if isinstance(value, dict) and "text" in value:
                found.append(Text((*self.path, *path, "text"), value["text"]))
            elif isinstance(value, str):
                found.append(Text((*self.path, *path), value))
        return found


@dataclass(frozen=True)
class Course:
    """A course that has not been broken yet."""

    root: Folder

    @property
    def name(self) -> str:
        return self.library.course.id

    @cached_property
    def library(self) -> Library:
        return load(Workspace(self.root))

    @cached_property
    def data(self) -> Mapping[str, dict[str, Any]]:
        """What each TOML file, or header of a source, holds."""
        return {file: document.data() for file, document in self.library.documents.items()}

    @property
    def lessons(self) -> list[str]:
        """The files of the lessons."""
        return [lesson.file for lesson in self.library.lessons]

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        return tuple(
            Asked(lesson.file, lesson.slug, ("questions", index), raw, question)
            for lesson in self.library.lessons
            for index, (raw, question) in enumerate(
                zip(self.data[lesson.file]["questions"], lesson.questions, strict=True)
            )
        )

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation of lessons and glossary, where it is written."""
        return tuple(
            Cited(file, path, raw, self.library.evidence[Citation(**raw)])
            for file in (*self.lessons, GLOSSARY)
            for path, raw in walk(self.data[file])
            if isinstance(raw, dict) and "quote" in raw
        )

    def statements(self) -> Iterator[tuple[Asked, Text]]:
        """Keys and prompts with their questions; a key to type is a word or two and states nothing."""
        for asked in self.questions:
            keys = asked.keys
            yield from ((asked, key) for key in keys if asked.kind != "short")
            if asked.prompt not in keys and asked.prompt.text:
                yield asked, asked.prompt

    def sentences(self, citations: Iterable[Citation]) -> list[str]:
        """The sentences that citations stand for."""
        return [s.text for piece in self.library.evidence_of(citations) for s in piece.sentences]

    def original(self, file: str, span: Span) -> str:
        """The text of a file at a span."""
        return self.library.documents[file].text[span.start : span.end]

    def span(self, file: str, path: Path, *, on_key: bool = False) -> Span:
        """Where a value, or a key, is written."""
        span = self.library.documents[file].span(path, on_key=on_key)
        raw = self.original(file, span)
        stands = raw == path[-1] if on_key else tomli.loads(f"x = {raw}")["x"] == at(self.data[file], path)
        if not stands:
            message = f"{file} {path}: “{raw}” is not what stands there"
            raise AssertionError(message)
        return span

    def mutant(self, file: str, what: str, values: Mapping[Path, str]) -> Mutant:
        """A mutant in which values, by path, are written otherwise, as TOML."""
        edits = tuple(Edit(self.span(file, path), raw) for path, raw in values.items())
        touched = frozenset(question for path in values for question in self.touched(file, path))
        return Mutant(file, edits, what, touched)

    def rewritten(self, file: str, path: Path, text: str, what: str = "") -> Mutant:
        """A mutant in which the text at `path` is another."""
        before = at(self.data[file], path)
        return self.mutant(file, f"{what or place(file, path)}: {before!r} -> {text!r}", {path: toml(text)})

    def touched(self, file: str, path: Path) -> frozenset[tuple[str, str]]:
        """The questions that a change of the value at `path` changes, in themselves or in their evidence."""
        if path[:1] == ("questions",) and len(path) > 1:
            found = next(q for q in self.questions if q.file == file and q.path == path[:2])
            return frozenset([(found.lesson, found.question.id)])
        if path[:1] == ("cites",) and file in self.lessons:
            return self._citing[file, path[1]]
        return frozenset()

    def resting_on(self, sentence: tuple[str, int]) -> frozenset[tuple[str, str]]:
        """The questions whose evidence has this sentence of this source."""
        return frozenset(
            question
            for cited in self.citations
            if (cited.evidence.source.slug, sentence[1]) == sentence
            and any(s.number == sentence[1] for s in cited.evidence.sentences)
            for question in self.touched(cited.file, cited.path)
        )

    @cached_property
    def _citing(self) -> Mapping[tuple[str, Any], frozenset[tuple[str, str]]]:
        found: dict[tuple[str, Any], set[tuple[str, str]]] = {}
        for file in self.lessons:
            for name in self.data[file].get("cites", {}):
                found[file, name] = set()
        for asked in self.questions:
            for path, value in walk(asked.raw):
                listed = any(key in ("cite", "context", "also") for key in path)
                for name in self.data[asked.file].get("cites", {}):
                    if isinstance(value, str) and ((listed and value == name) or f"[@{name}]" in value):
                        found[asked.file, name].add((asked.lesson, asked.question.id))
        return {key: frozenset(questions) for key, questions in found.items()}

    def neighbours(self, sentence: Sentence, source: str) -> list[Sentence]:
        """The sentences before and after it in its source."""
        sentences = self.library.sources[source].sentences
        return [sentences[n - 1] for n in (sentence.number - 1, sentence.number + 1) if 0 < n <= len(sentences)]

    def document(self, file: str) -> Document:
        return self.library.documents[file]


def at(data: Any, path: Path) -> Any:
    """The value at a path."""
    for part in path:
        data = data[part]
    return data


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value, the inner ones after those that hold them, with its path."""
    yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from walk(value, (*path, key))


def toml(text: str, *, escaped: bool = False) -> str:
    """A text as TOML writes it; `escaped` writes what is not ASCII by its number."""
    return json.dumps(text, ensure_ascii=escaped)


def place(file: str, path: Path) -> str:
    """A path for people to read."""
    return f"{file.removeprefix('lessons/')} {'.'.join(map(str, path))}"
