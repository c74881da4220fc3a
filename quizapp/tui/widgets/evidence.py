"""A piece of evidence, shown: the sentence in its paragraph, marked, with its source and address."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.content.citation import Evidence
from quizapp.content.source import LineKind, Sentence
from quizapp.text.characters import show_line
from quizapp.tui.theme import ACCENT, MUTED, QUOTED
from quizapp.tui.widgets.flow import Block

BAR = Content.assemble(("▌", ACCENT))
"""Stands before every line of a cited sentence."""


def source_line(evidence: Evidence) -> Content:
    """`Fry · aggregated`."""
    header = evidence.source.header
    return Content.assemble((show_line(header.name), "bold"), (f" · {show_line(header.kind)}", MUTED))


def marked(sentence: Sentence, evidence: Evidence) -> Content:
    """A cited sentence with its quoted words set off."""
    mark = evidence.marks[evidence.sentences.index(sentence)]
    text = sentence.text
    quoted = (show_line(text[mark.start : mark.end]), QUOTED)
    return Content.assemble(show_line(text[: mark.start]), quoted, show_line(text[mark.end :]))


def quotation(evidence: Evidence) -> Block:
    """The cited sentences with a bar at their side, the quoted words set off, and the address behind them."""
    words = Content(" ").join(marked(sentence, evidence) for sentence in evidence.sentences)
    return Block(Content.assemble(words, "  ", (address(evidence), MUTED)), BAR, BAR)


def address(evidence: Evidence) -> str:
    """`fry:13`; for a line that is no sentence, what it is: `fry, page furniture`."""
    line = evidence.sentences[0]
    if line.number:
        return evidence.address
    return f"{evidence.address}, {'page furniture' if line.kind is LineKind.FURNITURE else line.kind}"


def evidence_blocks(evidence: Evidence, *, paragraph: bool = True) -> Iterator[Block]:
    """The source's name, then the cited sentences; with `paragraph`, amid the rest of their paragraph."""
    yield Block(source_line(evidence))
    first, last = evidence.sentences[0].number, evidence.sentences[-1].number
    around = evidence.paragraph if paragraph else ()
    before = _running([sentence for sentence in around if sentence.number < first])
    after = _running([sentence for sentence in around if sentence.number > last])
    if before:
        yield Block(before, gap=1)
    cited = quotation(evidence)
    yield Block(cited.content, cited.first, cited.rest, gap=1)
    if after:
        yield Block(after, gap=1)


def _running(sentences: list[Sentence]) -> Content:
    return Content.assemble((show_line(" ".join(sentence.text for sentence in sentences)), MUTED))
