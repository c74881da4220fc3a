"""The control for each kind of task, of which one is shown at a time."""

from collections.abc import Iterator
from typing import TypeAlias, TypeVar, assert_never

from quizapp.quiz.task import Arrange, Fill, Pick, Response, Task
from quizapp.tui.widgets.arrange import ArrangeControl
from quizapp.tui.widgets.control import Control
from quizapp.tui.widgets.fill import FillControl
from quizapp.tui.widgets.pick import PickControl

TaskT = TypeVar("TaskT")
AnyControl: TypeAlias = PickControl | FillControl | ArrangeControl


class Controls:
    """One of each."""

    def __init__(self) -> None:
        self._pick = PickControl(classes="control")
        self._fill = FillControl(classes="control")
        self._arrange = ArrangeControl(classes="control")
        self.shown: AnyControl = self._pick
        """The one that is shown."""

    def __iter__(self) -> Iterator[AnyControl]:
        yield from (self._pick, self._fill, self._arrange)

    def ask(self, task: Task, response: Response) -> None:
        """Shows the control for `task`, with `response` as what has been chosen or typed so far."""
        match task:
            case Pick():
                self.shown = self._pick
                _ask(self._pick, task, response)
            case Fill():
                self.shown = self._fill
                _ask(self._fill, task, response)
            case Arrange():
                self.shown = self._arrange
                _ask(self._arrange, task, response)
            case _:
                assert_never(task)
        for control in self:
            control.display = control is self.shown


def _ask(control: Control[TaskT], task: TaskT, response: Response) -> None:
    control.ask(task, response)
