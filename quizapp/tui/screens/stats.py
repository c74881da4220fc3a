"""Stats: a year of answers, what is remembered of each topic, how far sureness can be trusted, and what comes due."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.quiz.stats import Stats, Topic
from quizapp.quiz.stats_words import (
    CALIBRATION,
    LONGEST,
    activity_words,
    calibration_rows,
    calibration_words,
    due_words,
    memory_words,
    percent,
    topic_name,
)
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.keymap import bindings
from quizapp.tui.screens.page import Page
from quizapp.tui.theme import ACCENT, HEADING, MUTED, RIGHT, WRONG
from quizapp.tui.widgets.charts import bar, columns, heat_legend, heat_map
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Container
from quizapp.tui.widgets.picture import Picture
from quizapp.tui.widgets.row import Row

_NAME = 36
"""Cells for a topic's name at most, before its bar is long."""
_BAR = 32
"""Cells of a topic's bar at most."""
_PROSE = 72
"""Columns of a text at most."""
_ROOMY = 64
"""Columns from which on there is room to say what the numbers behind a topic are."""


class StatsScreen(Page):
    """Pictures, each with its numbers in words underneath."""

    NAME = "Stats"
    CSS_PATH = "stats.tcss"
    BINDINGS = bindings("stats")
    AUTO_FOCUS = "Column"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-medium"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    stats: reactive[Stats | None] = reactive(None, init=False, repaint=False)

    def __init__(self, basis: object = None) -> None:
        """`basis` is what it is drawn from: it may be shown again as long as that is the same."""
        super().__init__()
        self.basis = basis

    def body(self) -> Iterable[Widget]:
        """Complete in the first frame."""
        services = self.services
        stats = services.progress.stats(services.library, services.learner, now=services.clock(), zone=services.zone)
        self.set_reactive(StatsScreen.stats, stats)
        draw = Drawing(stats)
        with Column(id="stats"):
            if not stats.tally.answers:
                yield Picture(self._nothing, id="nothing")
                return
            yield Picture(draw.activity, id="activity")
            with Container(id="rest"):
                with Container(id="aside"):
                    yield Picture(draw.due, id="due")
                    yield Picture(draw.calibration, id="calibration")
                yield Picture(draw.memory, id="memory")

    def action_back(self) -> None:
        """Leave; the next time it begins at the top."""
        super().action_back()
        self.query_one("#stats", Column).scroll_home(animate=False, immediate=True)

    def heading(self) -> Row:
        """The name, and whose it is."""
        learner = self.services.learner
        return Row(Content.styled("Stats", "bold"), Content.styled(show_line(learner or ""), MUTED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys apply."""
        if action == "begin":
            return self.stats is not None and not self.stats.tally.answers and routes.next_lesson(self) is not None
        return super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Open a lesson, so that there is something to tell."""
        self.leave_for(routes.next_lesson(self))

    def _nothing(self, width: int) -> Iterator[Content]:
        yield Content.styled("Nothing was answered yet.", "bold")
        yield Content("")
        yield from Content("What you answer in a lesson is counted here.").wrap(width)
        lesson = routes.next_lesson(self)
        if lesson is not None:
            yield Content("")
            words = f"  begins with “{show_line(lesson.title)}”"
            yield Content.assemble((self.label("stats.begin"), ACCENT), words).truncate(width, ellipsis=True)


class Drawing(NamedTuple):
    """The four pictures, for any width."""

    stats: Stats

    def activity(self, width: int) -> Iterator[Content]:
        """A year of days."""
        yield Content.styled("Activity", HEADING)
        yield from heat_map(self.stats.days, self.stats.first, width)
        yield from heat_legend().wrap(width)
        yield from Content(activity_words(self.stats)).wrap(width)

    def due(self, width: int) -> Iterator[Content]:
        """A month of days to come."""
        yield Content.styled("What comes due", HEADING)
        yield from columns(self.stats.due, width)
        yield from Content(due_words(self.stats)).wrap(width)

    def calibration(self, width: int) -> Iterator[Content]:
        """Sureness against the truth."""
        tally = self.stats.tally
        yield Content.styled(CALIBRATION, HEADING)
        if not tally.counted:
            return
        rows = calibration_rows(tally)
        digits = max(6, *(len(f"  {count:,}") for _, count in rows))
        for words, count in rows:
            style = WRONG if words.endswith("wrong") else RIGHT
            number = f"{count:>{digits},}"
            room = max(width - 19 - digits, 4)
            yield Content.assemble(words.ljust(19), bar(count / tally.counted, room, style), number)
        yield from Content(calibration_words(tally)).wrap(width)

    def memory(self, width: int) -> Iterator[Content]:
        """Each topic, the least remembered first."""
        yield Content.styled("Memory", HEADING)
        yield from Content(memory_words(self.stats.all)).wrap(min(width, _PROSE))
        yield Content("")
        known = [topic for topic in self.stats.topics if topic.known]
        words = " answered" if width >= _ROOMY else ""
        room = min(max(width - 34 - len(words), 12), max(_NAME, min(width - 61, LONGEST)))
        for topic in known:
            yield _topic(topic, room, width, words)
        if fresh := len(self.stats.topics) - len(known):
            words = f"{counted(fresh, 'topic')} of which nothing was answered yet"
            yield from Content.styled(words, MUTED).wrap(width)


def _topic(topic: Topic, room: int, width: int, words: str) -> Content:
    name = Content(topic_name(topic)).truncate(room, ellipsis=True)
    numbers = f"{percent(topic.recall):>6}"
    rest = f"  {topic.known:,} of {topic.items:,}{words}"
    length = min(max(width - room - len(numbers) - max(13 + len(words), len(rest)), 4), _BAR)
    return Content.assemble(
        name, " " * (room - name.cell_length + 1), bar(topic.recall, length), numbers, (rest, MUTED)
    )
