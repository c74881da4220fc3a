"""What a sitting in plain mode works with."""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from quizapp.content.citation import Citation, Evidence
from quizapp.content.library import Library
from quizapp.plain.dialogue import Dialogue
from quizapp.quiz.attempt import uuid7
from quizapp.quiz.item import Item
from quizapp.quiz.kept import dump, restore
from quizapp.quiz.outline import SessionKind, answers_in
from quizapp.quiz.pace import NO_LIMITS, Limits
from quizapp.quiz.session import Session, start, start_retry
from quizapp.store.progress import Progress
from quizapp.store.reviews import Today


@dataclass(frozen=True, slots=True)
class Desk:
    """The library, the learner's file, the conversation, and the clock and chance that were handed in."""

    library: Library
    progress: Progress
    dialogue: Dialogue
    clock: Callable[[], datetime]
    random: random.Random
    learner: str | None
    seed: int | None
    """Fixes every shuffle; None draws a fresh seed for each sitting."""
    zone: tzinfo = UTC
    """Whose midnights part the days."""
    limits: Limits = NO_LIMITS

    @property
    def course(self) -> str:
        """The course's id."""
        return self.library.course.id

    def open(self, items: Iterable[Item], title: str, kind: SessionKind) -> Session:
        """Start a session and keep it for resuming, in the place of one of its sort that was left."""
        left = self.left()
        if left and (left.kind, left.title) == (kind, title):
            self.progress.close_sitting(left.sitting)
        session = start(
            items,
            sitting=self.new_id(),
            title=title,
            kind=kind,
            seed=self._new_seed(),
            learner=self.learner,
            now=self.clock(),
        )
        self.keep(session)
        return session

    def retry(self, session: Session) -> Session:
        """Start a session on what was missed in `session`, and keep it for resuming."""
        again = start_retry(
            session,
            sitting=self.new_id(),
            title=session.title,
            seed=self._new_seed(),
            now=self.clock(),
        )
        self.keep(again)
        return again

    @property
    def today(self) -> Today:
        """The learner's day, with its limits."""
        return Today(self.progress, self.course, self.learner, self.limits, self.clock(), self.zone)

    def left(self) -> Session | None:
        """The session that was left or killed before its end, if something of it can still be answered."""
        state = self.progress.open_sitting(self.course, self.learner)
        if state is None:
            return None
        return restore(state, self.library, self.progress.known(answers_in(state)), now=self.clock())

    def keep(self, session: Session) -> None:
        """Keep `session` for resuming."""
        self.progress.save(dump(session))

    def new_id(self) -> str:
        """An id for an attempt or a sitting."""
        return uuid7(self.clock(), self.random)

    def marks(self, cites: Mapping[str, Citation]) -> dict[str, Evidence]:
        """What each name in `[@name]` stands for."""
        return {name: self.library.evidence[citation] for name, citation in cites.items()}

    def _new_seed(self) -> int:
        return self.random.getrandbits(32) if self.seed is None else self.seed
