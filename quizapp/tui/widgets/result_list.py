"""The questions of a finished session, each with its mark and the addresses of its evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content

from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.flow import NOTHING, Layout
from quizapp.tui.widgets.listing import GAP, MARK_WIDTH, CursoredListing, Entry, Marked, cut, hanging
from quizapp.tui.widgets.outcome import RIGHT_PICK, SKIPPED, WRONG_PICK, Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """How one question went."""

    prompt: str
    correct: bool | None
    """None where it was skipped."""
    second: bool
    """Whether it was right when it came back."""
    addresses: str
    """Of its evidence: `fry:6; explainer:15-18`."""

    @property
    def asked(self) -> Content:
        """The question, and whether it was right later."""
        return Content.assemble(
            (show_line(self.prompt), "bold"), ("  right the second time" if self.second else "", MUTED)
        )

    @property
    def beside(self) -> str:
        """What stands behind the question where there is room: where its evidence is, and whether it came right."""
        return f"  {self.addresses}{' · right the second time' if self.second else ''}"

    @property
    def outcome(self) -> Outcome:
        """Its mark."""
        return SKIPPED if self.correct is None else RIGHT_PICK if self.correct else WRONG_PICK


class ResultList(CursoredListing, can_focus=True):
    """One entry a question, with a cursor.

    Beside its card the list has room for whole questions; above it each has one line, so that most are in view.
    """

    BINDINGS = bindings("results.list", "list")

    def __init__(self) -> None:
        super().__init__()
        self._results: tuple[Result, ...] = ()
        self._brief = False
        """Whether each question has one line."""

    def show(self, results: Iterable[Result]) -> None:
        """Show these, with the cursor on the first that was missed."""
        self._results = tuple(results)
        missed = (index for index, result in enumerate(self._results) if not result.correct)
        self._at = next(missed, 0)
        self._tell()

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self._results)

    @property
    def asked(self) -> Content:
        """The question under the cursor, where its line may not hold it; else nothing."""
        return self._results[self._at].asked if self._brief and self._results else NOTHING

    def on_resize(self) -> None:
        """The list and its card stand otherwise on a screen of another width."""
        if self._brief == self.screen.has_class("-wide"):
            self._tell()

    def show_moved(self, before: int) -> None:  # noqa: ARG002 - all is drawn anew
        """Draw the pointer where it is."""
        self._draw()

    def _tell(self) -> None:
        self._draw()
        if self._results:
            self.post_message(self.Highlighted(self._at))

    def _draw(self) -> None:
        self._brief = not self.screen.has_class("-wide")
        self.present(self._lines())
        self.call_after_refresh(self.keep_in_view)

    def _layout_of(self, entries: tuple[Entry, ...], width: int) -> Layout:
        if not self._brief:
            return super()._layout_of(entries, width)
        room = width - MARK_WIDTH - GAP
        return Marked(tuple(cut(entry, room) for entry in entries), max(room, 1))

    def _lines(self) -> Iterator[Entry]:
        digits = len(str(len(self._results)))
        for index, result in enumerate(self._results):
            here = index == self._at
            first = Content.assemble(("▸ " if here else "  ", ACCENT), (f"{index + 1:>{digits}}  ", MUTED))
            beside = "" if self._brief else result.beside
            text = Content.assemble((show_line(result.prompt), "bold" if here else ""), (beside, MUTED))
            yield Entry(hanging(text, first), result.outcome.mark, index)
