"""`quizapp review`: straight into what is due."""

from argparse import Namespace

from quizapp.cli.output import Output
from quizapp.cli.wiring import learn


def run(arguments: Namespace, output: Output) -> int:
    """Opens the app on what is due, or the same as prompts."""
    return learn(arguments, output, review=True)
