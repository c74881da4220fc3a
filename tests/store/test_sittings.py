import pytest

from quizapp.store import sittings
from quizapp.store.progress import Progress
from quizapp.store.trouble import DamagedFile
from tests.store.making import STATE, attempt


def test_a_state_that_cannot_be_kept_takes_its_attempt_with_it(progress: Progress) -> None:
    with pytest.raises(KeyError):
        progress.record(attempt(1), {"learner": None})
    assert list(progress.log()) == []
    progress.record(attempt(1), STATE)


def test_the_sitting_last_left_is_offered_until_it_is_closed(progress: Progress) -> None:
    assert progress.open_sitting("tiny") is None
    first, second = {**STATE, "sitting": "one"}, {**STATE, "sitting": "two", "learner": "Ana"}
    third = {**STATE, "sitting": "three"}
    for state in (first, second, third, {**first, "at": 1}, {**first, "at": 2}):
        progress.save(state)
    assert progress.open_sitting("tiny") == {**first, "at": 2}
    assert progress.open_sitting("tiny", "Ana") == second
    assert progress.open_sitting("other") is None
    assert progress.open_sittings("tiny") == ({**first, "at": 2}, third)
    assert progress.open_sittings("other") == ()
    progress.save({**second, "at": 3})
    assert progress.open_sitting("tiny", "Ana") == {**second, "at": 3}
    assert progress.open_sitting("tiny") == {**first, "at": 2}
    progress.close_sitting("one")
    assert progress.open_sitting("tiny") == third


def test_a_sitting_is_amended_where_it_stands_and_one_that_is_over_stays_over(progress: Progress) -> None:
    first, second = {**STATE, "sitting": "one"}, {**STATE, "sitting": "two"}
    for state in (first, second):
        progress.save(state)
    progress.amend({**first, "at": 5})
    assert progress.open_sittings("tiny") == (second, {**first, "at": 5})
    progress.close_sitting("one")
    progress.amend(first)
    assert progress.open_sittings("tiny") == (second,)


@pytest.mark.parametrize(
    "state",
    [
        '{"sitting": "other"}',
        "[]",
        "{}",
        "{",
        r'{"sitting": "s", "title": "\ud800"}',
        r'{"sitting": "s", "draft": ["\udC80"]}',
    ],
)
def test_a_sitting_that_was_never_written_so_is_damage(progress: Progress, state: str) -> None:
    progress.save(STATE)
    progress._connection.execute("UPDATE sittings SET state = ?", (state,))
    with pytest.raises(DamagedFile):
        progress.open_sitting("tiny")


def test_only_the_last_sittings_are_kept(progress: Progress) -> None:
    progress.save({**STATE, "learner": "Ana"})
    for number in range(sittings.MOST + 3):
        progress.save({**STATE, "sitting": str(number)})
    kept = [state["sitting"] for state in progress.open_sittings("tiny")]
    assert kept == [str(number) for number in range(sittings.MOST + 2, 2, -1)]
    progress.save({**STATE, "sitting": "3"})
    progress.record(attempt(1), {**STATE, "sitting": "again"})
    assert [state["sitting"] for state in progress.open_sittings("tiny", limit=3)] == [
        "again",
        "3",
        str(sittings.MOST + 2),
    ]
    assert len(progress.open_sittings("tiny", limit=99)) == sittings.MOST
    assert len(progress.open_sittings("tiny", "Ana")) == 1
