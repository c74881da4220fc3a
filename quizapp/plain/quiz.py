"""Question after question, until the session is finished or left; each answer is on disk before its verdict is told."""

from dataclasses import dataclass, replace

from quizapp.content.citation import Evidence
from quizapp.content.prose import plain
from quizapp.plain.answers import Misread, finished, lay_out, lay_out_article, request, take
from quizapp.plain.desk import Desk
from quizapp.plain.dialogue import Command
from quizapp.plain.telling import tell_feedback, tell_paragraphs
from quizapp.quiz import session as sessions
from quizapp.quiz.feedback import COMES_BACK, feedback, response_in_words
from quizapp.quiz.kept import dump
from quizapp.quiz.session import Entry, Session
from quizapp.quiz.task import Pick, Response, Task
from quizapp.store import flags

_ANSWERED = "Press Enter to go on. :s source, :u undo, :f flag."


def sit(desk: Desk, session: Session) -> Session:
    """Ask what is left of `session` and return it finished.

    Raises:
        Back: when the learner goes back to the list of lessons.
        Leave: when the learner leaves or the input ends; the session is kept for resuming in both.
    """
    while (entry := session.current) is not None:
        session = _question(desk, session, entry)
    desk.progress.close_sitting(session.sitting)
    return session


def _question(desk: Desk, session: Session, entry: Entry) -> Session:
    """Ask one question and tell what there is to say; the session when it has moved to another."""
    task = sessions.task(session, desk.library)
    again = ", once more" if entry.again else ""
    desk.dialogue.say()
    flagged = ", flagged" if flags.standing(desk.progress, session, desk.library) else ""
    standing = session.standing.capitalize() if session.kind != "review" else f"{session.title}, {session.standing}"
    desk.dialogue.say(f"{standing}{again}{flagged}")
    desk.dialogue.say(entry.item.prompt)
    lay_out(task, desk.dialogue)
    if entry.attempt is None:
        session = _ask(desk, session, task)
        entry = session.current or entry
    else:
        desk.dialogue.say()
        desk.dialogue.say(response_in_words(task, entry.attempt.response), first="You answered: ")
    if entry.attempt is None:
        return session
    told = feedback(entry.item, desk.library, task, entry.attempt.response)
    desk.dialogue.say()
    tell_feedback(told, desk.dialogue)
    if session.comes_back:
        desk.dialogue.say()
        desk.dialogue.say(COMES_BACK)
    return _go_on(desk, session, (*told.evidence, *told.context))


@dataclass(frozen=True, slots=True)
class _Turn:
    """One question while it is being answered."""

    session: Session
    task: Task
    given: Response = ()
    """The parts typed so far."""
    sure: bool = True
    over: bool = False
    """Whether `session` was answered, or moved to another question."""


def _ask(desk: Desk, session: Session, task: Task) -> Session:
    turn = _Turn(session, task)
    desk.dialogue.say()
    desk.dialogue.say(request(task, ()))
    while not turn.over:
        match desk.dialogue.ask(request=request(task, turn.given)):
            case Command() as command:
                turn = _obey(desk, turn, command)
            case line:
                turn = _typed(desk, turn, line)
    return turn.session


def _typed(desk: Desk, turn: _Turn, line: str) -> _Turn:
    taken = take(turn.task, turn.given, line)
    if isinstance(taken, Misread):
        desk.dialogue.say(taken.message)
        return turn
    if not finished(turn.task, taken):
        desk.dialogue.say(request(turn.task, taken))
        return replace(turn, given=taken)
    session, attempt = sessions.answer(
        turn.session, desk.library, taken, sure=turn.sure, now=desk.clock(), attempt_id=desk.new_id()
    )
    desk.progress.record(attempt, dump(session))
    return replace(turn, session=session, over=True)


def _obey(desk: Desk, turn: _Turn, command: Command) -> _Turn:
    match command:
        case Command.HINT:
            return replace(turn, session=_hint(desk, turn.session))
        case Command.UNSURE:
            desk.dialogue.say("Noted: not sure. Your answer?" if turn.sure else "Noted: sure after all. Your answer?")
            return replace(turn, sure=not turn.sure)
        case Command.UNDO if turn.given:
            given = turn.given[:-1]
            desk.dialogue.say(f"Taken back. {request(turn.task, given)}")
            return replace(turn, given=given)
        case Command.UNDO if turn.session.can_undo:
            return replace(turn, session=_undo(desk, turn.session), over=True)
        case Command.UNDO:
            desk.dialogue.say("There is no answer to take back.")
        case Command.SKIP:
            session = sessions.skip(turn.session, now=desk.clock())
            desk.keep(session)
            desk.dialogue.say("Skipped.")
            return replace(turn, session=session, over=True)
        case Command.SOURCE if isinstance(turn.task, Pick) and turn.task.article:
            lay_out_article(turn.task.article, desk.dialogue)
        case Command.SOURCE:
            desk.dialogue.say("The source comes after your answer: it would give that away.")
        case Command.FLAG:
            _flag(desk, turn.session)
        case _:
            pass
    return turn


def _hint(desk: Desk, session: Session) -> Session:
    text = plain(session.current.item.question.hint) if session.current else ""
    if not text:
        desk.dialogue.say("This question has no hint.")
        return session
    desk.dialogue.say(f"Hint: {text}")
    session = sessions.hint(session)
    desk.keep(session)
    return session


def _flag(desk: Desk, session: Session) -> None:
    flagged = flags.turn(desk.progress, session, desk.library, now=desk.clock(), new_id=desk.new_id)
    desk.dialogue.say("Flagged." if flagged else "Flag taken back.")


def _undo(desk: Desk, session: Session) -> Session:
    session, attempt = sessions.undo(session, now=desk.clock(), attempt_id=desk.new_id())
    desk.progress.record(attempt, dump(session))
    desk.dialogue.say("Taken back.")
    return session


def _go_on(desk: Desk, session: Session, evidence: tuple[Evidence, ...]) -> Session:
    """Wait, after the feedback, until the learner goes on or takes the answer back."""
    desk.dialogue.say()
    desk.dialogue.say(_ANSWERED)
    while True:
        match desk.dialogue.ask(request=_ANSWERED):
            case "" | Command.SKIP:
                session = sessions.advance(session, now=desk.clock())
                desk.keep(session)
                return session
            case Command.UNDO:
                return _undo(desk, session)
            case Command.SOURCE:
                tell_paragraphs(evidence, desk.dialogue)
            case Command.FLAG:
                _flag(desk, session)
            case _:
                desk.dialogue.say("This is answered. Press Enter to go on, or type :u to take your answer back.")
