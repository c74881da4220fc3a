"""FSRS 6 in plain numbers: what an answer does to stability and difficulty, and how long an item may rest after it.

The formulas are those of "The Algorithm" in the wiki of open-spaced-repetition. The library of that name is the
reference, to which laws hold them bit by bit: to replay a log with its objects takes several times as long.
"""

from collections.abc import Sequence
from math import e

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
_LEAST_STABILITY = 0.001
_EASIEST, _HARDEST = 1.0, 10.0


class Formulas:
    """The formulas with these weights, of which FSRS 6 has 21, for intervals of at most so many days."""

    __slots__ = ("_decay", "_drawn_to", "_factor", "_longest", "_weights")

    def __init__(self, weights: Sequence[float], longest: int) -> None:
        self._weights = w = tuple(weights)
        self._longest = longest
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._drawn_to = w[7] * self._first_difficulty(EASY)

    def first(self, grade: int) -> tuple[float, float]:
        """Stability, in days, and difficulty after the first answer to an item."""
        return max(self._weights[grade - 1], _LEAST_STABILITY), _bounded(self._first_difficulty(grade))

    def after(self, stability: float, difficulty: float, days: int, grade: int) -> tuple[float, float]:
        """Stability and difficulty after an answer that many whole days after the one before."""
        w = self._weights
        if days < 1:
            growth = e ** (w[17] * (grade - 3 + w[18])) * stability ** -w[19]
            stability *= growth if grade == AGAIN else max(growth, 1.0)
        else:
            missed = 1 - (1 + self._factor * days / stability) ** self._decay
            if grade == AGAIN:
                lapsed = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * e ** (missed * w[14])
                stability = min(lapsed, stability / e ** (w[17] * w[18]))
            else:
                growth = e ** w[8] * (11 - difficulty) * stability ** -w[9] * (e ** (missed * w[10]) - 1)
                stability *= 1 + growth * (w[15] if grade == HARD else 1)
        moved = difficulty + (10.0 - difficulty) * -(w[6] * (grade - 3)) / 9.0
        return max(stability, _LEAST_STABILITY), _bounded(self._drawn_to + (1 - w[7]) * moved)

    def interval(self, stability: float, retention: float) -> int:
        """Days after which the chance of remembering has sunk to `retention`, a share; at least one."""
        days: float = stability / self._factor * (retention ** (1 / self._decay) - 1)
        return min(max(round(days), 1), self._longest)

    def _first_difficulty(self, grade: int) -> float:
        w = self._weights
        difficulty: float = w[4] - e ** (w[5] * (grade - 1)) + 1
        return difficulty


def _bounded(difficulty: float) -> float:
    return min(max(difficulty, _EASIEST), _HARDEST)
