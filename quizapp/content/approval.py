"""A person's word on a question: read against its evidence, and found right or not.

An approval holds as long as the question and its evidence stay what they were; the fingerprint tells.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from json import JSONEncoder
from json.encoder import encode_basestring
from operator import attrgetter
from re import Match
from typing import Any, Literal, cast

from quizapp.content.citation import Citation, Evidence
from quizapp.content.prose import MARK
from quizapp.content.question import Question
from quizapp.text.fold import fold, fold_once

FILE = "lessons/approvals.toml"
_SCALAR = JSONEncoder()
_SCALARS = (int, float, bool, type(None))


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
    no fingerprint. Values that are the default count as not written. It is taken of compact JSON with sorted keys.

    Args:
        question: a question of a sound lesson.
        cites: the named citations of its lesson.
        evidence: of every citation.
    """
    writing = _Writing(cites)
    authored = writing.table(question)
    sentences = {sentence for citation, _ in writing.found.values() for sentence in _sentences(evidence[citation])}
    written = f"[{authored},[{','.join(map(encode_basestring, sorted(sentences)))}]]"
    return sha256(written.encode()).hexdigest()


class _Writing:
    """Writes what was authored as JSON; the citations in it are kept by their identity, with what is written."""

    def __init__(self, cites: Mapping[str, Citation]) -> None:
        self._cites = cites
        self.found: dict[int, tuple[Citation, tuple[str, str]]] = {}

    def table(self, value: Any) -> str:
        """Those fields in which an author wrote something else than the default."""
        names, defaults, values = _authored(cast("Hashable", type(value)))
        written = [
            name + (self._text(inner) if type(inner) is str else self._value(inner))
            for name, default, inner in zip(names, defaults, values(value), strict=True)
            if inner is not default and inner != default
        ]
        return f"{{{','.join(written)}}}"

    def _text(self, text: str) -> str:
        return encode_basestring(fold_once(MARK.sub(self._marked, text) if "[@" in text else text))

    def _value(self, value: Any) -> str:
        kind = type(value)
        if kind is Citation:
            return self._cited(value)[0]
        if kind is tuple:
            return f"[{','.join([self._value(inner) for inner in value])}]"
        if kind is str:
            return self._text(value)
        return _SCALAR.encode(value) if kind in _SCALARS else self.table(value)

    def _marked(self, mark: Match[str]) -> str:
        cited = self._cites.get(mark.group(1))
        if cited is None:  # in a text that is no prose, such as a prompt, it is no citation
            return mark.group()
        return self._cited(cited)[1]

    def _cited(self, citation: Citation) -> tuple[str, str]:
        found = self.found.get(id(citation))
        if found is None:
            found = self.found[id(citation)] = citation, _cited(citation)
        return found[1]


@lru_cache(maxsize=16384)
def _cited(citation: Citation) -> tuple[str, str]:
    """A citation as it is written in a list, and in the place of a mark."""
    names, defaults, values = _authored(Citation)
    said = [
        (name, encode_basestring(fold(inner)) if isinstance(inner, str) else _SCALAR.encode(inner))
        for name, default, inner in zip(names, defaults, values(citation), strict=True)
        if inner != default
    ]
    return f"{{{','.join(map(''.join, said))}}}", f"{{{', '.join(map(' '.join, said))}}}"


@lru_cache(maxsize=16384)
def _sentences(piece: Evidence) -> tuple[str, ...]:
    """The sentences of a piece of evidence, each with its address."""
    return tuple(f"{piece.source.slug}:{sentence.number}:{fold(sentence.text)}" for sentence in piece.sentences)


@cache
def _authored(model: Any) -> tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields that an author writes: the JSON before the value of each, their defaults, and what reads them."""
    shown = sorted((field for field in fields(model) if not field.metadata.get("hidden")), key=lambda field: field.name)
    names = tuple(f'"{field.name}":' for field in shown)
    return names, tuple(map(_default, shown)), attrgetter(*(field.name for field in shown))


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default
