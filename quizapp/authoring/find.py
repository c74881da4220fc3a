"""Finds the sentence that an author remembers, and writes the citation of it.

A sentence that has the words is best; after that, one that shares the rarest of them or reads alike. Being near is
never evidence: what is offered is the sentence's own text, which resolves as it stands.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from quizapp.authoring.files import slug_of
from quizapp.content.citation import Citation, Evidence
from quizapp.content.resolve import SourceIndex
from quizapp.content.source import LineKind, Sentence, Source
from quizapp.content.values import numeral
from quizapp.text.characters import forbidden
from quizapp.text.fold import find_words, fold, words
from quizapp.text.toml import quoted

CUTOFF = 45.0
"""What is less near, of 100, is not offered."""
MOST = 5
"""How many sentences are offered."""
_FAR = 0.65
"""What is less near than this part of the best is not offered beside it."""
_ALIKE = 80.0
"""From which nearness on, of 100, two words count as one misremembered."""
_AHEAD = 20.0
"""By how much a heading or page furniture must be nearer than the best sentence."""
_PARTS: Mapping[LineKind, Literal["sentence", "heading", "furniture"]] = {
    LineKind.SENTENCE: "sentence",
    LineKind.HEADLINE: "heading",
    LineKind.HEADING: "heading",
    LineKind.FURNITURE: "furniture",
}


_ORDER = tuple(dict.fromkeys(_PARTS.values()))


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence, or two or more that the phrase runs over, and its citation."""

    evidence: Evidence
    exact: bool
    """Whether the phrase stands there word for word, but for case."""
    score: float
    """How near it is, 0 to 100."""

    @property
    def citation(self) -> Citation:
        """The citation, under the name that the table has."""
        return self.evidence.citation

    @property
    def toml(self) -> str:
        """The table to paste into a lesson, with a line break at its end."""
        citation = self.citation
        lines = [f"[cites.{citation.name}]", f"source = {quoted(citation.source)}", f"quote = {quoted(citation.quote)}"]
        if citation.at is not None:
            lines.append(f"at = {citation.at}")
        if citation.part != "sentence":
            lines.append(f"part = {quoted(citation.part)}")
        return "\n".join(lines) + "\n"


def find(sources: Iterable[Source], phrase: str) -> tuple[Found, ...]:
    """The sentences nearest to a phrase, best first, each citation with a name of its own."""
    indexes = [SourceIndex(source) for source in sources]
    exact = next(filter(None, ([c for index in indexes for c in _exact(index, part, phrase)] for part in _ORDER)), [])
    taken = {id(line) for candidate in exact for line in candidate.lines}
    near = [candidate for candidate in _near(indexes, phrase) if id(candidate.lines[0]) not in taken]
    ranked = sorted([*exact, *near], key=lambda candidate: (-candidate.score, len(candidate.lines[0].text)))
    worth = [candidate for candidate in ranked if candidate.score >= _FAR * ranked[0].score]
    return tuple(islice(_cited(worth, phrase), MOST))


def cite(index: SourceIndex, lines: Sequence[Sentence]) -> Evidence | None:
    """The citation of consecutive lines of a paragraph, whole, resolved; None where no words of them can be quoted."""
    quote = _quotable(" ".join(line.text for line in lines))
    if not quote:
        return None
    citation = Citation(source=index.source.slug, quote=quote, part=_PARTS[lines[0].kind])
    for at in (None, *(line.number for line in lines if line.number)):
        evidence = index.resolve(replace(citation, at=at))
        if isinstance(evidence, Evidence) and (not lines[0].number or set(evidence.sentences) <= set(lines)):
            return evidence
    return None


def _quotable(text: str) -> str:
    """`text`, or the longest run of its words without characters that no lesson may hold."""
    if forbidden(text) is not None:
        runs: list[list[str]] = [[]]
        for word in text.split():
            if forbidden(word) is None:
                runs[-1].append(word)
            else:
                runs.append([])
        text = max((" ".join(run) for run in runs), key=len)
    return text if any(letter.isalnum() for letter in text) else ""


