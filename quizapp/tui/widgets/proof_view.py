"""A lesson laid open, with a pointer at the part that is looked at and the marks of what is wrong beside each line."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from textual import events
from textual.content import Content
from textual.message import Message

from quizapp.tui.theme import ACCENT
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.proof import Part, Proof, Spot

APART = 2
"""Empty lines before each part."""


class ProofView(Flow):
    """All parts of a lesson in one column."""

    class Pointed(Message):
        """A part was clicked; `number` is that of the source that was meant, 0 for none."""

        def __init__(self, part: int, number: int) -> None:
            super().__init__()
            self.part = part
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()

    def show(self, proof: Proof, at: int, signs: Mapping[Spot, Content]) -> None:
        """Show a lesson with the pointer at one of its parts."""
        self._parts = proof.parts
        self.update(self._with_margins(at, signs))

    def lines_from(self, spot: Spot) -> tuple[int, int]:
        """The lines of a piece, from 0, the latter exclusive."""
        before = sum(len(part.pieces) for part in self._parts[: spot.part])
        return self.lines_of(before + spot.piece)

    def on_click(self, event: events.Click) -> None:
        """A click points at a part; on the number or the address of a source it opens that."""
        place = event.get_content_offset(self)
        if place is None:
            return
        starts = (self.lines_from(Spot(index, 0))[0] for index in range(len(self._parts)))
        hit = max((index for index, start in enumerate(starts) if start <= event.y), default=0)
        number = event.style.meta.get("citation", 0)
        self.post_message(self.Pointed(hit, number if isinstance(number, int) else 0))

    def _with_margins(self, at: int, signs: Mapping[Spot, Content]) -> Iterator[Block]:
        margin = Content("   ")
        for index, part in enumerate(self._parts):
            for place, (_, block) in enumerate(part.pieces):
                pointer = Content.styled("▸" if index == at and not place else " ", ACCENT)
                sign = signs.get(Spot(index, place), Content(" "))
                yield replace(
                    block,
                    first=Content.assemble(pointer, sign, " ") + block.first,
                    rest=margin + block.rest,
                    gap=block.gap + (APART if index and not place else 0),
                )
