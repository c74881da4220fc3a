"""From TOML to models, with every mistake of a file at once.

A table is taken apart here only as far as needed to say one thing per mistake: unknown and missing keys are named, then
`pydantic` validates what each key holds. What was already built (citations, options) passes through as it is.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

from quizapp.content.base import Allowance
from quizapp.content.reading.building import Keys, are_plain, build, keys_of
from quizapp.content.reading.kinds import called, repair, takes, toml_kind_of
from quizapp.diagnostics import CATALOGUE, Diagnostic, Edit, Fix, Location
from quizapp.text.characters import INVISIBLE, describe, forbidden, forbidden_runs, harmless, show_line
from quizapp.text.document import Data, Document, TomlError, number_fits
from quizapp.text.similar import Effort
from quizapp.text.slips import Known, Meant, did_you_mean, meant
from quizapp.text.span import Path, Span

T = TypeVar("T")

_CODES = {"syntax": "QZ101", "nesting": "QZ102", "number": "QZ104"}
ALLOWED = ("QZ4", "QZ5")
"""The families of rules whose findings an author may allow, with a reason."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_RUNS = 20  # places with forbidden characters that are reported of one file: what is no text has millions
_LONGEST_MESSAGE = 1000  # code points; it may name what is millions long
_REPAIRS = {
    "syntax": "Mend this line or the one before it: a bracket or quotation mark may be open. What has quotation marks "
    "inside is easiest between triple ones.",
    "nesting": "Flatten the file.",
    "number": "Write a number of at most 18 digits, or put it in quotation marks as text.",
}


