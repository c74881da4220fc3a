"""One sitting as a pure state machine: lesson quiz, review, retry of the missed, preview and plain mode.

They differ only in the items they hand it. The clock, ids and seeds are arguments; nothing here is stored or shown.
A wrong answer brings its item back once, at the end, where it no longer counts for memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.quiz.attempt import MOST_TYPED, Attempt, taken_back
from quizapp.quiz.grading import grade
from quizapp.quiz.item import Item
from quizapp.quiz.outline import SessionKind, standing
from quizapp.quiz.task import Response, Task, task_of

if TYPE_CHECKING:
    from quizapp.content.library import Library


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the queue."""

    item: Item
    counts: bool = True
    """Whether the answer counts for memory; that of a retry does not."""
    attempt: Attempt | None = None
    skipped: bool = False
    again: bool = False
    """Whether it came back in this sitting after a wrong answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The state of one sitting."""

    sitting: str
    """A UUID, under which its attempts are recorded."""
    title: str
    kind: SessionKind
    seed: int
    """Decides every order shown."""
    entries: tuple[Entry, ...]
    at: int = 0
    """Index of the current entry; the number of entries when all is done."""
    hints: int = 0
    """Hints taken for the current question."""
    draft: Response = ()
    """What is chosen or typed so far for the current question, as its control gave it."""
    learner: str | None = None
    shown: datetime
    """When the current question was shown."""

    @property
    def current(self) -> Entry | None:
        """The entry that is on screen, None after the last."""
        return self.entries[self.at] if self.at < len(self.entries) else None

    @property
    def answered(self) -> bool:
        """Whether the current question has its answer, and feedback is on screen."""
        return self.current is not None and self.current.attempt is not None

    @property
    def finished(self) -> bool:
        """Whether there is nothing left to answer."""
        return self.at >= len(self.entries)

    @property
    def untouched(self) -> bool:
        """Whether nothing was done in it that one could go on with."""
        return self.at == 0 and not (self.answered or self.hints or self.draft)

    @property
    def number(self) -> int:
        """The current question's number, from 1."""
        return min(self.at + 1, self.total)

    @property
    def total(self) -> int:
        """How many questions there are, those that came back included."""
        return len(self.entries)

    @property
    def standing(self) -> str:
        """How far it is, see `outline.standing`."""
        again = sum(entry.again for entry in self.entries)
        return standing(self.kind, self.number, self.total, again, answered=self.answered)

    @property
    def score(self) -> tuple[int, int]:
        """How many questions were right at the first answer, and of how many; what came back is not among them."""
        first = [entry for entry in self.entries if not entry.again]
        return sum(entry.attempt is not None and entry.attempt.correct is True for entry in first), len(first)

    @property
    def comes_back(self) -> bool:
        """Whether the current question, having been answered wrong, is asked once more before the end."""
        current = self.current
        later = self.entries[self.at + 1 :]
        return current is not None and any(entry.again and entry.item == current.item for entry in later)

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return _last_answer(self) is not None


def start(  # noqa: PLR0913  what decides a session is all handed in
    items: Iterable[Item],
    *,
    sitting: str,
    title: str,
    kind: SessionKind,
    seed: int,
    learner: str | None = None,
    now: datetime,
) -> Session:
    """A session before its first answer."""
    entries = tuple(map(Entry, items))
    return Session(sitting=sitting, title=title, kind=kind, seed=seed, entries=entries, learner=learner, shown=now)


def start_retry(session: Session, *, sitting: str, title: str, seed: int, now: datetime) -> Session:
    """A session on what was missed in `session`; only what was never answered there still counts for memory."""
    fresh = start(
        missed(session), sitting=sitting, title=title, kind="retry", seed=seed, learner=session.learner, now=now
    )
    known = {entry.item.key for entry in session.entries if entry.attempt}
    return replace(fresh, entries=tuple(replace(entry, counts=entry.item.key not in known) for entry in fresh.entries))


def task(session: Session, library: "Library") -> Task:
    """The task of the current question; the same each time it is asked for."""
    return task_at(session, _current(session), library)


def task_at(session: Session, entry: Entry, library: "Library") -> Task:
    """The task of one place in the queue of a session."""
    return task_of(entry.item.question, library, f"{session.seed}:{entry.item.key}:{entry.again}")


