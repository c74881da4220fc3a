"""What screens work out from a course once, when it is first wanted."""

from functools import cached_property

from quizapp.content.glossary import Dispute, Entry
from quizapp.content.glossary_names import GlossaryNames
from quizapp.content.lesson import Lesson, Section
from quizapp.content.library import Library
from quizapp.content.prose import marks, parse
from quizapp.content.resting import Rests, Taught
from quizapp.content.search import Index


class Shelf:
    """One state of a course, looked through."""

    def __init__(self, library: Library) -> None:
        """Nothing is looked at yet."""
        self.library = library

    @cached_property
    def index(self) -> Index:
        """All texts, ready to be searched."""
        return Index(self.library)

    @cached_property
    def resting(self) -> Rests:
        """What rests on each line."""
        return Rests(self.library)

    @cached_property
    def names(self) -> GlossaryNames:
        """The names of the glossary."""
        return GlossaryNames(self.library.glossary.entries)

    @cached_property
    def entries(self) -> tuple[Entry | Dispute, ...]:
        """The glossary as it is listed: kind by kind, by name; then the disputes in the author's order."""
        kinds = list(KINDS)
        entries = sorted(self.library.glossary.entries, key=lambda e: (kinds.index(e.kind), e.name.casefold()))
        return (*entries, *self.library.glossary.disputes)

    def lessons_on(self, entry: Entry | Dispute) -> tuple[Lesson, ...]:
        """The lessons that teach an entry."""
        return tuple(taught.lesson for taught in self._taught if taught.teaches(entry))

    def entries_in(self, lesson: Lesson, section: Section) -> tuple[Entry | Dispute, ...]:
        """What a section names, in that order; then the disputes to which a sentence belongs that it cites."""
        runs = (run.text for block in parse(section.text) for run in block.runs)
        named = dict.fromkeys(named.entry.id for text in runs for named in self.names.find(text))
        evidence = self.library.evidence
        cited = [evidence[lesson.cites[name]] for name in marks(section.text) if name in lesson.cites]
        lines = {(e.source.slug, line.span.start) for e in cited for line in e.sentences}
        return (
            *self.library.entries_about(named),
            *(
                dispute
                for dispute in self.library.glossary.disputes
                if any(
                    (evidence[citation].source.slug, line.span.start) in lines
                    for position in dispute.positions
                    for citation in position.cite
                    for line in evidence[citation].sentences
                )
            ),
        )

    @cached_property
    def _taught(self) -> tuple[Taught, ...]:
        return tuple(Taught(lesson) for lesson in self.library.lessons)


KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "proposal": "Proposals",
    "event": "Events",
    "term": "Terms",
}
"""The kinds of entries in the order in which they are listed, and the heading of each."""
