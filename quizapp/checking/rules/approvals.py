"""Whether a person has read the question against its evidence."""

from collections.abc import Iterator

from quizapp.checking.subject import Subject
from quizapp.diagnostics import Diagnostic
from quizapp.text.characters import show_line


def not_approved(subject: Subject) -> Iterator[Diagnostic]:
    """QZ331: a person approved the question as it is; one by one where the check is strict."""
    key = (subject.lesson.slug, subject.question.id)
    approval = subject.facts.approvals.get(key)
    repair = ""
    if approval is None:
        written = subject.library.approvals.get("/".join(key))
        word = "refused" if written and written.how == "refused" else "approved"
        message = f"The question or its evidence changed since it was {word}." if written else "Nobody approved this."
    elif approval.how == "refused":
        message = f"{show_line(approval.by)} refused this question: {show_line(approval.because)}"
        repair = "Mend it, then run"
    elif approval.how == "batch" and subject.facts.strict:
        message = "This was approved in a batch, not read by a person."
    else:
        return
    repair = f"{repair or 'Run'} `quizapp approve {subject.lesson.slug}`."
    yield subject.report("QZ331", message, (*subject.path, "id"), repair)


RULES = (not_approved,)
