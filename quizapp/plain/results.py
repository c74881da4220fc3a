"""What came of a session: the score, each question with its mark and evidence, and when it comes back."""

from collections.abc import Iterable

from quizapp.plain.desk import Desk
from quizapp.plain.telling import place
from quizapp.quiz import session as sessions
from quizapp.quiz.feedback import feedback
from quizapp.quiz.item import Item
from quizapp.quiz.session import Entry, Session
from quizapp.quiz.task import task_of
from quizapp.quiz.when import coming_back


def tell_results(desk: Desk, session: Session) -> None:
    """Write the score, each question with its mark and where its evidence stands, and when the items come back."""
    say = desk.dialogue.say
    right, total = session.score
    say()
    say(f"Results of {session.title}: {right} of {total} right.")
    entries = [entry for entry in session.entries if not entry.again]
    later = {entry.item: entry for entry in session.entries if entry.again}
    for number, entry in enumerate(entries, 1):
        say(f"{_mark(entry, later.get(entry.item))}: {entry.item.prompt}", first=f"{number}. ")
        say("; ".join(_places(desk, entry)), first="   ")
    _tell_return(desk, [entry.item for entry in entries])


def wants_retry(desk: Desk, session: Session) -> bool:
    """Offer what was missed once more, if anything was; Enter declines.

    Raises:
        Leave: when the learner leaves or the input ends.
    """
    count = len(sessions.missed(session))
    if not count:
        return False
    desk.dialogue.say()
    return desk.dialogue.offer(f"Type r to retry the {count} missed, or press Enter to finish.", "r")


def _mark(entry: Entry, later: Entry | None) -> str:
    if entry.attempt is None:
        return "Skipped"
    if entry.attempt.correct:
        return "Right" if entry.attempt.sure else "Right, not sure"
    again = ", then right" if later and later.attempt and later.attempt.correct else ""
    return f"{'Partly right' if any(entry.attempt.parts) else 'Not right'}{again}"


def _places(desk: Desk, entry: Entry) -> Iterable[str]:
    """Where the evidence of a question stands."""
    task = task_of(entry.item.question, desk.library, "")
    told = feedback(entry.item, desk.library, task, entry.attempt.response if entry.attempt else ())
    return dict.fromkeys(place(evidence) for evidence in told.evidence)


def _tell_return(desk: Desk, items: Iterable[Item]) -> None:
    memories = desk.progress.memories(desk.course, desk.learner)
    when = coming_back((memories[item.key].due for item in items if item.key in memories), desk.clock())
    if when:
        desk.dialogue.say()
        desk.dialogue.say(f"Back for review: {when}.")
