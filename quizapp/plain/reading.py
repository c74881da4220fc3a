"""A lesson's prose, one section at a time, each with the sentences that it cites."""

from quizapp.content.lesson import Lesson
from quizapp.plain.desk import Desk
from quizapp.plain.dialogue import Command
from quizapp.plain.telling import Numbering, tell, tell_evidence


def read(desk: Desk, lesson: Lesson) -> None:
    """Tell the sections of `lesson`; Enter goes on, `:k` skips the rest.

    Raises:
        Leave: when the learner leaves or the input ends.
    """
    say = desk.dialogue.say
    say()
    say(lesson.title)
    if lesson.summary:
        say(lesson.summary)
    for number, section in enumerate(lesson.sections, 1):
        say()
        say(f"Section {number} of {len(lesson.sections)}" + (f": {section.title}" if section.title else ""))
        say()
        numbering = Numbering(desk.marks(lesson.cites))
        tell(section.text, numbering, desk.dialogue)
        tell_evidence(numbering.evidence, numbering, desk.dialogue)
        say()
        if number < len(lesson.sections):
            request = "Press Enter for the next section, :k for the questions."
        else:
            request = "Press Enter for the questions. :? lists the commands."
        say(request)
        if not _enter(desk, request):
            return


def _enter(desk: Desk, request: str) -> bool:
    """Wait for Enter; False when the rest is to be skipped."""
    while True:
        match desk.dialogue.ask(request=request):
            case "":
                return True
            case Command.SKIP:
                return False
            case _:
                desk.dialogue.say("Nothing is asked yet. Press Enter to go on; :? lists the commands.")
