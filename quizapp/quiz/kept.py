"""A session as it is kept in the learner's file until it is over, and brought back after it was left."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.grading import fits
from quizapp.quiz.item import all_items
from quizapp.quiz.item import renames as renames_of
from quizapp.quiz.outline import STATE_VERSION, USUAL, still_asked
from quizapp.quiz.session import Entry, Session, task

if TYPE_CHECKING:
    from quizapp.content.library import Library


def dump(session: Session) -> dict[str, Any]:
    """The session as JSON can hold it; the attempts themselves stay in the log."""
    return {
        "version": STATE_VERSION,
        "sitting": session.sitting,
        "title": session.title,
        "kind": session.kind,
        "seed": session.seed,
        "learner": session.learner,
        "course": next((entry.item.course for entry in session.entries), ""),
        "at": session.at,
        "hints": session.hints,
        "draft": list(session.draft),
        "entries": [_kept(entry) for entry in session.entries],
    }


def _kept(entry: Entry) -> dict[str, Any]:
    """An entry but for what is `USUAL`, since all entries are written again with every answer."""
    kept: dict[str, Any] = {"item": entry.item.key}
    if entry.attempt is not None:
        kept["attempt"] = entry.attempt.id
    if not entry.counts:
        kept["counts"] = False
    if entry.skipped:
        kept["skipped"] = True
    if entry.again:
        kept["again"] = True
    return kept


def restore(
    state: Mapping[str, Any],
    library: "Library",
    attempts: Iterable[Attempt],
    *,
    now: datetime,
    renames: Mapping[str, str] | None = None,
) -> Session | None:
    """The session that `dump` wrote, with its attempts out of the log; None when nothing is left of it to answer.

    Questions that the course no longer has are left out; one that was renamed is found under its new name.

    Args:
        state: as it was kept.
        library: the course, or as much of it as the session asks about.
        attempts: those of the session.
        now: the time.
        renames: those of the whole course where `library` is a part of it.
    """
    items = all_items(library)
    known = {attempt.id: attempt for attempt in attempts}
    asked, at = still_asked(state, items, renames_of(library) if renames is None else renames)
    if at >= len(asked):
        return None
    entries = (
        Entry(items[key], entry["counts"], known.get(entry["attempt"]), entry["skipped"], entry["again"])
        for key, entry in ((key, {**USUAL, **kept}) for key, kept in asked)
    )
    session = Session(
        sitting=state["sitting"],
        title=state["title"],
        kind=state["kind"],
        seed=state["seed"],
        entries=tuple(entries),
        at=at,
        learner=state["learner"],
        shown=now,
    )
    if asked[at][1] is not next(iter(state["entries"][state["at"] :]), None):
        return session  # the question that it was at is gone
    draft = tuple(state.get("draft", ()))
    fitting = not session.answered and fits(task(session, library), draft)
    return replace(session, hints=state["hints"], draft=draft if fitting else ())
