"""`quizapp` and `quizapp learn`: the app, on Home or straight in a lesson."""

from typing import TYPE_CHECKING

from quizapp.cli.output import Output
from quizapp.cli.wiring import learn

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: "Namespace", output: Output) -> int:
    """Opens the app, or the same as prompts."""
    return learn(arguments, output, lesson=arguments.lesson)
