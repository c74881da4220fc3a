"""Whether a person has read the question against its evidence."""

from collections.abc import Iterator

from quizapp.checking.subject import Subject
from quizapp.content.approval import FILE
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line


def not_approved(subject: Subject) -> Iterator[Diagnostic]:
    """QZ331: a person approved the question as it is; one by one where the check is strict."""
    if FILE in subject.facts.unsound:
        return  # That it cannot be read is said once.
    key = (subject.lesson.slug, subject.question.id)
    approval = subject.facts.approvals.get(key)
    repair = f"Run `quizapp approve {subject.lesson.slug}`."
    written = subject.library.approvals.get("/".join(key))
    if approval is None and written is None:
        message = "Nobody approved this."
    elif approval is None:
        word = "refused" if written and written.how == "refused" else "approved"
        message = f"The question or its evidence changed since it was {word}."
    elif approval.how == "refused":
        message = f"{show_line(approval.by)} refused this question: {show_line(approval.because)}"
        repair = f"Mend it, then run `quizapp approve {subject.lesson.slug}`."
    elif approval.how == "batch" and subject.facts.strict:
        message = "This was approved in a batch, not read by a person."
    else:
        return
    yield subject.report("QZ331", message, (*subject.path, "id"), repair)


RULES = (not_approved,)
