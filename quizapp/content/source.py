"""One article: sentences to cite, and the headings and page furniture around them."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.content.base import model
from quizapp.text.span import Span


class LineKind(StrEnum):
    """What a line of a source is."""

    SENTENCE = "sentence"
    HEADLINE = "headline"
    HEADING = "heading"
    FURNITURE = "furniture"

    @property
    def words(self) -> str:
        """What a reader calls it."""
        return "outside the article" if self is LineKind.FURNITURE else self.value


@model(frozen=True, slots=True)
class Sentence:
    """One line of a source; what is not a sentence has number 0."""

    number: int
    """`the-hill:23` is number 23; counted from 1 over the whole source."""
    text: str
    """The source's own characters, without the marker."""
    paragraph: int
    """Index of its paragraph, counted from 0; a heading or furniture line is a paragraph of its own."""
    span: Span
    """Where the text stands in the file."""
    kind: LineKind = LineKind.SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHeader:
    """What a source says of itself between the `+++` lines."""

    name: str
    kind: str
    original: str
    sha256: str
    title: str = ""
    publisher: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One article in `seeds/`; two are the same only if they are one object, so that none is compared word by word."""

    slug: str
    header: SourceHeader
    lines: tuple[Sentence, ...]
    """Every line in order, headings and furniture among them."""
    sentences: tuple[Sentence, ...]
    """The citable sentences: number n at index n - 1."""

    @property
    def name(self) -> str:
        """What prompts and screens call it."""
        return self.header.name

    @property
    def file(self) -> str:
        """Its file, relative to the course."""
        return f"seeds/{self.slug}.md"

    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """Lines grouped as the article has them."""
        groups: dict[int, list[Sentence]] = {}
        for line in self.lines:
            groups.setdefault(line.paragraph, []).append(line)
        return tuple(tuple(group) for group in groups.values())
