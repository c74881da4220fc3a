"""Rules over the course as a whole: what nothing uses, what goes round in circles, what is asked twice."""

from collections.abc import Iterable, Iterator

from quizapp.checking.circles import circles, way_back
from quizapp.checking.digest import Digest, Whole
from quizapp.checking.english.dates import DAYS_AND_MONTHS
from quizapp.checking.english.names import Name
from quizapp.checking.subject import Facts
from quizapp.content.citation import Citation
from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import GLOSSARY
from quizapp.content.prose import marks
from quizapp.content.question import Choice, Select, key_citations, right_options
from quizapp.diagnostics import CATALOGUE, Diagnostic, Location
from quizapp.text.characters import show_line
from quizapp.text.span import Path


def requires_cycle(course: Whole) -> Iterator[Diagnostic]:
    """QZ501: no lesson requires itself, directly or through others."""
    requires = {lesson.slug: lesson.requires for lesson in course.digests.lessons}
    around = {slug: circle for circle in circles(requires) for slug in circle}
    reported: set[str] = set()
    for lesson in course.digests.lessons:
        way = [] if lesson.slug in reported else way_back(lesson.slug, around[lesson.slug])
        if way and reported.isdisjoint(way):
            reported.update(way)
            message = f"The lesson requires itself: {' → '.join([lesson.slug, *way])}."
            at = lesson.requires.index(way[0])
            yield _finding("QZ501", message, lesson, ("requires", at), "Leave one of the steps out.")


def unused_source(course: Whole) -> Iterator[Diagnostic]:
    """QZ502: every source is cited."""
    if not course.facts.glossary_is_sound or course.digests.broken or not course.digests.lessons:
        return
    used = course.digests.sources
    for source in course.facts.library.sources.values():
        if source.slug not in used:
            yield Diagnostic(CATALOGUE["QZ502"], "Nothing cites this source.", Location(source.file, ("name",)),
                             notes=("Cite it in a lesson, or take it out of seeds/.",))  # fmt: skip


def unused_entry(course: Whole) -> Iterator[Diagnostic]:
    """QZ503: every glossary entry and dispute is named or referred to by a lesson."""
    if not course.facts.glossary_is_sound or course.digests.broken or not course.digests.lessons:
        return
    used: frozenset[str] = frozenset().union(*(lesson.entries for lesson in course.digests.lessons))
    glossary = course.facts.library.glossary
    groups: tuple[tuple[str, tuple[Entry | Dispute, ...]], ...] = (
        ("entries", glossary.entries),
        ("disputes", glossary.disputes),
    )
    others = [entry for entry in glossary.entries if entry.id not in used]
    if others:  # they may stand in other texts than names are looked for in, or without capitals
        used |= course.named(others)
    for key, items in groups:
        for index, item in enumerate(items):
            if item.id not in used:
                message = f"No lesson names “{show_line(item.id)}”, in its words or under `about`."
                yield Diagnostic(CATALOGUE["QZ503"], message, Location(GLOSSARY, (key, index, "id")),
                                 notes=("Name it in `about` where it is taught, or take it out.",))  # fmt: skip


def unused_citation(facts: Facts) -> Iterator[Diagnostic]:
    """QZ504: every named citation carries something."""
    for lesson in facts.library.lessons:
        used = {name for section in lesson.sections for name in marks(section.text)}
        if used.issuperset(lesson.cites):
            continue  # as in any lesson that teaches what it asks
        used |= {name for text in _beside(lesson) for name in marks(text)}
        used |= {citation.name for citation in _citations(lesson) if citation.name}
        for name in lesson.cites:
            if name not in used:
                yield _finding("QZ504", f"Nothing refers to the citation “{show_line(name)}”.", lesson, ("cites", name),
                               "Refer to it, or delete it.")  # fmt: skip


def unlisted_name(course: Whole) -> Iterator[Diagnostic]:
    """QZ505: a proper name that lessons use is in the glossary."""
    if not course.facts.library.glossary.entries:
        return
    settled: set[str] = set()
    known: dict[str, bool] = {}
    for lesson in course.digests.lessons:
        for run, path in ((run, path) for names, path in lesson.unlisted for run in _runs(course.facts, names, known)):
            forms = {name.casefold() for name in run}
            if forms <= settled:
                continue
            settled |= forms
            document = course.facts.library.documents.get(lesson.file)  # None where it was deleted since it was read
            spelled = " ".join(run)
            span = (document.find(path, spelled) or document.find(path, run[0])) if document else None
            location = Location(lesson.file, path, span)
            message = f"The name “{show_line(spelled)}” is not in the glossary."
            repair = "Add an entry, or an alias to the entry it belongs to."
            yield Diagnostic(CATALOGUE["QZ505"], message, location, lesson.slug, notes=(repair,))


def same_key_same_sentence(course: Whole) -> Iterator[Diagnostic]:
    """QZ506: no two lessons ask for the same key from the same sentence."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for lesson in course.digests.lessons:
        for asked in lesson.asked:
            for answer in asked.answers:
                slug, question = first.setdefault(answer, (lesson.slug, asked.question))
                if slug != lesson.slug:
                    message = f"{slug}/{question} asks for the same answer from the same sentence."
                    repair = "Ask for something else in one of the two."
                    location = Location(lesson.file, asked.path)
                    yield Diagnostic(CATALOGUE["QZ506"], message, location, lesson.slug, asked.question, (repair,))
                    break


COURSE_RULES = (requires_cycle, unused_source, unused_entry, unlisted_name, same_key_same_sentence)
LESSON_RULES = (unused_citation,)


def _runs(facts: Facts, names: Iterable[str], known: dict[str, bool]) -> Iterator[list[str]]:
    """The names, of some that follow one another, that no entry and no source has, with those that follow directly."""
    run: list[str] = []
    for name in names:
        if name not in known:
            known[name] = _known(facts, name)
        if not known[name]:
            run.append(name)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _finding(code: str, message: str, lesson: Lesson | Digest, path: Path, repair: str) -> Diagnostic:
    return Diagnostic(CATALOGUE[code], message, Location(lesson.file, path), lesson.slug, notes=(repair,))


def _known(facts: Facts, name: str) -> bool:
    """Whether a name is a day or month, or a form of a declared name: Russian, of Russia."""
    if name.casefold() in DAYS_AND_MONTHS:
        return True
    return facts.names.supported(Name(name, 0), (text for texts in facts.aliases for text in texts))


def _beside(lesson: Lesson) -> Iterator[str]:
    """The prose that stands beside questions."""
    for question in lesson.questions:
        yield question.explain
        yield question.hint
        if isinstance(question, Choice | Select):
            yield from (option.why for option in (*right_options(question), *question.distractors))


def _citations(lesson: Lesson) -> Iterator[Citation]:
    for question in lesson.questions:
        yield from (*key_citations(question), *question.context)
        if isinstance(question, Choice | Select):
            yield from (citation for option in question.distractors for citation in option.cite)
