"""Circles among steps, and the shortest way round."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.circles import circles, way_back

PLACES = st.sampled_from("abcdefgh")
STEPS = st.dictionaries(PLACES, st.lists(PLACES, max_size=4), max_size=7)


def _shortest(start: str, steps: dict[str, list[str]]) -> list[str]:
    """The shortest way back, by trying all of one length before those that are longer."""
    ways = [[name] for name in steps.get(start, ())]
    for _ in range(len(steps) + 1):
        for way in ways:
            if way[-1] == start:
                return way
        ways = [[*way, name] for way in ways for name in steps.get(way[-1], ())]
    return []


@given(STEPS)
def test_a_way_back_is_the_shortest_and_stays_in_its_circle(steps: dict[str, list[str]]) -> None:
    around = {place: circle for circle in circles(steps) for place in circle}
    assert around.keys() == steps.keys()
    for place in steps:
        way = way_back(place, steps)
        assert len(way) == len(_shortest(place, steps))
        assert way == way_back(place, around[place])
        assert all(after in steps[before] for before, after in zip([place, *way], way, strict=False))
        assert way[-1:] == [place] * bool(way)


@given(STEPS)
def test_places_are_in_one_circle_that_lead_to_each_other(steps: dict[str, list[str]]) -> None:
    def reached(start: str) -> set[str]:
        found = {start}
        while more := {name for place in found for name in steps.get(place, ()) if name in steps} - found:
            found |= more
        return found

    for circle in circles(steps):
        for place in circle:
            assert set(circle) == {other for other in reached(place) if place in reached(other)}


def test_a_long_way_is_no_deep_one() -> None:
    ring = {str(number): [str((number + 1) % 20_000)] for number in range(20_000)}
    assert [len(circle) for circle in circles(ring)] == [20_000]
    assert len(way_back("0", ring)) == 20_000
