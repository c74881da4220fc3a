"""A text as the rules of wording see it: its stems, and what in it is denied, measured or hedged."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from quizapp.checking.english.stems import is_number, stem, stems, stripped
from quizapp.checking.english.words import (
    ALMOST_NOT,
    BEFORE_NUMBERS,
    FUNCTION,
    HEDGES,
    IMPLICIT_STEMS,
    NEGATIONS,
    NOT_NEGATIONS,
    QUANTIFIERS,
)
from quizapp.content.base import model
from quizapp.text.fold import fold

_TOKEN = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[,;:!?()]|\.(?=\W|$)|(?<=\s)-+(?=\s)")
_NO_NEGATION = re.compile(rf"\b(?:{NOT_NEGATIONS})\b|\bno\. ?(?=\d)|\b(?:no|not)-(?!one\b)\w+", re.IGNORECASE)
_MAY_MEASURE = ("no", "doubt")
"""One of these stands in every text with such a phrase."""
_ENDS = frozenset(
    "but that which who whom because if when while although though and unless until after before than".split()
) | frozenset("what how why where".split())
"""Words at which what a negation denies comes to its end."""
_UNTIL = frozenset(("until", "till", "before"))
_FAILING = stems("fail failure")
_REASONS = frozenset("because if when while although though unless".split())
"""Those after which "failed" denies nothing that is said."""
_REACH = 3
"""So many words after a negation or a measure are taken to be what it is about."""
_FAR = 20
"""And no further away than so many."""
_DENYING = ALMOST_NOT | {"non", "against"}
_RULE_OUT = re.compile(
    r"\brul(?:e|es|ed|ing) (?:[^\W_]+ )?out\b|\b(?:apart|aside) from (?:that|those|the|an?|one)\b"
    r"|\b(?:leaves?|left|leaving) (?:[^\W_]+ ){0,6}open\b",
    re.IGNORECASE,
)
"""What denies in several words, the first of which tells nothing."""
_MAY_RULE_OUT = ("out", "open", "from")
"""One of these stands in every text with such words."""
_MEASURES: dict[str, list[tuple[str, ...]]] = {}
"""The phrases that measure, longest first, under their first word."""
for _phrase_words in sorted((tuple(phrase.split()) for phrase in QUANTIFIERS), key=len, reverse=True):
    _MEASURES.setdefault(_phrase_words[0], []).append(_phrase_words)
_MEASURING = _MEASURES.keys() | BEFORE_NUMBERS.keys()
"""The words at which a measure may begin."""


_ASKED_WITH_HOW = frozenset("many much often few little exactly close nearly".split())


class Sign(NamedTuple):
    """A word or phrase that does something to what follows it."""

    text: str
    kind: str
    """What a measure comes to; of a negation "explicit" or "implicit"."""
    about: tuple[str, ...]
    """Stems of the next words of content."""
    phrase: str = ""
    """The text up to that word, lower case: "no one asked"."""
    leads: bool = False
    """Whether it is the first word, and so about all that follows."""
    ends: bool = False
    """Whether a time ends what is denied: "not heard until 1911"."""

    @property
    def head(self) -> str:
        """The first word that it is about, or nothing."""
        return self.about[0] if self.about else ""


@model(frozen=True, slots=True)
class Statement:
    """A text, read."""

    text: str
    stems: tuple[str, ...]
    """Of the words of content, in order, numbers among them."""
    words: tuple[str, ...]
    """The words of content themselves."""
    negations: tuple[Sign, ...]
    measures: tuple[Sign, ...]
    hedges: tuple[Sign, ...]
    vocabulary: frozenset[str]
    """The stems, each once."""
    content: frozenset[str]
    """The same without numbers."""
    timed: bool
    """Whether it says until or before when."""

    def denies(self, word: str) -> bool:
        """Whether a stem is among what the text denies."""
        return any(word in sign.about for sign in self.negations)

    def affirms(self, word: str) -> bool:
        """Whether a stem stands in the text and is not denied there."""
        return self.stems.count(word) > sum(word in sign.about for sign in self.negations)


def overlap(wanted: Iterable[str], among: Iterable[str]) -> float:
    """The share of the wanted stems that is found; 1 where none is wanted."""
    wanted = frozenset(wanted)
    return len(wanted.intersection(among)) / len(wanted) if wanted else 1.0


class _Word(NamedTuple):
    text: str
    """Lower case."""
    stem: str
    """Empty for a word without content of its own, and for punctuation."""
    negation: Literal["", "explicit", "implicit"]


@lru_cache(maxsize=65536)
def read(text: str) -> Statement:
    """A text as a statement."""
    words = tuple(_words(fold(text)))
    full = [word for word in words if word.stem]
    texts = [word.text for word in words]
    stems = tuple([word.stem for word in full])
    vocabulary = frozenset(stems)
    has_numbers = "#" in " ".join(stems)
    return Statement(
        text,
        stems,
        tuple([word.text for word in full]),
        tuple(_negations(words)) if [word for word in words if word.negation] else (),
        () if _MEASURING.isdisjoint(texts) else tuple(_measures(words, texts)),
        () if HEDGES.isdisjoint(texts) else tuple(_hedges(words)),
        vocabulary,
        frozenset(found for found in vocabulary if not is_number(found)) if has_numbers else vocabulary,
        not _UNTIL.isdisjoint(texts),
    )


def _words(text: str) -> list[_Word]:
    words = list(map(_shouted if text.isupper() else _spoken, _TOKEN.findall(text)))
    if not [word for word in words if word.negation] and not any(map(text.__contains__, _MAY_RULE_OUT)):
        return words
    lowered = text.casefold()
    may_measure, may_rule_out = (any(map(lowered.__contains__, cues)) for cues in (_MAY_MEASURE, _MAY_RULE_OUT))
    exempt = [found.span() for found in _NO_NEGATION.finditer(text)] if may_measure else []
    ruled_out = {found.start() for found in _RULE_OUT.finditer(text)} if may_rule_out else set()
    if not exempt and not ruled_out:
        return words
    for at, found in enumerate(_TOKEN.finditer(text)):
        if found.start() in ruled_out and not words[at].negation:
            words[at] = words[at]._replace(negation="implicit")
        elif words[at].negation and any(start <= found.start() < end for start, end in exempt):
            words[at] = words[at]._replace(negation="")
    return words


@lru_cache(maxsize=32768)
def _spoken(token: str) -> _Word:
    return _word(token, shouted=False)


@lru_cache(maxsize=4096)
def _shouted(token: str) -> _Word:
    return _word(token, shouted=True)


def _word(token: str, *, shouted: bool) -> _Word:
    """A token as far as it tells by itself, a negation taken to deny; `shouted` is a text all in capitals."""
    if token.isdecimal():
        return _Word(token, stem(token), "")
    plain = token.replace(".", "") if "." in token[1:] and not any(c.isdigit() for c in token) else token
    lowered = plain.casefold()
    if lowered in NEGATIONS or lowered.endswith("n't"):
        return _Word(lowered, "", "explicit")
    stemmed = ""
    if plain[0].isalnum() and (lowered.partition("'")[0] not in FUNCTION or (plain.isupper() and not shouted)):
        stemmed = stem(plain) if len(plain) > 1 or plain.isdigit() else ""
    denies = stemmed in IMPLICIT_STEMS or lowered in _DENYING or stripped(lowered) is not None
    return _Word(lowered, stemmed, "implicit" if denies and plain != "Miss" else "")


def _negations(words: tuple[_Word, ...]) -> Iterator[Sign]:
    for at, word in enumerate(words):
        if word.negation:
            bare = stripped(word.text)
            about = (stem(bare),) if bare else _about(words, at + 1)
            if word.stem in _FAILING and any(after.text in _REASONS for after in words[at + 1 : at + 2]):
                about = ()
            if at and words[at - 1].text == "by" and not bare:  # "understood by no one"
                before = [word.stem for word in words[max(at - _FAR, 0) : at] if word.stem]
                about = tuple(reversed(before))[:_REACH]
            phrase = word.text if bare else _phrase(words, at)
            yield Sign(word.text, word.negation, about, phrase, leads=at == 0, ends=_ends(words, at + 1))


def _about(words: tuple[_Word, ...], start: int) -> tuple[str, ...]:
    """The next stems, up to the end of the clause."""
    found: list[str] = []
    for word in words[start : start + _FAR]:
        ends = word.text in _ENDS or not word.text[0].isalnum()
        if (ends and found) or word.text in (".", ";", "?", "!"):
            break
        if word.stem and not word.text.endswith("'s"):  # "not Hale's word" is about the word
            found.append(word.stem)
        if len(found) == _REACH:
            break
    return tuple(found)


def _ends(words: tuple[_Word, ...], start: int) -> bool:
    """Whether "until" or "before" follows in the clause."""
    for word in words[start : start + _FAR]:
        if word.text in _UNTIL:
            return True
        if not word.text[0].isalnum():
            return False
    return False


def _phrase(words: tuple[_Word, ...], start: int) -> str:
    """The words from one to the next that has content, or to the end of the clause."""
    end = start
    for at in range(start + 1, min(start + _FAR, len(words))):
        if not words[at].text[0].isalnum():
            break
        end = at
        if words[at].stem:
            break
    return " ".join(word.text for word in words[start : end + 1])


def _hedges(words: tuple[_Word, ...]) -> Iterator[Sign]:
    return (Sign(word.text, "hedge", _about(words, at + 1)) for at, word in enumerate(words) if word.text in HEDGES)


def _asks_roughly(texts: list[str], at: int) -> bool:
    """Whether a question asks for a rough number there: "About how many", "How many came, about?"."""
    if at == 0:
        return texts[1:2] in (["how"], ["when"])
    return texts[at - 1] == "," and texts[at + 1 : at + 2] in ([], [","], ["?"])


def _measures(words: tuple[_Word, ...], texts: list[str]) -> Iterator[Sign]:
    at = 0
    while at < len(words):
        length = 1
        text = texts[at]
        if text == "how" and at + 1 < len(texts) and texts[at + 1] in _ASKED_WITH_HOW:
            length = 2
        elif text in BEFORE_NUMBERS and (
            (at + 1 < len(words) and is_number(words[at + 1].stem)) or _asks_roughly(texts, at)
        ):
            yield Sign(text, BEFORE_NUMBERS[text], _about(words, at + 1))
        elif text in _MEASURES:
            for phrase in _MEASURES[text]:
                if tuple(texts[at : at + len(phrase)]) == phrase:
                    length = len(phrase)
                    measure = " ".join(phrase)
                    yield Sign(measure, QUANTIFIERS[measure], _about(words, at + length))
                    break
        at += length
