"""How a part of an answer stands once it was graded: a sign, a word, a colour, in this order of importance."""

from dataclasses import dataclass

from textual.content import Content

from quizapp.tui.theme import MUTED, RIGHT, WRONG


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which a part can stand."""

    sign: str
    word: str
    style: str
    right: bool
    """Whether the part belongs to the right answer."""

    @property
    def mark(self) -> Content:
        """Sign and word."""
        return Content.styled(f"{self.sign} {self.word}", self.style) if self.word else Content("")


RIGHT_PICK = Outcome("✓", "right", RIGHT, right=True)
WRONG_PICK = Outcome("✗", "wrong", WRONG, right=False)
ANSWER = Outcome("✓", "answer", RIGHT, right=True)
"""Right, and not chosen, where one was asked for."""
MISSED = Outcome("✓", "missed", RIGHT, right=True)
"""Right, and not chosen, where several were asked for."""
SKIPPED = Outcome("–", "skipped", MUTED, right=False)
OTHER = Outcome(" ", "", MUTED, right=False)
"""Neither right nor chosen."""


def outcome_of(right: bool) -> Outcome:  # noqa: FBT001 - one fact, one argument
    """How a blank, a left or an item stands."""
    return RIGHT_PICK if right else WRONG_PICK
