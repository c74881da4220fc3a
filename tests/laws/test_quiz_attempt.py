"""Laws of attempts: a record holds all of one, and ids sort by time."""
# ruff: noqa: S311

import json
import random
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Attempt, from_record, rfc3339, uuid7
from quizapp.quiz.moments import from_microseconds, to_microseconds
from tests import strategies
from tests.reference import fold, standing


@given(strategies.logs())
def test_a_record_holds_all_of_an_attempt(log: list[Attempt]) -> None:
    for attempt in log:
        assert from_record(json.loads(json.dumps(attempt.to_record()))) == attempt


@given(st.dictionaries(st.sampled_from(list(Attempt.__dataclass_fields__)), st.none() | st.integers() | st.text()),
       strategies.answers())  # fmt: skip
def test_a_bad_record_is_refused_or_read_for_good(wrong: dict[str, object], attempt: Attempt) -> None:
    with suppress(ValueError):
        read = from_record({**attempt.to_record(), **wrong})
        assert from_record(read.to_record()) == read


@given(strategies.instants, strategies.instants, st.integers())
def test_ids_sort_by_time(one: datetime, other: datetime, seed: int) -> None:
    chance = random.Random(seed)
    first, second = uuid7(one, chance), uuid7(other, chance)
    assert (one < other) == (first < second) or one == other
    assert UUID(first).int >> 80 == to_microseconds(one) // 1000
    assert UUID(first).version == 7
    assert UUID(first).variant == UUID(second).variant


@given(strategies.instants)
def test_a_time_survives_being_stored(at: datetime) -> None:
    assert from_microseconds(to_microseconds(at)) == at
    assert datetime.fromisoformat(rfc3339(at)) == at


@given(strategies.logs(), st.randoms(use_true_random=False))
def test_memory_does_not_depend_on_the_order_of_the_log(log: list[Attempt], chance: random.Random) -> None:
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert standing(shuffled) == standing(log)
    assert fold(shuffled) == fold(log)
