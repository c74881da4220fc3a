"""Resolves the citations of files against the sources, and reports what is no evidence where it is written."""

from functools import cached_property

from quizapp.content.citation import Citation, CitationAt, Evidence
from quizapp.content.reading.citing import CitingReader
from quizapp.content.reading.files import report_unknown_source
from quizapp.content.resolve import Everywhere, Problem, SourceIndex, not_found_notes
from quizapp.content.source import Source
from quizapp.text.characters import show
from quizapp.text.similar import Effort
from quizapp.text.toml import quoted


class Later(Exception):  # noqa: N818 - not an error
    """A file cannot be read before those that come before it: they may use up what suggestions may cost."""


class NoEffort(Effort):
    """What may be spent by whoever does not know what others spent."""

    def affords(self, cost: int) -> bool:
        """Never says.

        Raises:
            Later: in any case.
        """
        raise Later(cost)


class Resolving:
    """The sources of a course that can be cited, and the evidence that was found in them."""

    def __init__(self) -> None:
        self.slugs: tuple[str, ...] = ()
        """Every source that has a file, broken ones too."""
        self._indexes: dict[str, SourceIndex] = {}
        self.evidence: dict[Citation, Evidence] = {}
        """Of every citation so far."""

    def add(self, source: Source) -> None:
        """A sound source, which may be cited from now on."""
        self._indexes[source.slug] = SourceIndex(source)

    @cached_property
    def _everywhere(self) -> Everywhere:
        """All of the sources; asked for when each of them was added."""
        return Everywhere(self._indexes.values())

    def resolve(self, reader: CitingReader) -> tuple[dict[Citation, Evidence], bool]:
        """The evidence of a file's citations, and whether all have some; what has none is reported where it stands."""
        evidence: dict[Citation, Evidence] = {}
        all_have = True
        for written in reader.citations:
            citation = written.citation
            found = self.evidence.get(citation)
            if found is None:
                index = self._indexes.get(citation.source)
                resolved = None if index is None else index.resolve(citation)
                if not isinstance(resolved, Evidence):
                    all_have = False
                    if index is None or resolved is None:
                        self._report_source(reader, written)
                    else:
                        self._report_problem(reader, written, resolved, index)
                    continue
                found = self.evidence[citation] = resolved
            evidence[citation] = found
        return evidence, all_have

    def _report_source(self, reader: CitingReader, written: CitationAt) -> None:
        slug = written.citation.source
        if slug in self.slugs:
            return  # The source itself is broken, and says so.
        _at_question(reader, written)
        report_unknown_source(reader, slug, (*written.path, "source"), self.slugs)

    def _report_problem(self, reader: CitingReader, written: CitationAt, problem: Problem, index: SourceIndex) -> None:
        path = (*written.path, problem.key)
        if reader.is_wrong(path):
            return
        _at_question(reader, written)
        notes = problem.notes
        if problem.code == "QZ301":
            notes = tuple(
                show(note) for note in not_found_notes(written.citation, index, self._everywhere, reader.effort)
            )
        fix = None
        own = index.typography.in_own_characters(written.citation.quote) if problem.code == "QZ301" else None
        if own is not None:
            fix = reader.replace_with("Write the quote in the source's own characters", path, quoted(own))
        elif problem.at is not None:
            fix = reader.replace_with(f"Write `at = {problem.at}`", path, str(problem.at))
        reader.report(problem.code, problem.message, path, *notes, fix=fix)


def _at_question(reader: CitingReader, written: CitationAt) -> None:
    reader.question = None
    if written.path[0] == "questions" and isinstance(written.path[1], int):
        reader.question = reader.question_ids[written.path[1]]
