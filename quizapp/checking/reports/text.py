"""The report for people: place, rule and message, the line with carets, notes, the fix; last a line of counts."""

from collections.abc import Callable, Iterable
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
    written = spread([partial(_written, portion, shown_file, paint) for portion in portions(report.findings)])
    return "\n".join((*chain(*written), _summary(report.counts), ""))


def _written(findings: Iterable[Finding], shown_file: Callable[[str], str], paint: Paint) -> list[str]:
    lines: list[str] = []
    for finding in findings:
        lines += lines_of(finding, shown_file, paint)
        lines.append("")
    return ["\n".join(lines)]


def headline(finding: Finding, shown_file: Callable[[str], str], paint: Paint = lambda _, text: text) -> str:
    """A finding in one line."""
    diagnostic, place, file = finding.diagnostic, finding.place, finding.file
    where = "" if file is None else f"{show_line(shown_file(file))}:"
    if place is not None:
        where += f"{place.line}:{place.column}:"
    rule, severity = diagnostic.rule, diagnostic.severity
    start = f"{paint('place', where)} " if where else ""
    return f"{start}{paint(severity, f'{severity}[{rule.code}]')} {rule.name}: {show_line(diagnostic.message)}"


def lines_of(finding: Finding, shown_file: Callable[[str], str], paint: Paint = lambda _, text: text) -> list[str]:
    """A finding with its excerpt, its notes and its fix."""
    diagnostic, place, text, _ = finding
    lines = [headline(finding, shown_file, paint)]
    margin = "  "
    if place is not None:
        line, column, end_line, end_column = place
        number = str(line)
        margin = " " * (len(number) + 3)
        shown, carets = excerpt(text, column - 1, end_column - 1 if end_line == line else len(text))
        lines.append(f"  {paint('faint', f'{number} |')} {shown}".rstrip())
        lines.append(f"{margin}{paint('faint', '|')} {paint(diagnostic.severity, carets)}")
    if diagnostic.notes or diagnostic.fix:
        margin += paint("faint", "=")
        lines += [f"{margin} {show_line(note)}" for note in diagnostic.notes]
        if diagnostic.fix:
            lines.append(f"{margin} fix: {show_line(diagnostic.fix.title)}")
    return lines


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
