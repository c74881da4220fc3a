"""A whole source, its sentences numbered, the cited ones marked."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from quizapp.content.citation import Evidence
from quizapp.content.source import LineKind, Sentence, Source
from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import HEADING, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.evidence import BAR, address, marked
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.row import Row

MARGIN = 5
"""Cells for the number, before the bar."""


class ArticleScreen(Page):
    """Reads one article as it was received."""

    NAME = "Article"
    LEGEND = (("13", "a sentence's number: fry:13"), ("▌", "the cited sentence"), ("~", "page furniture, a caption"))
    CSS_PATH = "article.tcss"
    BINDINGS = bindings("article")
    AUTO_FOCUS = "Column"

    def __init__(self, source: Source, evidence: Evidence | None = None) -> None:
        """The screen of a source; `evidence` of it is marked and brought into view."""
        super().__init__()
        self.source = source
        self.evidence = evidence
        self._blocks = tuple(article_blocks(source, evidence))

    def body(self) -> Iterable[Widget]:
        """The article."""
        with Column(id="article"):
            yield Flow(self._blocks)

    def heading(self) -> Row:
        """The source, and which sentence is cited."""
        header = self.source.header
        left = Content.assemble((show_line(header.name), "bold"), (f" · {show_line(header.kind)}", MUTED))
        right = address(self.evidence) if self.evidence else f"{len(self.source.sentences)} sentences"
        return Row(left, Content.assemble((right, MUTED)))

    def on_mount(self) -> None:
        """Begin at the cited sentences."""
        self.call_after_refresh(self.action_cited)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be no cited sentence to go to."""
        return self.evidence is not None if action == "cited" else super().check_action(action, parameters)

    def action_cited(self) -> None:
        """Bring the cited sentences into the upper third."""
        cited = next((index for index, block in enumerate(self._blocks) if "▌" in block.first.plain), None)
        if cited is None:
            return
        column = self.query_one(Column)
        top, _ = self.query_one(Flow).lines_of(cited)
        column.scroll_to(y=max(0, top - column.size.height // 3), animate=False)


def article_blocks(source: Source, evidence: Evidence | None) -> Iterator[Block]:
    """The note on the source, then every line of it in order."""
    header = source.header
    if header.publisher:
        yield _said("From", header.publisher)
    if header.note:
        yield _said("Note", header.note)
    paragraph = -1
    for line in source.lines:
        gap = 1 if line.paragraph != paragraph else 0
        paragraph = line.paragraph
        yield _line(line, evidence, gap)


def _said(label: str, words: str) -> Block:
    margin = MARGIN + 1
    return Block(
        Content.assemble((show_line(words), MUTED)),
        Content.assemble((label.ljust(margin), MUTED)),
        Content(" " * margin),
    )


def _line(line: Sentence, evidence: Evidence | None, gap: int) -> Block:
    cited = evidence is not None and line in evidence.sentences
    bar = BAR if cited else Content(" ")
    label = f"{line.number:>{MARGIN - 1}} " if line.number else "~".rjust(MARGIN - 1) + " " if _furniture(line) else ""
    first = Content.assemble((label.ljust(MARGIN), MUTED)) + bar
    content = marked(line, evidence) if evidence is not None and cited else _plain(line)
    return Block(content, first, Content(" " * MARGIN) + bar, gap)


def _plain(line: Sentence) -> Content:
    text = show_line(line.text)
    match line.kind:
        case LineKind.HEADLINE | LineKind.HEADING:
            return Content.assemble((text, HEADING))
        case LineKind.FURNITURE:
            return Content.assemble((text, MUTED))
        case LineKind.SENTENCE:
            return Content(text)


def _furniture(line: Sentence) -> bool:
    return line.kind is LineKind.FURNITURE
