"""Rules over the course as a whole: what nothing uses, what goes round in circles, what is asked twice."""

from collections.abc import Iterator

from quizapp.checking.dates import DAYS_AND_MONTHS
from quizapp.checking.names import Name
from quizapp.checking.subject import Facts, Subject
from quizapp.content.citation import Citation
from quizapp.content.glossary import Dispute, Entry
from quizapp.content.lesson import Lesson
from quizapp.content.library import GLOSSARY
from quizapp.content.prose import marks, said
from quizapp.content.question import Choice, Cloze, Match, Order, Select, key_citations, right_options
from quizapp.content.values import comparable
from quizapp.diagnostics import RULES as CATALOGUE
from quizapp.diagnostics import Diagnostic, Location
from quizapp.text.characters import show_line
from quizapp.text.span import Path


def requires_cycle(facts: Facts) -> Iterator[Diagnostic]:
    """QZ501: no lesson requires itself, over whatever way."""
    requires = {lesson.slug: lesson.requires for lesson in facts.library.lessons}
    reported: set[str] = set()
    for lesson in facts.library.lessons:
        way = _way_back(lesson.slug, requires)
        if way and not reported & set(way):
            reported |= set(way)
            message = f"The lesson requires itself: {' → '.join([lesson.slug, *way])}."
            at = lesson.requires.index(way[0])
            yield _finding("QZ501", message, lesson, ("requires", at), "Leave one of the steps out.")


def unused_source(facts: Facts) -> Iterator[Diagnostic]:
    """QZ502: every source is cited."""
    if not facts.glossary_is_sound or facts.library.broken or not facts.library.lessons:
        return
    used = {citation.source for citation in facts.library.evidence}
    for source in facts.library.sources.values():
        if source.slug not in used:
            yield Diagnostic(CATALOGUE["QZ502"], "Nothing cites this source.", Location(source.file, ("name",)),
                             notes=("Cite it in a lesson, or take it out of seeds/.",))  # fmt: skip


def unused_entry(facts: Facts) -> Iterator[Diagnostic]:
    """QZ503: every glossary entry and dispute is named or referred to by a lesson."""
    if not facts.glossary_is_sound or facts.library.broken or not facts.library.lessons:
        return
    lessons = facts.library.lessons
    used = {identity for lesson in lessons for identity in lesson.about}
    used |= {identity for lesson in lessons for question in lesson.questions for identity in question.about}
    used |= {name.entry for _, _, name in facts.lesson_names if name.entry}
    glossary = facts.library.glossary
    groups: tuple[tuple[str, tuple[Entry | Dispute, ...]], ...] = (
        ("entries", glossary.entries),
        ("disputes", glossary.disputes),
    )
    texts = ""
    for key, items in groups:
        for index, item in enumerate(items):
            if item.id in used:
                continue
            texts = texts or _said(facts)
            if not (isinstance(item, Entry) and _names(item, texts)):
                yield Diagnostic(CATALOGUE["QZ503"], f"No lesson names or is about “{show_line(item.id)}”.",
                                 Location(GLOSSARY, (key, index, "id")),
                                 notes=("Name it in `about` where it is taught, or take it out.",))  # fmt: skip


def unused_citation(facts: Facts) -> Iterator[Diagnostic]:
    """QZ504: every named citation carries something."""
    for lesson in facts.library.lessons:
        used = {name for text in _prose(lesson) for name in marks(text)}
        used |= {citation.name for citation in _citations(lesson) if citation.name}
        for name in lesson.cites:
            if name not in used:
                yield _finding("QZ504", f"Nothing refers to the citation “{show_line(name)}”.", lesson, ("cites", name),
                               "Refer to it, or delete it.")  # fmt: skip


def unlisted_name(facts: Facts) -> Iterator[Diagnostic]:
    """QZ505: a proper name that lessons use is in the glossary."""
    if not facts.library.glossary.entries:
        return
    settled: set[str] = set()
    for lesson, path, words in _runs(facts):
        forms = {name.text.casefold() for name in words}
        if forms <= settled:
            continue
        settled |= forms
        document = facts.library.documents[lesson.file]
        spelled = " ".join(name.text for name in words)
        location = Location(lesson.file, path, document.find(path, spelled) or document.find(path, words[0].text))
        message = f"The name “{show_line(spelled)}” is not in the glossary."
        repair = "Add an entry, or an alias to the entry it belongs to."
        yield Diagnostic(CATALOGUE["QZ505"], message, location, lesson.slug, notes=(repair,))


def same_key_same_sentence(facts: Facts) -> Iterator[Diagnostic]:
    """QZ506: no two lessons ask for the same key from the same sentence."""
    asked: dict[tuple[tuple[str, ...], str], tuple[str, str]] = {}
    for subject in facts.subjects:
        for key, sentence in _key_and_sentences(subject):
            here = (subject.lesson.slug, subject.question.id)
            first = asked.setdefault((key, sentence), here)
            if first[0] != here[0]:
                message = f"{first[0]}/{first[1]} asks for the same answer from the same sentence."
                yield subject.report("QZ506", message, subject.prompt.path, "Ask for something else in one of the two.")
                break


COURSE_RULES = (requires_cycle, unused_source, unused_entry, unused_citation, unlisted_name, same_key_same_sentence)


def _runs(facts: Facts) -> Iterator[tuple[Lesson, Path, list[Name]]]:
    """The names that no entry and no source has, each with those that follow it directly: "Tom", "Hale"."""
    last: tuple[Lesson, Path, list[Name]] | None = None
    for lesson, path, name in facts.lesson_names:
        if name.entry is not None or _known(facts, name):
            continue
        if last and last[:2] == (lesson, path) and name.span.start == last[2][-1].span.end + 1:
            last[2].append(name)
            continue
        if last:
            yield last
        last = (lesson, path, [name])
    if last:
        yield last


def _finding(code: str, message: str, lesson: Lesson, path: Path, repair: str) -> Diagnostic:
    return Diagnostic(CATALOGUE[code], message, Location(lesson.file, path), lesson.slug, notes=(repair,))


def _way_back(start: str, requires: dict[str, tuple[str, ...]]) -> list[str] | None:
    """The shortest way from a lesson over what it requires back to it."""
    ways: list[list[str]] = [[name] for name in requires[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, name] for name in requires.get(way[-1], ())]
    return None


def _known(facts: Facts, name: Name) -> bool:
    """Whether a name is a day or month, or a form of a declared name: Russian, of Russia."""
    if name.text.casefold() in DAYS_AND_MONTHS:
        return True
    return facts.names.supported(Name(name.text, name.span), (text for texts in facts.aliases for text in texts))


def _said(facts: Facts) -> str:
    """All that the lessons say, in comparable form: a line a text, blanks on either side."""
    texts = [section.text for lesson in facts.library.lessons for section in lesson.sections]
    for subject in facts.subjects:
        texts += [subject.prompt.text, *(key.text for key in subject.keys)]
        texts += [written.text for written in (*subject.distractors, *subject.explanations)]
    return "\n".join(f" {comparable(said(text))} " for text in texts)


def _names(entry: Entry, texts: str) -> bool:
    """Whether one of the texts has the entry's name or an alias, in capitals or not."""
    return any(f" {comparable(name)} " in texts for name in (entry.name, *entry.aliases))


def _prose(lesson: Lesson) -> Iterator[str]:
    for section in lesson.sections:
        yield section.text
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


def _key_and_sentences(subject: Subject) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(subject.question, Match | Order | Cloze):
        return
    for key in subject.keys:
        for sentence in key.sentences:
            yield subject.facts.canonical(key.text), sentence
