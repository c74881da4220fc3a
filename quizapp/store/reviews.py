"""What is due, held against the learner's daily limits. Nothing of `content` is loaded but for the items themselves."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from quizapp.quiz.pace import Limits, midnight
from quizapp.store.progress import Progress
from quizapp.text.counting import counted

if TYPE_CHECKING:
    from quizapp.content.library import Library
    from quizapp.quiz.item import Item


class Reviews(NamedTuple):
    """What is due, longest overdue first."""

    today: "tuple[Item, ...]"
    """As much of it as the limit leaves for today."""
    beyond: "tuple[Item, ...]" = ()
    """The rest; it is never asked unless the learner wants it."""

    @property
    def sitting(self) -> "tuple[Item, ...]":
        """As much of today's as is asked at once."""
        from quizapp.quiz.queues import SITTING

        return self.today[:SITTING]

    @property
    def title(self) -> str:
        """What that is called."""
        some = len(self.sitting)
        return "Review" if some == len(self.today) else f"Review of the {some} longest overdue"


class Today(NamedTuple):
    """A learner's day in a course."""

    progress: Progress
    course: str
    learner: str | None
    limits: Limits
    now: datetime
    zone: tzinfo
    """Says when the day began."""

    @property
    def reviews_left(self) -> int | None:
        """How many reviews the limit still allows; None where there is no limit."""
        if self.limits.reviews is None:
            return None
        began = midnight(self.now, self.zone)
        return max(0, self.limits.reviews - self.progress.day(self.course, self.learner, began).reviews)

    def reviews(self, library: "Library") -> Reviews:
        """What is due now."""
        from quizapp.quiz.queues import due

        items = due(self.progress.due(self.course, self.learner, self.now), library)
        allowed = self.reviews_left if items else None
        return Reviews(items) if allowed is None else Reviews(items[:allowed], items[allowed:])

    def new_words(self) -> str:
        """What is said where new questions begin once the day has enough of them; nothing before."""
        if self.limits.new is None:
            return ""
        met = self.progress.day(self.course, self.learner, midnight(self.now, self.zone)).new
        if met < self.limits.new:
            return ""
        return f"You have met {counted(met, 'new question')} today, and set yourself {self.limits.new} a day."
