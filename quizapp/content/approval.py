"""A person's word on a question: read against its evidence, and found right or not.

An approval holds as long as the question and its evidence stay what they were; the fingerprint tells.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Literal

from quizapp.content.authored import authored
from quizapp.content.base import model
from quizapp.content.citation import Citation, Evidence
from quizapp.content.question import Question

FILE = "lessons/approvals.toml"


@model(frozen=True, slots=True, kw_only=True)
class Approval:
    """One table of `lessons/approvals.toml`."""

    fingerprint: str
    by: str
    on: date
    how: Literal["read", "batch", "refused"]
    because: str = ""
    """Why it was refused."""


def fingerprint(question: Question, cites: Mapping[str, Citation], evidence: Mapping[Citation, Evidence]) -> str:
    """SHA-256, in hexadecimal digits, of all that was authored of a question and of the sentences that it cites.

    Names of citations stand for what they name, and texts for their comparison form: what changes no meaning changes
    no fingerprint. Values that are the default count as not written. It is taken of compact JSON with sorted keys.

    Args:
        question: a question of a sound lesson.
        cites: the named citations of its lesson.
        evidence: of every citation.
    """
    return sha256(authored(question, cites, evidence).encode()).hexdigest()
