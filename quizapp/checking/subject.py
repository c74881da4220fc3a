"""What rules look at: the facts of a course; one question, what it claims, where that is written, what carries it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from quizapp.checking import texts
from quizapp.checking.english.dates import Dates
from quizapp.checking.english.names import Names
from quizapp.checking.lookup import Sentences
from quizapp.checking.texts import Claim, Written
from quizapp.content.approval import Approval
from quizapp.content.broken import SoundPart
from quizapp.content.citation import Evidence
from quizapp.content.glossary import Dispute
from quizapp.content.lesson import Lesson
from quizapp.content.library import GLOSSARY, Library
from quizapp.content.prose import marks
from quizapp.content.question import Match, Order, Question, part_citations
from quizapp.content.source import Source
from quizapp.content.values import Aliases, canonical_with
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location, Severity
from quizapp.text.span import Path, Span


def is_sound(file: str, read: Iterable[Diagnostic]) -> bool:
    """Whether reading found no error in a file; `read` is what it found."""
    return not any(d.severity is Severity.ERROR and d.location and d.location.file == file for d in read)


@dataclass(frozen=True)
class Facts:
    """A library and what rules work out of it once."""

    library: Library
    strict: bool = False
    shared: "Facts | None" = field(default=None, repr=False)
    """Of a part of a course: what was worked out of all but the lessons, which every part shares."""

    @cached_property
    def glossary_is_sound(self) -> bool:
        """Whether every entry of the file could be read; only then do their places in it stand."""
        return self.shared.glossary_is_sound if self.shared else is_sound(GLOSSARY, self.library.diagnostics)

    @cached_property
    def approvals(self) -> Mapping[tuple[str, str], Approval]:
        """The words of persons that still hold, by lesson and question."""
        lessons = (*self.library.lessons, *(part.lesson for part in self.sound_parts))
        written = [
            (lesson, question)
            for lesson in lessons
            for question in lesson.questions
            if f"{lesson.slug}/{question.id}" in self.library.approvals
        ]
        held = {(lesson.slug, question.id): self.library.approval(lesson, question) for lesson, question in written}
        return {key: approval for key, approval in held.items() if approval is not None}

    @cached_property
    def aliases(self) -> Aliases:
        """For each glossary entry its spellings."""
        return tuple((entry.name, *entry.aliases) for entry in self.library.glossary.entries)

    @cached_property
    def canonical(self) -> Callable[[str], tuple[str, ...]]:
        """Works out the words of a text as answers are compared, the glossary's names among them, once a text."""
        return canonical_with(self.aliases).words

    @cached_property
    def lacks(self) -> Callable[[str, str], bool]:
        """Whether a look is enough to say that the words of a text, its second, do not all stand in another."""
        return canonical_with(self.aliases).lacks

    @cached_property
    def cited_in_prose(self) -> Mapping[str, frozenset[Evidence]]:
        """What the prose of each sound lesson cites, by its slug."""
        return {
            lesson.slug: frozenset(
                self.library.evidence_of(
                    lesson.cites[name] for section in lesson.sections for name in marks(section.text)
                )
            )
            for lesson in self.library.lessons
        }

    @cached_property
    def taught(self) -> Mapping[str, frozenset[tuple[str, Span]]]:
        """The sentences that the prose of each sound lesson cites, by its slug: source and place in its file."""
        return {
            slug: frozenset((piece.source.slug, s.span) for piece in pieces for s in piece.sentences)
            for slug, pieces in self.cited_in_prose.items()
        }

    @cached_property
    def subjects(self) -> tuple["Subject", ...]:
        """Every question of the sound lessons."""
        return tuple(
            Subject(self, lesson, question, ("questions", index))
            for lesson in self.library.lessons
            for index, question in enumerate(lesson.questions)
        )

    @property
    def sound_parts(self) -> tuple[SoundPart, ...]:
        """What is sound of the broken lessons."""
        return tuple(broken.sound for broken in self.library.broken if broken.sound)

    @cached_property
    def further(self) -> tuple["Subject", ...]:
        """The sound questions of the broken lessons."""
        return tuple(
            Subject(self, part.lesson, question, ("questions", place))
            for part in self.sound_parts
            for place, question in zip(part.places, part.lesson.questions, strict=True)
        )

    @cached_property
    def by_lesson(self) -> Mapping[str, tuple["Subject", ...]]:
        """The sound questions of each lesson, by its slug."""
        groups: dict[str, list[Subject]] = {}
        for subject in (*self.subjects, *self.further):
            groups.setdefault(subject.lesson.slug, []).append(subject)
        return {slug: tuple(group) for slug, group in groups.items()}

    @cached_property
    def showing(self) -> Mapping[tuple[str, str], Sequence[tuple[int, "Subject"]]]:
        """The questions that show a word before they are answered, with their place, by lesson and word."""
        found: dict[tuple[str, str], list[tuple[int, Subject]]] = {}
        for slug, subjects in self.by_lesson.items():
            for place, subject in enumerate(subjects):
                for word in dict.fromkeys(subject.shown_words):
                    found.setdefault((slug, word), []).append((place, subject))
        return found

    @cached_property
    def dates(self) -> Dates:
        """The dates that the sources give."""
        lines = (line.text for source in self.library.sources.values() for line in source.lines)
        return self.shared.dates if self.shared else Dates(lines)

    @cached_property
    def disputed(self) -> tuple[tuple[Dispute, Source, frozenset[tuple[str, int]]], ...]:
        """The disputes with the evidence of their positions: its source and its sentences, by source and number."""
        if self.shared:
            return self.shared.disputed
        return tuple(
            (dispute, piece.source, frozenset((piece.source.slug, sentence.number) for sentence in piece.sentences))
            for dispute in self.library.glossary.disputes
            for position in dispute.positions
            for piece in self.library.evidence_of(position.cite)
        )

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the sources, to be looked up by their stems."""
        return self.shared.sentences if self.shared else Sentences(self.library)

    @cached_property
    def names(self) -> Names:
        """What the course knows of names."""
        return self.shared.names if self.shared else Names(self.library)


class Subject:
    """A question under the check: what nearly every rule looks at, and what some do, worked out when it is."""

    def __init__(self, facts: Facts, lesson: Lesson, question: Question, path: Path) -> None:
        self.facts = facts
        self.library = facts.library
        """The course that the question belongs to."""
        self.lesson = lesson
        self.question = question
        self.path = path
        """`("questions", 3)`."""
        self.prompt = texts.prompt(question, path)
        """What the learner is asked: the prompt, or the claim of an `evidence` question."""
        own = facts.library.evidence_of(question.cite)
        self.keys = texts.keys(question, path, own, facts.library)
        """What the question holds to be true; a source as an answer is not among it, nor a blank, which is verbatim."""
        self.typed = texts.typed(question, self.keys)
        """What the learner has to type or to pick, word for word."""
        parts = tuple(chain.from_iterable(part_citations(question)))
        self.evidence = facts.library.evidence_of((*question.cite, *parts)) if parts else own
        """All that supports the key: the question's citations, and those of its options, pairs and items."""
        self.context = facts.library.evidence_of(question.context)
        """What supports the wording."""
        self.all_sentences = _sentences((*self.evidence, *self.context))
        """The sentences that support key or wording, whole."""
        self.whole = texts.every(question).casefold()
        """All its texts, a line each, without marks and capitals: it shows soon that a rule has nothing to look at."""

    @cached_property
    def shown_words(self) -> tuple[str, ...]:
        """What the question shows before it is answered, options apart."""
        return self.facts.canonical(self.prompt.text)

    @cached_property
    def wordings(self) -> tuple[Claim, ...]:
        """All that it says beside its distractors: the prompt, unless it only says what to do, and the keys."""
        prompt = self.prompt
        keys = [key for key in self.keys if key.path != prompt.path]
        if isinstance(self.question, Match | Order):
            return tuple(keys)
        return (Claim(prompt.text, prompt.path, self.evidence), *keys)

    @cached_property
    def cited_sentences(self) -> tuple[str, ...]:
        """The sentences that support the key, whole."""
        return _sentences(self.evidence)

    @cached_property
    def distractors(self) -> tuple[Written, ...]:
        """What is wrong to answer, as far as it is written: options that are texts, and rights that fit no left."""
        return texts.distractors(self.question, self.path)

    @cached_property
    def explanations(self) -> tuple[Written, ...]:
        """Explanation, hint, and why each wrong option is wrong: prose that may carry `[@name]`."""
        return texts.explanations(self.question, self.path)

    def marked(self, prose: str) -> tuple[Evidence, ...]:
        """The evidence of the `[@name]` marks in prose."""
        cites = self.lesson.cites
        return self.library.evidence_of(cites[name] for name in marks(prose) if name in cites)

    def report(self, code: str, message: str, path: Path, *notes: str, lowered: bool = False) -> Diagnostic:
        """A finding in this question, at a path from the root of the lesson's file."""
        location = Location(self.lesson.file, path)
        return Diagnostic(
            CATALOGUE[code], message, location, self.lesson.slug, self.question.id, notes, lowered=lowered
        )


def _sentences(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([sentence.text for piece in evidence for sentence in piece.sentences]))
