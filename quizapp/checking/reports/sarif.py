"""The report as SARIF 2.1.0, for viewers of results and for code scanning.

Files are relative to the folder in which the check ran, as they are in the `github` format. Columns are code points,
which the run says of itself.
"""

from collections.abc import Callable
from functools import cache
from urllib.parse import quote

from quizapp import __version__
from quizapp.checking.check import Finding, Report
from quizapp.checking.reports.rows import Json, with_rows
from quizapp.diagnostics import Edit, Rule
from quizapp.text.characters import show
from quizapp.text.span import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"
"""The name of the folder that files are relative to."""


def write(report: Report, shown_file: Callable[[str], str], explain: Callable[[Rule], str]) -> str:
    """The report as a SARIF log, in ASCII.

    Args:
        report: what was found.
        shown_file: gives a file's path as seen from the working directory, with forward slashes.
        explain: gives the help text of a rule.
    """
    rules = sorted({finding.diagnostic.rule.code: finding.diagnostic.rule for finding in report.findings}.items())
    places = {code: index for index, (code, _) in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "quizapp",
                "version": __version__,
                "rules": [_rule(rule, explain(rule)) for _, rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder in which the check ran."}}},
        "results": [],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    artifact = cache(lambda file: _artifact(shown_file(file)))  # thousands of findings are in a handful of files
    return with_rows(log, "results", (_result(finding, places, artifact) for finding in report.findings))


def _rule(rule: Rule, text: str) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": text},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Finding, places: dict[str, int], artifact: Callable[[str], Json]) -> Json:
    diagnostic = finding.diagnostic
    result: Json = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": places[diagnostic.rule.code],
        "level": str(diagnostic.severity),
        "message": {"text": show("\n".join((diagnostic.message, *diagnostic.notes)))},
    }
    location: Json = {}
    if finding.file is not None:
        location["physicalLocation"] = {"artifactLocation": artifact(finding.file)}
        if finding.place is not None:
            location["physicalLocation"]["region"] = _region(finding.place)
    if diagnostic.lesson is not None and diagnostic.question is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": show(f"{diagnostic.lesson}/{diagnostic.question}")}]
    if location:
        result["locations"] = [location]
    if diagnostic.fix is not None:
        edits = list(zip(diagnostic.fix.edits, finding.edit_places, strict=True))
        changes = [
            {
                "artifactLocation": artifact(file),
                "replacements": [_replacement(edit, place) for edit, place in edits if edit.file == file],
            }
            for file in dict.fromkeys(edit.file for edit, _ in edits)
        ]
        result["fixes"] = [{"description": {"text": show(diagnostic.fix.title)}, "artifactChanges": changes}]
    return result


def _artifact(file: str) -> Json:
    uri = quote(file, errors="surrogateescape")
    if file.startswith("../"):  # outside the folder that the base names
        return {"uri": uri}
    return {"uri": uri, "uriBaseId": BASE}


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _replacement(edit: Edit, place: Place) -> Json:
    return {"deletedRegion": _region(place), "insertedContent": {"text": edit.text}}
