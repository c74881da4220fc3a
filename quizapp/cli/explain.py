"""`quizapp explain`: what a rule of the check means, why it is there, an example and its repair."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from quizapp.cli.output import Output
from quizapp.cli.parser import suggest
from quizapp.diagnostics import CATALOGUE, Rule, Severity
from quizapp.errors import ExitStatus, QuizappError

PAGES = Path(__file__).parent.parent / "checking" / "pages"
FAMILIES = {
    "QZ1": "Files",
    "QZ2": "What is written in them",
    "QZ3": "Evidence",
    "QZ4": "Good questions",
    "QZ5": "The course as a whole",
}
_ALLOW = """To accept a finding, say why where it is: in the question, its lesson, a glossary entry or course.toml.

    allow = [{{ rule = "{code}", because = "…" }}]
"""
_NOTE = """A note asks for a person's eye: `quizapp approve` shows it beside the evidence, and an approval settles it
until the question or its evidence changes.
"""
_LOOKALIKES = str.maketrans("OIL", "011")


def run(arguments: Namespace, output: Output) -> int:
    """Explains one rule, or lists them all.

    Raises:
        QuizappError: there is no such rule.
    """
    if arguments.rule is None:
        output.write("\n".join((*_list(output), "")))
        return ExitStatus.FINE
    rule = _named(arguments.rule)
    severity = output.paint(rule.severity, rule.severity)
    output.write(f"{output.paint('place', f'{rule.code} {rule.name}')} ({severity})\n\n{page(rule)}")
    return ExitStatus.FINE


def page(rule: Rule) -> str:
    """What there is to say of a rule, below its name."""
    parts = [rule.summary + "\n", (PAGES / f"{rule.code}.txt").read_text(encoding="utf-8")]
    if rule.severity is Severity.NOTE:
        parts.append(_NOTE)
    if rule.code.startswith(("QZ4", "QZ5")):
        parts.append(_ALLOW.format(code=rule.code))
    return "\n".join(parts)


def nearest_rule(word: str) -> str:
    """`; did you mean “QZ301”?`, or nothing where no rule is near."""
    code = word.strip().upper()
    if code.translate(_LOOKALIKES) in CATALOGUE:
        return f"; did you mean “{code.translate(_LOOKALIKES)}”?"
    if code.startswith("QZ"):
        return suggest(code, CATALOGUE)
    return suggest(word.casefold().replace("_", "-"), (rule.name for rule in CATALOGUE.values()))


def _list(output: Output) -> Iterator[str]:
    widest = max(len(rule.name) for rule in CATALOGUE.values())
    for family, rules in groupby(CATALOGUE.values(), key=lambda rule: rule.code[:3]):
        if family != "QZ1":
            yield ""
        yield output.paint("place", FAMILIES[family])
        for rule in rules:
            severity = output.paint(rule.severity, f"{rule.severity:7}")
            yield f"  {rule.code}  {rule.name:{widest}}  {severity}  {rule.summary}"


def _named(word: str) -> Rule:
    for rule in CATALOGUE.values():
        if word.strip().casefold() in {rule.code.casefold(), rule.name}:
            return rule
    raise QuizappError(
        f"there is no rule “{word}”{nearest_rule(word)}", "`quizapp explain` lists them all.", ExitStatus.USAGE
    )
