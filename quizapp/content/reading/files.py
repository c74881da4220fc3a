"""Reads the files of a course: what each kind of file holds, and which of its keys refer to what."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from quizapp.content.approval import Approval
from quizapp.content.citation import Citation
from quizapp.content.glossary import Dispute, Entry, Glossary, Position
from quizapp.content.lesson import Course, Lesson, Section
from quizapp.content.question import TYPES, Choice, FindEvidence, Match, Option, Order, Pair, Question, Select, Step
from quizapp.content.reading.citing import CitingReader
from quizapp.content.reading.kinds import toml_kind_of
from quizapp.content.reading.reader import Reader, is_slug
from quizapp.content.reading.texts import MAX_OPTION, MAX_PROMPT, check_not_empty, check_not_too_long
from quizapp.text.characters import show_line
from quizapp.text.document import Data
from quizapp.text.slips import did_you_mean
from quizapp.text.span import Path

T = TypeVar("T")
_OPTIONS: Mapping[type[Question], tuple[str, ...]] = {
    Choice: ("answer", "distractors"),
    Select: ("answers", "distractors"),
}
"""The keys that hold options, `answer` one of them and the others a list."""
_ITEMS = ("answers", "distractors", "pairs", "items", "also")
"""The lists of a question whose items are pointed at by their place."""
_QUESTION_KEYS = frozenset(field.name for model in TYPES.values() for field in fields(model))
_GLOSSARY_KEYS = ("format", "cites", "entries", "disputes")


def read_course(reader: Reader) -> Course | None:
    """`lessons/course.toml`."""
    raw = reader.data()
    if raw is None:
        return None
    _check_format(reader, raw)
    course = reader.table(Course, _without(raw, "format"), (), {"allow": reader.allowances(raw, ())})
    if course is not None and not is_slug(course.id):
        reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.", ("id",))
        return None
    if course is not None:
        check_not_too_long(reader, ("title",), course.title, MAX_OPTION)
        check_not_too_long(reader, ("summary",), course.summary, MAX_PROMPT)
    return course


def read_lesson(reader: CitingReader, slug: str, sources: Collection[str]) -> Lesson | None:
    """A lesson; None where it, or one of its questions, cannot be built."""
    raw = reader.data()
    if raw is None:
        return None
    _check_format(reader, raw)
    cites = reader.named_citations(raw)
    known = raw["cites"] if isinstance(raw.get("cites"), dict) else {}
    questions = _Questions(reader, cites, known, sources)
    sections = reader.many(
        raw, "sections", lambda item, at: _kept(_section(reader, item, at, known), at, reader.sections), ()
    )
    if raw.get("sections") == []:
        reader.report("QZ203", "The lesson has no section.", ("sections",), "Add a [[sections]] table.")
    if raw.get("questions") == []:
        reader.report("QZ105", "The lesson has no questions.", ("questions",), "Add a [[questions]] table.")
    reader.allowed = reader.allowances(raw, ())
    built: dict[str, Any] = {"slug": slug, "cites": cites, "allow": reader.allowed}
    if "sections" in raw:
        built["sections"] = sections
    if "questions" in raw:
        built["questions"] = reader.many(raw, "questions", questions.read, ())
        reader.question = None
    return reader.table(Lesson, _without(raw, "format"), (), built)


def _is_whole(reader: Reader, path: Path, keys: Iterable[str]) -> bool:
    """Whether every item of these lists could be built, so that each has the place that it has in the file."""
    return not reader.incomplete or reader.incomplete.isdisjoint((*path, key) for key in keys)


def _kept(built: T | None, at: Path, place: dict[int, T]) -> T | None:
    """What was built, remembered by its place in the list that `at` leads into."""
    if built is not None and isinstance(at[-1], int):
        place[at[-1]] = built
    return built


def read_approvals(reader: Reader, tables: Data | None = None) -> dict[str, Approval]:
    """`lessons/approvals.toml`, by `lesson/question`, or those of its tables that were read; it may hold none yet."""
    approvals: dict[str, Approval] = {}
    for item, raw in (tables or reader.data(may_be_empty=True) or {}).items():
        approval = reader.table(Approval, raw, (item,))
        if approval is not None:
            check_not_empty(reader, (item, "by"), approval.by)
            approvals[item] = approval
    return approvals


def read_glossary(reader: CitingReader) -> Glossary:
    """`lessons/glossary.toml`; what cannot be built is left out."""
    raw = reader.data()
    if raw is None:
        return Glossary()
    reader.ids = set()
    _check_format(reader, raw)
    for key in raw:
        if key not in _GLOSSARY_KEYS:
            reader.unknown_key(key, raw, _GLOSSARY_KEYS, (key,))
    cites = reader.named_citations(raw)
    reading = _GlossaryReading(reader, cites, raw["cites"] if isinstance(raw.get("cites"), dict) else {})
    return Glossary(
        entries=reader.many(raw, "entries", reading.entry, ()),
        disputes=reader.many(raw, "disputes", reading.dispute, ()),
        cites=cites,
    )


class _GlossaryReading:
    """Reads the entries and disputes of the glossary."""

    def __init__(self, reader: CitingReader, cites: dict[str, Citation], known: Mapping[str, Any]) -> None:
        self._reader = reader
        self._known = known
        self._cited = reader.cited(cites, known)

    def entry(self, raw: Any, path: Path) -> Entry | None:
        self._declare(raw)
        built = self._lists(raw, path, "role")
        if isinstance(raw, dict) and "allow" in raw:
            built["allow"] = self._reader.allowances(raw, path)
        return _kept(self._reader.table(Entry, raw, path, built), path, self._reader.entries)

    def _declare(self, raw: Any) -> None:
        if isinstance(raw, dict) and isinstance(raw.get("id"), str) and self._reader.ids is not None:
            self._reader.ids.add(raw["id"])

    def dispute(self, raw: Any, path: Path) -> Dispute | None:
        self._declare(raw)
        built: dict[str, Any] = {}
        if isinstance(raw, dict) and "positions" in raw:
            built["positions"] = self._reader.many(raw, "positions", self._position, path)
            if isinstance(raw["positions"], list) and len(raw["positions"]) < 2:
                self._reader.report("QZ203", "The dispute has fewer than two positions.", (*path, "positions"),
                                    "Give each side one, with what its source says.")  # fmt: skip
        dispute = self._reader.table(Dispute, raw, path, built)
        return _kept(dispute, path, self._reader.disputes) if _is_whole(self._reader, path, ("positions",)) else None

    def _position(self, raw: Any, path: Path) -> Position | None:
        return self._reader.table(Position, raw, path, self._lists(raw, path, "says"))

    def _lists(self, raw: Any, path: Path, text: str) -> dict[str, Any]:
        if not isinstance(raw, dict):
            return {}
        _check_texts(self._reader, raw, path, (text,), self._known)
        return _lists(self._reader, raw, path, self._cited)


class _Questions:
    """Reads the questions of a lesson."""

    def __init__(
        self, reader: CitingReader, cites: dict[str, Citation], known: Mapping[str, Any], sources: Collection[str]
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
            reader.report("QZ203", f"A question is a table, not {toml_kind_of(raw)}.", path)
            return None
        kind = raw.get("type")
        if kind is None:
            misspelt = next((key for key in raw if key not in _QUESTION_KEYS and did_you_mean(key, ["type"])), None)
            if misspelt is not None:
                reader.unknown_key(misspelt, raw, ["type"], (*path, misspelt))
                return None
            reader.report("QZ202", "`type` is missing.", path, f"Add `type = …`: one of {', '.join(TYPES)}.")
            return None
        model = TYPES.get(kind) if isinstance(kind, str) else None
        if model is None:
            meant = did_you_mean(kind, TYPES) if isinstance(kind, str) else None
            note = f"Did you mean “{meant}”?" if meant else f"The types are {', '.join(TYPES)}."
            shown = show_line(str(kind))
            reader.report("QZ204", f"“{shown}” is not a type of question.", (*path, "type"), note)
            return None
        built = self._built(model, raw, path)
        question = reader.table(model, raw, path, built)
        return _kept(question, path, reader.questions) if _is_whole(reader, path, _ITEMS) else None

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
        for key in _OPTIONS.get(model, ()):
            if key not in raw:
                continue
            if key != "answer":
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
        return self._reader.table(model, raw, path, built)

    def _option(self, raw: Any, path: Path) -> Option | None:
        reader = self._reader
        if isinstance(raw, str):
            return Option(text=raw)
        if not isinstance(raw, dict):
            reader.report("QZ203", f"An option is text or a table, not {toml_kind_of(raw)}.", path)
            return None
        _check_texts(reader, raw, path, ("why",), self._known)
        option = reader.table(Option, raw, path, _lists(reader, raw, path, self._cited))
        if option is None:
            return None
        if ("text" in raw) == ("source" in raw):
            message = f"The option has {'both `text` and' if 'text' in raw else 'neither `text` nor'} `source`."
            reader.report("QZ203", message, path, "An option is a text, or a source as the answer.")
            return None
        if option.source is not None and option.source not in self._sources:
            report_unknown_source(reader, option.source, (*path, "source"), self._sources)
        return option


def report_unknown_source(reader: Reader, slug: str, path: Path, sources: Collection[str]) -> None:
    """Reports a source that does not exist. It is never repaired: a wrong source is a wrong claim."""
    likely = reader.meant(slug, sources).likely
    note = f"Did you mean “{likely}”?" if likely else f"The sources are {', '.join(sources) or 'none yet'}."
    reader.report("QZ302", f"No source is named “{show_line(slug)}”.", path, note)


def _section(reader: CitingReader, raw: Any, path: Path, known: Mapping[str, Any]) -> Section | None:
    if isinstance(raw, dict):
        _check_texts(reader, raw, path, ("text",), known)
    return reader.table(Section, raw, path)


def _check_texts(reader: CitingReader, raw: Data, path: Path, keys: tuple[str, ...], known: Mapping[str, Any]) -> None:
    for key in keys:
        text = raw.get(key)
        if isinstance(text, str) and "[@" in text:
            reader.check_marks(text, known, (*path, key))


def _lists(reader: Reader, raw: Data, path: Path, cited: Any, keys: tuple[str, ...] = ("cite",)) -> dict[str, Any]:
    return {key: reader.many(raw, key, cited, path) for key in keys if key in raw}


def _check_format(reader: Reader, raw: Data) -> None:
    value = raw.get("format")
    if value is None:
        reader.report("QZ202", "`format` is missing.", (), "Add `format = 1`.")
    elif value != 1 or isinstance(value, bool):
        reader.report("QZ203", "`format` takes 1, the only format there is.", ("format",))


def _without(raw: Data, key: str) -> Data:
    return {name: value for name, value in raw.items() if name != key}
