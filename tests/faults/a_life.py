"""A learner's file with all that a life leaves in it: several learners, undos, flags, retries, quizzes left open."""

import random
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.grading import key_of
from quizapp.quiz.item import all_items
from quizapp.quiz.kept import dump
from quizapp.store.progress import Progress
from tests.faults.commands import TINY
from tests.store.making import START
from tests.terminal.hands import wrong

LEARNERS = (None, "Ana", "Борис")
QUIZZES = 30


@cache
def log() -> tuple[Attempt, ...]:
    """The attempts, in the order in which they were recorded."""
    with TemporaryDirectory() as folder:
        return _live(Path(folder) / "progress.sqlite3")


@cache
def file() -> bytes:
    """The file that they were recorded in."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite3"
        _live(path)
        return path.read_bytes()


def _live(path: Path) -> tuple[Attempt, ...]:
    library, chance = load(Workspace(TINY)), random.Random(30)  # noqa: S311  the same life each time
    items = list(all_items(library).values())
    now = START
    recorded: list[Attempt] = []
    with Progress.open(path) as progress:

        def record(attempt: Attempt, session: sessions.Session | None = None) -> None:
            progress.record(attempt, None if session is None else dump(session))
            recorded.append(attempt)

        for quiz in range(QUIZZES):
            learner = LEARNERS[quiz % len(LEARNERS)]
            now += timedelta(hours=9)
            chosen = tuple(chance.sample(items, min(8, len(items))))
            sitting = uuid7(now, chance)
            session = sessions.start(
                chosen, sitting=sitting, title="A quiz", kind="lesson", seed=quiz, learner=learner, now=now
            )
            for _ in range(chance.randrange(4, 9)):
                if session.finished:
                    break
                now += timedelta(seconds=chance.randrange(5, 90))
                task = sessions.task(session, library)
                response = key_of(task) if chance.random() < 0.7 else wrong(task)
                session, attempt = sessions.answer(
                    session, library, response, sure=chance.random() < 0.8, now=now, attempt_id=uuid7(now, chance)
                )
                record(attempt, session)
                if chance.random() < 0.1:
                    record(sessions.flag(session, library, now=now, attempt_id=uuid7(now, chance)))
                if chance.random() < 0.1 and session.can_undo:
                    session, undo = sessions.undo(session, now=now, attempt_id=uuid7(now, chance))
                    record(undo, session)
                    continue
                session = sessions.advance(session, now=now)
            if session.finished:
                progress.close_sitting(sitting)
    return tuple(recorded)
