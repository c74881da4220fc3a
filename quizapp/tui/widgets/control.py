"""The contract of the answer controls: a task goes in, a response comes out, feedback is shown; none of them grades."""

from typing import Protocol, TypeVar

from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from quizapp.quiz.feedback import Feedback
from quizapp.quiz.task import Response

TaskT_contra = TypeVar("TaskT_contra", contravariant=True)


class Submitted(Message):
    """The learner answers."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


class Refused(Message):
    """There is no answer yet to submit; `words` say what is missing."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Moved(Message):
    """Something was moved or chosen at `region` of the control, relative to it, which should be in view."""

    def __init__(self, widget: Widget, region: Region) -> None:
        super().__init__()
        self.widget = widget
        self.region = region


class Control(Protocol[TaskT_contra]):
    """A widget in which one kind of task is answered."""

    @property
    def response(self) -> Response:
        """What has been chosen or typed so far, as `ask` takes it; empty before anything was."""

    def ask(self, task: TaskT_contra, response: Response = ()) -> None:
        """Shows `task`, with `response` as what has been chosen or typed so far."""

    def submit(self) -> None:
        """Posts `Submitted`, or `Refused` while there is no answer."""

    def prepare(self, feedback: Feedback) -> None:
        """Works out what `show` will show of the same feedback; nothing of it is shown."""

    def show(self, feedback: Feedback) -> None:
        """Shows in place what was right and what was not; from now on nothing can be changed."""

    def take_focus(self) -> None:
        """Makes the keys go where the learner answers; at once, so that the first frame tells those that apply."""
