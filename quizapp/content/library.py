"""A course, read: sources, lessons and glossary, the evidence of every citation, and all that is wrong.

Loading never raises for what an author wrote. A lesson with an error is listed as broken; the rest works.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.content.approval import FILE as APPROVALS
from quizapp.content.approval import Approval, fingerprint
from quizapp.content.broken import BrokenLesson, ReadLessons, broken_lesson, is_error, sound_part
from quizapp.content.citation import Citation, Evidence
from quizapp.content.documents import Documents, portions
from quizapp.content.glossary import Dispute, Entry, Glossary, with_evidence
from quizapp.content.lesson import Course, Lesson
from quizapp.content.question import Question
from quizapp.content.reading.approvals import Approvals
from quizapp.content.reading.citing import CitingReader
from quizapp.content.reading.files import read_course, read_glossary, read_lesson
from quizapp.content.reading.reader import is_slug
from quizapp.content.reading.resolving import Later, NoEffort, Resolving
from quizapp.content.reading.sources import read_source, source_document
from quizapp.content.reading.structure import check_glossary, check_lesson
from quizapp.content.reading.texts import Surroundings
from quizapp.content.source import Source
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location
from quizapp.text.characters import forbidden, show_line
from quizapp.text.document import Document
from quizapp.text.similar import Effort
from quizapp.text.slips import Known

COURSE = "lessons/course.toml"
GLOSSARY = "lessons/glossary.toml"
TAKEN = ("course", "glossary", "approvals")
"""Names in `lessons/` that no lesson may have."""


@dataclass(frozen=True)
class Library:
    """One state of a course."""

    course: Course
    """With an empty id where `lessons/course.toml` is missing or broken."""
    sources: Mapping[str, Source]
    lessons: tuple[Lesson, ...]
    """The sound ones, in the order of the path."""
    broken: tuple[BrokenLesson, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    evidence: Mapping[Citation, Evidence] = field(default_factory=dict)
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    """By `lesson/question`; whether one still holds, `approved` tells."""
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)
    """The files that it was read from, where they were to be kept."""

    def lesson(self, slug: str) -> Lesson | None:
        """The sound lesson of that slug."""
        return next((lesson for lesson in self.lessons if lesson.slug == slug), None)

    @cached_property
    def source_names(self) -> tuple[str, ...]:
        """What the sources are called."""
        return tuple(source.name for source in self.sources.values())

    def evidence_of(self, citations: Iterable[Citation]) -> tuple[Evidence, ...]:
        """The evidence of each citation, each once."""
        if isinstance(citations, tuple) and len(citations) < 2:  # as nearly always
            return (self.evidence[citations[0]],) if citations else ()
        return tuple(dict.fromkeys(map(self.evidence.__getitem__, citations)))

    def sources_of(self, lesson: Lesson) -> tuple[Source, ...]:
        """The sources that a lesson cites, in the order of the course."""
        cited = {citation.source for citation in lesson.cites.values()}
        cited.update(c.source for question in lesson.questions for c in (*question.cite, *question.context))
        return tuple(source for slug, source in self.sources.items() if slug in cited)

    def entries_about(self, ids: Iterable[str]) -> tuple[Entry | Dispute, ...]:
        """The glossary entries and disputes with these ids, in that order."""
        known: dict[str, Entry | Dispute] = {entry.id: entry for entry in self.glossary.entries}
        known |= {dispute.id: dispute for dispute in self.glossary.disputes}
        return tuple(known[identity] for identity in ids if identity in known)

    def fingerprint(self, lesson: Lesson, question: Question) -> str:
        """What an approval of this question and its evidence, as they are, has written down."""
        return fingerprint(question, lesson.cites, self.evidence)

    def approval(self, lesson: Lesson, question: Question) -> Approval | None:
        """The word of a person on the question as it is now; None where there is none, or something changed since."""
        held = self.approvals.get(f"{lesson.slug}/{question.id}")
        return held if held and held.fingerprint == self.fingerprint(lesson, question) else None


def load(workspace: Workspace, *, documents: bool = True) -> Library:
    """Reads a whole course; without its `documents` it takes half the memory, and can be learned from only."""
    return Loading(workspace, documents=documents).library()


class Loading:
    """A course that is being read: first all but its lessons, then these, at once or a part of them at a time."""

    def __init__(self, workspace: Workspace, *, documents: bool = True) -> None:
        self._workspace = workspace
        self._keeps_documents = documents
        self._documents: dict[str, Document] = {}
        self._diagnostics: list[Diagnostic] = []
        self._resolving = Resolving()
        self._sources: dict[str, Source] = {}
        self._effort = Effort()
        self._known = Known()
        self.files = tuple(f for f in workspace.files("lessons", ".toml") if _slug(f) not in TAKEN)
        """The files of lessons."""
        self._read_sources()
        self._resolving.slugs = tuple(_slug(file) for file in self._documents)
        self._course = self._read_course()
        self._read_glossary()
        if not self.files:
            self._report("QZ105", "The course has no lessons.", None, "Add a file lessons/<slug>.toml.")
        before = len(self._diagnostics)
        self._approvals = Approvals(self._open(APPROVALS, optional=True))
        self._of_approvals = [*self._diagnostics[before:], *self._approvals.problems]
        del self._diagnostics[before:]

    def library(self) -> Library:
        """The whole course."""
        of_lessons = ReadLessons()
        for file in self.files:
            self._read_lesson(file, of_lessons, self._effort)
        approvals, problems = self._approvals.of(self._approvals.lessons)
        found = (*self._diagnostics, *of_lessons.diagnostics, *self._of_approvals, *problems)
        return self._made(of_lessons, approvals, found, self._documents if self._keeps_documents else {})

    def without_lessons(self) -> Library:
        """All but the lessons, and but the approvals of their questions."""
        slugs = set(map(_slug, self.files))
        approvals, problems = self._approvals.of(slug for slug in self._approvals.lessons if slug not in slugs)
        found = (*self._diagnostics, *self._of_approvals, *problems)
        return self._made(ReadLessons(), approvals, found, self._documents_in_parts)

    def portions(self, size: int) -> list[list[str]]:
        """The files of lessons, in order, in portions of so many bytes or a little more."""
        return portions(self.files, size, lambda file: self._workspace.state(file)[0])

    def part(self, files: Collection[str], *, in_order: bool = False) -> tuple[Library, tuple[str, ...]]:
        """The course with the lessons in some files alone, and the evidence and approvals of these.

        What suggestions may cost is for the whole course, so whoever reads parts in another order than that of the
        files does not know what is left of it: files that need some are left to be read `in_order`, after the others.

        Args:
            files: some of `files`.
            in_order: whether every file that needs to be was read before.

        Returns:
            The part, and the files that it lacks.
        """
        of_lessons, later = ReadLessons(), dict[str, None]()
        effort = self._effort if in_order else NoEffort()
        for file in files:
            try:
                self._read_lesson(file, of_lessons, effort)
            except Later:
                later[file] = None
        approvals, problems = self._approvals.of(_slug(file) for file in files if file not in later)
        found = (*of_lessons.diagnostics, *problems)
        return self._made(of_lessons, approvals, found, self._documents_in_parts), tuple(later)

    @cached_property
    def _documents_in_parts(self) -> Mapping[str, Document]:
        others = (file for file in self.files if is_slug(_slug(file)))
        return Documents(self._documents, others, self._read_again, self._workspace.state)

    def _read_again(self, file: str) -> Document | None:
        text = self._workspace.text(file)
        return self._document(file, text) if isinstance(text, str) else None

    def _made(
        self,
        lessons: ReadLessons,
        approvals: dict[str, Approval],
        diagnostics: tuple[Diagnostic, ...],
        documents: Mapping[str, Document],
    ) -> Library:
        return Library(
            course=self._course,
            sources=self._sources,
            lessons=tuple(sorted(lessons.sound, key=lambda lesson: (lesson.position, lesson.slug))),
            broken=tuple(lessons.broken),
            glossary=self._glossary,
            evidence=self._evidence | lessons.evidence,
            approvals=approvals,
            diagnostics=diagnostics,
            documents=documents,
        )

    def _read_course(self) -> Course:
        reader = self._open(COURSE, optional=True)
        course = read_course(reader) if reader else None
        if reader:
            self._diagnostics += reader.problems
        elif self.files and (not self._diagnostics or self._diagnostics[-1].location != Location(COURSE)):
            self._report("QZ105", f"This is no course: it has no {COURSE}.", COURSE,
                         "Add the file with format = 1, id and title.")  # fmt: skip
        return course or Course(id="", title=self._workspace.root.name or "Course")

    def _read_glossary(self) -> None:
        reader = self._open(GLOSSARY, optional=True)
        glossary = read_glossary(reader) if reader else Glossary()
        self._evidence, _ = self._resolving.resolve(reader) if reader else ({}, True)
        if reader:
            check_glossary(reader)
            self._diagnostics += reader.problems
        there = reader or any(found.location == Location(GLOSSARY) for found in self._diagnostics)
        self._surroundings = Surroundings(
            self._resolving.evidence,
            dict.fromkeys(map(_slug, self.files)),
            (reader.ids if reader else None) if there else (),
            tuple((entry.name, *entry.aliases) for entry in glossary.entries),
        )
        self._glossary = with_evidence(glossary, self._evidence)

    def _read_sources(self) -> None:
        names: dict[str, str] = {}
        for file in self._workspace.files("seeds", ".md"):
            slug = _slug(file)
            if slug == "README" or not self._named_well(file, slug):
                continue
            reader = self._open(file)
            source = read_source(reader, slug, self._workspace) if reader else None
            if reader and source:
                self._sources[slug] = source
                if not reader.problems:
                    self._resolving.add(source)
                if other := names.get(source.name.casefold()):
                    reader.report("QZ206", f"The source {other} has this name too.", ("name",))
                names.setdefault(source.name.casefold(), slug)
            if reader:
                self._diagnostics += reader.problems

    def _read_lesson(self, file: str, lessons: ReadLessons, effort: Effort) -> None:
        """Reads a lesson into `lessons`.

        Raises:
            Later: there is no effort to suggest what was meant.
        """
        slug, before = _slug(file), len(self._diagnostics)
        lesson: Lesson | None = None
        evidence: dict[Citation, Evidence] = {}
        cites_well = False
        try:
            reader = self._open(file, lesson=slug, effort=effort) if self._named_well(file, slug) else None
            if reader:
                lesson = read_lesson(reader, slug, self._resolving.slugs)
                evidence, cites_well = self._resolving.resolve(reader)
                check_lesson(reader, lesson, self._surroundings)
                self._diagnostics += reader.in_order()
        finally:
            found = self._diagnostics[before:]
            del self._diagnostics[before:]
        if lesson and cites_well and not any(map(is_error, found)):
            lessons.sound.append(lesson)
        else:
            sound = sound_part(reader, slug, evidence) if reader else None
            lessons.broken.append(broken_lesson(slug, lesson, found, self._documents.get(file), sound))
        lessons.evidence |= evidence
        lessons.diagnostics += found
        if not self._keeps_documents:
            self._documents.pop(file, None)

    def _open(
        self, file: str, *, lesson: str | None = None, optional: bool = False, effort: Effort | None = None
    ) -> CitingReader | None:
        read = self._workspace.text(file)
        if isinstance(read, Unreadable):
            if not (optional and read.missing):
                self._report("QZ102", f"The file {read.reason}.", file, read.repair, lesson=lesson)
            return None
        document = source_document(file, read) if file.startswith("seeds/") else self._document(file, read)
        self._documents[file] = document
        return CitingReader(document, lesson, effort=effort or self._effort, known=self._known)

    def _document(self, file: str, text: str) -> Document:
        return Document(file, text, one_of=len(self.files))

    def _named_well(self, file: str, slug: str) -> bool:
        if is_slug(slug):
            return True
        code = "QZ103" if forbidden(file) is not None else "QZ203"
        message = f"The file name “{show_line(slug)}” is not one that a lesson or source may have."
        self._report(code, message, file, "Use lower-case letters, digits and single hyphens.")
        return False

    def _report(self, code: str, message: str, file: str | None, *notes: str, lesson: str | None = None) -> None:
        location = Location(file) if file else None
        self._diagnostics.append(Diagnostic(CATALOGUE[code], message, location, lesson, notes=notes))


def _slug(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]
