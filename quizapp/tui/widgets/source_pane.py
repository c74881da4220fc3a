"""The source behind a citation, beside the prose or in a drawer below it."""

from collections.abc import Iterable

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quizapp.content.citation import Evidence
from quizapp.tui.theme import CURRENT, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.evidence import address, in_paragraph, source_line
from quizapp.tui.widgets.flow import Flow
from quizapp.tui.widgets.prose import raised
from quizapp.tui.widgets.row import Row


class SourcePane(Vertical):
    """One piece of evidence: which source, and the cited sentence in its paragraph. Empty where there is none."""

    DEFAULT_CSS = """
    SourcePane Static { height: 1; }
    """

    def compose(self) -> Iterable[Widget]:
        """A line that stays, and the text below it."""
        yield Static(Content(""))
        with Column():
            yield Flow()

    def show(self, evidence: Evidence | None, number: int) -> None:
        """Show what citation `number` rests on, with the cited sentence in view."""
        head, flow = self.query_one(Static), self.query_one(Flow)
        if evidence is None:
            head.update(Content(""))
            flow.update(())
            return
        name = Content.assemble((raised(number), CURRENT), " ") + source_line(evidence)
        head.update(Row(name, Content.assemble((address(evidence), MUTED))))
        flow.update(in_paragraph(evidence))
        self.query_one(Column).scroll_home(animate=False)
        self.call_after_refresh(self._bring_quotation_into_view)

    def on_resize(self) -> None:
        """Lines fall elsewhere at another width."""
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
