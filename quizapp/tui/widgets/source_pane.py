"""The source behind a citation, beside the prose or in a drawer below it."""

from collections.abc import Iterable

from textual.widget import Widget

from quizapp.content.citation import Evidence
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.evidence import evidence_blocks
from quizapp.tui.widgets.flow import Flow


class SourcePane(Column):
    """Shows one piece of evidence; nothing where there is none."""

    def compose(self) -> Iterable[Widget]:
        """One flow, used for every piece."""
        yield Flow()

    def show(self, evidence: Evidence | None) -> None:
        """Show `evidence` with its quotation in view."""
        self.query_one(Flow).update(() if evidence is None else evidence_blocks(evidence))
        self.scroll_home(animate=False)
        self.call_after_refresh(self._bring_quotation_into_view)

    def on_resize(self) -> None:
        """Lines fall elsewhere at another width."""
        self.call_after_refresh(self._bring_quotation_into_view)

    def _bring_quotation_into_view(self) -> None:
        flow = self.query_one(Flow)
        quoted = next((index for index, block in enumerate(flow.blocks) if block.first), None)
        if quoted is None:
            return
        top, bottom = flow.lines_of(quoted)
        room = self.scrollable_content_region.height
        if bottom > room:
            self.scroll_to(y=min(top, bottom - room), animate=False)
