"""Whether what an author wrote hangs together: references, ids, options, citations.

These are the errors that would make a lesson unfit to learn from, so they are looked for whenever a course is loaded.
"""

from quizapp.content.lesson import Lesson
from quizapp.content.prose import marks, paragraphs
from quizapp.content.reading.answerable import QuestionCheck
from quizapp.content.reading.citing import CitingReader
from quizapp.content.reading.reader import is_slug
from quizapp.content.reading.texts import (
    MAX_OPTION,
    MAX_PROMPT,
    MAX_SECTION,
    UNCITED,
    Surroundings,
    check_not_empty,
    check_not_too_long,
    check_references,
)
from quizapp.content.values import comparable, numeral, quantities
from quizapp.text.characters import show_line
from quizapp.text.span import Path


def check_lesson(reader: CitingReader, lesson: Lesson | None, known: Surroundings) -> None:
    """Looks through what could be built of a lesson; what is wrong is added to `reader.problems`."""
    reader.question = None
    if lesson is not None:
        check_not_empty(reader, ("title",), lesson.title)
        check_not_too_long(reader, ("title",), lesson.title, MAX_OPTION)
        check_not_too_long(reader, ("summary",), lesson.summary, MAX_PROMPT)
        for index, objective in enumerate(lesson.objectives):
            check_not_too_long(reader, ("objectives", index), objective, MAX_PROMPT)
        check_references(reader, lesson.requires, known.slugs, ("requires",), "lesson")
        check_references(reader, lesson.about, known.ids, ("about",), "glossary entry")
    for index, section in reader.sections.items():
        path: Path = ("sections", index, "text")
        check_not_empty(reader, path, section.text)
        check_not_too_long(reader, path, section.text, MAX_SECTION)
        check_not_too_long(reader, ("sections", index, "title"), section.title, MAX_OPTION)
        for number, paragraph in enumerate(paragraphs(section.text), start=1):
            if not marks(paragraph):
                start = " ".join(paragraph.split()[:6])
                at = reader.words_at(path, paragraph.split("\n", 1)[0])
                reader.report("QZ307", f"Paragraph {number} cites nothing: “{show_line(start)} …”.", at,
                              "Add `[@name]` after the statement that the citation carries.")  # fmt: skip
    seen: dict[str, int] = {}
    for index, question in reader.questions.items():
        reader.question = question.id
        if not is_slug(question.id):
            reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.",
                          ("questions", index, "id"))  # fmt: skip
        elif question.id in seen:
            reader.report("QZ206", f"Question {seen[question.id] + 1} has the id “{question.id}” too.",
                          ("questions", index, "id"), "Give it an id of its own; an id is for ever.")  # fmt: skip
        seen.setdefault(question.id, index)
        QuestionCheck(reader, ("questions", index), known).question(question)
    reader.question = None


def check_glossary(reader: CitingReader) -> None:
    """Looks through the entries and disputes that could be built."""
    ids: list[tuple[str, Path]] = [(e.id, ("entries", i, "id")) for i, e in reader.entries.items()]
    ids += [(d.id, ("disputes", i, "id")) for i, d in reader.disputes.items()]
    seen: set[str] = set()
    for identity, path in ids:
        if not is_slug(identity):
            reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.", path)
        elif identity in seen:
            reader.report("QZ206", f"Another entry or dispute has the id “{identity}”.", path)
        seen.add(identity)
    for index, entry in reader.entries.items():
        check_not_empty(reader, ("entries", index, "name"), entry.name)
        check_not_too_long(reader, ("entries", index, "name"), entry.name, MAX_OPTION)
        check_not_too_long(reader, ("entries", index, "role"), entry.role, MAX_PROMPT)
        for at, alias in enumerate(entry.aliases):
            check_not_too_long(reader, ("entries", index, "aliases", at), alias, MAX_OPTION)
        path = ("entries", index, "cite")
        if not entry.cite and path not in reader.incomplete:
            reader.report("QZ307", f"The entry “{show_line(entry.id)}” cites nothing.", path, UNCITED)
    _check_spellings(reader)
    for index, dispute in reader.disputes.items():
        check_not_empty(reader, ("disputes", index, "question"), dispute.question)
        check_not_too_long(reader, ("disputes", index, "question"), dispute.question, MAX_PROMPT)
        for at, position in enumerate(dispute.positions):
            path = ("disputes", index, "positions", at)
            check_not_too_long(reader, (*path, "says"), position.says, MAX_PROMPT)
            if not position.cite and (*path, "cite") not in reader.incomplete:
                reader.report("QZ307", "The position cites nothing.", path, UNCITED)


def _check_spellings(reader: CitingReader) -> None:
    """A spelling names one entry, and none is a number: whatever is one name is one answer."""
    named: dict[str, tuple[int, str]] = {}
    for index, entry in reader.entries.items():
        paths: list[Path] = [("entries", index, "name")]
        paths += [("entries", index, "aliases", at) for at in range(len(entry.aliases))]
        own = {number.value for number in quantities(entry.name)}
        for spelling, path in zip((entry.name, *entry.aliases), paths, strict=True):
            form = comparable(spelling).removeprefix("the ")
            other, name = named.setdefault(form, (index, entry.name))
            number = numeral(spelling)
            if other != index and form:
                reader.report("QZ206", f"“{show_line(spelling)}” is the entry “{show_line(name)}” too.", path,
                              "A name that two entries have would make one answer of two.")  # fmt: skip
            elif number is not None and path[-1] != "name" and number not in own:
                reader.report("QZ203", "`aliases` takes names, and this is a number.", path,
                              "With it the number and the name would be one answer.")  # fmt: skip
