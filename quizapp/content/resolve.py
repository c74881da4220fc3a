"""From citation to evidence: where a quote stands in the source that it names.

A quote is sought in the comparison form of `quizapp.text.fold`, as whole words, within one paragraph. One exact match
is evidence; anything else is a problem, which says what would mend it.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.citation import Citation, Evidence
from quizapp.content.source import LineKind, Sentence, Source
from quizapp.text.fold import find_words, fold, fold_with_origins, keeps_offsets
from quizapp.text.span import Span

_PARTS = {
    "sentence": (LineKind.SENTENCE,),
    "heading": (LineKind.HEADLINE, LineKind.HEADING),
    "furniture": (LineKind.FURNITURE,),
}
_CALLED = {"sentence": "a sentence", "heading": "a heading", "furniture": "page furniture"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a citation is no evidence: the rule it breaks, and the key of the citation that is to blame."""

    code: str
    message: str
    key: str
    notes: tuple[str, ...] = ()
    at: int | None = None
    """The number that `at` should have, where exactly one fits."""


class _Searchable:
    """Lines of one kind in comparison form: a space between sentences, a line break between paragraphs."""

    def __init__(self, lines: tuple[Sentence, ...]) -> None:
        self.lines = lines
        self._folded = [fold(line.text) for line in lines]
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for index, (line, text) in enumerate(zip(lines, self._folded, strict=True)):
            if index:
                parts.append(" " if line.paragraph == lines[index - 1].paragraph else "\n")
                at += 1
            self._starts.append(at)
            parts.append(text)
            at += len(text)
        self.text = "".join(parts)

    def find(self, quote: str) -> list[int]:
        """Offsets of every match."""
        return find_words(self.text, quote)

    def line_at(self, offset: int) -> int:
        """Index of the line in which an offset lies."""
        return bisect_right(self._starts, offset) - 1

    def evidence(self, citation: Citation, source: Source, start: int, end: int) -> Evidence:
        """The lines that a match from `start` up to `end` runs over, with the matched stretch of each."""
        first, last = self.line_at(start), self.line_at(end - 1)
        marks = []
        for index in range(first, last + 1):
            begin = self._starts[index]
            low = max(start - begin, 0)
            high = min(end - begin, len(self._folded[index]))
            marks.append(self._original(index, Span(low, high)))
        return Evidence(citation, source, self.lines[first : last + 1], tuple(marks))

    def _original(self, index: int, span: Span) -> Span:
        text = self.lines[index].text
        if keeps_offsets(text, self._folded[index]):
            return span
        return fold_with_origins(text).original(span)


class SourceIndex:
    """A source, ready to be searched for quotes."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def sentences(self) -> _Searchable:
        """The citable sentences."""
        return _Searchable(self.source.sentences)

    def part(self, part: str) -> _Searchable:
        """The lines that a citation with this `part` may quote."""
        return self.sentences if part == "sentence" else self._others[part]

    @cached_property
    def _others(self) -> dict[str, _Searchable]:
        return {
            part: _Searchable(tuple(line for line in self.source.lines if line.kind in kinds))
            for part, kinds in _PARTS.items()
            if part != "sentence"
        }

    def resolve(self, citation: Citation) -> Evidence | Problem:
        """The evidence that a citation of this source stands for, or what is wrong with it."""
        quote = fold(citation.quote)
        lines = self.part(citation.part)
        found = lines.find(quote)
        if not found:
            return self._not_found(citation, quote)
        if citation.part != "sentence":
            return lines.evidence(citation, self.source, found[0], found[0] + len(quote))
        begins: dict[int, int] = {}
        for start in found:
            begins.setdefault(lines.lines[lines.line_at(start)].number, start)
        if citation.at is not None and citation.at not in begins:
            return self._wrong_at(citation, begins)
        if citation.at is None and len(begins) > 1:
            numbers = _listed([str(number) for number in begins])
            return Problem("QZ304", f"The quote stands in the sentences {numbers} of {self.source.slug}.", "quote",
                           ("Add `at = …` with the number of the sentence meant, or quote more words.",))  # fmt: skip
        start = begins[citation.at] if citation.at is not None else found[0]
        return lines.evidence(citation, self.source, start, start + len(quote))

    def _wrong_at(self, citation: Citation, begins: Mapping[int, int]) -> Problem:
        numbers = list(begins)
        where = f"sentence{'s' * (len(numbers) > 1)} {_listed([str(number) for number in numbers])}"
        message = f"The quote does not begin in sentence {citation.at} of {self.source.slug}, but in {where}."
        return Problem("QZ304", message, "at", at=numbers[0] if len(numbers) == 1 else None)

    def _not_found(self, citation: Citation, quote: str) -> Problem:
        for part in _PARTS:
            if part != citation.part and self.part(part).find(quote):
                is_part, said = _CALLED[part], _CALLED[citation.part]
                repair = f'Write `part = "{part}"` to cite it as such, or quote a sentence.'
                if part == "sentence":
                    repair = "Leave `part` out."
                message = f"The quote stands in {is_part} of {self.source.slug}, not in {said}."
                return Problem("QZ305", message, "part" if citation.part != "sentence" else "quote", (repair,))
        if citation.part == "sentence" and find_words(self.sentences.text.replace("\n", " "), quote):
            return Problem("QZ306", f"The quote runs over the end of a paragraph of {self.source.slug}.", "quote",
                           ("Cite each paragraph by itself.",))  # fmt: skip
        return Problem("QZ301", f"The quote does not stand in {self.source.slug}.", "quote")


def not_found_notes(citation: Citation, source: Source, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """What may have been meant by a quote that was not found: the nearest sentence, or another source."""
    from quizapp.text.similar import mark_difference, nearest

    quote = fold(citation.quote)
    for slug, other in sources.items():
        if slug != source.slug:
            lines = SourceIndex(other).sentences
            if offsets := lines.find(quote):
                number = lines.lines[lines.line_at(offsets[0])].number
                return (f"It stands word for word in {slug}:{number}.",)
    near = nearest(quote, [fold(sentence.text) for sentence in source.sentences])
    if not near:
        return ("No sentence of the source comes near it.",)
    sentence = source.sentences[near[0].place]
    return (f"Nearest sentence: {source.slug}:{sentence.number} {mark_difference(quote, sentence.text)}",)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
