"""What is said of a question: in the title line, and above its control."""

from textual.content import Content

from quizapp.quiz.session import Session
from quizapp.quiz.task import Fill, Pick, Task, finding
from quizapp.text.characters import show_line
from quizapp.tui.theme import MUTED
from quizapp.tui.widgets.meter import meter
from quizapp.tui.widgets.row import Row

METER = 16
ROOMY = 76
"""Columns from which on the meter has its full width."""
KINDS = {"retry": "retry", "preview": "trial"}
"""What is said of a session that looks like a lesson's quiz and is another."""


def title_of(session: Session, width: int, *, sure: bool, flagged: bool) -> Row:
    """Which question it is, how it is being answered, and how far the session is, on a screen so wide."""
    return Heading(
        *heading_of(session, sure=sure, flagged=flagged),
        meter(session.at + session.answered, session.total, METER if width >= ROOMY else METER // 2),
    )


class Heading(Row):
    """A row that names the lesson where some of the name has room behind what is said of the question."""

    SHORTEST = 8
    """Cells of the name, at least."""

    def __init__(self, states: Content, place: Content, right: Content) -> None:
        """A row; `place` is the name with what parts it from `states`."""
        super().__init__(states + place, right)
        self._states = states

    def _left_in(self, room: int) -> Content:
        named = room >= min(self.left.cell_length, self._states.cell_length + self.SHORTEST)
        return (self.left if named else self._states).truncate(room, ellipsis=True)


def heading_of(session: Session, *, sure: bool, flagged: bool) -> tuple[Content, Content]:
    """`Question 4 of 12, and 1 again · not sure`, ` · Neutrality, for a price`; a review says how many are left."""
    states = (
        [show_line(session.title), session.standing] if session.kind == "review" else [session.standing.capitalize()]
    )
    place = ""
    entry = session.current
    states += [KINDS[session.kind]] if session.kind in KINDS else []
    if entry is not None:
        states += ["once more"] if entry.again else []
        place = f" · {show_line(entry.item.lesson.title)}"
    states += ["hint"] if session.hints else []
    states += [] if sure else ["not sure"]
    states += ["flagged"] if flagged else []
    return Content.styled(" · ".join(states), "bold"), Content.styled(place, MUTED)


def prompt_of(prompt: str, task: Task) -> Content:
    """The prompt, and what to do where neither it nor the control says so."""
    lead = ""
    match task:
        case Pick(article=None, many=True):
            lead = "Choose all that apply."
        case Pick():
            lead = show_line(finding(task))
        case Fill(blanks=blanks) if not prompt:
            lead = "Fill in the blank." if len(blanks) == 1 else "Fill in the blanks."
        case _:
            pass
    parts = [Content.styled(show_line(prompt), "bold")] if prompt else []
    return Content("\n").join([*parts, *([Content.styled(lead, MUTED)] if lead else [])])
