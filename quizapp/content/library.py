"""A course, read: sources, lessons and glossary, the evidence of every citation, and all that is wrong.

Loading never raises for what an author wrote. A lesson with an error is listed as broken; the rest works.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from quizapp.content.approval import FILE as APPROVALS
from quizapp.content.approval import Approval, fingerprint
from quizapp.content.citation import Citation, CitationAt, Evidence
from quizapp.content.citing import CitingReader
from quizapp.content.glossary import Dispute, Entry, Glossary, with_evidence
from quizapp.content.lesson import Course, Lesson
from quizapp.content.question import Question
from quizapp.content.reader import is_slug
from quizapp.content.reading import read_approvals, read_course, read_glossary, read_lesson, report_unknown_source
from quizapp.content.resolve import Problem, SourceIndex, not_found_notes
from quizapp.content.rest import BrokenLesson, Rest, sound_rest
from quizapp.content.source import Source
from quizapp.content.source_reading import read_source, source_document
from quizapp.content.structure import check_glossary, check_lesson
from quizapp.content.texts import Surroundings
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.diagnostics import RULES, Diagnostic, Location, Severity
from quizapp.text.characters import forbidden, show, show_line
from quizapp.text.document import Document
from quizapp.text.similar import Effort
from quizapp.text.slips import Known
from quizapp.text.toml import quoted

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
    return _Loading(workspace, documents=documents).library()


class _Loading:
    def __init__(self, workspace: Workspace, *, documents: bool) -> None:
        self._workspace = workspace
        self._keeps_documents = documents
        self._documents: dict[str, Document] = {}
        self._diagnostics: list[Diagnostic] = []
        self._evidence: dict[Citation, Evidence] = {}
        self._sources: dict[str, Source] = {}
        self._indexes: dict[str, SourceIndex] = {}
        self._effort = Effort()
        self._known = Known()

    def library(self) -> Library:
        self._read_sources()
        course = self._course()
        glossary_reader = self._open(GLOSSARY, optional=True)
        glossary = read_glossary(glossary_reader) if glossary_reader else Glossary()
        if glossary_reader:
            self._resolve(glossary_reader)
            check_glossary(glossary_reader)
            self._diagnostics += glossary_reader.problems
        there = glossary_reader or any(found.location == Location(GLOSSARY) for found in self._diagnostics)
        ids = (glossary_reader.ids if glossary_reader else None) if there else ()
        lessons, broken = self._lessons(glossary, ids)
        approvals_reader = self._open(APPROVALS, optional=True)
        approvals = read_approvals(approvals_reader) if approvals_reader else {}
        self._diagnostics += approvals_reader.problems if approvals_reader else ()
        return Library(
            course=course,
            sources=self._sources,
            lessons=lessons,
            broken=broken,
            glossary=with_evidence(glossary, self._evidence),
            evidence=self._evidence,
            approvals=approvals,
            diagnostics=tuple(self._diagnostics),
            documents=self._documents if self._keeps_documents else {},
        )

    @cached_property
    def _lesson_files(self) -> list[str]:
        return [f for f in self._workspace.files("lessons", ".toml") if PurePosixPath(f).stem not in TAKEN]

    @cached_property
    def _source_slugs(self) -> tuple[str, ...]:
        """Every source that has a file, broken ones too; asked for when all sources were read."""
        return tuple(PurePosixPath(file).stem for file in self._documents if file.startswith("seeds/"))

    def _course(self) -> Course:
        reader = self._open(COURSE, optional=True)
        course = read_course(reader) if reader else None
        if reader:
            self._diagnostics += reader.problems
        elif self._lesson_files and (not self._diagnostics or self._diagnostics[-1].location != Location(COURSE)):
            self._report("QZ105", f"This is no course: it has no {COURSE}.", COURSE,
                         "Add the file with format = 1, id and title.")  # fmt: skip
        return course or Course(id="", title=self._workspace.root.name or "Course")

    def _read_sources(self) -> None:
        names: dict[str, str] = {}
        for file in self._workspace.files("seeds", ".md"):
            slug = PurePosixPath(file).stem
            if slug == "README" or not self._named_well(file, slug):
                continue
            reader = self._open(file)
            source = read_source(reader, slug, self._workspace) if reader else None
            if reader and source:
                self._sources[slug] = source
                if not reader.problems:
                    self._indexes[slug] = SourceIndex(source)
                if other := names.get(source.name.casefold()):
                    reader.report("QZ206", f"The source {other} has this name too.", ("name",))
                names.setdefault(source.name.casefold(), slug)
            if reader:
                self._diagnostics += reader.problems

    def _lessons(
        self, glossary: Glossary, ids: Collection[str] | None
    ) -> tuple[tuple[Lesson, ...], tuple[BrokenLesson, ...]]:
        sound: list[Lesson] = []
        broken: list[BrokenLesson] = []
        files = self._lesson_files
        if not files:
            self._report("QZ105", "The course has no lessons.", None, "Add a file lessons/<slug>.toml.")
        slugs = [PurePosixPath(file).stem for file in files]
        known = Surroundings(
            self._evidence,
            dict.fromkeys(slugs),
            ids,
            tuple((entry.name, *entry.aliases) for entry in glossary.entries),
        )
        for file, slug in zip(files, slugs, strict=True):
            before = len(self._diagnostics)
            lesson: Lesson | None = None
            cites_well = False
            reader = self._open(file, lesson=slug) if self._named_well(file, slug) else None
            if reader:
                lesson = read_lesson(reader, slug, self._source_slugs)
                cites_well = self._resolve(reader)
                check_lesson(reader, lesson, known)
                self._diagnostics += reader.in_order()
            errors = [d for d in self._diagnostics[before:] if d.severity is Severity.ERROR]
            if lesson and cites_well and not errors:
                sound.append(lesson)
            else:
                rest = sound_rest(reader, slug, self._evidence) if reader else None
                broken.append(self._broken(file, slug, lesson, errors, rest))
            if not self._keeps_documents:
                self._documents.pop(file, None)
        sound.sort(key=lambda lesson: (lesson.position, lesson.slug))
        return tuple(sound), tuple(broken)

    def _broken(
        self, file: str, slug: str, lesson: Lesson | None, errors: list[Diagnostic], rest: Rest | None
    ) -> BrokenLesson:
        where, message = file, "It cites a source that is broken."
        if errors:
            message, location = errors[0].message, errors[0].location
            if location and file in self._documents:
                place = location.place_in(self._documents[file])
                where = f"{file}:{place.line}:{place.column}"
        return BrokenLesson(
            show_line(slug),
            lesson.title if lesson else show_line(slug),
            lesson.position if lesson else 2**31,
            len(errors),
            show_line(file),
            f"{show_line(where)}: {message}",
            rest,
        )

    def _open(self, file: str, *, lesson: str | None = None, optional: bool = False) -> CitingReader | None:
        read = self._workspace.text(file)
        if isinstance(read, Unreadable):
            if not (optional and read.missing):
                self._report("QZ102", f"The file {read.reason}.", file, read.repair, lesson=lesson)
            return None
        seeds = file.startswith("seeds/")
        document = source_document(file, read) if seeds else Document(file, read, one_of=len(self._lesson_files))
        self._documents[file] = document
        return CitingReader(document, lesson, effort=self._effort, known=self._known)

    def _named_well(self, file: str, slug: str) -> bool:
        if is_slug(slug):
            return True
        code = "QZ103" if forbidden(file) is not None else "QZ203"
        message = f"The file name “{show_line(slug)}” is no slug."
        self._report(code, message, file, "Use lower-case letters, digits and single hyphens.")
        return False

    def _report(self, code: str, message: str, file: str | None, *notes: str, lesson: str | None = None) -> None:
        location = Location(file) if file else None
        self._diagnostics.append(Diagnostic(RULES[code], message, location, lesson, notes=notes))

    def _resolve(self, reader: CitingReader) -> bool:
        """Whether all citations of a file are evidence; a problem is reported once, where the citation is written."""
        all_are = True
        for written in reader.citations:
            citation = written.citation
            if citation in self._evidence:
                continue
            index = self._indexes.get(citation.source)
            resolved = None if index is None else index.resolve(citation)
            if isinstance(resolved, Evidence):
                self._evidence[citation] = resolved
                continue
            all_are = False
            if index is None or resolved is None:
                self._report_source(reader, written)
            else:
                self._report_problem(reader, written, resolved, index)
        return all_are

    def _report_source(self, reader: CitingReader, written: CitationAt) -> None:
        slug = written.citation.source
        if slug in self._source_slugs:
            return  # The source itself is broken, and says so.
        self._at_question(reader, written)
        report_unknown_source(reader, slug, (*written.path, "source"), self._source_slugs)

    def _report_problem(self, reader: CitingReader, written: CitationAt, problem: Problem, index: SourceIndex) -> None:
        self._at_question(reader, written)
        path = (*written.path, problem.key)
        notes = problem.notes
        if problem.code == "QZ301":
            notes = tuple(show(note) for note in not_found_notes(written.citation, index, self._indexes, reader.effort))
        fix = None
        own = index.typography.in_own_characters(written.citation.quote) if problem.code == "QZ301" else None
        if own is not None:
            fix = reader.replace_with("Write the quote in the source's own characters", path, quoted(own))
        elif problem.at is not None:
            fix = reader.replace_with(f"Write `at = {problem.at}`", path, str(problem.at))
        reader.report(problem.code, problem.message, path, *notes, fix=fix)

    def _at_question(self, reader: CitingReader, written: CitationAt) -> None:
        reader.question = None
        if written.path[0] == "questions" and isinstance(written.path[1], int):
            reader.question = reader.question_ids[written.path[1]]
