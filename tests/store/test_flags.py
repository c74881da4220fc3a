"""A flag holds for a question as it is now, under all its names, and is taken back by whoever set it."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from quizapp.content.library import Library
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.session import Session, advance
from quizapp.store import flags
from quizapp.store.bulk import DifferingAttempts
from quizapp.store.progress import Progress
from tests.quiz.samples import BOOLEAN, CHANCE, CHOICE, NOW, begin, library, respond

COURSE = library(CHOICE, BOOLEAN)
REWORDED = library(replace(CHOICE, prompt="How soon, then?"), BOOLEAN)
LATER = count(1)


def turn(progress: Progress, session: Session, course: Library = COURSE) -> bool:
    now = NOW + timedelta(minutes=next(LATER))
    return flags.turn(progress, session, course, now=now, new_id=lambda: uuid7(now, CHANCE))


def sitting(name: str = "s", course: Library = COURSE, learner: str | None = None) -> Session:
    return replace(begin(course), sitting=name, learner=learner)


def twin_of(flag: Attempt, fingerprint: str) -> Attempt:
    return replace(flag, id=uuid7(flag.at, CHANCE), fingerprint=fingerprint)


def test_what_one_sitting_flags_another_takes_back(progress: Progress) -> None:
    assert turn(progress, sitting("s"))
    (flag,) = flags.standing(progress, sitting("t"), COURSE)
    assert not turn(progress, sitting("t"))
    assert flags.standing(progress, sitting("s"), COURSE) == flags.standing(progress, sitting("t"), COURSE) == ()
    undo = list(progress.log())[-1]
    assert undo.at > flag.at
    assert undo == Attempt(id=undo.id, course=flag.course, item=flag.item, at=undo.at, kind="undo", target=flag.id,
                           counts=False, sitting="s")  # fmt: skip
    assert turn(progress, sitting("t"))
    assert [one.kind for one in progress.log()] == ["flag", "undo", "flag"]


def test_another_question_and_another_learner_are_not_meant(progress: Progress) -> None:
    session, _ = respond(sitting(), COURSE, "Within three days")
    following, over = advance(session, now=NOW), replace(session, at=2)
    others = (following, sitting(learner="Ana"), over)
    assert turn(progress, session)
    assert [flags.standing(progress, other, COURSE) for other in others] == [(), (), ()]
    assert turn(progress, following)
    assert turn(progress, others[1])
    assert not turn(progress, session)
    assert [len(flags.standing(progress, other, COURSE)) for other in others] == [1, 1, 0]


def test_a_flag_on_an_earlier_wording_holds_no_more(progress: Progress) -> None:
    assert turn(progress, sitting())
    assert flags.standing(progress, sitting(course=REWORDED), REWORDED) == ()
    assert turn(progress, sitting(course=REWORDED), REWORDED)
    assert len(flags.standing(progress, sitting(), COURSE)) == 2
    assert not turn(progress, sitting(course=REWORDED), REWORDED)
    assert list(progress.flags(COURSE.course.id)) == [], "the earlier one went with it"


def test_a_flag_that_names_no_wording_holds_for_each(progress: Progress) -> None:
    turn(progress, sitting())
    (flag,) = progress.flags(COURSE.course.id)
    progress.record(twin_of(flag, ""))
    assert len(flags.standing(progress, sitting(course=REWORDED), REWORDED)) == 2


def test_a_renamed_question_keeps_its_flag(progress: Progress) -> None:
    renamed = library(replace(CHOICE, id="when", was=("aid/how-soon",)), BOOLEAN)
    turn(progress, sitting())
    (flag,) = progress.flags(COURSE.course.id)
    fingerprint = renamed.fingerprint(renamed.lessons[0], renamed.lessons[0].questions[0])
    progress.record(twin_of(flag, fingerprint))
    assert flags.standing(progress, sitting(course=renamed), renamed) == ()
    progress.adopt(COURSE.course.id, {"aid/how-soon": "aid/when"})
    assert len(flags.standing(progress, sitting(course=renamed), renamed)) == 2
    assert not turn(progress, sitting(course=renamed), renamed)
    assert list(progress.flags(COURSE.course.id)) == []


def test_all_that_are_to_be_taken_back_are_or_none(progress: Progress) -> None:
    turn(progress, sitting())
    (flag,) = progress.flags(COURSE.course.id)
    ids = iter([uuid7(NOW, CHANCE), flag.id])
    with pytest.raises(DifferingAttempts):
        flags.take_back(progress, [flag, flag], now=NOW, new_id=lambda: next(ids))
    assert list(progress.log()) == [flag]
