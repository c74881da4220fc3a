"""The report for programs: a versioned contract. Keys may be added; a change of meaning is a new version."""

from dataclasses import asdict

from quizapp.checking.check import Finding, Report
from quizapp.checking.reports.rows import Json, with_rows
from quizapp.checking.statistics import Statistics
from quizapp.diagnostics import Fix

VERSION = 1


def write(report: Report, stats: Statistics | None = None) -> str:
    """The report as JSON, in ASCII, so that nothing in it acts on a terminal; statistics where they are wanted."""
    whole: Json = {
        "version": VERSION,
        "course": report.course,
        "counts": asdict(report.counts),
        "diagnostics": [],
    }
    if stats is not None:
        whole["stats"] = asdict(stats)
    return with_rows(whole, "diagnostics", map(_diagnostic, report.findings))


def _diagnostic(finding: Finding) -> Json:
    diagnostic, place = finding.diagnostic, finding.place
    return {
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "file": finding.file,
        "line": place and place.line,
        "column": place and place.column,
        "end_line": place and place.end_line,
        "end_column": place and place.end_column,
        "lesson": diagnostic.lesson,
        "question": diagnostic.question,
        "path": _path(finding),
        "notes": list(diagnostic.notes),
        "fix": diagnostic.fix and _fix(diagnostic.fix),
    }


def _path(finding: Finding) -> list[str | int] | None:
    """The path into the TOML file; None for a finding without a place, or one about a stretch of text."""
    location = finding.diagnostic.location
    if location is None or finding.place is None or (location.span is not None and not location.path):
        return None
    return list(location.path)


def _fix(fix: Fix) -> Json:
    edits = [
        {"file": edit.file, "start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
