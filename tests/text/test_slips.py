"""What a word was meant to be, and that looking it up among many finds what comparing it with each would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text import slips
from quizapp.text.similar import Effort
from quizapp.text.slips import FEW, Known, Meant, did_you_mean, meant

_words = st.text(alphabet="abcAß_-", min_size=0, max_size=9)
_more = tuple(f"further-{number}" for number in range(FEW))


def test_suggests_only_what_is_near() -> None:
    assert did_you_mean("promt", ["prompt", "cite"]) == "prompt"
    assert did_you_mean("who_sat_down", ["who-sat-down"]) == "who-sat-down"
    assert did_you_mean("zebra", ["prompt", "cite"]) is None
    assert did_you_mean("prompt", []) is None


def test_what_was_surely_meant_has_no_equal() -> None:
    assert meant("promt", ["prompt", "cite"]) == ("prompt", "prompt")
    assert meant("rop", ["rope", "drop"]).sure is None
    assert meant("rop", ["rope", "drop"]).likely is not None
    assert meant("zebra", ["prompt"]) == (None, None)


@given(_words, st.lists(_words, unique=True, max_size=30))
def test_among_many_the_same_is_meant_as_where_each_is_compared(word: str, names: list[str]) -> None:
    many = (*names, *(name for name in _more if name not in names))
    assert Known().meant(word, many, Effort()) == meant(word, many)


@pytest.mark.parametrize("length", range(38, 44))
@pytest.mark.parametrize("change", ["", "x", "xy"])
def test_long_names_are_looked_up_too(length: int, change: str) -> None:
    many = ("q" * length, *_more)
    word = change + many[0][2:]
    assert Known().meant(word, many, Effort()) == meant(word, many) == (many[0], many[0])


def test_of_thousands_only_one_that_differs_in_one_slip_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slips, "MANY", 60)
    few, many = [f"name-of-{number:03}" for number in range(60)], [f"name-of-{number:03}" for number in range(61)]
    assert Known().meant("name-of-o11", few, Effort()).likely == "name-of-011"
    assert Known().meant("name-of-o11", many, Effort()).likely == "name-of-011"
    assert Known().meant("nam-off-011x", few, Effort()).likely == "name-of-011"
    assert Known().meant("nam-off-011x", many, Effort()) == Meant()


def test_each_collection_is_looked_through_for_itself() -> None:
    known, effort = Known(), Effort()
    ones, others = [f"one-{number}" for number in range(99)], [f"other-{number}" for number in range(99)]
    assert known.meant("one-7o", ones, effort).likely is not None
    assert known.meant("one-7o", others, effort) == Meant()
    assert known.meant("other-55-", others, effort).likely == "other-55"


@pytest.mark.parametrize(("names", "enough"), [(FEW, FEW), (FEW + 1, 5)])
def test_nothing_is_meant_where_effort_is_spent(names: int, enough: int) -> None:
    known = [f"name-{number:02}-{'ab' * number}" for number in range(names)]
    assert Known().meant("name-0-", known, Effort(enough)).likely == "name-00-"
    assert Known().meant("name-0-", known, Effort(enough - 1)) == Meant()
    assert Known().meant("no-name-at-all", known, Effort(0)) == Meant()
