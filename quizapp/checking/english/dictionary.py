"""Whether a word is English: what a capital at the beginning of a sentence does not tell.

A dictionary lacks words, so every doubt is for the word: what has an English ending, or is made of parts that are
English, counts as English. The dictionary is read only when a word is asked for, which most courses never do.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

_ENDINGS = tuple("ing ed ly ness ment ments tion tions sion sions ship able ible less ful ism isms".split())
_BEFORE = tuple("anti counter co de dis ex inter mis non out over post pre re self semi sub super un under".split())
_PART = 4
"""A part of fewer letters shows nothing: "Nor" and "by" make no English word of Norby."""
_MOST = 0.9
_LITTLE = 0.7
_FEW = 8


COMMON = frozenset(
    """
    above ahead along also always anybody anyone anything apart arrange aside assign below beside besides beyond
    both check choose collect combine common compare connect consider correct count decide describe discuss divide
    draw either elsewhere enough everybody everyone everything everywhere explain fewer fifteen fill final find
    further guess hence help how however identify imagine indeed infer inside instead join judge label later learn
    least leave likewise line link list look maybe meanwhile mind moreover nearby neither never nobody none nothing
    notice nowhere often once order outside pair perhaps pick play please point predict prove quite quote rank
    rather recall remember repeat review right seldom select sentence show somebody someone something somewhere soon
    sort spot start still study suppose thanks therefore think though thus together touch trace trouble twice type
    underline unlike watch weigh well whatever whenever wherever whether whoever wrong yes
    """.split()
)
"""English words with which lessons begin sentences: for these the dictionary, slow to open, is not asked."""


def is_plainly_english(word: str) -> bool:
    """Whether a word, in any case, is seen to be English without the dictionary."""
    lowered = word.casefold()
    return lowered in COMMON or ("-" not in lowered and lowered.endswith(_ENDINGS))


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Whether a word, in any case, may be English."""
    if is_plainly_english(word):
        return True
    lowered = word.casefold()
    parts = lowered.split("-")
    if len(parts) > 1:
        return any(len(part) >= _PART and is_english(part) for part in parts)
    if _known(lowered):
        return True
    bare = (lowered.removeprefix(prefix) for prefix in _BEFORE if lowered.startswith(prefix))
    if any(len(rest) >= _PART and _known(rest) for rest in bare):
        return True
    cuts = range(_PART, len(lowered) - _PART + 1)
    return any(_known(lowered[:cut]) and _known(lowered[cut:]) for cut in cuts)


def are_english(words: Iterable[str]) -> bool:
    """Whether a vocabulary is that of English texts: nine in ten of its words are in the dictionary."""
    found = [_known(word) for word in words]
    return bool(found) and sum(found) >= _MOST * len(found)


def are_foreign(words: Collection[str]) -> bool:
    """Whether a vocabulary is surely not that of an English text; one of a few words shows nothing."""
    return len(words) >= _FEW and sum(map(_known, words)) < _LITTLE * len(words)


def _known(word: str) -> bool:
    from simplemma import is_known

    return is_known(word, lang="en")
