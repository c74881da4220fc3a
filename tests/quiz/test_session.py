from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.item import renames
from quizapp.quiz.session import (
    advance,
    answer,
    drafted,
    flag,
    hint,
    missed,
    skip,
    start_retry,
    task,
    undo,
)
from tests.quiz import samples
from tests.quiz.samples import begin, respond

NOW = samples.NOW
RIGHT, WRONG = ("Within three days",), ("Within one year",)


def test_a_lesson_from_start_to_end() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    session = begin(library)
    assert (session.number, session.total, session.answered, session.can_undo) == (1, 2, False, False)
    assert session.standing == "question 1 of 2"
    session, attempt = respond(session, library, *WRONG, after=12.3456)
    assert (attempt.item, attempt.response, attempt.correct, attempt.counts) == ("aid/how-soon", WRONG, False, True)
    assert attempt.seconds == 12.346
    assert session.answered
    assert session.standing == "question 1 of 2, and 1 again", "there are no more questions than there were"
    session = advance(session, now=NOW)
    session, _ = respond(session, library, "false")
    session = advance(session, now=NOW)
    assert (session.number, session.total) == (3, 3)
    assert session.standing == "question 3 of 3"
    session, again = respond(session, library, *RIGHT)
    assert (again.item, again.correct, again.counts) == ("aid/how-soon", True, False)
    session = advance(session, now=NOW)
    assert session.finished
    assert session.current is None
    assert session.score == (1, 2)
    assert [item.key for item in missed(session)] == ["aid/how-soon"]


def test_a_question_comes_back_once_and_looks_different() -> None:
    library = samples.library(replace(samples.SELECT, distractors=samples.CHOICE.distractors))
    session = begin(library)
    first = task(session, library)
    session, _ = respond(session, library, "Poland")
    session = advance(session, now=NOW)
    second = task(session, library)
    assert first != second
    session, _ = respond(session, library, "Poland")
    assert session.total == 2
    assert advance(session, now=NOW).finished


def test_a_question_looks_the_same_each_time_it_is_looked_at_and_other_with_another_seed() -> None:
    library = samples.library(samples.IN_ORDER, samples.CHOICE)
    sessions = [replace(begin(library), seed=seed) for seed in range(9)]
    seen = [task(session, library) for session in sessions]
    assert [task(session, library) for session in sessions] == seen
    assert any(one != seen[0] for one in seen)


def test_undo_takes_the_retry_away() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    before = begin(library)
    session, attempt = respond(before, library, *WRONG)
    session = advance(session, now=NOW)
    session = skip(session, now=NOW)
    session, record = undo(session, now=NOW, attempt_id="u")
    assert session == before
    assert (record.kind, record.target, record.item, record.correct) == ("undo", attempt.id, "aid/how-soon", None)
    with pytest.raises(ValueError, match="no answer"):
        undo(session, now=NOW, attempt_id="x")


def test_undo_drops_what_is_chosen_for_a_later_question() -> None:
    library = samples.library(samples.CHOICE, samples.SHORT)
    session, _ = respond(begin(library), library, *RIGHT)
    session = drafted(advance(session, now=NOW), ("Article",))
    assert session.draft == ("Article",)
    assert undo(session, now=NOW, attempt_id="u")[0].draft == ()


def test_undo_is_recorded_when_it_happens_and_forgets_the_hint_of_a_later_question() -> None:
    library = samples.library(samples.BOOLEAN, samples.CHOICE)
    session, _ = respond(begin(library), library, "false")
    session = hint(advance(session, now=NOW))
    later = NOW + timedelta(minutes=9)
    session, record = undo(session, now=later, attempt_id="u")
    assert (session.hints, session.shown, record.at) == (0, later, later)


def test_what_is_answered_is_not_answered_again() -> None:
    library = samples.library(samples.CHOICE)
    session, _ = respond(begin(library), library, *RIGHT)
    with pytest.raises(ValueError, match="answered already"):
        respond(session, library, *RIGHT)
    with pytest.raises(ValueError, match="over"):
        respond(advance(session, now=NOW), library, *RIGHT)


def test_a_hint_is_counted_once_and_forgotten_with_the_question() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    session = hint(hint(begin(library)))
    assert session.hints == 1
    session, attempt = respond(session, library, *RIGHT)
    assert attempt.hints == 1
    session = advance(session, now=NOW)
    assert session.hints == 0
    assert hint(session) == session  # it has none
    session, _ = respond(session, library, "false")
    over = advance(session, now=NOW)
    assert hint(over) == skip(over, now=NOW) == over


