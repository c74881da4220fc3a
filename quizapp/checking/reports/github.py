"""The report as GitHub workflow commands, one line a finding, which show beside the lines of a pull request."""

from collections.abc import Callable

from quizapp.checking.check import Finding, Report
from quizapp.diagnostics import Severity
from quizapp.text.characters import show

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report, shown_file: Callable[[str], str]) -> str:
    """The report as workflow commands; `shown_file` gives a file's path as seen from the working directory."""
    return "".join(f"{_command(finding, shown_file)}\n" for finding in report.findings)


def _command(finding: Finding, shown_file: Callable[[str], str]) -> str:
    diagnostic, place = finding.diagnostic, finding.place
    properties: dict[str, str | int] = {}
    if finding.file is not None:
        properties["file"] = shown_file(finding.file)
    if place is not None:
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # GitHub takes columns on one-line spans only
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{diagnostic.rule.code} {diagnostic.rule.name}"
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _escape("\n".join((diagnostic.message, *diagnostic.notes)))
    return f"::{_COMMANDS[diagnostic.severity]} {named}::{message}"


def _escape(text: str) -> str:
    return show(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
