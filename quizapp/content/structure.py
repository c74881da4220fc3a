"""Whether what an author wrote hangs together: references, ids, options, citations.

These are the errors that would make a lesson unfit to learn from, so they are looked for whenever a course is loaded.
"""

from quizapp.content.answerable import QuestionCheck
from quizapp.content.glossary import Glossary
from quizapp.content.lesson import Lesson
from quizapp.content.prose import marks, paragraphs
from quizapp.content.reader import Reader, is_slug
from quizapp.content.texts import (
    MAX_SECTION,
    UNCITED,
    Surroundings,
    check_not_empty,
    check_not_too_long,
    check_references,
)
from quizapp.text.characters import show_line
from quizapp.text.span import Path


def check_lesson(reader: Reader, lesson: Lesson, known: Surroundings) -> None:
    """Looks through a lesson that could be built; what is wrong is added to `reader.problems`."""
    reader.question = None
    check_not_empty(reader, ("title",), lesson.title)
    check_references(reader, lesson.requires, known.slugs, ("requires",), "lesson")
    check_references(reader, lesson.about, known.ids, ("about",), "glossary entry")
    for index, section in enumerate(lesson.sections):
        path: Path = ("sections", index, "text")
        check_not_empty(reader, path, section.text)
        check_not_too_long(reader, path, section.text, MAX_SECTION)
        for number, paragraph in enumerate(paragraphs(section.text), start=1):
            if not marks(paragraph):
                start = " ".join(paragraph.split()[:6])
                reader.report("QZ307", f"Paragraph {number} cites nothing: “{show_line(start)} …”.", path,
                              "Add `[@name]` after the statement that the citation carries.")  # fmt: skip
    seen: dict[str, int] = {}
    for index, question in enumerate(lesson.questions):
        reader.question = question.id
        if not is_slug(question.id):
            reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.",
                          ("questions", index, "id"))  # fmt: skip
        elif question.id in seen:
            reader.report("QZ206", f"The question {seen[question.id] + 1} has the id “{question.id}” too.",
                          ("questions", index, "id"), "Give it an id of its own; an id is for ever.")  # fmt: skip
        seen.setdefault(question.id, index)
        QuestionCheck(reader, ("questions", index), known).question(question)
    reader.question = None


def check_glossary(reader: Reader, glossary: Glossary) -> None:
    """Looks through the entries and disputes that could be built."""
    ids: list[tuple[str, Path]] = [(e.id, ("entries", i, "id")) for i, e in enumerate(glossary.entries)]
    ids += [(d.id, ("disputes", i, "id")) for i, d in enumerate(glossary.disputes)]
    seen: set[str] = set()
    for identity, path in ids:
        if not is_slug(identity):
            reader.report("QZ203", "`id` takes lower-case letters, digits and single hyphens.", path)
        elif identity in seen:
            reader.report("QZ206", f"Another entry or dispute has the id “{identity}”.", path)
        seen.add(identity)
    for index, entry in enumerate(glossary.entries):
        check_not_empty(reader, ("entries", index, "name"), entry.name)
        if not entry.cite:
            reader.report(
                "QZ307", f"The entry “{show_line(entry.id)}” cites nothing.", ("entries", index, "cite"), UNCITED
            )
    for index, dispute in enumerate(glossary.disputes):
        check_not_empty(reader, ("disputes", index, "question"), dispute.question)
        for at, position in enumerate(dispute.positions):
            if not position.cite:
                reader.report("QZ307", "The position cites nothing.", ("disputes", index, "positions", at), UNCITED)
