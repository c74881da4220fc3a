"""What a learner flagged as bad: whether that holds for a question as it is now, and how it is said and taken back."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.quiz import session as sessions
from quizapp.quiz.attempt import Attempt, taken_back
from quizapp.quiz.session import Session
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of

if TYPE_CHECKING:
    from quizapp.content.library import Library


def standing(progress: Progress, session: Session, library: "Library") -> tuple[Attempt, ...]:
    """The learner's flags on the current question, of whatever sitting; none where all are on an earlier wording."""
    entry = session.current
    if entry is None:
        return ()
    flags = progress.flags_on(entry.item.key, entry.item.course, session.learner)
    if not flags:
        return ()
    now = library.fingerprint(entry.item.lesson, entry.item.question)
    return flags if any(flag.fingerprint in ("", now) for flag in flags) else ()


def turn(progress: Progress, session: Session, library: "Library", *, now: datetime, new_id: Callable[[], str]) -> bool:
    """Flag the current question or, where it is flagged, take that back; whether it is flagged now."""
    flags = standing(progress, session, library)
    if flags:
        take_back(progress, flags, now=now, new_id=new_id)
    else:
        progress.record(sessions.flag(session, library, now=now, attempt_id=new_id()))
    return not flags


def take_back(progress: Progress, flags: Iterable[Attempt], *, now: datetime, new_id: Callable[[], str]) -> None:
    """Take all of these back, or none."""
    progress.add(row_of(taken_back(flag, now=now, attempt_id=new_id())) for flag in flags)
