"""What the looks through a course share: limits of length, references, and what a file is looked through against."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.content.citation import Citation, Evidence
from quizapp.content.reading.reader import Reader
from quizapp.content.values import Aliases, Canonical, canonical_with
from quizapp.text.characters import show_line
from quizapp.text.span import Path
from quizapp.text.toml import quoted

MAX_PROMPT = 500
MAX_OPTION = 200
MAX_SECTION = 20_000
"""The longest texts that a screen shows well, in code points."""
MAX_PARTS = 50
"""The most options, pairs, items or blanks that a question has: more fit on no screen and into no head."""

UNCITED = 'Add `cite = ["name"]` with the sentence that carries it.'
"""The repair of what cites nothing."""


@dataclass(frozen=True)
class Surroundings:
    """What a lesson may refer to."""

    evidence: Mapping[Citation, Evidence]
    slugs: Collection[str]
    """Lessons."""
    ids: Collection[str] | None
    """Glossary entries and disputes, those that cannot be read too; None where the whole glossary cannot."""
    aliases: Aliases

    @cached_property
    def canonical(self) -> Canonical:
        """Works out the words of a text as answers are compared, the glossary's names among them."""
        return canonical_with(self.aliases)


def check_references(
    reader: Reader, names: Sequence[str], known: Collection[str] | None, path: Path, what: str
) -> None:
    """Reports every name that is not known, with what was likely meant; `what` says what it should name.

    Where nothing can be known, nothing is reported: what is to blame for that was.
    """
    for index, name in enumerate(names):
        if known is None or name in known:
            continue
        likely, sure = reader.meant(name, known)
        notes = [f"Did you mean “{likely}”?"] if likely else []
        fix = reader.replace_with(f"Write “{sure}”", (*path, index), quoted(sure)) if sure else None
        reader.report("QZ205", f"No {what} is named “{show_line(name)}”.", (*path, index), *notes, fix=fix)


def check_not_empty(reader: Reader, path: Path, text: str) -> None:
    """Reports a text of nothing but white space."""
    if not text.strip():
        reader.report(
            "QZ203", f"`{path[-1] if isinstance(path[-1], str) else path[-2]}` takes text that is not empty.", path
        )


def check_not_too_long(reader: Reader, path: Path, text: str, limit: int) -> None:
    """Reports a text of more than `limit` code points."""
    if len(text) > limit:
        reader.report("QZ210", f"The text has {len(text)} characters; {limit} is the most that a screen shows well.",
                      path, "Say it shorter, or in two parts.")  # fmt: skip
