"""A piece of evidence, shown: the sentence in its paragraph, marked, with its source and address."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.content.citation import Evidence
from quizapp.content.source import Sentence
from quizapp.text.characters import show_line
from quizapp.tui.theme import ACCENT, MUTED, QUOTED
from quizapp.tui.widgets.flow import Block

BAR = Content.assemble(("▌", ACCENT))
"""Stands before every line of a cited sentence."""


def marked(sentence: Sentence, evidence: Evidence) -> Content:
    """A cited sentence with its quoted words set off."""
    mark = evidence.marks[evidence.sentences.index(sentence)]
    text = sentence.text
    quoted = (show_line(text[mark.start : mark.end]), QUOTED)
    return Content.assemble(show_line(text[: mark.start]), quoted, show_line(text[mark.end :]))


def quotation(evidence: Evidence, *, gap: int = 0) -> Block:
    """The cited sentences with a bar at their side and the quoted words set off."""
    return Block(Content(" ").join(marked(sentence, evidence) for sentence in evidence.sentences), BAR, BAR, gap)


def address(evidence: Evidence) -> str:
    """`fry:13`; for a line that is no sentence, what it is: `fry, outside the article`."""
    line = evidence.sentences[0]
    if line.number:
        return evidence.address
    return f"{evidence.address}, {line.kind.words}"


def where(evidence: Evidence) -> str:
    """`sentence 13`, where the source is named beside it; for a line that is no sentence, what it is."""
    first, last = evidence.sentences[0], evidence.sentences[-1]
    if not first.number:
        return first.kind.words
    return f"sentence {first.number}" if first is last else f"sentences {first.number}-{last.number}"


def in_paragraph(evidence: Evidence) -> Iterator[Block]:
    """The cited sentences amid the rest of their paragraph."""
    first, last = evidence.sentences[0].number, evidence.sentences[-1].number
    before = _running([sentence for sentence in evidence.paragraph if sentence.number < first])
    after = _running([sentence for sentence in evidence.paragraph if sentence.number > last])
    if before:
        yield Block(before)
    yield quotation(evidence, gap=int(bool(before)))
    if after:
        yield Block(after, gap=1)


def _running(sentences: list[Sentence]) -> Content:
    return Content.assemble((show_line(" ".join(sentence.text for sentence in sentences)), MUTED))
