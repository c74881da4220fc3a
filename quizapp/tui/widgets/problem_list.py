"""What is wrong with a lesson, as a list: one line each, and all of it for the one under the cursor."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from quizapp.text.characters import show_line
from quizapp.tui.keymap import bindings
from quizapp.tui.problems import KINDS, Kind, Problem
from quizapp.tui.theme import ACCENT, MUTED, WRONG
from quizapp.tui.widgets.flow import Block, Layout
from quizapp.tui.widgets.listing import CursoredListing, Entry, hanging

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


class ProblemList(CursoredListing, can_focus=True):
    """Problems, with a cursor."""

    BINDINGS = bindings("problems")
    marked = False

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
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
        self._at = self.held(self._at) if same is None else same
        self.can_focus = bool(problems)
        self._present()

    @property
    def count(self) -> int:
        """How many problems there are."""
        return len(self._problems)

    def action_select(self) -> None:
        """Go to its place again."""
        if self._problems:
            self.post_message(self.Highlighted(self._at))

    def show_moved(self, before: int) -> None:  # noqa: ARG002 - all is drawn anew
        """Unfold the one under the cursor."""
        self._present()

    def _present(self) -> None:
        self.present(self._entries_now())
        self.call_after_refresh(self.keep_in_view)

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
