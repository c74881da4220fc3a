"""What is asked, above the control in which it is answered."""

from textual.geometry import Spacing
from textual.widgets import Static

from quizapp.quiz.task import Pick, Task
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.control import Moved
from quizapp.tui.widgets.question import prompt_of

PINNED = 200
"""Up to how many characters a claim stays above its article while that scrolls."""


class QuestionColumn(Column):
    """Holds `#prompt` and the controls.

    A long question has most of the screen while it is open, and gives way to what is said below it.
    """

    _gives_way = False
    """Whether something is said below that needs the room."""
    _followed: Moved | None = None
    """Where the learner is, or what was right."""

    def ask(self, prompt: str, task: Task) -> None:
        """Shows another prompt, from its beginning."""
        shown = self.query_one("#prompt", Static)
        shown.update(prompt_of(prompt, task))
        article = isinstance(task, Pick) and task.article is not None
        shown.set_class(article and len(prompt) <= PINNED, "-pinned")
        self.set_class(article, "-article")
        self.set_class(not article, "-open")
        self.scroll_home(animate=False)
        self._gives_way = False
        self._followed = None

    def give_way(self) -> None:
        """Leaves room below; does nothing where there is enough, for to style all this anew takes long."""
        self._gives_way = True
        self._followed = None
        self._shrink()

    def on_resize(self) -> None:
        """On a smaller screen the question may have become too long."""
        super().on_resize()
        if self._gives_way:
            self._shrink()

    def _shrink(self) -> None:
        height = sum(child.outer_size.height for child in self.displayed_children)
        if self.has_class("-open") and not 0 < height <= self.screen.size.height // 2:
            self.remove_class("-open")
            self.call_after_refresh(self._follow)

    def on_moved(self, message: Moved) -> None:
        """Keeps what the learner is at in view, below a pinned prompt."""
        self._followed = message
        self._follow()

    def _follow(self) -> None:
        message = self._followed
        if message is None:
            return
        prompt = self.query_one("#prompt")
        region = message.region.translate(message.widget.virtual_region.offset)
        above = prompt.outer_size.height if prompt.has_class("-pinned") else 0
        top = region.height > self.size.height - above
        self.scroll_to_region(region, spacing=Spacing(above, 0, 0, 0), animate=False, top=top)
