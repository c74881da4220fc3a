"""Plain mode from its first line to its exit status: something to learn is chosen, read, asked and told."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from random import Random
from typing import TextIO

from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.errors import ExitStatus
from quizapp.plain.desk import Desk
from quizapp.plain.dialogue import Back, Command, Dialogue, Leave
from quizapp.plain.quiz import sit
from quizapp.plain.reading import read
from quizapp.plain.results import tell_results, wants_retry
from quizapp.plain.shelves import browse_glossary, browse_sources, search
from quizapp.plain.stats import tell_stats
from quizapp.quiz.item import items_of
from quizapp.quiz.outline import LessonProgress
from quizapp.quiz.pace import NO_LIMITS, Limits
from quizapp.quiz.queues import SITTING, ahead, lesson_progress
from quizapp.quiz.session import Session
from quizapp.store.progress import Progress
from quizapp.text.counting import counted

_CHOICES = (
    "Type the number of a lesson, r to review, s for the sources, g for the glossary, t for your stats, "
    "/ and words to search, or :q to leave."
)


def run_plain(  # noqa: PLR0913  all that it touches is handed in
    library: Library,
    progress: Progress,
    *,
    lesson: Lesson | None = None,
    review: bool = False,
    stdin: TextIO,
    stdout: TextIO,
    clock: Callable[[], datetime],
    random: Random,
    learner: str | None = None,
    seed: int | None = None,
    columns: int = 72,
    zone: tzinfo = UTC,
    limits: Limits = NO_LIMITS,
) -> int:
    """Hold the whole quiz over two text streams, `columns` wide, and return the exit status; `zone` parts the days.

    The end of the input is no error; it leaves the sitting for resuming, as `:q` does.
    """
    desk = Desk(library, progress, Dialogue(stdin, stdout, columns), clock, random, learner, seed, zone, limits)
    try:
        if review or lesson is not None:
            try:
                _learn(desk, lesson) if lesson is not None else _review(desk)
            except Back:
                _tell_kept(desk)
                _home(desk)
        else:
            _home(desk)
    except Leave:
        _tell_kept(desk)
    return ExitStatus.FINE


def _home(desk: Desk) -> None:
    """List the lessons and do what is chosen, again and again until the learner leaves."""
    while True:
        left = desk.left()
        _tell_home(desk, left)
        try:
            while not _choose(desk, left):
                pass
        except Back:
            _tell_kept(desk)


def _tell_kept(desk: Desk) -> None:
    if desk.left():
        desk.dialogue.say("Your answers are kept, and the quiz can be resumed where you left it.")


def _tell_home(desk: Desk, left: Session | None) -> None:
    say = desk.dialogue.say
    library = desk.library
    memories = desk.progress.memories(desk.course, desk.learner)
    say()
    say(library.course.title)
    if library.course.summary:
        say(library.course.summary)
    say()
    for number, lesson in enumerate(library.lessons, 1):
        say(f"{lesson.title}: {_state(lesson_progress(lesson, memories))}", first=f"{number}. ")
    for broken in library.broken:
        say(f"{broken.title}: cannot be used. {broken.first}", first="-  ")
    if library.broken:
        say("`quizapp check` shows every error with its repair.")
    say()
    waiting = desk.today.reviews(desk.library)
    today = f"{len(waiting.today)} due for review" if waiting.today else "Nothing is due for review"
    say(f"{today}, and {len(waiting.beyond)} beyond today's limit." if waiting.beyond else f"{today}.")
    say(_CHOICES)
    if left:
        say(f"Press Enter to go on with {left.title}, {'' if left.kind == 'review' else 'at '}{left.standing}.")


def _state(progress: LessonProgress) -> str:
    if progress.state == "started":
        return f"{progress.done} of {progress.total} answered"
    return f"{progress.state}, {counted(progress.total, 'question')}"


def _choose(desk: Desk, left: Session | None) -> bool:
    """Take one choice and do it; False when it was none."""
    lessons = desk.library.lessons
    typed = desk.dialogue.ask(request=_CHOICES)
    if isinstance(typed, Command):
        desk.dialogue.say(f"Nothing is asked yet. {_CHOICES}")
        return False
    if not typed and not left:
        desk.dialogue.say(_CHOICES)
        return False
    letters = {"r": _review, "s": browse_sources, "g": browse_glossary, "t": tell_stats}
    if not typed and left:
        _play(desk, left)
    elif go := letters.get(typed.casefold()):
        go(desk)
    elif typed.startswith("/") and typed[1:].strip():
        search(desk, typed[1:].strip())
    elif typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(lessons):
        _learn(desk, lessons[int(typed) - 1])
    elif lesson := desk.library.lesson(typed):
        _learn(desk, lesson)
    else:
        desk.dialogue.say(f"“{typed}” is none of these. {_CHOICES}")
        return False
    return True


def _learn(desk: Desk, lesson: Lesson) -> None:
    """Read a lesson and answer its questions, or go on where they were left."""
    left = desk.left()
    mine = left and left.kind == "lesson" and left.entries[0].item.lesson.slug == lesson.slug
    if left and mine and _resumes(desk, left):
        _play(desk, left)
        return
    read(desk, lesson)
    if enough := desk.today.new_words():
        desk.dialogue.say()
        desk.dialogue.say(enough)
    _play(desk, desk.open(items_of(desk.library, lesson), lesson.title, "lesson"))


def _resumes(desk: Desk, left: Session) -> bool:
    desk.dialogue.say()
    return not desk.dialogue.offer(
        f"You left {left.title} at {left.standing}. Press Enter to go on, or type n to start anew.", "n"
    )


def _review(desk: Desk) -> None:
    """Answer what is due, or, when the learner wants it, what is beyond today's limit or not due yet."""
    reviews = desk.today.reviews(desk.library)
    items, beyond = reviews
    memories = desk.progress.memories(desk.course, desk.learner)
    if items:
        if beyond:
            desk.dialogue.say()
            desk.dialogue.say(f"Today's limit leaves {len(items)}; {len(beyond)} more are due beyond it.")
        _play(desk, desk.open(reviews.sitting, reviews.title, "review"))
    elif beyond:
        beyond = beyond[:SITTING]
        desk.dialogue.say()
        question = f"Today's limit of reviews is reached. Press Enter to review {len(beyond)} more, or type n to stop."
        if not desk.dialogue.offer(question, "n"):
            _play(desk, desk.open(beyond, "Review beyond today's limit", "review"))
    elif items := ahead(memories, desk.library, desk.clock())[:SITTING]:
        desk.dialogue.say()
        question = f"Nothing is due. Press Enter to review {len(items)} ahead of time, or type n to leave it."
        if not desk.dialogue.offer(question, "n"):
            _play(desk, desk.open(items, "Review ahead of time", "review"))
    else:
        desk.dialogue.say()
        desk.dialogue.say("There is nothing to review yet: learn a lesson first.")


def _play(desk: Desk, session: Session) -> None:
    """Ask a session to its end, tell what came of it, and retry what was missed as long as the learner wants."""
    session = sit(desk, session)
    tell_results(desk, session)
    while wants_retry(desk, session):
        session = sit(desk, desk.retry(session))
        tell_results(desk, session)
