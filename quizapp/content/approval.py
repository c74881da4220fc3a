"""A person's word on a question: read against its evidence, and found right or not.

An approval holds as long as the question and its evidence stay what they were; the fingerprint tells.
"""

import hashlib
import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Literal, cast

from quizapp.content.citation import Citation, Evidence
from quizapp.content.prose import MARK
from quizapp.content.question import Question
from quizapp.text.fold import fold

FILE = "lessons/approvals.toml"
_AS_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
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
    no fingerprint. Values that are the default count as not written.

    Args:
        question: a question of a sound lesson.
        cites: the named citations of its lesson.
        evidence: of every citation.
    """
    found: dict[Citation, None] = {}
    authored = _plain(question, cites, found)
    sentences = {
        f"{piece.source.slug}:{sentence.number}:{fold(sentence.text)}"
        for citation in found
        for piece in (evidence[citation],)
        for sentence in piece.sentences
    }
    written = _AS_JSON.encode([authored, sorted(sentences)])
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: Any, cites: Mapping[str, Citation], found: dict[Citation, None]) -> Any:
    """A value as JSON has it; the citations that it holds are added to `found`."""
    if isinstance(value, str):
        return fold(MARK.sub(lambda mark: _mark(mark.group(1), cites, found), value) if "[@" in value else value)
    if isinstance(value, tuple):
        return [_plain(inner, cites, found) for inner in value]
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Citation):
        found[value] = None
        return _cited(value)[0]
    return {name: _plain(inner, cites, found) for name, inner in _written(value)}


@lru_cache(maxsize=16384)
def _cited(citation: Citation) -> tuple[Mapping[str, Any], str]:
    """A citation as JSON has it, and written as it stands for a mark."""
    plain = {name: fold(inner) if isinstance(inner, str) else inner for name, inner in _written(citation)}
    return plain, json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _mark(name: str, cites: Mapping[str, Citation], found: dict[Citation, None]) -> str:
    if name not in cites:  # in a text that is no prose, such as a prompt, it is no citation
        return f"[@{name}]"
    found[cites[name]] = None
    return _cited(cites[name])[1]


def _written(value: Any) -> list[tuple[str, Any]]:
    """The fields of a value in which an author wrote something else than the default."""
    names, defaults, values = _authored(cast("Hashable", type(value)))
    return [
        (name, inner)
        for name, default, inner in zip(names, defaults, values(value), strict=True)
        if inner is not default and inner != default
    ]


@cache
def _authored(model: Any) -> tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of the fields that an author writes, their defaults, and what reads their values."""
    shown = [field for field in fields(model) if not field.metadata.get("hidden")]
    names = tuple(field.name for field in shown)
    return names, tuple(map(_default, shown)), attrgetter(*names)


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default
