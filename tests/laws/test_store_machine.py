"""Laws of the learner's file in use: two processes' connections, and beside them a dictionary of what was recorded."""
# ruff: noqa: S311

import io
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.store.progress import Progress
from quizapp.store.transfer import BadFile, export_log, import_log
from tests import strategies
from tests.reference import activity, flags, fold, standing, tally

LEARNERS = (None, "Ana", "Борис", "ana")
STATE = {"sitting": "s", "learner": None, "course": "tiny", "at": 1}


class LearnersFile(RuleBasedStateMachine):
    """Whoever uses it: two faces at once, another file that is imported from, and somebody who begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.path = Path(self._folder.name) / "progress.sqlite3"
        self.open = [self._connect(), self._connect()]
        self.known: dict[str, Attempt] = {}
        self.exported = "".join(export_log(()))
        self.in_export: dict[str, Attempt] = {}

    def teardown(self) -> None:
        for progress in self.open:
            progress.close()
        self._folder.cleanup()

    def _connect(self) -> Progress:
        progress = Progress.open(self.path)
        progress._connection.execute("PRAGMA synchronous = OFF")  # what is on disk is another test's concern
        return progress

    @rule(one=strategies.answers(), who=st.integers(0, 1), sitting=st.booleans())
    def append(self, one: Attempt, who: int, sitting: bool) -> None:
        self.open[who].record(one, STATE if sitting else None)
        self.known.setdefault(one.id, one)

    @precondition(lambda self: self.known)
    @rule(data=st.data(), who=st.integers(0, 1), kind=st.sampled_from(["undo", "flag"]))
    def remark(self, data: st.DataObject, who: int, kind: str) -> None:
        about = data.draw(st.sampled_from(sorted(self.known.values(), key=lambda one: one.id)))
        at = about.at + timedelta(seconds=data.draw(st.integers(-5, 5)))
        identity = uuid7(at, random.Random(data.draw(st.integers(0, 2**32))))
        aside = replace(about, id=identity, at=at, kind="undo" if kind == "undo" else "flag", target=about.id,
                        correct=None, counts=False, response=(), parts=())  # fmt: skip
        if about.kind == "answer" or (about.kind, kind) == ("flag", "undo"):
            self.open[who].record(aside)
            self.known.setdefault(aside.id, aside)

    @rule(who=st.integers(0, 1))
    def export(self, who: int) -> None:
        self.exported = "".join(export_log(self.open[who].log()))
        self.in_export = dict(self.known)

    @rule(who=st.integers(0, 1))
    def take_in(self, who: int) -> None:
        differing = [one for one in self.in_export.values() if self.known.get(one.id, one) != one]
        if differing:  # after a learner began anew, an id of theirs was given to something else
            with pytest.raises(BadFile) as told:
                import_log(self.open[who], io.BytesIO(self.exported.encode()))
            assert len(told.value.lines) == len(differing)
            return
        held, new = import_log(self.open[who], io.BytesIO(self.exported.encode()))
        assert (held, new) == (len(self.in_export), len(self.in_export.keys() - self.known.keys()))
        self.known = {**self.in_export, **self.known}

    @rule(learner=st.sampled_from(LEARNERS), who=st.integers(0, 1))
    def begin_anew(self, learner: str | None, who: int) -> None:
        own = {one.id for one in self.known.values() if one.learner == learner}
        kept: list[Attempt] = []
        assert self.open[who].erase(learner, kept.extend) == len(own)
        assert {one.id for one in kept} == own
        self.known = {key: one for key, one in self.known.items() if key not in own}

    @rule(who=st.integers(0, 1))
    def reopen(self, who: int) -> None:
        self.open[who].close()
        self.open[who] = self._connect()

    @rule(who=st.integers(0, 1))
    def rebuild(self, who: int) -> None:
        self.open[who].rebuild()

    @invariant()
    def both_hold_what_was_recorded_and_nothing_else(self) -> None:
        for progress in self.open:
            log = list(progress.log())
            assert {one.id: one for one in log} == self.known
            assert log == sorted(log, key=lambda one: (one.at, one.id))
            assert progress.faults() == ()

    @invariant()
    def the_folds_equal_a_recount(self) -> None:
        for course in ("tiny", "other"):
            for learner in LEARNERS:
                own = [one for one in self.known.values() if (one.course, one.learner) == (course, learner)]
                answers = sorted(standing(own), key=lambda one: (one.at, one.id))
                expected = {
                    item: memory
                    for item in {one.item for one in answers}
                    if (memory := fold(one for one in answers if one.item == item)) is not None
                }
                for progress in self.open:
                    assert progress.memories(course, learner) == expected
                    assert progress.activity(course, learner) == activity(answers)
                    assert progress.tally(course, learner) == tally(answers)
                    assert list(progress.flags(course, learner)) == flags(own)


TestLearnersFile = LearnersFile.TestCase
