"""How well the course can be guessed by form alone: `python -m tests.bench.guessing [COURSE]`.

Each strategy answers every question that asks for one of several texts, over 1,000 shuffles of the whole course. Ties
are broken by chance. A strategy does better than chance when the lower end of the 95 % interval of its score lies above
what picking blindly gives; the interval is that of the mean over questions (normal approximation).
"""

import argparse
import math
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean, pstdev

from quizapp.content.library import Library, load
from quizapp.content.question import Choice
from quizapp.content.values import comparable
from quizapp.content.workspace import Workspace
from quizapp.quiz.task import Pick, task_of

SHUFFLES = 1000
Scorer = Callable[[str, Sequence[str]], Sequence[float]]
"""How much each option, in the order shown, speaks for itself; the most wins."""


def words(text: str) -> set[str]:
    """The words of a text that are longer than three letters."""
    return {word for word in comparable(text).split() if len(word) > 3}


def longest(_prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The longest option."""
    return [len(option) for option in options]


def shortest(_prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The shortest option."""
    return [-len(option) for option in options]


def first(_prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The option that is shown first."""
    return [-place for place, _ in enumerate(options)]


def odd_one_out(_prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The option that shares the fewest words with the others."""
    return [
        -sum(len(words(option) & words(other)) for other in options if other is not option) / (len(words(option)) or 1)
        for option in options
    ]


def alike(_prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The option that shares the most words with the others."""
    return [-score for score in odd_one_out("", options)]


def shared_with_prompt(prompt: str, options: Sequence[str]) -> Sequence[float]:
    """The option that shares the most words with the prompt."""
    return [len(words(option) & words(prompt)) / (len(words(option)) or 1) for option in options]


STRATEGIES: tuple[Scorer, ...] = (longest, shortest, first, odd_one_out, alike, shared_with_prompt)


def chances(library: Library, strategy: Scorer, shuffles: int) -> tuple[list[float], list[float]]:
    """For each question how often the strategy is right over the shuffles, and how often a blind pick is."""
    chance = random.Random(strategy.__name__)  # noqa: S311 - ties, not secrets
    right: list[float] = []
    blind: list[float] = []
    for lesson in library.lessons:
        for question in lesson.questions:
            if not isinstance(question, Choice):
                continue
            hits = 0
            for shuffle in range(shuffles):
                task = task_of(question, library, f"{shuffle}:{lesson.slug}/{question.id}")
                assert isinstance(task, Pick)
                options = [option.label for option in task.options]
                scores = strategy(question.prompt, options)
                best = [place for place, score in enumerate(scores) if score == max(scores)]
                hits += task.options[chance.choice(best)].value in task.right[0]
            right.append(hits / shuffles)
            blind.append(1 / (len(question.distractors) + 1))
    return right, blind


def interval(right: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean over questions, by the normal approximation."""
    score, spread = fmean(right), 1.96 * pstdev(right) / math.sqrt(len(right))
    return score - spread, score + spread


def main() -> int:
    """Prints a row a strategy; 1 where one of them does better than chance."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.guessing", description=__doc__)
    parser.add_argument("course", nargs="?", type=Path, default=Path(__file__).parents[2], help="its folder")
    library = load(Workspace(parser.parse_args().course))
    print(f"{'strategy':20}{'questions':>10}{'chance':>8}{'score':>8}   95 % interval")  # noqa: T201
    failed = 0
    for strategy in STRATEGIES:
        right, blind = chances(library, strategy, SHUFFLES)
        low, high = interval(right)
        better = low > fmean(blind)
        failed += better
        row = f"{strategy.__name__:20}{len(right):>10}{fmean(blind):>8.1%}{fmean(right):>8.1%}"
        print(f"{row}   {low:.1%} to {high:.1%}{'   better than chance' * better}")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
