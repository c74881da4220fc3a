"""A whole source, its sentences numbered, with what rests on each of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from quizapp.content.citation import Evidence
from quizapp.content.resting import LineKey, Resting, line_key
from quizapp.content.source import LineKind, Sentence, Source
from quizapp.text.characters import show, show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import ACCENT, HEADING, MUTED
from quizapp.tui.widgets.article_text import ArticleText
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Horizontal
from quizapp.tui.widgets.evidence import BAR, marked, where
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.resting_pane import RestingPane
from quizapp.tui.widgets.row import Row

MARKS = 2
"""Cells for what rests on a sentence: `•` prose, `?` a question."""
MARGIN = MARKS + 6
"""Cells for these, the pointer and the number, before the bar."""


class ArticleScreen(Page):
    """Reads one article as it was received, sentence by sentence."""

    NAME = "Article"
    LEGEND: ClassVar[tuple[tuple[str, str], ...]] = (
        ("13", "a sentence's number: fry:13"),
        ("•", "taught: the prose of a lesson cites it"),
        ("?", "quizzed: a question rests on it"),
        ("▌", "the cited sentence"),
        ("~", "outside the article: a caption, a link"),
    )
    CSS_PATH = "article.tcss"
    BINDINGS = bindings("article")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = ""

    def __init__(self, source: Source, evidence: Evidence | None = None, line: Sentence | None = None) -> None:
        """The screen of a source; `evidence` of it is marked, and it or `line` is brought into view."""
        super().__init__()
        self.source = source
        self.evidence = evidence
        self._line = evidence.sentences[0] if evidence else line
        self._before = 0
        """How many blocks say something about the article before it begins."""

    def body(self) -> Iterable[Widget]:
        """The article, and beside or below it what rests on a sentence."""
        blocks = tuple(article_blocks(self.source, self.evidence, self.services.shelf.resting.on(self.source.slug)))
        self._before = len(blocks) - len(self.source.lines)
        with Horizontal(id="reading"):
            with Column(id="article", can_focus=False):
                yield ArticleText(blocks, self._before, self._start)
            yield RestingPane()

    @property
    def pointed(self) -> Widget | None:
        """The text."""
        return next(iter(self.query(ArticleText)), None)

    def heading(self) -> Row:
        """The source, and which sentence is cited."""
        header = self.source.header
        left = Content.assemble((show_line(header.name), "bold"), (f" · {show_line(header.kind)}", MUTED))
        count = len(self.source.sentences)
        right = where(self.evidence) if self.evidence else counted(count, "sentence")
        return Row(left, Content.assemble((right, MUTED)))

    def on_mount(self) -> None:
        """Begin at the cited sentences."""
        self._tell()
        if self._line is not None:
            self.call_after_refresh(self.query_one(ArticleText).keep_in_view, third=True)

    def on_screen_resume(self) -> None:
        """What was answered meanwhile may be shown."""
        if self.query(RestingPane):
            self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be no cited sentence to go to, and no lesson that rests on this one."""
        match action:
            case "cited":
                return self.evidence is not None
            case "lesson":
                return isinstance(parameters[0], int) and parameters[0] <= len(self._resting)
            case _:
                return super().check_action(action, parameters)

    def action_cited(self) -> None:
        """Bring the cited sentences into the upper third."""
        text = self.query_one(ArticleText)
        text.cursor = self._start
        text.keep_in_view(third=True)

    def action_move(self, by: int) -> None:
        """The next sentence, or the one before."""
        self._go(self.query_one(ArticleText).cursor + by)

    def action_far(self, pages: int) -> None:
        """A page down, or up."""
        text = self.query_one(ArticleText)
        text.far(pages)
        text.keep_in_view()

    def action_first(self) -> None:
        """To the first line."""
        self._go(0)

    def action_last(self) -> None:
        """To the last line."""
        self._go(self._before + len(self.source.lines) - 1)

    def action_copy(self) -> None:
        """Put the sentence, and nothing else, where the terminal keeps what was copied."""
        if self.source.lines:
            self.app.copy_to_clipboard(show(self._current.text))
            self.query_one(RestingPane).say(self._where, "copied")

    def action_lesson(self, number: int) -> None:
        """Open a lesson at the section that cites the sentence."""
        on = self._resting[number - 1]
        routes.open_lesson(self, on.lesson, *next(iter(on.cited), (0, 1)))

    def on_article_text_moved(self) -> None:
        """Tell what rests on the sentence."""
        self._tell()
        self.refresh_bindings()

    def on_resting_pane_opened(self, message: RestingPane.Opened) -> None:
        """Open the lesson that was clicked."""
        message.stop()
        self.action_lesson(message.number)

    @property
    def _start(self) -> int:
        return self._before + (self.source.lines.index(self._line) if self._line is not None else 0)

    @property
    def _current(self) -> Sentence:
        return self.source.lines[self.query_one(ArticleText).cursor - self._before]

    @property
    def _where(self) -> str:
        line = self._current
        return f"{self.source.slug}:{line.number}" if line.number else f"{self.source.slug}, {line.kind.words}"

    @property
    def _resting(self) -> tuple[Resting, ...]:
        if not self.source.lines or not self.query(ArticleText):
            return ()
        return self.services.shelf.resting.on(self.source.slug).get(line_key(self.source.slug, self._current), ())

    def _go(self, index: int) -> None:
        text = self.query_one(ArticleText)
        text.cursor = index
        text.keep_in_view()

    def _tell(self) -> None:
        if self.source.lines:
            services = self.services
            met = services.progress.answered(services.library.course.id, services.learner)
            self.query_one(RestingPane).show(self._where, self._resting, met)


def article_blocks(
    source: Source, evidence: Evidence | None, resting: Mapping[LineKey, tuple[Resting, ...]] | None = None
) -> Iterator[Block]:
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
        yield _line(line, evidence, (resting or {}).get(line_key(source.slug, line), ()), gap)


def _said(label: str, words: str) -> Block:
    margin = MARGIN + 1
    return Block(
        Content.assemble((show_line(words), MUTED)),
        Content.assemble((f"  {label}".ljust(margin), MUTED)),
        Content(" " * margin),
    )


def _line(line: Sentence, evidence: Evidence | None, resting: tuple[Resting, ...], gap: int) -> Block:
    cited = evidence is not None and line in evidence.sentences
    bar = BAR if cited else Content(" ")
    label = str(line.number) if line.number else "~" if line.kind is LineKind.FURNITURE else ""
    marks = ("•" if any(on.cited for on in resting) else " ") + ("?" if any(on.questions for on in resting) else " ")
    first = Content.assemble((marks, ACCENT), (f"{label:>{MARGIN - MARKS - 1}} ", MUTED)) + bar
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
