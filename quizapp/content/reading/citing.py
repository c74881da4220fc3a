"""Reads files that cite: named citations, citations in place, and marks in prose."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from quizapp.content.base import Allowance
from quizapp.content.citation import Citation, CitationAt
from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Section
from quizapp.content.prose import MARK
from quizapp.content.question import Question
from quizapp.content.reading.kinds import toml_kind_of
from quizapp.content.reading.reader import Reader
from quizapp.content.reading.texts import MAX_SECTION, check_not_too_long
from quizapp.diagnostics import Edit, Fix
from quizapp.text.characters import show_line
from quizapp.text.document import Data
from quizapp.text.span import Path
from quizapp.text.toml import quoted


@dataclass
class CitingReader(Reader):
    """Reads one file that cites, and collects its citations."""

    citations: list[CitationAt] = field(default_factory=list)
    sections: dict[int, Section] = field(default_factory=dict)
    """Those of a lesson that could be read, by their place in the file."""
    questions: dict[int, Question] = field(default_factory=dict)
    """The same of its questions."""
    allowed: tuple[Allowance, ...] = ()
    """The lesson's own allowances."""
    ids: set[str] | None = None
    """Of all entries and disputes of a glossary, those that could not be read too; None until it is read."""
    entries: dict[int, Entry] = field(default_factory=dict)
    """The same of the glossary's entries."""
    disputes: dict[int, Dispute] = field(default_factory=dict)
    """The same of its disputes."""

    def named_citations(self, raw: Data) -> dict[str, Citation]:
        """The table `[cites]`."""
        table = raw.get("cites", {})
        if not isinstance(table, dict):
            self.report("QZ203", f"`cites` takes tables, not {toml_kind_of(table)}.", ("cites",))
            return {}
        named: dict[str, Citation] = {}
        for name, value in table.items():
            citation = self.citation(value, ("cites", name), name=name)
            if citation is not None:
                named[name] = citation
        return named

    def citation(self, raw: Any, path: Path, *, name: str | None = None) -> Citation | None:
        """One citation as it is written: source, quote, at, part."""
        citation = self.table(Citation, raw, path, None if name is None else {"name": name})
        if citation is None:
            return None
        if not citation.quote[:1].isalnum() and not any(map(str.isalnum, citation.quote)):
            self.report("QZ203", "The quote has no word in it.", (*path, "quote"), "Quote the words that carry it.")
            return None
        if len(citation.quote) > MAX_SECTION:
            check_not_too_long(self, (*path, "quote"), citation.quote, MAX_SECTION)
            return None
        self.citations.append(CitationAt(citation, path))
        return citation

    def cited(self, named: dict[str, Citation], known: Collection[str]) -> Callable[[Any, Path], Citation | None]:
        """Builds an item of a `cite` list: a name, or a citation in place."""

        def build(raw: Any, path: Path) -> Citation | None:
            if isinstance(raw, dict):
                return self.citation(raw, path)
            if not isinstance(raw, str):
                self.report("QZ203", f"A citation is a name or a table, not {toml_kind_of(raw)}.", path)
                return None
            if raw not in known:
                self.unknown_citation(raw, known, path)
            return named.get(raw)

        return build

    def unknown_citation(self, name: str, known: Collection[str], path: Path, *, mark: bool = False) -> None:
        """Reports a name that stands under no `[cites]`; `mark` says that it stands in prose."""
        likely, sure = self.meant(name, known)
        notes = [f"Add a table [cites.{show_line(name)}] with source and quote."]
        if likely:
            notes = [f"Did you mean “{likely}”?"]
        fix = self._rename(name, sure, path, mark=mark) if sure else None
        at = self.words_at(path, f"[@{name}]") if mark else path
        self.report("QZ205", f"No citation is named “{show_line(name)}”.", at, *notes, fix=fix)

    def _rename(self, name: str, sure: str, path: Path, *, mark: bool) -> Fix | None:
        title = f"Write “{sure}”"
        if not mark:
            return self.replace_with(title, path, quoted(sure))
        span = self.document.find(path, f"[@{name}]")
        return Fix(title, (Edit(self.file, span, f"[@{sure}]"),)) if span else None

    def check_marks(self, text: str, known: Collection[str], path: Path) -> None:
        """Reports every `[@name]` that names no citation, each name once a text."""
        for name in dict.fromkeys(MARK.findall(text)):
            if name not in known:
                self.unknown_citation(name, known, path, mark=True)
