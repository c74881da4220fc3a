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
    left = heading_of(session, sure=sure, flagged=flagged)
    return Row(left, meter(session.at + session.answered, session.total, METER if width >= ROOMY else METER // 2))


def heading_of(session: Session, *, sure: bool, flagged: bool) -> Content:
    """`Question 4 of 12 · once more · not sure · Neutrality, for a price`; a review says how many are left instead."""
    states = [f"Question {session.number} of {session.total}"]
    places = []
    entry = session.current
    if session.kind == "review":
        states = [show_line(session.title), f"{session.total - session.at - session.answered} left"]
    states += [KINDS[session.kind]] if session.kind in KINDS else []
    if entry is not None:
        states += ["once more"] if entry.again else []
        places.append(show_line(entry.item.lesson.title))
    states += ["hint"] if session.hints else []
    states += [] if sure else ["not sure"]
    states += ["flagged"] if flagged else []
    return Content.assemble((" · ".join(states), "bold"), *((f" · {place}", MUTED) for place in places))


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
