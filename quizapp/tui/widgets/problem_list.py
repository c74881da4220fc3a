"""What is wrong with a lesson, as a list: one line each, and all of it for the one under the cursor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.problems import KINDS, Kind, Problem
from quizapp.tui.theme import ACCENT, MUTED, WRONG
from quizapp.tui.widgets.flow import Block, Layout
from quizapp.tui.widgets.listing import Entry, Listing, hanging

SIGNS: dict[Kind, tuple[str, str]] = {
    "error": ("✗", WRONG),
    "warning": ("!", ACCENT),
    "note": ("·", MUTED),
    "flag": ("⚑", ACCENT),
}
"""Sign and style of each kind."""
CODE = 5


def sign(problem: Problem) -> Content:
    """Its sign in its colour."""
    return Content.styled(*SIGNS[problem.kind])


class ProblemList(Listing, can_focus=True):
    """Problems, with a cursor."""

    BINDINGS = bindings("problems")
    marked = False

    @dataclass
    class Highlighted(Message):
        """The cursor came to a problem, or it was asked for again."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._at = 0
        self._below: tuple[Content, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The one under the cursor."""
        return self._problems[self._at] if self._problems else None

    def show(self, problems: tuple[Problem, ...], below: Iterable[Content] = ()) -> None:
        """Show these, and below them some lines.

        The cursor stays on its problem, or near, but goes to what is more pressing than anything before.
        """
        same = next((index for index, new in enumerate(problems) if _same(new, self.problem)), None)
        if problems and self._problems and _rank(problems[0]) < _rank(self._problems[0]):
            same = 0
        self._problems = problems
        self._below = tuple(below)
        self._at = max(0, min(self._at, len(problems) - 1)) if same is None else same
        self.can_focus = bool(problems)
        self._present()

    @property
    def caret_line(self) -> int | None:
        """The line of the row under the cursor."""
        return self.region_of(self._at).y if self._problems else None

    def action_cursor_down(self) -> None:
        """To the next problem."""
        self._go(min(self._at + 1, len(self._problems) - 1))

    def action_cursor_up(self) -> None:
        """To the problem before."""
        self._go(max(self._at - 1, 0))

    def action_cursor_first(self) -> None:
        """To the first problem."""
        self._go(0)

    def action_cursor_last(self) -> None:
        """To the last problem."""
        self._go(len(self._problems) - 1)

    def action_select(self) -> None:
        """Go to its place again."""
        self._go(self._at)

    def on_listing_clicked(self, message: Listing.Clicked) -> None:
        """A click chooses."""
        message.stop()
        self._go(message.value)

    def _go(self, index: int) -> None:
        if self._problems:
            self._at = index
            self._present()
            self.post_message(self.Highlighted(index))

    def _present(self) -> None:
        self.present(self._entries_now())
        self.call_after_refresh(self.keep_in_view)

    def keep_in_view(self) -> None:
        """Scroll to the line under the cursor."""
        parent = self.parent
        if isinstance(parent, Widget):
            region = self.region_of(self._at).translate(self.virtual_region.offset)
            parent.scroll_to_region(region, animate=False)

    def _laid_out(self, width: int) -> Layout:
        """Problems that are not under the cursor take one line each, whatever the width."""
        if width not in self._layouts:
            blocks = (_fitted(entry, width) if entry.value != self._at else entry.block for entry in self._entries)
            self._layouts[width] = Layout(blocks, max(width, 1))
        return self._layouts[width]

    def _entries_now(self) -> Iterator[Entry]:
        digits = max((len(str(problem.line)) for problem in self._problems), default=0)
        for index, problem in enumerate(self._problems):
            here = index == self._at
            content = _all_of(problem, digits) if here else _facts(problem, digits) + show_line(problem.message)
            first = Content.assemble(("▸ " if here else "  ", ACCENT), sign(problem), " ")
            yield Entry(hanging(content, first), value=index)
        for index, content in enumerate(self._below):
            yield Entry(hanging(content, Content("  "), gap=int(not index and bool(self._problems))))


def _rank(problem: Problem) -> int:
    return KINDS.index(problem.kind)


def _same(one: Problem, other: Problem | None) -> bool:
    return other is not None and (one.code, one.path, one.message) == (other.code, other.path, other.message)


def _fitted(entry: Entry, width: int) -> Block:
    block = entry.block
    if entry.value is None:
        return block
    return block._replace(content=block.content.truncate(max(width - block.first.cell_length, 1), ellipsis=True))


def _facts(problem: Problem, digits: int) -> Content:
    """`QZ301   45  `."""
    line = str(problem.line or "")
    return Content.styled(f"{problem.code or problem.kind:<{CODE}} {line:>{digits}}  ", MUTED)


def _all_of(problem: Problem, digits: int) -> Content:
    """Its rule, what it says, the line in the file, how to mend it, and what the rule asks for."""
    lines = [
        _facts(problem, digits) + Content.styled(problem.name or problem.kind, SIGNS[problem.kind][1]),
        Content.styled(show_line(problem.message), "bold"),
    ]
    before, meant, after = (show_line(text) for text in problem.excerpt)
    if before or meant or after:
        shown = Content.assemble((before, MUTED), (meant, "underline"), (after, MUTED))
        lines.append(Content.styled("│ ", MUTED) + shown)
    lines += [Content(show_line(words)) for words in problem.repair]
    where = f"In {show_line(problem.file)}. " if problem.file and not problem.here else ""
    more = f" `quizapp explain {problem.code}` says more." if problem.code else ""
    lines.append(Content.styled(f"{where}{problem.asks}{more}".strip(), MUTED))
    return Content("\n").join(line for line in lines if line)