class _Candidate(NamedTuple):
    """Consecutive lines of a paragraph that may be meant."""

    within: SourceIndex
    lines: tuple[Sentence, ...]
    exact: bool
    score: float


def _cited(ranked: Iterable[_Candidate], phrase: str) -> Iterator[Found]:
    names: set[str] = set()
    for candidate in ranked:
        evidence = cite(candidate.within, candidate.lines)
        if evidence is None:
            continue
        name = _name(phrase, evidence)
        if name in names:
            name = evidence.address.replace(":", "-")
        if name in names:
            name = f"{name}-{len(names) + 1}"
        names.add(name)
        named = replace(evidence, citation=replace(evidence.citation, name=name))
        yield Found(named, candidate.exact, candidate.score)


def _name(phrase: str, evidence: Evidence) -> str:
    """A name for the citation: the longer words of the phrase that it has, else its address."""
    has = set(_tokens(evidence.citation.quote))
    telling = [slug_of(word) for word in _words(phrase) if len(word) > 3 and _token(word) in has]
    return "-".join([word for word in dict.fromkeys(telling) if word][:3]) or evidence.address.replace(":", "-")


def _exact(index: SourceIndex, part: str, phrase: str) -> Iterator[_Candidate]:
    """Where the phrase stands word for word in lines of one kind, with more for its own letter case."""
    wanted = fold(phrase)
    searched = index.part(part)
    found: set[tuple[int, int]] = set()
    for text, quote, score in ((searched.text, wanted, 100.0), (searched.text.lower(), wanted.lower(), 99.0)):
        if len(text) != len(searched.text) or not quote:  # lower case can be longer: offsets would be off
            continue
        for start in find_words(text, quote):
            run = searched.line_at(start), searched.line_at(start + len(quote) - 1)
            if run not in found:
                found.add(run)
                yield _Candidate(index, searched.lines[run[0] : run[1] + 1], exact=True, score=score)


def _near(indexes: Sequence[SourceIndex], phrase: str) -> Iterator[_Candidate]:
    """Lines that share the phrase's rarer words or read alike; what is no sentence only where it is much nearer."""
    lines = [(index, line) for index in indexes for line in index.source.lines]
    scores = _scores(phrase, [line.text for _, line in lines])
    best = max((score for (_, line), score in zip(lines, scores, strict=True) if line.number), default=0.0)
    for (index, line), score in zip(lines, scores, strict=True):
        if score >= CUTOFF and (line.number or score >= best + _AHEAD):
            yield _Candidate(index, (line,), exact=False, score=score)


def _scores(phrase: str, texts: Sequence[str]) -> list[float]:
    """For each text: the phrase's words that it has, weighed by how rare they are, and how alike the two read."""
    from rapidfuzz import fuzz, process

    having: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        for token in set(_tokens(text)):
            having.setdefault(token, []).append(at)
    known = list(having)
    shared = [0.0] * len(texts)
    total = 0.0
    for token in dict.fromkeys(_tokens(phrase)):
        alike = {known[at]: score / 100 for _, score, at in process.extract(
            token, known, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)}  # fmt: skip
        weight = math.log(1 + len(texts) / (1 + sum(len(having[other]) for other in alike)))
        total += weight
        best: dict[int, float] = {}
        for other, score in alike.items():  # the nearest first
            for at in having[other]:
                best.setdefault(at, score)
        for at, score in best.items():
            shared[at] += weight * score
    wanted = fold(phrase).lower()
    reads = process.extract(wanted, [fold(text).lower() for text in texts], scorer=fuzz.partial_ratio, limit=None)
    closeness = {at: score for _, score, at in reads}
    return [60 * part / (total or 1) + 0.4 * closeness.get(at, 0.0) for at, part in enumerate(shared)]


def _words(text: str) -> list[str]:
    folded = fold(text)
    return [folded[span.start : span.end].lower() for span in words(folded)]


@lru_cache(maxsize=65536)
def _token(word: str) -> str:
    """A word as it is compared: without a possessive, a number in digits."""
    value = numeral(word)
    return word.removesuffix("'s") if value is None else f"{value:f}"


def _tokens(text: str) -> list[str]:
    return [_token(word) for word in _words(text)]
