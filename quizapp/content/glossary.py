"""The people, organisations, places and proposals of the course, and the points on which its sources differ."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from quizapp.content.base import Allowance
from quizapp.content.citation import Citation

EntryKind: TypeAlias = Literal["person", "organisation", "place", "proposal", "event", "term"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One of them, with the spellings that the sources use."""

    id: str
    kind: EntryKind
    name: str
    cite: tuple[Citation, ...]
    aliases: tuple[str, ...] = ()
    role: str = ""
    allow: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one source or several say on a disputed point."""

    says: str
    cite: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which the sources differ."""

    id: str
    question: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """`lessons/glossary.toml`; entries and disputes share one namespace of ids."""

    entries: tuple[Entry, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    cites: Mapping[str, Citation] = field(default_factory=dict)


def name_of(entry: Entry | Dispute) -> str:
    """A name, or the question of a dispute."""
    return entry.name if isinstance(entry, Entry) else entry.question


def kind_of(entry: Entry | Dispute) -> str:
    """What it is, in a word."""
    return entry.kind if isinstance(entry, Entry) else "dispute"


def with_evidence(glossary: Glossary, evidence: Collection[Citation]) -> Glossary:
    """The entries and disputes whose every citation is evidence."""
    return replace(
        glossary,
        entries=tuple(e for e in glossary.entries if e.cite and all(c in evidence for c in e.cite)),
        disputes=tuple(
            d for d in glossary.disputes if all(p.cite and all(c in evidence for c in p.cite) for p in d.positions)
        ),
    )
