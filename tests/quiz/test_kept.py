import json
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.content.reading.texts import MAX_PARTS
from quizapp.quiz.attempt import MOST_TYPED
from quizapp.quiz.kept import dump, restore
from quizapp.quiz.outline import USUAL
from quizapp.quiz.session import advance, drafted, hint, skip, undo
from quizapp.store.transfer import LONGEST_LINE
from tests.quiz import samples
from tests.quiz.samples import begin, respond

NOW = samples.NOW
RIGHT = ("Within three days",)


def test_what_is_typed_so_far_is_kept_with_its_question_and_ends_with_it() -> None:
    library = samples.library(samples.SHORT, samples.NUMBER)
    session = drafted(begin(library), ("Articl\udc80",))
    assert session.draft == ("Articl?",)
    assert restore(json.loads(json.dumps(dump(session))), library, (), now=NOW) == session
    answered, attempt = respond(session, library, "Article V")
    assert answered.draft == drafted(answered, ("x",)).draft == ()
    assert undo(answered, now=NOW, attempt_id="u")[0].draft == skip(session, now=NOW).draft == ()
    assert attempt.response == ("Article V",)


@pytest.mark.parametrize("kept", [["a", "b"], [], ["a"] * 3])
def test_what_no_longer_fits_its_question_is_not_shown_there(kept: list[str]) -> None:
    library = samples.library(samples.SHORT)
    back = restore(dump(begin(library)) | {"draft": kept}, library, (), now=NOW)
    assert back is not None
    assert back.draft == ()


def test_what_belongs_to_a_question_that_is_gone_is_not_laid_to_the_next() -> None:
    both = samples.library(samples.SHORT, samples.NUMBER)
    state = dump(drafted(begin(both), ("Art",)))
    back = restore(state | {"hints": 1}, samples.library(samples.NUMBER), (), now=NOW)
    assert back is not None
    assert (back.draft, back.hints) == ((), 0)


def test_resuming_leaves_out_what_the_course_no_longer_has() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN, samples.SHORT)
    session, attempt = respond(begin(library), library, *RIGHT)
    session = advance(session, now=NOW)
    state = dump(session)
    smaller = samples.library(samples.BOOLEAN, samples.SHORT)
    resumed = restore(state, smaller, [attempt], now=NOW)
    assert resumed is not None
    assert [entry.item.key for entry in resumed.entries] == ["aid/limit", "aid/which"]
    assert resumed.at == 0
    assert restore(state, samples.library(samples.CHOICE), [attempt], now=NOW) is None
    assert restore({**state, "version": 99}, library, [attempt], now=NOW) is None


def test_what_is_resumed_is_what_was_left() -> None:
    library = samples.library(samples.BOOLEAN, samples.CHOICE, samples.SHORT)
    session, attempt = respond(replace(begin(library), learner="Ana"), library, "true")
    session = hint(advance(session, now=NOW))
    later = NOW + timedelta(days=1)
    state = dump(session)
    assert state["course"] == library.course.id
    assert restore(state, library, [attempt], now=later) == replace(session, shown=later)
    assert restore(state, library, [], now=NOW) == replace(
        session, entries=(replace(session.entries[0], attempt=None), *session.entries[1:])
    )


def test_resuming_finds_a_renamed_question() -> None:
    old = samples.library(samples.CHOICE)
    new = samples.library(replace(samples.CHOICE, id="how-quickly", was=("aid/how-soon",)))
    resumed = restore(dump(begin(old)), new, [], now=NOW)
    assert resumed is not None
    assert resumed.current is not None
    assert resumed.current.item.key == "aid/how-quickly"


@pytest.mark.parametrize("change", [{"at": -1}, {"hints": -1}, {"hints": 2}, {"hints": 10**30}])
def test_numbers_that_were_never_kept_bring_nothing_back(change: dict[str, int]) -> None:
    library = samples.library(samples.SHORT)
    assert restore(dump(begin(library)) | change, library, (), now=NOW) is None


def test_an_answer_is_kept_as_far_as_a_progress_file_can_be_read_again() -> None:
    library = samples.library(samples.SHORT)
    book = "\x07€" * 1_000_000
    assert drafted(begin(library), (book,)).draft == (book[:MOST_TYPED],)
    attempt = respond(begin(library), library, book)[1]
    assert attempt.response == (book[:MOST_TYPED],)
    longest = replace(attempt, response=attempt.response * MAX_PARTS)
    assert len(json.dumps(longest.response, ensure_ascii=False).encode()) < LONGEST_LINE // 2


def test_what_an_entry_says_nothing_of_is_usual() -> None:
    library = samples.library(samples.BOOLEAN, samples.CHOICE, samples.SHORT)
    session, attempt = respond(begin(library), library, "false")
    session = skip(advance(session, now=NOW), now=NOW)
    first, second, third = session.entries
    session = replace(session, entries=(first, replace(second, counts=False), third, replace(third, again=True)))
    state = dump(session)
    assert [sorted(entry) for entry in state["entries"]] == [
        ["attempt", "item"],
        ["counts", "item", "skipped"],
        ["item"],
        ["again", "item"],
    ]
    assert restore(state, library, [attempt], now=NOW) == session
    written_out = state | {"entries": [USUAL | entry for entry in state["entries"]]}
    assert restore(written_out, library, [attempt], now=NOW) == session
