"""A citation is what an author writes; evidence is a citation that was resolved.

A quote stands verbatim, as whole words, in consecutive sentences of one paragraph of the source it names. Nothing but
the folds of `quizapp.text.fold` is forgiven.
"""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal

from quizapp.content.base import Whole, model
from quizapp.content.source import Sentence, Source
from quizapp.text.span import Path, Span


@model(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the words in it that carry a statement."""

    source: str
    quote: str
    at: Whole | None = None
    """Number of the sentence in which the quote begins; needed only when the quote stands there more than once."""
    part: Literal["sentence", "heading", "furniture"] = "sentence"
    name: str | None = field(default=None, compare=False, metadata={"hidden": True})
    """The key under `[cites]` by which prose refers to it; None for one written in place."""


@model(frozen=True, slots=True, eq=False)
class Evidence:
    """A citation that was resolved: the sentences, and where in each of them the quote lies.

    A course has one of it for a citation, however often that is written; no two are compared word by word.
    """

    citation: Citation
    source: Source
    sentences: tuple[Sentence, ...]
    """Consecutive sentences of one paragraph; for a heading or furniture, that line alone, with number 0."""
    marks: tuple[Span, ...]
    """For each sentence the stretch of its text that is quoted."""

    @property
    def text(self) -> str:
        """The quoted words in the source's own characters."""
        return " ".join([s.text[m.start : m.end] for s, m in zip(self.sentences, self.marks, strict=True)])

    @property
    def address(self) -> str:
        """`fry:13`, or `fry:13-14` where the quote runs over sentences, or `fry` for a heading or furniture."""
        first, last = self.sentences[0].number, self.sentences[-1].number
        if not first:
            return self.source.slug
        return f"{self.source.slug}:{first}" if first == last else f"{self.source.slug}:{first}-{last}"

    @property
    def paragraph(self) -> tuple[Sentence, ...]:
        """The whole paragraph that the sentences stand in."""
        index = self.sentences[0].paragraph
        if not self.sentences[0].number:
            return self.sentences
        return tuple(s for s in self.source.sentences if s.paragraph == index)


def addresses(evidence: Iterable[Evidence]) -> str:
    """Where some evidence stands: `fry:13, the-hill:4`."""
    return ", ".join(dict.fromkeys(piece.address for piece in evidence))


@model(frozen=True, slots=True)
class CitationAt:
    """A citation and where it is written."""

    citation: Citation
    path: Path
