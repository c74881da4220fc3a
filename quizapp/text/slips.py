"""Which of the names that are known a word was meant to be. Nothing here decides: a near miss is a miss.

Thousands of wrong words may each be held against thousands of names. Two words with one slip between them share what
is left of them without one letter, so the names are kept by what is so left of them, and only those are compared.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from quizapp.text.similar import Effort

FEW = 50
"""Names that are compared with a word one by one."""
MANY = 500
"""Names from which on one only comes near that differs in one slip."""
_GATHERING = 5
"""How many names are compared while one is gathered from those that are kept by a form."""
_LONGEST = 40
"""Letters of the longest form that is kept without each of its letters."""


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
    return _meant(word, tuple(known))


@lru_cache(maxsize=1024)  # a mistake is often made a thousand times
def _meant(word: str, known: tuple[str, ...]) -> Meant:
    return _told(_nearest(word, [_form(name) for name in known]), known)


class Known:
    """All the names that the words of a course are held against, each collection made ready once."""

    def __init__(self) -> None:
        self._ready: dict[int, _Names] = {}

    def meant(self, word: str, names: Collection[str], effort: Effort) -> Meant:
        """Which of the names was meant; nothing where effort is spent.

        Args:
            word: what is none of them.
            names: what it may be; a collection that does not change any more.
            effort: what may still be spent.
        """
        if len(names) <= FEW:
            return meant(word, names) if effort.affords(len(names)) else Meant()
        if id(names) not in self._ready:
            self._ready[id(names)] = _Names(names)
        return self._ready[id(names)].meant(word, effort)


class _Names:
    """Many names, by what is left of them without one letter."""

    def __init__(self, names: Collection[str]) -> None:
        self._collection = names  # as long as it is there nothing else has its identity
        self._names = tuple(names)

    def meant(self, word: str, effort: Effort) -> Meant:
        """The name that `word` was likely meant to be; nothing where effort is spent."""
        form = _form(word)
        if len(form) < _LONGEST:
            lots = [self._by_shorter[shorter] for shorter in _with_one_less(form) if shorter in self._by_shorter]
            if not effort.affords(_GATHERING * sum(map(len, lots))):
                return Meant()
            near = sorted({place for lot in lots for place in lot})
            found = _nearest(word, [self._forms[place] for place in near])
            if found and found[0].slips <= 1:
                return _told(found, [self._names[place] for place in near])
        if len(self._names) > MANY or not effort.affords(len(self._names)):
            return Meant()
        return _told(_nearest(word, self._forms), self._names)

    @cached_property
    def _forms(self) -> list[str]:
        return [_form(name) for name in self._names]

    @cached_property
    def _by_shorter(self) -> dict[str, list[int]]:
        """The places of the names by their forms, whole and without each of their letters."""
        found: dict[str, list[int]] = {}
        for place, form in enumerate(self._forms):
            if len(form) <= _LONGEST:
                for shorter in _with_one_less(form):
                    found.setdefault(shorter, []).append(place)
        return found


class _Near(NamedTuple):
    place: int
    slips: int


def _form(word: str) -> str:
    return word.casefold().replace("_", "-")


def _with_one_less(form: str) -> Iterator[str]:
    """A form, and what is left of it without each of its letters."""
    yield form
    yield from {form[:at] + form[at + 1 :] for at in range(len(form))}


def _nearest(word: str, forms: list[str]) -> list[_Near]:
    """The two forms with the fewest slips between them and `word`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(_form(word), forms, scorer=OSA.distance, score_cutoff=max(1, len(word) // 3), limit=2)
    return [_Near(place, slips) for _, slips, place in found]


def _told(found: list[_Near], names: Sequence[str]) -> Meant:
    if not found:
        return Meant()
    likely = names[found[0].place]
    return Meant(likely, likely if len(found) == 1 or found[1].slips > found[0].slips else None)
