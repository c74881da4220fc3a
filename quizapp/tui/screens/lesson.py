"""A lesson: one section at a time, and beside it the source of one citation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.content.citation import Evidence
from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import Library
from quizapp.content.prose import marks
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.keymap import Key, bindings, opening
from quizapp.tui.screens.page import Page
from quizapp.tui.shelf import Shelf
from quizapp.tui.theme import ACCENT, HEADING, MUTED
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.containers import Horizontal
from quizapp.tui.widgets.flow import Block, Flow
from quizapp.tui.widgets.prose import numbered, prose_blocks
from quizapp.tui.widgets.row import Row
from quizapp.tui.widgets.source_pane import SourcePane

if TYPE_CHECKING:
    from quizapp.quiz.session import Session

MOST_DOTS = 12
"""Sections up to which each has its dot in the title line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is."""

    section: int = 0
    citation: int = 1
    """The number of the citation whose source is shown, from 1 in each section."""
    drawer: bool = False
    """Whether the source is open where the terminal is too narrow to show it beside the prose."""


class LessonScreen(Page):
    """Reads one lesson and leads to its questions."""

    NAME = "Lesson"
    LEGEND = (("¹", "a citation"), ("▌", "the cited sentence"))
    CSS_PATH = "lesson.tcss"
    BINDINGS = bindings("lesson")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it

    AUTO_FOCUS = "#prose"

    place: reactive[Place] = reactive(Place, init=False)

    def __init__(self, lesson: Lesson, section: int = 0, citation: int = 1) -> None:
        """The screen of a sound lesson, at one of its sections and citations."""
        super().__init__()
        self.lesson = lesson
        self._begun: Session | None = None
        """Its quiz, where that was left amid its questions; looked up with the last section."""
        self._typed = ""
        """The digits of a citation's number, as far as they were typed."""
        self.set_reactive(LessonScreen.place, Place(section, citation))

    def body(self) -> Iterable[Widget]:
        """Prose on the left, the source on the right."""
        with Horizontal(id="lesson"):
            with Column(id="prose"):
                yield Flow(self._section())
            yield SourcePane(self.evidence, self.place.citation)

    @property
    def evidence(self) -> Evidence | None:
        """What the shown citation rests on."""
        names = self._names()
        if not names:
            return None
        citation = self.lesson.cites[names[self.place.citation - 1]]
        return self._library.evidence[citation]

    @property
    def _library(self) -> Library:
        """The course as far as the lesson needs it."""
        return self.services.library_with(self.lesson.slug)

    @property
    def _shelf(self) -> Shelf:
        """What was worked out from that."""
        return self.services.shelf_with(self.lesson.slug)

    @property
    def _last(self) -> bool:
        return self.place.section == len(self.lesson.sections) - 1

    def on_screen_resume(self) -> None:
        """A quiz may have been begun or left meanwhile."""
        if self.query("#prose Flow"):
            self.query_one("#prose Flow", Flow).update(self._section())
            self.refresh_bindings()

    def watch_place(self, before: Place, place: Place) -> None:
        """Turn the page, or move the pane, in place."""
        prose = self.query_one("#prose", Column)
        prose.query_one(Flow).update(self._section())
        if not place.drawer:
            self._typed = ""
        if before.section != place.section:
            self.write_heading()
            prose.scroll_home(animate=False)
        self.set_class(place.drawer, "-drawer")
        self.query_one(SourcePane).show(self.evidence, place.citation)
        if place.drawer:
            self.call_after_refresh(self._keep_citation_in_view)
        self.refresh_bindings()

    def words(self, key: Key) -> str:
        """On the last section enter leads to the questions."""
        return "quiz" if self._last and key.id == "lesson.go-on" else super().words(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere do not apply."""
        match action:
            case "previous":
                return self.place.section > 0
            case "next":
                return not self._last
            case "anew":
                return self._last and self._begun is not None
            case "citation":
                return self._meant(str(parameters[0])) is not None
            case "article":
                return bool(self._names())
            case "names":
                return bool(self._entries())
            case _:
                return super().check_action(action, parameters)

    def action_previous(self) -> None:
        """The section before."""
        self.place = Place(self.place.section - 1)

    def action_next(self) -> None:
        """The next section."""
        self.place = Place(self.place.section + 1)

    def action_go_on(self) -> None:
        """The next section; from the last one, the questions."""
        if self._last:
            routes.start_quiz(self, self.lesson)
        else:
            self.action_next()

    def action_anew(self) -> None:
        """The questions from the first one; what was answered before stays in the log."""
        routes.start_quiz(self, self.lesson, anew=True)

    def action_citation(self, digit: int) -> None:
        """Show the source of the citation whose number the digits spell that were typed one after another."""
        number = self._meant(str(digit))
        if number is not None:
            self._typed = str(number)
            self._show_source(number)

    def _meant(self, digit: str) -> int | None:
        """The citation that a digit means now, if there is one."""
        spelled = (int(self._typed + digit), int(digit))
        return next((number for number in spelled if 0 < number <= len(self._names())), None)

    def _show_source(self, number: int) -> None:
        self.place = replace(self.place, citation=number, drawer=True)

    def action_article(self) -> None:
        """Read the whole source of the shown citation."""
        if self.evidence is not None:
            routes.open_article(self, self.evidence.source, self.evidence)

    def action_names(self) -> None:
        """Look up what the section names."""
        routes.open_glossary(self, self._entries())

    def action_back(self) -> None:
        """Close the drawer, or leave the lesson."""
        if self.place.drawer and self.has_class("-narrow"):
            self.place = replace(self.place, drawer=False)
        else:
            super().action_back()

    def on_click(self, event: events.Click) -> None:
        """A click on a small number shows its source; one on a name of the glossary, its card."""
        number, entry = event.style.meta.get("citation"), event.style.meta.get("entry")
        if isinstance(number, int):
            self._typed = ""
            self._show_source(number)
        for found in self._library.entries_about([str(entry)]) if entry is not None else ():
            routes.open_entry(self, found, self._entries())

    def _entries(self) -> tuple[Entry | Dispute, ...]:
        return self._shelf.entries_in(self.lesson, self.lesson.sections[self.place.section])

    def _names(self) -> tuple[str, ...]:
        names = marks(self.lesson.sections[self.place.section].text)
        return tuple(name for name in names if name in self.lesson.cites)

    def heading(self) -> Row:
        """The lesson, and how far in it the reader is."""
        at, sections = self.place.section, len(self.lesson.sections)
        path = [lesson.slug for lesson in self.services.outline.lessons]
        dots = ("●" * (at + 1), "○" * (sections - at - 1)) if sections <= MOST_DOTS else ("", "")
        return Row(
            Content.assemble((f"{path.index(self.lesson.slug) + 1} · ", MUTED), (show_line(self.lesson.title), "bold")),
            Content.assemble((f"section {at + 1} of {sections}  ", MUTED), (dots[0], ACCENT), (dots[1], MUTED)),
        )

    def _section(self) -> Iterator[Block]:
        lesson, at = self.lesson, self.place.section
        section = lesson.sections[at]
        gap = 0
        if section.title:
            yield Block(Content.assemble((show_line(section.title), HEADING)))
            gap = 1
        for block in prose_blocks(section.text, numbered(self._names()), self.place.citation, self._shelf.names):
            yield block._replace(gap=gap or block.gap)
            gap = 0
        if at == len(lesson.sections) - 1:
            yield from self._what_comes()

    def _what_comes(self) -> Iterator[Block]:
        """What enter does on the last section."""
        key = opening(self.label("lesson.go-on"))
        self._begun = routes.left_of(self, self.lesson)
        left = self._begun
        if left is None or left.untouched:
            self._begun = None
            count = len(self.lesson.questions)
            words = f" starts the quiz: {counted(count, 'question')}."
            yield Block(Content.assemble((key, ACCENT), (words, MUTED)), gap=2)
            if enough := self.services.today.new_words():
                yield Block(Content.styled(enough, MUTED))
            return
        words = f" goes on with the quiz at {left.standing}; "
        anew = (self.label("lesson.anew"), ACCENT)
        yield Block(Content.assemble((key, ACCENT), (words, MUTED), anew, (" starts it anew.", MUTED)), gap=2)

    def _keep_citation_in_view(self) -> None:
        line = self.query_one("#prose Flow", Flow).line_with("citation", self.place.citation)
        if line is not None:
            self.query_one("#prose", Column).scroll_to_region(Region(0, line, 1, 1), animate=False)
