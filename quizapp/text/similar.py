"""Suggestions. Nothing here ever decides: a near miss is a miss, and is only named."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")

LONGEST = 2000
"""Code points of the longest text for which something near is sought."""
_SLACK = 0.01
"""By how much `rapidfuzz` may take a closeness for less than it is when it looks whether one is enough."""
_NEAR = 50.0
"""From which closeness on, 0 to 100, a sentence is near."""


class Effort:
    """How much is looked through, at most, to suggest what was meant; of so many mistakes nobody reads all.

    Comparing a word with a name costs as much time as comparing it with a letter of a sentence: 30 to 80 ns.
    """

    def __init__(self, left: int = 20_000_000) -> None:
        """`left` is how many names and letters of sentences may still be looked through."""
        self.left = left

    def affords(self, cost: int) -> bool:
        """Whether there is so much left; it is then spent."""
        if cost > self.left:
            return False
        self.left -= cost
        return True


def to_compare(candidates: Iterable[str]) -> list[str | None]:
    """Sentences as `nearest` compares them: letters and digits alone; None for what is too long or stood before."""
    from rapidfuzz import utils

    found = [utils.default_process(candidate) if len(candidate) <= LONGEST else None for candidate in candidates]
    first = {candidate: place for place, candidate in reversed(list(enumerate(found)))}
    return [candidate if first[candidate] == place else None for place, candidate in enumerate(found)]


def nearest(text: str, candidates: Sequence[str | None]) -> int | None:
    """The place of the candidate, made `to_compare`, that says most nearly what `text` says; None where none is near.

    What is longer than any sentence is near to nothing: to compare it would take minutes.
    """
    from rapidfuzz import fuzz, process

    (wanted,) = to_compare([text])
    if wanted is None:
        return None
    best, at = _NEAR, None
    alike = process.extractOne(wanted, candidates, scorer=fuzz.ratio)
    if alike:  # found in no time, it rules out most of what would have to be held against parts of the text
        best = max(best, _closeness(fuzz.partial_ratio(wanted, alike[0]), alike[1]))
    least = (best - _closeness(100, 0)) / _closeness(0, 1)
    among: Mapping[int, str] | Sequence[str | None] = candidates
    if least > 0:
        wholes = process.extract(wanted, candidates, scorer=fuzz.ratio, score_cutoff=least - _SLACK, limit=None)
        among = {place: candidate for candidate, _, place in wholes}
    least = (best - _closeness(0, 100)) / _closeness(1, 0)
    parts = process.extract(wanted, among, scorer=fuzz.partial_ratio, score_cutoff=least - _SLACK, limit=None)
    for candidate, part, place in parts:
        if _closeness(part, 100) < best:
            break
        closeness = _closeness(part, fuzz.ratio(wanted, candidate))
        if closeness > best or (closeness == best and (at is None or place < at)):
            best, at = closeness, place
    return at


def _closeness(part: float, whole: float) -> float:
    """How near two texts are: as the longer holds the shorter, a little less when the lengths differ much."""
    return 0.9 * part + 0.1 * whole


def mark_difference(wanted: str, found: str) -> str:
    """The part of `found` that answers to `wanted`, with what differs in square brackets: `within [three] days`."""
    ours, theirs = [t.group() for t in _TOKEN.finditer(wanted)], list(_TOKEN.finditer(found))
    matcher = SequenceMatcher(None, ours, [token.group() for token in theirs], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return found
    low = max(blocks[0].b - blocks[0].a, 0)
    high = min(blocks[-1].b + len(ours) - blocks[-1].a, len(theirs))
    same = {block.b + i for block in blocks for i in range(block.size)}
    shown = []
    for index in range(low, high):
        token = theirs[index]
        gap = found[theirs[index - 1].end() : token.start()] if index > low else ""
        differs, differed = index not in same, index > low and index - 1 not in same
        shown.append("]" * (differed and not differs) + gap + "[" * (differs and not differed) + token.group())
    closed = "]" * (high > low and high - 1 not in same)
    return f"{'… ' * (low > 0)}{''.join(shown)}{closed}{' …' * (high < len(theirs))}"