def answer(  # noqa: PLR0913  what decides an attempt is all handed in
    session: Session,
    library: "Library",
    response: Response,
    *,
    sure: bool,
    now: datetime,
    attempt_id: str,
) -> tuple[Session, Attempt]:
    """The session with the current question answered, and the attempt to record; `ValueError` if it is answered."""
    entry = _current(session)
    if entry.attempt is not None:
        raise ValueError("the question is answered already")
    verdict = grade(task(session, library), response)
    attempt = Attempt(
        id=attempt_id,
        course=entry.item.course,
        item=entry.item.key,
        at=now,
        response=tuple(map(_writable, response)),
        correct=verdict.correct,
        parts=verdict.parts,
        sure=sure,
        hints=session.hints,
        seconds=round(max(0.0, (now - session.shown).total_seconds()), 3),
        fingerprint=library.fingerprint(entry.item.lesson, entry.item.question),
        learner=session.learner,
        counts=entry.counts,
        sitting=session.sitting,
    )
    entries = _replaced(session.entries, session.at, replace(entry, attempt=attempt))
    if not verdict.correct and not entry.again:
        entries = (*entries, Entry(entry.item, counts=False, again=True))
    return replace(session, entries=entries, draft=()), attempt


def drafted(session: Session, response: Response) -> Session:
    """The session with what is chosen or typed so far; unchanged once the question is answered."""
    if session.current is None or session.answered:
        return session
    return replace(session, draft=tuple(map(_writable, response)))


def advance(session: Session, *, now: datetime) -> Session:
    """The next question after an answer; without an answer, the same session."""
    return _step(session, now) if session.answered else session


def skip(session: Session, *, now: datetime) -> Session:
    """The next question without an answer, which nothing records; once answered, the same as `advance`."""
    if session.answered or session.current is None:
        return advance(session, now=now)
    entries = _replaced(session.entries, session.at, replace(session.current, skipped=True))
    return _step(replace(session, entries=entries), now)


def hint(session: Session) -> Session:
    """The session with the current question's hint taken; unchanged where it has none, or its answer."""
    entry = session.current
    if entry is None or entry.attempt is not None or not entry.item.question.hint or session.hints:
        return session
    return replace(session, hints=session.hints + 1)


def undo(session: Session, *, now: datetime, attempt_id: str) -> tuple[Session, Attempt]:
    """The last answer taken back, its question asked again, and the record of that; `ValueError` without an answer."""
    last = _last_answer(session)
    if last is None:
        raise ValueError("there is no answer to take back")
    at, attempt = last
    entry = session.entries[at]
    later = (replace(e, skipped=False) for e in session.entries[at + 1 :] if e.item != entry.item)
    entries = (*session.entries[:at], replace(entry, attempt=None), *later)
    before = replace(session, entries=entries, at=at, hints=0, draft=(), shown=now)
    return before, taken_back(attempt, now=now, attempt_id=attempt_id)


def flag(session: Session, library: "Library", *, now: datetime, attempt_id: str) -> Attempt:
    """The record that calls the current question into doubt, as it is now."""
    entry = _current(session)
    return Attempt(
        id=attempt_id,
        course=entry.item.course,
        item=entry.item.key,
        at=now,
        kind="flag",
        fingerprint=library.fingerprint(entry.item.lesson, entry.item.question),
        learner=session.learner,
        target=entry.attempt.id if entry.attempt else None,
        counts=False,
        sitting=session.sitting,
    )


def missed(session: Session) -> tuple[Item, ...]:
    """The items that were answered wrong, or skipped and never answered; each once, in the order they came."""
    wrong = (e.item for e in session.entries if e.attempt is not None and not e.attempt.correct)
    answered = {entry.item for entry in session.entries if entry.attempt is not None}
    skipped = (e.item for e in session.entries if e.skipped and e.item not in answered)
    found = {*wrong, *skipped}
    return tuple(dict.fromkeys(entry.item for entry in session.entries if entry.item in found))


def _current(session: Session) -> Entry:
    if session.current is None:
        raise ValueError("the session is over")
    return session.current


def _step(session: Session, now: datetime) -> Session:
    return replace(session, at=session.at + 1, hints=0, draft=(), shown=now)


def _writable(text: str) -> str:
    return text[:MOST_TYPED].encode(errors="replace").decode()


def _last_answer(session: Session) -> tuple[int, Attempt] | None:
    answered = [(index, entry.attempt) for index, entry in enumerate(session.entries) if entry.attempt is not None]
    return answered[-1] if answered else None


def _replaced(entries: tuple[Entry, ...], at: int, entry: Entry) -> tuple[Entry, ...]:
    return (*entries[:at], entry, *entries[at + 1 :])
