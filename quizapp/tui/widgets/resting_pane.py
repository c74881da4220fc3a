"""What rests on a line of an article: lessons whose prose cites it, and questions whose key it carries."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from quizapp.content.cloze import parse_cloze
from quizapp.content.question import Cloze, Question
from quizapp.content.resting import Resting
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui.theme import ACCENT, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Vertical
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.row import Row

BLANK = "____"


class RestingPane(Vertical):
    """One line's lessons, numbered, each with the questions that the learner has met.

    The others are counted, not shown: beside the sentence that settles them they would be answered.
    """

    DEFAULT_CSS = """
    RestingPane Static { height: 1; }
    """

    class Opened(Message):
        """A lesson was clicked; `number` counts from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def compose(self) -> Iterable[Widget]:
        """A line that stays, and the text below it."""
        yield Static(Content(""))
        with Column(can_focus=False):
            yield Flow()

    def show(self, where: str, resting: Sequence[Resting], met: Collection[str]) -> None:
        """Show what rests on the line at `where`; `met` are the items, `lesson/question`, that were answered."""
        self.say(where)
        self.query_one(Flow).update(_blocks(resting, met))
        self.query_one(Column).scroll_home(animate=False)

    def say(self, where: str, done: str = "") -> None:
        """Write the line above anew: the address, and what was just done with the sentence."""
        row = Row(Content.styled(where, "bold"), Content.styled(done, ACCENT))
        self.query_one(Static).update(row, layout=False)

    def on_click(self, event: events.Click) -> None:
        """A click on a lesson opens it."""
        number = event.style.meta.get("lesson")
        if isinstance(number, int):
            self.post_message(self.Opened(number))


def _blocks(resting: Sequence[Resting], met: Collection[str]) -> Iterator[Block]:
    if not resting:
        yield Block(Content.styled("No lesson rests on it.", MUTED))
    for number, on in enumerate(resting, 1):
        opens = Style.from_meta({"lesson": number})
        title = Content.assemble((show_line(on.lesson.title), "bold")).stylize(opens)
        mark = Content.assemble((f"{number} ", ACCENT)).stylize(opens)
        yield Block(title, mark, Content("  "), gap=int(number > 1))
        for sign, words, style in _said(on, met):
            yield Block(Content.styled(words, style), Content.styled(f"  {sign} ", MUTED), Content(" " * 4))


def _said(on: Resting, met: Collection[str]) -> Iterator[tuple[str, str, str]]:
    for at in dict.fromkeys(section for section, _ in on.cited):
        title = on.lesson.sections[at].title
        yield "•", f"section {at + 1}{f', {show_line(title)}' if title else ''}", MUTED
    known = [question for question in on.questions if f"{on.lesson.slug}/{question.id}" in met]
    for question in known:
        yield "?", show_line(_prompt(question)), ""
    if left := len(on.questions) - len(known):
        yield "?", f"{counted(left, 'question')} not answered yet", MUTED


def _prompt(question: Question) -> str:
    if isinstance(question, Cloze) and not question.prompt:
        return BLANK.join(parse_cloze(question.text).pieces)
    return question.prompt
