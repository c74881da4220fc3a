"""Suggestions. Nothing here ever decides: a near miss is a miss, and is only named."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")

LONGEST = 2000
"""Code points of the longest text for which something near is sought."""
_NEAR = 50
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


def nearest(text: str, candidates: Sequence[str]) -> int | None:
    """The place of the candidate that says most nearly what `text` says; None where none comes near.

    What is longer than any sentence is near to nothing: to compare it would take minutes.
    """
    from rapidfuzz import process, utils

    if len(text) > LONGEST:
        return None
    found = process.extractOne(
        text,
        [candidate if len(candidate) <= LONGEST else None for candidate in candidates],
        scorer=_closeness,
        processor=utils.default_process,
        score_cutoff=_NEAR,
    )
    return None if found is None else int(found[2])


def _closeness(wanted: Any, candidate: Any, /, *, score_cutoff: float | None = 0) -> float:
    """How much of the shorter text the longer holds, a little less when the lengths differ much."""
    from rapidfuzz import fuzz

    part = fuzz.partial_ratio(wanted, candidate, score_cutoff=score_cutoff)
    return 0.9 * part + 0.1 * fuzz.ratio(wanted, candidate)


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
