"""Stats in words."""

from quizapp.plain.desk import Desk
from quizapp.quiz.stats_words import tell

_INDENT = "    "


def tell_stats(desk: Desk) -> None:
    """Tell what was answered, what is remembered and what comes due."""
    stats = desk.progress.stats(desk.library, desk.learner, now=desk.clock(), zone=desk.zone)
    desk.dialogue.say()
    for line in tell(stats):
        desk.dialogue.say(line, rest=_INDENT)
