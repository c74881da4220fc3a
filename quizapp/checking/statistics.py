"""What the questions of a course rest on: a figure to know, not to chase."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from quizapp.checking.claims import claims
from quizapp.checking.english.statement import overlap, read
from quizapp.checking.subject import Facts, Subject
from quizapp.checking.texts import Claim
from quizapp.content.library import Library
from quizapp.content.question import TYPES, Cloze, Level, Number
from quizapp.content.values import comparable, quantities

Ground: TypeAlias = Literal["framed", "verbatim", "worded", "approved"]
"""What a question rests on: the sentence itself decides, its key stands in the quote, the key says it in other words,
or only a person can tell."""
_HALF = 0.5
_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of questions of the sound lessons; what is none is there too."""

    questions: int
    rest_on: Mapping[str, int]
    """By ground."""
    types: Mapping[str, int]
    levels: Mapping[str, int]
    approvals: Mapping[str, int]
    """How it was approved: `read`, `batch`, or `none`, refusals and stale approvals among them."""


def statistics(library: Library, facts: Facts | None = None) -> Statistics:
    """Counts a course, or a part of it; `facts` is what was worked out of it."""
    facts = facts or Facts(library)
    names = {model: name for name, model in TYPES.items()}
    questions = [subject.question for subject in facts.subjects]
    approved = [facts.approvals.get((subject.lesson.slug, subject.question.id)) for subject in facts.subjects]
    hows = [approval.how if approval and approval.how != "refused" else "none" for approval in approved]
    return Statistics(
        len(questions),
        _counted([ground(subject) for subject in facts.subjects], get_args(Ground)),
        _counted([names[type(question)] for question in questions], tuple(TYPES)),
        _counted([question.level for question in questions], get_args(Level)),
        _counted(hows, ("read", "batch", "none")),
    )


def sum_of(parts: Iterable[Statistics]) -> Statistics:
    """The numbers of a course of its parts, of which there is one."""
    first, *others = parts

    def added(numbers: str) -> dict[str, int]:
        return {
            name: sum(getattr(part, numbers)[name] for part in (first, *others)) for name in getattr(first, numbers)
        }

    questions = sum(part.questions for part in (first, *others))
    return Statistics(questions, *map(added, ("rest_on", "types", "levels", "approvals")))


def ground(subject: Subject) -> Ground:
    """What one question rests on; the weakest of its keys decides."""
    question = subject.question
    if isinstance(question, Cloze) or question.frame:
        return "framed"
    held = claims(subject)
    if held and all(_verbatim(claim, numeric=isinstance(question, Number)) for claim in held):
        return "verbatim"
    if held and all(_worded(claim) for claim in held):
        return "worded"
    return "approved"


def _verbatim(claim: Claim, *, numeric: bool) -> bool:
    quotes = [piece.text for piece in claim.evidence]
    if numeric:
        return any({n.stated for n in quantities(claim.text)} <= {n.stated for n in quantities(q)} for q in quotes)
    words = f" {_ARTICLE.sub('', comparable(claim.text))} "
    return any(words in f" {comparable(quote)} " for quote in quotes)


def _worded(claim: Claim) -> bool:
    stems = {found for sentence in claim.sentences for found in read(sentence).stems}
    return overlap(read(claim.text).stems, stems) >= _HALF


def _counted(values: list[str], names: tuple[str, ...]) -> dict[str, int]:
    counted = Counter(values)
    return {name: counted[name] for name in names}
