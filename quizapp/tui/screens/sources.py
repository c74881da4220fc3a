"""Sources: the articles that everything else rests on."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quizapp.content.lesson import Lesson
from quizapp.content.resting import line_key
from quizapp.content.source import Source
from quizapp.quiz.outline import along
from quizapp.text.characters import show_line
from quizapp.text.counting import counted
from quizapp.tui import routes
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.theme import MUTED
from quizapp.tui.widgets.browse import Browse
from quizapp.tui.widgets.choices import Group
from quizapp.tui.widgets.flow import Block
from quizapp.tui.widgets.row import Row


class SourcesScreen(BrowseScreen):
    """Each with its kind; beside it who published it, and how far it can be trusted."""

    NAME = "Sources"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those of the course, in its order."""
        return tuple(self.services.library.sources.values())

    def heading(self) -> Row:
        """How many there are."""
        count = counted(len(self.sources), "article") if self.sources else ""
        return Row(Content.styled("Sources", "bold"), Content.styled(count, MUTED))

    def body(self) -> Iterable[Widget]:
        """The list and the card."""
        yield Browse(self._groups(), card=self._card, open_=self._open, nothing=self._nothing())

    def _groups(self) -> Iterable[Group]:
        """One line a source; the names keep their room."""
        names = [show_line(source.name) for source in self.sources]
        longest = max(map(cell_len, names), default=0)
        rows = (
            Content.assemble(name, " " * (longest + 2 - cell_len(name)), (show_line(source.header.kind), MUTED))
            for name, source in zip(names, self.sources, strict=True)
        )
        yield Group(None, tuple(Row(row, Content("")) for row in rows))

    def _card(self, index: int) -> Iterator[Block]:
        """What the source says of itself, and what rests on it."""
        source = self.sources[index]
        header = source.header
        yield Block(Content.assemble((show_line(source.name), "bold"), (f" · {show_line(header.kind)}", MUTED)))
        if header.title:
            yield Block(Content.styled(show_line(header.title), "italic"), gap=1)
        yield Block(
            Content.assemble(("Published by ", MUTED), show_line(header.publisher))
            if header.publisher
            else Content.styled("No publisher is named", MUTED),
            gap=0 if header.title else 1,
        )
        if header.note:
            yield Block(Content(show_line(header.note)), gap=1)
        yield from self._resting(source)

    def _nothing(self) -> Iterator[Block]:
        """How a course gets a source."""
        yield Block(Content("This course has no sources yet."))
        yield Block(
            Content.assemble(("An article becomes one with ", MUTED), ("quizapp new source FILE", "bold")), gap=1
        )

    def _open(self, index: int) -> None:
        """Read the article."""
        routes.open_article(self, self.sources[index])

    def _resting(self, source: Source) -> Iterator[Block]:
        resting = self.services.shelf.resting.on(source.slug)
        found = [resting.get(line_key(source.slug, sentence), ()) for sentence in source.sentences]
        taught = sum(any(lesson.cited for lesson in lessons) for lessons in found)
        quizzed = sum(any(lesson.questions for lesson in lessons) for lessons in found)
        total = counted(len(source.sentences), "sentence")
        yield Block(Content.assemble(f"{total}: {taught} taught, {quizzed} quizzed"), gap=1)
        lessons = {on.lesson.slug for lessons in found for on in lessons}
        if lessons:
            yield Block(Content.styled("Lessons that rest on it", MUTED), gap=1)
        path = enumerate(along(self.services.library), 1)
        resting_on_it = [(n, lesson) for n, lesson in path if isinstance(lesson, Lesson) and lesson.slug in lessons]
        for number, lesson in resting_on_it:
            margin = f"{number:>{max(2, len(str(resting_on_it[-1][0])))}} · "
            first = Content.styled(margin, MUTED)
            yield Block(Content(show_line(lesson.title)), first, Content(" " * len(margin)))
