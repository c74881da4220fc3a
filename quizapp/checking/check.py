"""The check of a whole course, as one report."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.checking.digest import Digests, whole
from quizapp.checking.findings import findings, is_settled
from quizapp.checking.subject import Facts
from quizapp.content.documents import Documents
from quizapp.content.library import Library
from quizapp.diagnostics import CATALOGUE, Diagnostic, Severity
from quizapp.text.span import Place


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was checked, and how much is reported."""

    sources: int
    sentences: int
    lessons: int
    questions: int
    citations: int
    errors: int
    warnings: int
    notes: int


class Finding(NamedTuple):
    """A diagnostic and its place in lines and columns."""

    diagnostic: Diagnostic
    place: Place | None
    """None where the finding has no place: it is about the course, or a file that could not be read as text."""
    line: str = ""
    """The text of the first line of the place."""
    edit_places: tuple[Place, ...] = ()
    """Where each edit of the fix stands."""

    @property
    def file(self) -> str | None:
        """The file it is in, relative to the course."""
        location = self.diagnostic.location
        return None if location is None else location.file


@dataclass(frozen=True, slots=True)
class Report:
    """What one check found, in an order that does not depend on anything but the findings."""

    course: str
    """The course's id."""
    counts: Counts
    findings: tuple[Finding, ...]

    def fails(self, *, strict: bool = False) -> bool:
        """Whether the course does not pass: it has errors, or with `strict` warnings."""
        return self.counts.errors > 0 or (strict and self.counts.warnings > 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the findings to report; nothing given is everything."""

    select: Collection[str] = ()
    """Codes of rules."""
    ignore: Collection[str] = ()
    within: Collection[str] | None = None
    """Files and folders, relative to the course; `""` is the course itself."""
    notes: bool = False
    """Whether to report also the notes on approved questions, and those that are about no question."""
    strict: bool = False
    """Whether warnings fail the course, and only approvals that were read count."""

    def takes(self, diagnostic: Diagnostic, facts: Facts) -> bool:
        """Whether a finding is to be reported."""
        if diagnostic.severity is Severity.NOTE and not self.notes:
            return not is_settled(facts, diagnostic.lesson, diagnostic.question) and self.covers(diagnostic)
        return self.covers(diagnostic)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is of the rules and files that are asked for.

        What could not be read (QZ1) can be neither left unselected nor ignored, and a finding without a place belongs
        to every path: whatever was not checked is never passed in silence.
        """
        code = diagnostic.rule.code
        if not code.startswith("QZ1") and ((self.select and code not in self.select) or code in self.ignore):
            return False
        location = diagnostic.location
        return location is None or self.within is None or any(_holds(path, location.file) for path in self.within)


ALL = Wanted()


def check(library: Library, wanted: Wanted = ALL, facts: Facts | None = None) -> Report:
    """Check a course against all of itself and report what is wanted of the findings.

    Args:
        library: the course.
        wanted: what to report.
        facts: where to work out what the rules share, for whoever keeps it.
    """
    course = whole(facts or Facts(library, wanted.strict))
    found = (placed(library, d) for d in findings(course, settled=wanted.notes) if wanted.takes(d, course.facts))
    return report(library, course.digests, found)


def report(library: Library, lessons: Digests, found: Iterable[Finding]) -> Report:
    """The report of a whole course, whose lessons are these."""
    found = tuple(sorted(found, key=_order))
    severities = [finding.diagnostic.severity for finding in found]
    counts = Counts(
        sources=len(library.sources),
        sentences=sum(len(source.sentences) for source in library.sources.values()),
        lessons=len(lessons.lessons) + lessons.broken,
        questions=sum(lesson.questions for lesson in lessons.lessons),
        citations=len(lessons.cited),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.NOTE),
    )
    return Report(library.course.id, counts, found)


def changed(library: Library) -> Sequence[str]:
    """The files of lessons that were changed while others were looked through, so that findings lost their place."""
    return library.documents.changed() if isinstance(library.documents, Documents) else ()


def unmatched(library: Library, within: Collection[str], lessons: Iterable[str] = ()) -> tuple[str, ...]:
    """The paths that hold nothing that is checked; `lessons` are files of which the library has nothing."""
    if not within:
        return ()
    documents = library.documents
    read = documents.files() if isinstance(documents, Documents) else documents
    files = {*lessons, *read, *(source.file for source in library.sources.values())}
    files |= {f"seeds/{source.header.original}" for source in library.sources.values()}
    files |= {d.location.file for d in library.diagnostics if d.location is not None}
    return tuple(path for path in within if not any(_holds(path, file) for file in files))


def rules_named(word: str) -> frozenset[str]:
    """The codes that `word` means: a code, a rule's name, or the beginning of a family's codes such as `QZ3`."""
    lowered = word.casefold()
    return frozenset(
        rule.code
        for rule in CATALOGUE.values()
        if rule.name == lowered or (len(lowered) > 2 and rule.code.casefold().startswith(lowered))
    )


def _holds(path: str, file: str) -> bool:
    return not path or file == path or file.startswith(f"{path}/")


def placed(library: Library, diagnostic: Diagnostic) -> Finding:
    """A diagnostic with its place in a file of the course."""
    location = diagnostic.location
    document = None if location is None else library.documents.get(location.file)
    if location is None or document is None:
        return Finding(diagnostic, None)
    place = location.place_in(document)
    edits = () if diagnostic.fix is None else diagnostic.fix.edits
    edit_places = tuple(library.documents[edit.file].place(edit.span) for edit in edits)
    return Finding(diagnostic, place, document.line(place.line), edit_places)


def _order(finding: Finding) -> tuple[str, tuple[int, ...], str, str]:
    return finding.file or "", finding.place or (), finding.diagnostic.rule.code, finding.diagnostic.message
