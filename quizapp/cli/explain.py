"""`quizapp explain`: what a rule of the check means."""

from argparse import Namespace

from quizapp.cli.output import Output
from quizapp.cli.parser import suggest
from quizapp.diagnostics import RULES, ExitStatus, QuizappError, Rule


def run(arguments: Namespace, output: Output) -> int:
    """Explains one rule, or lists them all.

    Raises:
        QuizappError: there is no such rule.
    """
    if arguments.rule is None:
        widest = max(len(rule.name) for rule in RULES.values())
        for rule in RULES.values():
            output.write(f"{rule.code}  {rule.name:{widest}}  {rule.severity:7}  {rule.summary}\n")
        return ExitStatus.FINE
    output.write(_page(_named(arguments.rule)))
    return ExitStatus.FINE


def _page(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.summary}\n"


def _named(word: str) -> Rule:
    for rule in RULES.values():
        if word.casefold() in {rule.code.casefold(), rule.name}:
            return rule
    near = suggest(word, (*RULES, *(rule.name for rule in RULES.values())))
    raise QuizappError(f"there is no rule “{word}”{near}", "`quizapp explain` lists them all.", ExitStatus.USAGE)
