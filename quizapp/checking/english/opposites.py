"""Words of which a sentence has the one or the other: "rose" or "fell", "son" or "husband"; and places in a row."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from quizapp.checking.english.stems import stem
from quizapp.checking.english.words import FUNCTION
from quizapp.content.quantities import UNITS
from quizapp.content.values import comparable, quantity

_SETS = """
rise grow increase climb grew soar | fall drop decrease decline shrink sink slip dwindle diminish;
profit surplus | loss deficit; buy purchase acquire | sell; arrive arrival | depart departure; lend | borrow;
import | export; son | daughter; brother | sister; uncle | aunt; nephew | niece;
north northern | south southern | east eastern | west western;
summer | autumn | winter; morning | afternoon | evening | night; boy | girl; king | queen; rich | poor;
strengthen | weaken; maximum | minimum; teacher | pupil; landlord | tenant; buyer | seller; plaintiff | defendant;
employer | employee; creditor | debtor; encourage | discourage; widen | narrow; heat | cool; accelerate | slow;
red | blue | green | yellow | purple | pink; monday | tuesday | wednesday | thursday | friday | saturday | sunday
"""
_GROUP: dict[str, list[tuple[int, int]]] = {}
"""For each stem its sets, and its group in them."""
for _at, _set in enumerate(_SETS.split(";")):
    for _group, _words in enumerate(_set.split("|")):
        for _word in _words.split():
            _GROUP.setdefault(stem(_word), []).append((_at, _group))
_STEMS = frozenset(_GROUP)


def may_oppose(stems: Collection[str]) -> bool:
    """Whether one of some stems has another that excludes it."""
    return not _STEMS.isdisjoint(stems)


def opposed(said: Collection[str], there: Collection[str]) -> tuple[str, str] | None:
    """A stem among those of a text, and one of its evidence that excludes it and stands there without it."""
    for word in sorted(_STEMS.intersection(said)):
        for kinds, own in _GROUP[word]:
            others = {found: group for found in there for of, group in _GROUP.get(found, ()) if of == kinds}
            both = {group for found in said for of, group in _GROUP.get(found, ()) if of == kinds}
            if others and own not in others.values() and len(both) == 1:
                return word, min(others)
    return None


_MAY_PLACE = re.compile(r"\d(?:st|nd|rd|th)\b|(?:cond|ird|th)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<![^ ])(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) ([a-z]+)"
)
_NO_PLACES = frozenset(("centuries", "time", "times", *UNITS))
"""What a text counts from a day of its own, or QZ321 looks at."""


@lru_cache(maxsize=32768)
def places(text: str) -> tuple[tuple[int, str, str], ...]:
    """What a text counts in a row, as in "the second act": the place, the stem of the noun, and both words."""
    return tuple(_places(text)) if "first" in text.lower() or _MAY_PLACE.search(text) else ()


def _places(text: str) -> Iterator[tuple[int, str, str]]:
    for ordinal, noun in _PLACE.findall(comparable(text)):
        place = quantity(ordinal)
        if noun not in FUNCTION and noun not in _NO_PLACES and place is not None:
            yield int(place.value), stem(noun), f"{ordinal} {noun}"
