"""The steps of a sitting, each on disk before the screen shows it, so that an answer is kept and a quiz resumed."""

from contextlib import suppress

from quizapp.errors import QuizappError
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.kept import dump
from quizapp.quiz.session import Session
from quizapp.quiz.task import Response
from quizapp.store import flags
from quizapp.tui.services import Services


class Steps:
    """What can be done in a sitting; each step gives the session behind it.

    Raises:
        QuizappError: a step could not be kept; nothing has happened.
    """

    def __init__(self, services: Services) -> None:
        """Steps with this clock, chance, course and file."""
        self._services = services

    def begin(self, session: Session) -> Session:
        """Keep a sitting from its first question on."""
        return self._kept(session)

    def answer(self, session: Session, response: Response, *, sure: bool) -> Session:
        """Grade an answer."""
        services = self._services
        now = services.clock()
        answered, attempt = sessions.answer(
            session, services.library_of(session), response, sure=sure, now=now, attempt_id=uuid7(now, services.random)
        )
        return self._kept(answered, attempt)

    def draft(self, session: Session, response: Response) -> Session:
        """Keep what is chosen or typed so far; what cannot be kept now is tried again with the next change."""
        drafted = sessions.drafted(session, response)
        if drafted == session:
            return session
        try:
            self._services.progress.amend(dump(drafted))
        except QuizappError:
            return session
        return drafted

    def leave(self, session: Session) -> None:
        """Forget a sitting in which nothing was done; where that cannot be written, it is offered again."""
        if session.untouched:
            with suppress(QuizappError):
                self._services.progress.close_sitting(session.sitting)

    def go_on(self, session: Session) -> Session:
        """Go to the next question."""
        return self._kept(sessions.advance(session, now=self._services.clock()))

    def hint(self, session: Session) -> Session:
        """Take the hint; right after a hint is Hard."""
        return self._kept(sessions.hint(session))

    def skip(self, session: Session) -> Session:
        """Go to the next question without an answer."""
        return self._kept(sessions.skip(session, now=self._services.clock()))

    def undo(self, session: Session) -> Session:
        """Take the last answer back, and ask its question again."""
        now = self._services.clock()
        return self._kept(*sessions.undo(session, now=now, attempt_id=uuid7(now, self._services.random)))

    def flagged(self, session: Session) -> bool:
        """Whether the learner has flagged the question as it is now; not where that cannot be read."""
        services = self._services
        with suppress(QuizappError):
            return bool(flags.standing(services.progress, session, services.library_of(session)))
        return False

    def flag(self, session: Session) -> Session:
        """Record that the question is bad, or take that back."""
        services = self._services
        now = services.clock()
        library = services.library_of(session)
        flags.turn(services.progress, session, library, now=now, new_id=lambda: uuid7(now, services.random))
        return session

    def _kept(self, session: Session, attempt: Attempt | None = None) -> Session:
        progress = self._services.progress
        if session.finished:
            progress.close_sitting(session.sitting)
        elif attempt is not None:
            progress.record(attempt, dump(session))
        else:
            progress.save(dump(session))
        return session