def test_a_skipped_question_is_missed_and_recorded_nowhere() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    session = skip(begin(library), now=NOW)
    session, _ = respond(session, library, "true")
    assert skip(session, now=NOW) == advance(session, now=NOW)  # what is answered is not passed over
    session = skip(skip(session, now=NOW), now=NOW)
    assert session.finished
    assert [item.key for item in missed(session)] == ["aid/how-soon", "aid/limit"]
    again = start_retry(session, sitting="t", title="Again", seed=8, now=NOW)
    assert [(entry.item.key, entry.counts) for entry in again.entries] == [("aid/how-soon", True), ("aid/limit", False)]


def test_a_retry_is_a_sitting_of_its_own_for_the_same_learner() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    session, _ = respond(replace(begin(library), learner="Ana"), library, *WRONG)
    later = NOW + timedelta(hours=1)
    retry = start_retry(session, sitting="t", title="Again", seed=8, now=later)
    assert (retry.sitting, retry.title, retry.kind, retry.seed) == ("t", "Again", "retry", 8)
    assert (retry.learner, retry.shown, retry.at) == ("Ana", later, 0)
    assert [(entry.item.key, entry.counts) for entry in retry.entries] == [("aid/how-soon", False)]
    assert retry.current == replace(session.entries[0], attempt=None, counts=False)


def test_what_was_right_at_once_is_not_in_the_retry() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN)
    session, _ = respond(begin(library), library, *RIGHT)
    session, _ = respond(skip(session, now=NOW), library, "true")
    retry = start_retry(session, sitting="t", title="Again", seed=8, now=NOW)
    assert [entry.item.key for entry in retry.entries] == ["aid/limit"]


def test_time_runs_from_when_a_question_is_shown_however_it_was_come_to() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN, samples.SHORT)
    first, second, third = (NOW + timedelta(minutes=n) for n in (1, 2, 3))
    session = skip(begin(library), now=first)
    session, _ = respond(session, library, "false")
    session = skip(session, now=second)
    assert session.shown == second
    assert session.current is not None
    assert session.current.item.key == "aid/which"
    session, attempt = answer(session, library, ("Article V",), sure=False, now=third, attempt_id="a")
    assert attempt.seconds == 60
    assert undo(session, now=third, attempt_id="u")[0].shown == third


def test_an_answer_is_recorded_with_who_gave_it_and_how() -> None:
    library = samples.library(samples.CLOZE)
    session = replace(begin(library), learner="Ana")
    at = NOW + timedelta(seconds=2)
    after, attempt = answer(session, library, ("Poland", "Spain"), sure=False, now=at, attempt_id="a")
    item = session.entries[0].item
    assert attempt == Attempt(
        id="a",
        course=library.course.id,
        item="aid/gaps",
        at=at,
        response=("Poland", "Spain"),
        correct=False,
        parts=(True, False),
        sure=False,
        seconds=2,
        fingerprint=library.fingerprint(item.lesson, item.question),
        learner="Ana",
        sitting="s",
    )
    record = flag(after, library, now=at, attempt_id="f")
    assert record == Attempt(
        id="f",
        course=library.course.id,
        item="aid/gaps",
        at=at,
        kind="flag",
        fingerprint=library.fingerprint(item.lesson, item.question),
        learner="Ana",
        target="a",
        counts=False,
        sitting="s",
    )


def test_a_flag_names_the_answer_it_follows_and_the_question_as_it_is() -> None:
    library = samples.library(samples.CHOICE)
    session = begin(library)
    item = session.entries[0].item
    before = flag(session, library, now=NOW, attempt_id="f")
    assert (before.target, before.fingerprint) == (None, library.fingerprint(item.lesson, item.question))
    session, attempt = respond(session, library, *RIGHT)
    record = flag(session, library, now=NOW, attempt_id="f")
    assert (record.kind, record.target, record.sitting) == ("flag", attempt.id, "s")


def test_a_clock_that_goes_back_takes_no_negative_time() -> None:
    library = samples.library(samples.CHOICE)
    _, attempt = respond(begin(library), library, *RIGHT, after=-60)
    assert attempt.seconds == 0


def test_the_first_claim_to_an_earlier_name_holds_and_a_living_name_is_no_earlier_one() -> None:
    library = samples.library(
        replace(samples.CHOICE, was=("aid/old", "aid/limit")), samples.BOOLEAN, replace(samples.SHORT, was=("aid/old",))
    )
    assert renames(library) == {"aid/old": "aid/how-soon"}


def test_half_a_character_from_a_terminal_can_be_recorded() -> None:
    library = samples.library(samples.SHORT)
    _, attempt = respond(begin(library), library, "Article \udce4")
    assert attempt.response == ("Article ?",)
