"""The source behind a citation, beside the prose or in a drawer below it."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quizapp.content.citation import Evidence
from quizapp.text.characters import show_line
from quizapp.tui.theme import CURRENT, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Vertical
from quizapp.tui.widgets.evidence import address, in_paragraph
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.prose import raised
from quizapp.tui.widgets.row import Row


class SourcePane(Vertical):
    """One piece of evidence: which source, and the cited sentence in its paragraph. Empty where there is none."""

    DEFAULT_CSS = """
    SourcePane #source { height: 2; }
    SourcePane Static { height: 1; }
    SourcePane .kind { color: $text-muted; text-overflow: ellipsis; text-wrap: nowrap; }
    """

    def __init__(self, evidence: Evidence | None, number: int) -> None:
        """What citation `number` rests on."""
        super().__init__()
        self._evidence = evidence
        self._number = number

    def compose(self) -> Iterable[Widget]:
        """A line that stays, and the text below it."""
        with Vertical(id="source"):
            yield Static(self.heading())
            yield Static(Content(self._kind()), classes="kind")
        with Column():
            yield Flow(self._blocks())

    def show(self, evidence: Evidence | None, number: int) -> None:
        """Show what another citation rests on, with the cited sentence in view."""
        self._evidence, self._number = evidence, number
        name, kind = self.query("#source Static").results(Static)
        name.update(self.heading(), layout=False)
        kind.update(Content(self._kind()), layout=False)
        self.query_one(Flow).update(self._blocks())
        self.query_one(Column).scroll_home(animate=False)
        self.call_after_refresh(self._bring_quotation_into_view)

    def heading(self) -> Row:
        """Number and source on the left, in a drawer with its kind; the address on the right."""
        if self._evidence is None:
            return Row(Content(""), Content(""))
        source = (show_line(self._evidence.source.name), "bold")
        name = Content.assemble((raised(self._number), CURRENT), " ", source)
        if self.screen.has_class("-narrow"):  # lines are few there, and long
            name = Content.assemble(name, (f" · {self._kind().lstrip()}", MUTED))
        return Row(name, Content.assemble((address(self._evidence), MUTED)))

    def _kind(self) -> str:
        """What sort of source it is; beside the prose below its name, so that neither crowds out the other."""
        return "" if self._evidence is None else f"  {show_line(self._evidence.source.header.kind)}"

    def _blocks(self) -> Iterable[Block]:
        return () if self._evidence is None else in_paragraph(self._evidence)

    def on_resize(self) -> None:
        """Lines fall elsewhere at another width, and the kind of source perhaps too."""
        self.query_one("#source Static", Static).update(self.heading(), layout=False)
        self.call_after_refresh(self._bring_quotation_into_view)

    def _bring_quotation_into_view(self) -> None:
        column, flow = self.query_one(Column), self.query_one(Flow)
        quoted = next((index for index, block in enumerate(flow.blocks) if block.first), None)
        if quoted is None:
            return
        top, bottom = flow.lines_of(quoted)
        room = column.size.height
        if bottom > room:
            column.scroll_to(y=min(top, bottom - room), animate=False)
