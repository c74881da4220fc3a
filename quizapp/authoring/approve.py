"""Which questions wait for a person's word, and the file that keeps it.

Every approval is a table of its own, in the order of their names, so that two people's files merge.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizapp.checking.digest import whole
from quizapp.checking.findings import findings
from quizapp.checking.jobs import Spread, in_turn
from quizapp.checking.subject import Facts, Subject
from quizapp.content.approval import FILE, Approval
from quizapp.content.library import Library
from quizapp.content.reading.files import read_approvals
from quizapp.content.reading.reader import Reader
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.diagnostics import Diagnostic, Severity
from quizapp.errors import QuizappError
from quizapp.text.characters import describe, forbidden
from quizapp.text.document import Document
from quizapp.text.toml import quoted
from quizapp.told import Told, untold

HEAD = "# Written by `quizapp approve`: who read which question against its evidence, and when.\n"


@dataclass(frozen=True)
class Waiting:
    """A question that nobody approved as it is, and what the check has to say of it."""

    subject: Subject
    findings: tuple[Diagnostic, ...]
    before: Approval | None = None
    """An approval that no longer holds, or a refusal."""

    @property
    def key(self) -> str:
        """`lesson/question`."""
        return f"{self.subject.lesson.slug}/{self.subject.question.id}"


def waiting(
    library: Library, lesson: str | None = None, spread: Spread = in_turn, told: Told = untold
) -> tuple[Waiting, ...]:
    """The questions of sound lessons, or of one of them, that are not approved; refused ones are among them.

    Args:
        library: the course.
        lesson: the slug of the one lesson; None for all.
        spread: has portions of the questions looked through.
        told: is told how many questions were.
    """
    facts = Facts(library)
    said: dict[tuple[str | None, str | None], list[Diagnostic]] = {}
    for found in findings(whole(facts), settled=False, spread=spread, told=told):
        if found.rule.code != "QZ331":
            said.setdefault((found.lesson, found.question), []).append(found)
    return tuple(
        Waiting(subject, tuple(said.get(key, ())), library.approvals.get("/".join(key)))
        for subject in facts.subjects
        if lesson is None or subject.lesson.slug == lesson
        for key in ((subject.lesson.slug, subject.question.id),)
        if (held := facts.approvals.get(key)) is None or held.how == "refused"
    )


def in_the_way(question: Waiting) -> tuple[Diagnostic, ...]:
    """The findings that no approval settles."""
    return tuple(found for found in question.findings if found.severity is Severity.ERROR)


def held(workspace: Workspace) -> dict[str, Approval]:
    """The approvals as they are written now.

    Raises:
        QuizappError: some cannot be read, as after a merge with conflicts; written anew, the file would lose them.
    """
    read = workspace.text(FILE)
    if isinstance(read, Unreadable):
        if read.missing:
            return {}
        raise _spoilt()
    reader = Reader(Document(FILE, read))
    approvals = read_approvals(reader)
    if reader.problems:
        raise _spoilt()
    return approvals


def _spoilt() -> QuizappError:
    return QuizappError(
        f"{FILE} has errors, and what stands in it would be lost.",
        f"Mend it first: `quizapp check {FILE}` shows each error with its place.",
    )


def unwritable(text: str) -> str:
    """What in a name or reason no file of a course may hold, in words; empty where there is nothing of the kind."""
    at = forbidden(text)
    return "" if at is None else describe(text[at])


def keep(library: Library, before: Mapping[str, Approval], approvals: Mapping[str, Approval]) -> dict[str, Approval]:
    """All approvals: new ones in the place of those before, without those of questions that are gone.

    Those of a lesson that is broken at the moment stay.
    """
    broken = tuple(f"{lesson.slug}/" for lesson in library.broken)
    known = {f"{lesson.slug}/{question.id}" for lesson in library.lessons for question in lesson.questions}
    return {**{key: value for key, value in before.items() if key in known or key.startswith(broken)}, **approvals}


def written(approvals: Mapping[str, Approval]) -> str:
    """`lessons/approvals.toml` with these approvals."""
    return "\n".join([HEAD, *("\n".join(_table(key, approvals[key])) for key in sorted(approvals))])


def _table(key: str, approval: Approval) -> Iterator[str]:
    yield f"[{quoted(key)}]"
    yield from _keys(
        {
            "fingerprint": quoted(approval.fingerprint),
            "by": quoted(approval.by),
            "on": approval.on.isoformat(),
            "how": quoted(approval.how),
            "because": quoted(approval.because) if approval.because else "",
        }.items()
    )
    yield ""


def _keys(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{key} = {value}" for key, value in pairs if value)
