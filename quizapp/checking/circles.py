"""Ways that lead round in circles, found in time that grows as the steps do wherever none goes round."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping

Steps = Mapping[str, Collection[str]]
"""From each place to others; some of these may be no place."""


def way_back(start: str, steps: Steps) -> list[str]:
    """The shortest way from a place back to it, without its beginning; empty where there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting and start not in before:
        place = waiting.popleft()
        for following in steps.get(place, ()):
            if following not in before:
                before[following] = place
                waiting.append(following)
    if start not in before:
        return []
    way = [start]
    while before[way[-1]] != start:
        way.append(before[way[-1]])
    return way[::-1]


def circles(steps: Steps) -> Iterator[dict[str, list[str]]]:
    """The places that lead to each other, with the steps among them: strongly connected components, after Tarjan."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    """The number of the earliest place that one was seen to lead to, of those that are in no circle yet."""
    open_: dict[str, None] = {}
    for root in steps:
        ways = [] if root in number else [(root, iter(steps[root]))]
        while ways:
            place, following = ways[-1]
            if place not in number:
                number[place] = lowest[place] = len(number)
                open_[place] = None
            for other in following:
                if other in steps and other not in number:
                    ways.append((other, iter(steps[other])))
                    break
                if other in open_:
                    lowest[place] = min(lowest[place], lowest[other])
            else:
                ways.pop()
                if ways:
                    lowest[ways[-1][0]] = min(lowest[ways[-1][0]], lowest[place])
                if lowest[place] == number[place]:
                    together = _taken(open_, place)
                    yield {one: [other for other in steps[one] if other in together] for one in together}


def _taken(places: dict[str, None], first: str) -> set[str]:
    """Takes the last places out, up to and with the first that is meant."""
    taken: set[str] = set()
    while first not in taken:
        taken.add(places.popitem()[0])
    return taken
