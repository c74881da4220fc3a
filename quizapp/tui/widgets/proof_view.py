"""A lesson laid open, with a pointer at the part that is looked at and the signs of what is wrong beside each piece."""

from collections.abc import Iterable, Iterator, Mapping

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.tui.theme import ACCENT
from quizapp.tui.widgets.containers import Vertical
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.proof import Part, Proof, Spot

APART = 2
"""Empty lines before each part."""
MARGIN = Content("   ")


class PartView(Flow):
    """One part. It is drawn anew only when something of it changes."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._shown: tuple[Part | None, bool, Mapping[int, Content]] = (None, False, {})

    def show(self, part: Part, *, here: bool, signs: Mapping[int, Content]) -> None:
        """Show a part, with the pointer where it is `here`, and signs beside some of its pieces."""
        before, was_here, had = self._shown
        same = had.keys() == signs.keys() and all(had[index].is_same(signs[index]) for index in signs)
        if part is not before or here is not was_here or not same:
            self._shown = part, here, signs
            self.update(self._pieces(part, here=here, signs=signs))

    def on_click(self, event: events.Click) -> None:
        """Say what was clicked."""
        number = event.style.meta.get("citation", 0)
        self.post_message(ProofView.Pointed(self._index, number if isinstance(number, int) else 0))

    def _pieces(self, part: Part, *, here: bool, signs: Mapping[int, Content]) -> Iterator[Block]:
        for index, (_, block) in enumerate(part.pieces):
            pointer = Content.styled("▸" if here and not index else " ", ACCENT)
            first = pointer + signs.get(index, Content(" ")) + " " + block.first
            gap = block.gap + (APART if self._index and not index else 0)
            yield block._replace(first=first, rest=MARGIN + block.rest, gap=gap)


class ProofView(Vertical):
    """All parts of a lesson in one column."""

    DEFAULT_CSS = """
    ProofView { height: auto; }
    """

    class Pointed(Message):
        """A part was clicked; `number` is that of the source that was meant, 0 for none."""

        def __init__(self, part: int, number: int) -> None:
            super().__init__()
            self.part = part
            self.number = number

    def __init__(self, proof: Proof | None) -> None:
        super().__init__()
        self._views: list[PartView] = []
        self._first = proof

    def compose(self) -> Iterable[Widget]:
        """The lesson, if there is one, from the first frame on."""
        if self._first is not None:
            yield from self._changed(self._first, 0, {})

    def show(self, proof: Proof, at: int, signs: Mapping[Spot, Content]) -> None:
        """Show a lesson with the pointer at one of its parts."""
        self.mount_all(self._changed(proof, at, signs))

    def lines_of(self, spot: Spot) -> tuple[int, int]:
        """The lines of a piece in the column that this stands in, from 0, the latter exclusive."""
        view = self._views[spot.part]
        above = self.virtual_region.y + view.virtual_region.y
        first, last = view.lines_of(spot.piece)
        return above + first, above + last

    def _changed(self, proof: Proof, at: int, signs: Mapping[Spot, Content]) -> list[PartView]:
        """Brings the parts up to date; those that are new."""
        new = [PartView(index) for index in range(len(self._views), len(proof.parts))]
        for surplus in self._views[len(proof.parts) :]:
            surplus.remove()
        self._views = [*self._views, *new][: len(proof.parts)]
        for index, (view, part) in enumerate(zip(self._views, proof.parts, strict=True)):
            beside = {spot.piece: sign for spot, sign in signs.items() if spot.part == index}
            view.show(part, here=index == at, signs=beside)
        return new
