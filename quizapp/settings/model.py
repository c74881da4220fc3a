"""What a learner can set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from quizapp.quiz.pace import RETENTION, Limits

Theme: TypeAlias = Literal["dark", "light", "terminal"]
THEMES: tuple[Theme, ...] = get_args(Theme)
RANGES: Mapping[str, tuple[float, float]] = {
    "desired_retention": (0.7, 0.99),  # what FSRS is good for; its authors name the same bounds
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
}
"""The least and the most that a number may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The keys of the settings file, each with what holds where it is not set.

    Nothing of `content` is loaded for it, so that Home need not wait.
    """

    theme: Theme | None = None
    """None leaves it to the app."""
    reduced_motion: bool = False
    desired_retention: float = RETENTION
    """How likely an item should still be remembered when it comes back."""
    new_per_day: int | None = None
    """Questions to be answered for the first time on one day; None sets no limit."""
    reviews_per_day: int | None = None
    """Questions to be answered again on one day; None sets no limit."""
    keys: Mapping[str, str] = field(default_factory=dict, metadata={"hidden": True})
    """By the id of a binding its keys, separated by commas, as Textual names them."""

    @property
    def limits(self) -> Limits:
        """How much a day may hold."""
        return Limits(self.new_per_day, self.reviews_per_day)
