"""A piece of evidence, shown: the sentence in its paragraph, marked, with its source and address."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.content.citation import Evidence
from quizapp.content.source import Sentence
from quizapp.text.characters import show_line
from quizapp.tui.theme import ACCENT, MUTED, QUOTED
from quizapp.tui.widgets.flow import Block

BAR = Content.assemble(("▌", ACCENT))


def source_line(evidence: Evidence) -> Content:
    """`Fry · aggregated`."""
    header = evidence.source.header
    return Content.assemble((show_line(header.name), "bold"), (f" · {show_line(header.kind)}", MUTED))


def quotation(evidence: Evidence) -> Block:
    """The cited sentences with a bar at their side, the quoted words set off, and the address behind them."""
    parts: list[Content] = []
    for sentence, mark in zip(evidence.sentences, evidence.marks, strict=True):
        before, quoted, after = (
            sentence.text[: mark.start],
            sentence.text[mark.start : mark.end],
            sentence.text[mark.end :],
        )
        parts.append(Content.assemble(show_line(before), (show_line(quoted), QUOTED), show_line(after)))
    words = Content(" ").join(parts)
    # A no-break space, so that an address is not alone on a line for want of one cell.
    return Block(Content.assemble(words, "\u00a0 ", (evidence.address, MUTED)), BAR, BAR)


def _running(sentences: list[Sentence]) -> Content:
    return Content.assemble((show_line(" ".join(sentence.text for sentence in sentences)), MUTED))


def evidence_blocks(evidence: Evidence, *, paragraph: bool = True) -> Iterator[Block]:
    """The source's name, then the cited sentences; with `paragraph`, amid the rest of their paragraph."""
    yield Block(source_line(evidence))
    first, last = evidence.sentences[0].number, evidence.sentences[-1].number
    around = evidence.paragraph if paragraph else evidence.sentences
    before = [sentence for sentence in around if sentence.number < first]
    after = [sentence for sentence in around if sentence.number > last]
    if before:
        yield Block(_running(before), gap=1)
    yield Block(*_fields(quotation(evidence)), gap=1)
    if after:
        yield Block(_running(after), gap=1)


def _fields(block: Block) -> tuple[Content, Content, Content]:
    return block.content, block.first, block.rest
