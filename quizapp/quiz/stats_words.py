"""Stats in words and numbers: what stands under the pictures, and all there is where there are none."""

from collections.abc import Iterator

from quizapp.quiz.stats import Stats, Tally, Topic
from quizapp.text.characters import show_line
from quizapp.text.counting import counted

WEEK = 7
CALIBRATION = "How sure, how right (calibration)"
ESTIMATE = "An estimate: high after any answer, right or wrong, and less with every day."
_DIGITS = 6
"""Cells of a number before what it is of."""
LONGEST = 60
"""Code points of a topic's name that are shown."""


def activity_words(stats: Stats) -> str:
    """How much was answered lately."""
    total, days = sum(stats.days), sum(day > 0 for day in stats.days)
    week, today = sum(stats.days[-WEEK:]), stats.days[-1]
    since = f"{_answers(total)} on {counted(days, 'day')} since {stats.first}"
    return f"{since}; {week:,} in the last {WEEK} days, {today:,} today."


def memory_words(topic: Topic) -> str:
    """How much of the course is remembered."""
    fresh = topic.items - topic.known
    rest = f"; {counted(fresh, 'question')} not answered yet" if fresh else ""
    now = f"Of {counted(topic.known, 'question')} answered, {percent(topic.recall)} likely remembered now{rest}."
    return f"{now} {ESTIMATE}" if topic.known else now


def calibration_words(tally: Tally) -> str:
    """How far sureness can be trusted."""
    parts = [
        f"{percent(right / given)} right when {how}"
        for right, given, how in (
            (tally.sure_right, tally.sure, "sure"),
            (tally.unsure_right, tally.unsure, "not sure"),
        )
        if given
    ]
    return f"{', '.join(parts)}; of {_answers(tally.counted)}, each question's first in a sitting."


def due_words(stats: Stats) -> str:
    """How much comes back, and when."""
    today, tomorrow, *_ = stats.due
    week, month = sum(stats.due[:WEEK]), sum(stats.due)
    return (
        f"{today:,} today, {tomorrow:,} tomorrow; {week:,} within 7 days, {month:,} within {len(stats.due)}, "
        f"{stats.later:,} after that."
    )


def calibration_rows(tally: Tally) -> tuple[tuple[str, int], ...]:
    """How the answers fall, with what teaches most first."""
    return (
        ("sure and wrong", tally.sure_wrong),
        ("not sure and wrong", tally.unsure_wrong),
        ("not sure and right", tally.unsure_right),
        ("sure and right", tally.sure_right),
    )


def topic_name(topic: Topic) -> str:
    """What a topic is called."""
    name = show_line(topic.name) or "about none of the glossary"
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def tell(stats: Stats) -> Iterator[str]:
    """Everything, line by line."""
    if not stats.tally.answers:
        yield "Nothing was answered yet. What you answer in a lesson is counted here."
        return
    yield "Activity"
    yield f"  {activity_words(stats)}"
    yield ""
    yield "Memory"
    yield f"  {memory_words(stats.all)}"
    for topic in stats.topics:
        if topic.known:
            share, known = f"{percent(topic.recall):>{_DIGITS}}", f"{topic.known:,} of {topic.items:,}"
            yield f"  {share}  {topic_name(topic)}: {known} answered"
    fresh = sum(not topic.known for topic in stats.topics)
    if fresh:
        yield f"{'':{_DIGITS + 4}}{counted(fresh, 'topic')} of which nothing was answered yet"
    yield ""
    yield CALIBRATION
    if stats.tally.counted:
        yield f"  {calibration_words(stats.tally)}"
        for words, number in calibration_rows(stats.tally):
            yield f"  {number:>{_DIGITS},}  {words}"
    yield ""
    yield "What comes due"
    yield f"  {due_words(stats)}"


def percent(share: float) -> str:
    """`84 %`; all and nothing are told only where it is so."""
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %"


def _answers(number: int) -> str:
    return counted(number, "answer")
