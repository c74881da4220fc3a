"""The report for people: place, rule and message, the line with carets, notes, the fix; last a line of counts."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeAlias

from quizapp.checking.check import Counts, Finding, Report
from quizapp.checking.jobs import Spread, in_turn, portions
from quizapp.checking.reports.excerpt import excerpt
from quizapp.text.characters import show_line
from quizapp.text.counting import counted

Paint: TypeAlias = Callable[[str, str], str]
"""Gives a text a style: the name of a severity, `place` or `faint`."""


def write(
    report: Report,
    shown_file: Callable[[str], str],
    paint: Paint = lambda _, text: text,
    spread: Spread = in_turn,
) -> str:
    """The report as text; `shown_file` says how a file of the course is called."""
    written = spread([partial(_written, lot, shown_file, paint) for lot in portions(report.findings)])
    return "\n".join((*chain(*written), _summary(report.counts), ""))


def _written(findings: Iterable[Finding], shown_file: Callable[[str], str], paint: Paint) -> list[str]:
    return ["\n".join(line for finding in findings for line in (*lines_of(finding, shown_file, paint), ""))]


def headline(finding: Finding, shown_file: Callable[[str], str], paint: Paint = lambda _, text: text) -> str:
    """A finding in one line."""
    diagnostic = finding.diagnostic
    where = "" if finding.file is None else show_line(shown_file(finding.file)) + ":"
    if finding.place is not None:
        where += f"{finding.place.line}:{finding.place.column}:"
    severity = paint(diagnostic.severity, f"{diagnostic.severity}[{diagnostic.rule.code}]")
    start = f"{paint('place', where)} " if where else ""
    return f"{start}{severity} {diagnostic.rule.name}: {show_line(diagnostic.message)}"


def lines_of(finding: Finding, shown_file: Callable[[str], str], paint: Paint = lambda _, text: text) -> Iterator[str]:
    """A finding with its excerpt, its notes and its fix."""
    diagnostic = finding.diagnostic
    yield headline(finding, shown_file, paint)
    margin = "  "
    if finding.place is not None:
        line, column, end_line, end_column = finding.place
        margin = " " * (len(str(line)) + 3)
        end = end_column - 1 if end_line == line else len(finding.line)
        shown, carets = excerpt(finding.line, column - 1, end)
        yield f"  {paint('faint', f'{line} |')} {shown}".rstrip()
        yield f"{margin}{paint('faint', '|')} {paint(diagnostic.severity, carets)}"
    for note in diagnostic.notes:
        yield f"{margin}{paint('faint', '=')} {show_line(note)}"
    if diagnostic.fix is not None:
        yield f"{margin}{paint('faint', '=')} fix: {show_line(diagnostic.fix.title)}"


def _summary(counts: Counts) -> str:
    checked = ", ".join(
        counted(number, word)
        for number, word in ((counts.lessons, "lesson"), (counts.questions, "question"), (counts.citations, "citation"))
    )
    found = ", ".join(
        counted(number, word)
        for number, word in ((counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note"))
        if number or word != "note"
    )
    return f"{checked}: {found}"