@dataclass
class Reader:
    """Reads one file: collects what was built and what is wrong."""

    document: Document
    lesson: str | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    question: str | None = None
    """The id of the question that is read, for findings in it."""
    incomplete: set[Path] = field(default_factory=set)
    """The lists of which an item could not be built."""
    question_ids: list[str | None] = field(default_factory=list)
    """The ids of the questions that were read, None where there is none."""
    effort: Effort = field(default_factory=Effort, repr=False)
    """What may be spent on suggestions."""
    known: Known = field(default_factory=Known, repr=False)
    """The names that are suggested, made ready for all files of a course."""
    _touched: set[Path] = field(default_factory=set, repr=False)
    """Every path at which, or inside which, something was reported."""

    @property
    def file(self) -> str:
        """The file that is read, relative to the course."""
        return self.document.file

    def report(
        self,
        code: str,
        message: str,
        at: Path | Span | Location = (),
        *notes: str,
        on_key: bool = False,
        fix: Fix | None = None,
    ) -> None:
        """Adds a finding at a path, or at a span of the file's text; a note says what helps."""
        if not isinstance(at, Location):
            path, span = ((), at) if isinstance(at, Span) else (at, None)
            at = Location(self.file, path, span, on_key=on_key)
        if len(message) > _LONGEST_MESSAGE:
            message = f"{message[:_LONGEST_MESSAGE]}…"
        around = at.path
        while around not in self._touched:
            self._touched.add(around)
            around = around[:-1]
        self.problems.append(Diagnostic(CATALOGUE[code], message, at, self.lesson, self.question, notes=notes, fix=fix))

    def is_wrong(self, path: Path) -> bool:
        """Whether something was reported at a path, or inside."""
        return path in self._touched

    def in_order(self) -> list[Diagnostic]:
        """The findings by place, then by code."""
        starts = [found.location.span_in(self.document).start if found.location else -1 for found in self.problems]
        order = sorted(
            range(len(starts)), key=lambda i: (starts[i], self.problems[i].rule.code, self.problems[i].message)
        )
        return [self.problems[index] for index in order]

    def words_at(self, path: Path, words: str) -> Location:
        """The place of some words in the value at a path; of all of it where they are written otherwise."""
        return Location(self.file, path, self.document.find(path, words))

    def data(self, *, may_be_empty: bool = False) -> Data | None:
        """The file as data, or None where it is not TOML or empty.

        Forbidden characters and numbers are reported; what else is wrong is looked for as if the characters were not
        there and the numbers were 0.
        """
        document, part = self.document, self.document.part
        runs = list(islice(forbidden_runs(document.text[part.start : part.end]), _MOST_RUNS))
        for run in runs:
            self._forbidden_run(Span(*run).shift(part.start))
        try:
            data = document.data()
        except TomlError as error:
            span = error.span or Span(0, 0)
            if not runs or forbidden(document.text[span.start : span.end]) is None:
                self.report(_CODES[error.kind], error.message, span, _REPAIRS[error.kind])
            return None
        if not data and not may_be_empty:
            self.report("QZ202", "Nothing is written here.", Span(part.start, part.start), "Write it or delete it.")
            return None
        escaped = document.text.find("\\", part.start, part.end) >= 0  # an escape can hold any character
        if runs or escaped or not document.numbers_fit:
            self._mend(data, texts=escaped or bool(runs))
        return data

    def _forbidden_run(self, span: Span) -> None:
        held = self.document.text[span.start : span.end]
        fix = None
        if set(held) <= INVISIBLE:
            fix = Fix("Delete the invisible character", (Edit(self.file, span, ""),))
        self.report("QZ103", f"The file holds {describe(held[0])}.", span, "Delete the character.", fix=fix)

    def _mend(self, data: Data, *, texts: bool) -> None:
        """Puts what may stand there for every number that does not fit and, with `texts`, forbidden characters."""
        waiting: list[tuple[Path, Any]] = [((), data)]
        while waiting:
            path, table = waiting.pop()
            for key, value in table.items() if isinstance(table, dict) else enumerate(table):
                if texts and isinstance(key, str) and (forbidden(key) is not None or "\n" in key):
                    self._forbidden_in(key, (*path, key), on_key=True)
                if isinstance(value, dict | list):
                    waiting.append(((*path, key), value))
                elif isinstance(value, str):
                    if texts and forbidden(value) is not None:
                        self._forbidden_in(value, (*path, key))
                        table[key] = harmless(value)
                elif isinstance(value, int | float) and not number_fits(value):
                    self.report("QZ104", "The number is too large or not finite.", (*path, key), _REPAIRS["number"])
                    table[key] = type(value)(0)

    def _forbidden_in(self, text: str, path: Path, *, on_key: bool = False) -> None:
        span = self.document.span(path, on_key=on_key)
        if forbidden(self.document.text[span.start : span.end]) is None:  # else it is told of where it stands
            offset = forbidden(text)
            held = describe(text[offset] if offset is not None else "\n")
            message = f"The {'key' if on_key else 'text'} holds {held}."
            self.report("QZ103", message, path, "Delete the character.", on_key=on_key)

    def table(self, model: type[T], raw: Any, path: Path, built: Mapping[str, Any] | None = None) -> T | None:
        """A table as a model, or None where something is wrong with it.

        Args:
            model: the dataclass to build; a field with the metadata `hidden` is no key of the file.
            raw: what the file holds.
            path: where it stands.
            built: values that were read already; they stand for the keys of the same name.
        """
        if not isinstance(raw, dict):
            self.report("QZ203", f"{called(path)} takes a table, not {toml_kind_of(raw)}.", path)
            return None
        keys = keys_of(model)
        instance = build(model, raw, built or {})
        if instance is not None and (not keys.hidden or keys.hidden.isdisjoint(raw)):
            return instance
        before = len(self.problems)
        values: Data = {**raw, **(built or {})}
        if not (raw.keys() <= keys.every and keys.required <= values.keys()):
            self._other_keys(keys, raw, values, path)
            values = {key: value for key, value in raw.items() if key in keys.every} | dict(built or {})
        instance = build(model, values, {}) if keys.required <= values.keys() else None
        if instance is None and not are_plain(model, values):
            instance = self._validate(model, values, path, raw)
        return instance if len(self.problems) == before and raw.keys() <= keys.every else None

    def _other_keys(self, keys: Keys, raw: Data, values: Data, path: Path) -> None:
        """Reports keys that the format does not know, and required ones that are missing."""
        misspelt = {self.unknown_key(key, raw, keys.every, (*path, key)) for key in raw if key not in keys.every}
        for name in keys.required:
            if name not in values and name not in misspelt:
                self.report("QZ202", f"`{name}` is missing.", path, f"Add `{name} = …`.")

    def _validate(self, model: type[T], values: Data, path: Path, raw: Data) -> T | None:
        from pydantic import ValidationError

        try:
            instance: T = _adapter(cast("Hashable", model)).validate_python(values)
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                where = (*path, *_real_path(raw, detail["loc"]))
                if detail["type"] == "missing" or self.is_wrong(where):
                    continue
                self._wrong_value(detail, raw, where, where[len(path) :])
            return None
        return instance

    def _wrong_value(self, detail: Any, raw: Data, path: Path, inside: Path) -> None:
        value: Any = raw
        for part in inside:
            value = value[part]
        if detail["type"] == "literal_error":
            options = [word.strip("' ") for word in detail["ctx"]["expected"].replace(" or ", ",").split(",")]
            likely = did_you_mean(value, options) if isinstance(value, str) else None
            notes = [f"Did you mean “{likely}”?"] if likely else []
            self.report("QZ203", f"{called(path)} takes one of {', '.join(options)}.", path, *notes)
            return
        words = takes(detail["type"])
        message = f"{called(path)} {words}, not {toml_kind_of(value)}."
        self.report("QZ203", message, path, *repair(detail["type"]))

    def unknown_key(self, key: str, table: Data, known: Iterable[str], path: Path) -> str | None:
        """Reports a key that the format does not know; returns what was likely meant."""
        if forbidden(key) is not None:
            return harmless(key)
        likely, sure = meant(key, [name for name in known if name not in table])
        notes = [f"Did you mean `{likely}`?"] if likely else []
        fix = self.replace_with(f"Rename the key to `{sure}`", path, sure, on_key=True) if sure else None
        self.report("QZ201", f"`{show_line(key)}` is not a key here.", path, *notes, on_key=True, fix=fix)
        return likely

    def meant(self, name: str, known: Collection[str]) -> Meant:
        """Which of the names that are known was meant by one that is not; nothing where effort is spent."""
        return self.known.meant(name, known, self.effort)

    def replace_with(self, title: str, path: Path, text: str, *, on_key: bool = False) -> Fix:
        """A safe fix that puts `text` in the place of a value or key."""
        return Fix(title, (Edit(self.file, self.document.span(path, on_key=on_key), text),))

    def many(self, raw: Data, key: str, build: Callable[[Any, Path], T | None], path: Path) -> tuple[T, ...]:
        """The list under `key`, each item built; what is no list is reported."""
        value = raw.get(key, [])
        if not isinstance(value, list):
            self.report(
                "QZ203",
                f"{called((*path, key))} takes a list, not {toml_kind_of(value)}.",
                (*path, key),
                *repair("list_type"),
            )
            return ()
        made = [build(item, (*path, key, index)) for index, item in enumerate(value)]
        whole: Any = made if all(made) else [item for item in made if item is not None]
        if len(whole) < len(made):
            self.incomplete.add((*path, key))
        return tuple(whole)

    def allowances(self, raw: Data, path: Path) -> tuple[Allowance, ...]:
        """The list `allow`."""
        return self.many(raw, "allow", self._allowance, path)

    def _allowance(self, raw: Any, path: Path) -> Allowance | None:
        allowance = self.table(Allowance, raw, path)
        if allowance is None:
            return None
        if allowance.rule not in CATALOGUE:
            likely = did_you_mean(allowance.rule, CATALOGUE)
            notes = [f"Did you mean “{likely}”?"] if likely else ["Name a rule by its code, such as QZ405."]
            self.report("QZ205", f"No rule is named “{show_line(allowance.rule)}”.", (*path, "rule"), *notes)
        elif not allowance.rule.startswith(ALLOWED):
            self.report("QZ203", f"{allowance.rule} cannot be allowed; only QZ4 and QZ5 can.", (*path, "rule"))
        elif not allowance.because.strip():
            self.report("QZ203", "`because` is empty.", (*path, "because"), "Say why the finding is accepted.")
        else:
            return allowance
        return None


def is_slug(text: str) -> bool:
    """Whether `text` is lower-case ASCII letters, digits and single hyphens."""
    return _SLUG.fullmatch(text) is not None


@cache
def _adapter(model: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def _real_path(raw: Any, loc: Iterable[str | int]) -> Path:
    """`loc` as far as it leads into `raw`: pydantic puts the tags of unions into it."""
    real: list[str | int] = []
    value = raw
    for part in loc:
        in_table = isinstance(value, dict) and part in value
        if not (in_table or (isinstance(value, list) and isinstance(part, int) and part < len(value))):
            break
        value = value[part]
        real.append(part)
    return tuple(real)
