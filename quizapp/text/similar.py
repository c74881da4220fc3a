"""Suggestions. Nothing here ever decides: a near miss is a miss, and is only named."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")

LONGEST = 2000
"""Code points of the longest text for which something near is sought."""
_NEAR = 50.0
"""From which closeness on, 0 to 100, a sentence is near."""


class Effort:
    """How much is looked through, at most, to suggest what was meant; of so many mistakes nobody reads all.

    Comparing a word with a name costs as much time as comparing it with a letter of a sentence: 30 to 80 ns.
    """

    def __init__(self, left: int = 20_000_000) -> None:
        """`left` is how many names and letters of sentences may still be looked through."""
        self._left = left

    def affords(self, cost: int) -> bool:
        """Whether there is so much left; it is then spent."""
        if cost > self._left:
            return False
        self._left -= cost
        return True


class Meant(NamedTuple):
    """What a word that is not known was likely meant to be."""

    likely: str | None = None
    sure: str | None = None
    """The same, where no other known word comes as near."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was likely meant to be, or None."""
    return meant(word, known).likely


def meant(word: str, known: Iterable[str]) -> Meant:
    """The known word that `word` was likely meant to be."""
    found = _nearest_words(word, known)
    if not found:
        return Meant()
    return Meant(found[0][0], found[0][0] if len(found) == 1 or found[1][1] > found[0][1] else None)


def _nearest_words(word: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """The two known words with the fewest slips between them and `word`, and how many."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    choices = list(known)
    found = process.extract(
        word.casefold().replace("_", "-"),
        [choice.casefold().replace("_", "-") for choice in choices],
        scorer=OSA.distance,
        score_cutoff=max(1, len(word) // 3),
        limit=2,
    )
    return [(choices[place], slips) for _, slips, place in found]


def to_compare(candidates: Iterable[str]) -> list[str | None]:
    """Sentences as `nearest` compares them: letters and digits alone; None for what is too long to be one."""
    from rapidfuzz import utils

    return [utils.default_process(candidate) if len(candidate) <= LONGEST else None for candidate in candidates]


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
    least = (best - _closeness(0, 100)) / _closeness(1, 0)
    parts = process.extract(wanted, candidates, scorer=fuzz.partial_ratio, score_cutoff=least - 1e-6, limit=None)
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
