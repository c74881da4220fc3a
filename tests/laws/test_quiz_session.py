"""Laws of a session: nothing is lost, undo undoes, the log tells all, and leaving it changes nothing."""
# ruff: noqa: S311

import json
import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizapp.content.library import Library
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.grading import grade, key_of
from quizapp.quiz.item import items_of
from quizapp.quiz.kept import dump, restore
from quizapp.quiz.outline import SessionKind
from quizapp.quiz.session import (
    Session,
    advance,
    answer,
    flag,
    hint,
    missed,
    skip,
    start,
    start_retry,
    task,
    undo,
)
from tests import strategies
from tests.reference import standing

_KINDS: tuple[SessionKind, ...] = ("lesson", "review", "retry")


class Sitting(RuleBasedStateMachine):
    """Someone at the keys, and beside them the log and a way back through every state."""

    library: Library
    session: Session

    def __init__(self) -> None:
        super().__init__()
        self.now = strategies.START
        self.chance = random.Random(0)
        self.log: list[Attempt] = []
        self.before: list[Session] = []
        """The state before each answer that stands."""

    @initialize(library=strategies.libraries(1, 4), kind=st.sampled_from(_KINDS), seed=st.integers(0, 99))
    def begin(self, library: Library, kind: SessionKind, seed: int) -> None:
        self.library = library
        items = items_of(library, library.lessons[0])
        self.session = start(items, sitting="s", title="The bell", kind=kind, seed=seed, learner="Ana", now=self.now)
        self.items = items

    def tick(self, seconds: int = 3) -> str:
        self.now += timedelta(seconds=seconds)
        return uuid7(self.now, self.chance)

    @precondition(lambda self: not self.session.finished and not self.session.answered)
    @rule(data=st.data(), right=st.booleans(), sure=st.booleans())
    def respond(self, data: st.DataObject, right: bool, sure: bool) -> None:
        asked = task(self.session, self.library)
        response = key_of(asked) if right else data.draw(strategies.responses(asked))
        self.before.append(self.session)
        after, attempt = answer(self.session, self.library, response, sure=sure, attempt_id=self.tick(), now=self.now)
        entry = self.session.current
        assert entry is not None
        assert attempt.item == entry.item.key
        assert attempt.correct == grade(asked, response).correct
        assert attempt.hints == self.session.hints
        assert attempt.counts == entry.counts
        assert len(after.entries) - len(self.session.entries) == (not attempt.correct and not entry.again)
        self.session = after
        self.log.append(attempt)

    @precondition(lambda self: self.session.answered)
    @rule()
    def go_on(self) -> None:
        self.tick()
        number = self.session.at
        self.session = advance(self.session, now=self.now)
        assert self.session.at == number + 1

    @precondition(lambda self: not self.session.answered)
    @rule()
    def stay(self) -> None:
        assert advance(self.session, now=self.now) == self.session

    @precondition(lambda self: not self.session.finished and not self.session.answered)
    @rule()
    def pass_over(self) -> None:
        number = self.session.at
        self.session = skip(self.session, now=self.now)
        assert self.session.at == number + 1

    @precondition(lambda self: not self.session.finished)
    @rule()
    def ask_for_hint(self) -> None:
        entry = self.session.current
        assert entry is not None
        hinted = hint(self.session)
        assert hinted.hints == int(self.session.hints or (not self.session.answered and bool(entry.item.question.hint)))
        self.session = hinted

    @precondition(lambda self: not self.session.finished)
    @rule()
    def doubt(self) -> None:
        self.log.append(flag(self.session, self.library, attempt_id=self.tick(), now=self.now))

    @precondition(lambda self: self.before)
    @rule()
    def take_back(self) -> None:
        before = self.before.pop()
        last = standing(self.log)[-1]
        self.session, record = undo(self.session, attempt_id=self.tick(), now=self.now)
        assert record.target == last.id
        # All is as it was, but for hints, the clock, and later questions that had been passed over.
        entries = tuple(e if i <= before.at else replace(e, skipped=False) for i, e in enumerate(before.entries))
        assert self.session == replace(before, entries=entries, hints=0, shown=self.now)
        self.log.append(record)

    @rule()
    def leave_and_come_back(self) -> None:
        state = json.loads(json.dumps(dump(self.session)))
        again = restore(state, self.library, self.log, now=self.session.shown)
        assert again == (None if self.session.finished else self.session)

    @invariant()
    def the_log_tells_what_the_session_knows(self) -> None:
        known = [entry.attempt for entry in self.session.entries if entry.attempt]
        assert sorted(known, key=lambda attempt: attempt.id) == list(standing(self.log))
        assert self.session.can_undo == bool(known)

    @invariant()
    def no_question_is_lost(self) -> None:
        first = [entry.item for entry in self.session.entries if not entry.again]
        assert first == list(self.items)
        wrong = [e.item for e in self.session.entries if e.attempt and not e.attempt.correct and not e.again]
        assert sorted(e.item.key for e in self.session.entries if e.again) == sorted(item.key for item in wrong)
        assert not any(entry.counts for entry in self.session.entries if entry.again)

    @invariant()
    def the_missed_are_the_wrong_and_the_skipped(self) -> None:
        entries = self.session.entries
        wrong = {entry.item.key for entry in entries if entry.attempt and not entry.attempt.correct}
        never = {e.item.key for e in entries if e.skipped} - {e.item.key for e in entries if e.attempt}
        assert {item.key for item in missed(self.session)} == wrong | never
        retry = start_retry(self.session, sitting="t", title="Again", seed=1, now=self.now)
        assert {entry.item.key for entry in retry.entries if entry.counts} == never


TestSitting = Sitting.TestCase
