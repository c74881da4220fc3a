"""A control for answering, alone on a page, and tasks to put to it."""

from collections.abc import Iterable

from textual.widget import Widget

from quizapp.content.reading.sources import read_lines
from quizapp.content.source import Source, SourceHeader
from quizapp.quiz.feedback import Feedback
from quizapp.quiz.grading import Verdict
from quizapp.quiz.task import Arrange, Blank, Choosable, Fill, Pick, Response, Task
from quizapp.tui.screens.page import Page
from quizapp.tui.widgets.arrange import ArrangeControl
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.control import Refused, Submitted
from quizapp.tui.widgets.fill import FillControl
from quizapp.tui.widgets.pick import PickControl
from tests.tui.learner import Hand

ONE = Pick(tuple(Choosable(v, f"The {v}") for v in ("lamp", "tower", "pier")), (frozenset({"tower"}),), many=False)
ALL = Pick(ONE.options, (frozenset({"lamp", "pier"}),), many=True)
WORD = Fill((Blank("Brandt"),), ("", ""))
GAPS = Fill((Blank("dusk"), Blank("old")), ("The pilots came at ", " and asked for the ", " lamp."))
ORDER = Arrange(("1", "2", "3"), ("c", "a", "b"), ("a", "b", "c"), once=True)
MATCH = Arrange(("left one", "left two"), ("right one", "right two", "spare"), ("right two", "right one"), once=False)

LONG = tuple(f"Line {number} of the logbook." for number in range(1, 60))


def article(*right: int, many: bool) -> Pick:
    """Sentences to find in an article of 59."""
    lines = read_lines("\n".join(LONG), 0)
    header = SourceHeader(name="Logbook", kind="diary", original="o.txt", sha256="0" * 64)
    options = tuple(Choosable(f"logbook:{line.number}", line.text) for line in lines)
    key = frozenset(f"logbook:{number}" for number in right)
    return Pick(options, (key,), many, Source("logbook", header, lines, lines))


Heard = list[Submitted | Refused]


class Bench(Page):
    """One control and what it says."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task_set = task
        self.heard: Heard = []

    def body(self) -> Iterable[Widget]:
        kinds = {Pick: PickControl, Fill: FillControl, Arrange: ArrangeControl}
        with Column(can_focus=False):
            yield kinds[type(self.task_set)](classes="control")

    @property
    def control(self) -> PickControl | FillControl | ArrangeControl:
        found = self.query_one(".control")
        assert isinstance(found, PickControl | FillControl | ArrangeControl)
        return found

    def ask(self) -> None:
        match self.task_set, self.control:
            case (Pick() as task, PickControl() as control):
                control.ask(task)
            case (Fill() as task, FillControl() as control):
                control.ask(task)
            case (Arrange() as task, ArrangeControl() as control):
                control.ask(task)
        self.control.take_focus()

    def on_submitted(self, message: Submitted) -> None:
        self.heard.append(message)

    def on_refused(self, message: Refused) -> None:
        self.heard.append(message)


async def bench(pilot: Hand, task: Task) -> Bench:
    made = Bench(task)
    await pilot.app.push_screen(made)
    made.ask()
    await pilot.pause()
    return made


def said(verdict: Verdict) -> Feedback:
    return Feedback(verdict, "", "", (), "", {}, (), ())


async def outcome(pilot: Hand, made: Bench) -> Response | str:
    """What submitting now says."""
    made.control.submit()
    await pilot.pause()
    last = made.heard[-1]
    return last.response if isinstance(last, Submitted) else last.words
