"""From citation to evidence: where a quote stands in the source that it names.

A quote is sought in the comparison form of `quizapp.text.fold`, as whole words, within one paragraph. One exact match
is evidence; anything else is a problem, which says what would mend it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from quizapp.content.citation import Citation, Evidence
from quizapp.content.source import LineKind, Sentence, Source
from quizapp.content.typography import Typography
from quizapp.text.fold import Origins, fold, keeps_offsets
from quizapp.text.phrases import Phrases
from quizapp.text.similar import Effort, mark_difference, nearest, to_compare
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
        self.folded = [fold(line.text) for line in lines]
        """Each line in comparison form."""
        self._origins: dict[int, Origins] = {}
        """Of lines that were quoted, where they do not stand in comparison form already."""
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for index, (line, text) in enumerate(zip(lines, self.folded, strict=True)):
            if index:
                parts.append(" " if line.paragraph == lines[index - 1].paragraph else "\n")
                at += 1
            self._starts.append(at)
            parts.append(text)
            at += len(text)
        self._phrases = Phrases("".join(parts))

    @property
    def text(self) -> str:
        """All lines."""
        return self._phrases.text

    @cached_property
    def to_compare(self) -> list[str | None]:
        """Each line as it is held against what comes near it."""
        return to_compare(self.folded)

    @cached_property
    def unbroken(self) -> Phrases:
        """The text as if it were one paragraph."""
        return Phrases(self.text.replace("\n", " "))

    def find(self, quote: str, start: int = 0) -> int:
        """The offset of the first match from `start` on; -1 where there is none."""
        return self._phrases.next(quote, start)

    def begins(self, quote: str) -> Iterator[int]:
        """The offset of the first match in each line in which one begins."""
        at = self.find(quote)
        while at >= 0:
            yield at
            following = self.line_at(at) + 1
            at = self.find(quote, self._starts[following]) if following < len(self._starts) else -1

    def begins_again(self, quote: str, at: int) -> bool:
        """Whether one begins in a line after that of the match at an offset."""
        following = self.line_at(at) + 1
        return following < len(self._starts) and self.find(quote, self._starts[following]) >= 0

    def begins_in(self, quote: str, index: int) -> int:
        """The offset of the first match that begins in a line; -1 where there is none."""
        at = self.find(quote, self._starts[index]) if 0 <= index < len(self._starts) else -1
        return at if at >= 0 and self.line_at(at) == index else -1

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
            high = min(end - begin, len(self.folded[index]))
            marks.append(self._original(index, Span(low, high)))
        return Evidence(citation, source, self.lines[first : last + 1], tuple(marks))

    def _original(self, index: int, span: Span) -> Span:
        text = self.lines[index].text
        if keeps_offsets(text, self.folded[index]):
            return span
        if index not in self._origins:
            self._origins[index] = Origins(text)
        return self._origins[index].original(span)


class SourceIndex:
    """A source, ready to be searched for quotes."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def sentences(self) -> _Searchable:
        """The citable sentences."""
        return _Searchable(self.source.sentences)

    @cached_property
    def typography(self) -> Typography:
        """The same without what typography does to words."""
        return Typography(self.source)

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
        start = lines.find(quote)
        if start < 0:
            return self._not_found(citation, quote)
        if citation.part == "sentence" and citation.at is not None:
            start = lines.begins_in(quote, citation.at - 1)
            if start < 0:
                return self._wrong_at(citation, _numbers(lines, quote))
        elif citation.part == "sentence" and lines.begins_again(quote, start):
            message = f"The quote stands in sentences {_listed(_numbers(lines, quote))} of {self.source.slug}."
            return Problem("QZ304", message, "quote",
                           ("Add `at = …` with the number of the sentence meant, or quote more words.",))  # fmt: skip
        return lines.evidence(citation, self.source, start, start + len(quote))

    def _wrong_at(self, citation: Citation, numbers: list[str]) -> Problem:
        where = f"sentence{'s' * (len(numbers) > 1)} {_listed(numbers)}"
        message = f"The quote does not begin in sentence {citation.at} of {self.source.slug}, but in {where}."
        return Problem("QZ304", message, "at", at=int(numbers[0]) if len(numbers) == 1 else None)

    def _not_found(self, citation: Citation, quote: str) -> Problem:
        for part in _PARTS:
            if part != citation.part and self.part(part).find(quote) >= 0:
                is_part, said = _CALLED[part], _CALLED[citation.part]
                repair = f'Write `part = "{part}"` to cite it as such, or quote a sentence.'
                if part == "sentence":
                    repair = "Leave `part` out."
                message = f"The quote stands in {is_part} of {self.source.slug}, not in {said}."
                return Problem("QZ305", message, "part" if citation.part != "sentence" else "quote", (repair,))
        if citation.part == "sentence" and self.sentences.unbroken.next(quote) >= 0:
            return Problem("QZ306", f"The quote runs over the end of a paragraph of {self.source.slug}.", "quote",
                           ("Cite each paragraph by itself.",))  # fmt: skip
        return Problem("QZ301", f"The quote does not stand in {self.source.slug}.", "quote")


class Everywhere:
    """The sentences of several sources, to be searched for a quote together."""

    def __init__(self, indexes: Iterable[SourceIndex]) -> None:
        self._indexes = tuple(indexes)
        self._text = Phrases("\n".join(index.sentences.text for index in self._indexes))
        lengths = (len(index.sentences.text) + 1 for index in self._indexes)
        self._starts = list(accumulate(lengths, initial=0))

    def __len__(self) -> int:
        """How many characters there are."""
        return len(self._text.text)

    def address(self, quote: str) -> str | None:
        """The first sentence in which a quote, in comparison form, begins: `fry:13`; None where it is in no source."""
        at = self._text.next(quote)
        if at < 0:
            return None
        place = bisect_right(self._starts, at) - 1
        lines = self._indexes[place].sentences
        number = lines.lines[lines.line_at(at - self._starts[place])].number
        return f"{self._indexes[place].source.slug}:{number}"


def not_found_notes(citation: Citation, index: SourceIndex, everywhere: Everywhere, effort: Effort) -> tuple[str, ...]:
    """What may have been meant by a quote that its source does not hold: the nearest sentence, or another source."""
    quote, source = fold(citation.quote), index.source
    compared = len(index.sentences.text) + _BEGINNING * len(index.sentences.lines)
    if not effort.affords(compared * (1 + len(quote) // _BLOCK) + len(everywhere) // _FINDING):
        return ("So many quotes are missing that no sentence near this one was sought; mend others first.",)
    address = everywhere.address(quote)
    if address is not None:
        return (f"It stands word for word in {address}.",)
    near = nearest(quote, index.sentences.to_compare)
    if near is None:
        return ("No sentence of the source comes near it.",)
    sentence = source.sentences[near]
    return (f"Nearest sentence: {source.slug}:{sentence.number} {mark_difference(quote, sentence.text)}",)


_FINDING = 500
"""Letters that are gone through for a quote as it stands while one is compared."""
_BEGINNING = 10
"""Letters that are compared while a sentence is begun with."""
_BLOCK = 64
"""Letters of a quote that are compared with a sentence at once."""
_MOST = 20
"""Sentences that are named, at most, where a quote stands in many."""


def _numbers(lines: _Searchable, quote: str) -> list[str]:
    """The numbers of the sentences in which a quote begins; of many the first, and a word for the others."""
    found = [str(lines.lines[lines.line_at(at)].number) for at in islice(lines.begins(quote), _MOST + 1)]
    return [*found[:_MOST], "others"] if len(found) > _MOST else found


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
