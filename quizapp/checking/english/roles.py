"""Of whom something is said: "Hale warned Reed" is not "Reed warned Hale"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quizapp.checking.english.full_names import runs, spelled
from quizapp.checking.english.names import Name, Names
from quizapp.checking.english.statement import read
from quizapp.checking.english.stems import stem
from quizapp.checking.english.words import FUNCTION, LIGHT_STEMS
from quizapp.text.fold import fold

_WORD = re.compile(r"(?<![^\W_])[a-z]{3,}(?![^\W_])")
_TURNING = re.compile(r"\b(?:by|after|before|than|since|from) (?:the |an? )?$")
"""What before a name puts it behind the word though it is what others are before: "written by Hale"."""
_ARTICLES = ("", "the", "a", "an")
_CLAUSE = re.compile(r"[;,] (?:and|but|while|whereas|though|although) |; ")
"""Where one clause ends and another, which may have a subject of its own, begins."""
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)(?: [a-z]+ly)? $")


_ASKS_WHO = re.compile(
    r"(?:who|which|what)\b(?!.*\b(?:do|does|did|is|are|was|were|has|have|had|will|would)\b)", re.IGNORECASE
)
"""Begins a prompt whose answer is its subject: "Who warned Reed?"."""
_TWO = 2


class Turned(NamedTuple):
    """Two names and a word that stands between them, in a text and in a sentence that has the names exchanged."""

    before: str
    """The name before the word in the sentence."""
    word: str
    """As it is written in the sentence."""
    after: str


def turned(names: Names, prompt: str, answer: str, sentence: str) -> Turned | None:
    """What a prompt with its answer, if it has one, says the one way round and a sentence the other.

    A passive on one side alone, or a "by" or "after" before a name, exchanges them rightly, and names or words that
    stand in one of the two more than once tell nothing.
    """
    if len(names.find(prompt)) + len(names.find(answer)) < _TWO:
        return None
    found, texts = names.find(sentence), (prompt, answer)
    shared = _shared(names, texts, found)
    if len(shared) > 1 and answer and _ASKS_WHO.match(prompt):
        texts = (answer, prompt)
        shared = _shared(names, texts, found)
    if len(shared) < _TWO or shared == [name for name in map(_known_as, found) if name in shared]:
        return None
    text, said = _joined(names, texts)
    once, there = ({_known_as(name): name for name in of} for of in (said, found))
    sentence = fold(sentence)
    words = dict(_words(sentence))
    for stemmed, word in _words(text):
        other = words.get(stemmed)
        if other is None:
            continue
        before = [key for key in shared if once[key].end <= word.start()]
        after = [key for key in shared if once[key].start >= word.end()]
        if not before or not after:
            continue
        one, two = max(before, key=lambda key: once[key].start), min(after, key=lambda key: once[key].start)
        if there[two].end > other.start() or there[one].start < other.end():
            continue
        if _is_put_behind(text, said, once[one], once[two]) != _is_put_behind(sentence, found, there[one], there[two]):
            continue
        if _is_passive(text, word) == _is_passive(sentence, other):
            return Turned(_whole(names, sentence, there[two]), other.group(), _whole(names, sentence, there[one]))
    return None


def another(names: Names, prompt: str, answer: str, sentence: str) -> str:
    """Of whom a sentence says what is asked of somebody else: "Hale paid half, and Reed paid the rest"; or nothing.

    Only clauses that begin with a name are looked at: that of the answer has one that the question lacks, and one of
    the prompt's begins another.
    """
    if not names.find(prompt) or not _CLAUSE.search(sentence):
        return ""
    clauses = list(_clauses(names, sentence))
    if sum(bool(name) for _, name in clauses) < _TWO:
        return ""
    wanted = read(answer).vocabulary - LIGHT_STEMS
    having = [(clause, name) for clause, name in clauses if not wanted.isdisjoint(read(clause).vocabulary)]
    if len(having) != 1 or not having[0][1] or names.supported(having[0][1][0], (prompt, answer)):
        return ""
    asked = any(name and names.supported(name[0], (prompt,)) for _, name in clauses)
    return spelled(having[0][1]) if asked else ""


def _clauses(names: Names, sentence: str) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """The clauses of a sentence, each with the name that it begins with, an article apart."""
    folded = fold(sentence)
    marks = [mark.span() for mark in _CLAUSE.finditer(folded)]
    found = list(runs(names.find(sentence))) if marks else []
    start = 0
    for end, following in (*marks, (len(folded), 0)):
        inside = next((run for run in found if start <= run[0].start < end), ())
        begins = inside and folded[start : inside[0].start].casefold().strip() in _ARTICLES
        yield folded[start:end], inside if begins else ()
        start = following


def _joined(names: Names, texts: Iterable[str]) -> tuple[str, list[Name]]:
    """Some texts as one, folded, and the names in it."""
    joined, found = "", []
    for text in texts:
        found += [name._replace(start=len(joined) + name.start) for name in names.find(text)]
        joined += f"{fold(text)} "
    return joined, found


def _shared(names: Names, texts: Iterable[str], found: Iterable[Name]) -> list[str]:
    """What names are known as that stand once in some texts, in order, and once among others."""
    said, there = [_known_as(name) for text in texts for name in names.find(text)], list(map(_known_as, found))
    return [name for name in said if said.count(name) == there.count(name) == 1]


def _known_as(name: Name) -> str:
    return name.entry or name.text


def _words(folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The words of content that a text has once, names apart, by their stems."""
    found = [(stem(word.group()), word) for word in _WORD.finditer(folded) if word.group() not in FUNCTION]
    stems = [stemmed for stemmed, _ in found]
    return ((stemmed, word) for stemmed, word in found if stems.count(stemmed) == 1)


def _is_put_behind(folded: str, found: Sequence[Name], *names: Name) -> bool:
    """Whether such a word stands before a name, or before the first of those that it stands in a row with."""
    return any(_TURNING.search(folded, 0, run[0].start) for run in runs(found) if not set(run).isdisjoint(names))


def _is_passive(folded: str, word: re.Match[str]) -> bool:
    return _PASSIVE.search(folded, 0, word.start()) is not None


def _whole(names: Names, text: str, name: Name) -> str:
    """A name with those that it stands in a row with: "Charles" of "Charles Reed"."""
    return next(spelled(run) for run in runs(names.find(text)) if name in run)
