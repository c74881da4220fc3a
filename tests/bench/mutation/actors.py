"""Who and what a course names: its glossary's entries and its sources, where a text says them, and others like them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple

from quizapp.content.glossary import Entry
from quizapp.text.fold import fold
from quizapp.text.span import Span
from tests.bench.mutation.course import Course

_INVENTED = {
    "person": ("Henrik Lindqvist", "Lindqvist"),
    "place": ("Norrby", "Norrby"),
    "organisation": ("Velden Institute", "Veldex"),
}


class Named(NamedTuple):
    """A name in a text."""

    span: Span
    entry: Entry
    spelling: str


@dataclass(frozen=True)
class Actors:
    """The names of a course."""

    course: Course

    @cached_property
    def _spellings(self) -> list[tuple[str, Entry]]:
        """Spellings with a capital, the longest first."""
        found = [
            (spelling, entry)
            for entry in self.course.library.glossary.entries
            for spelling in (entry.name, *entry.aliases)
            if _is_name(spelling)
        ]
        return sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))

    def find(self, text: str, kinds: Iterable[str] = ()) -> list[Named]:
        """The names of entries of these kinds in a text, in order; those inside a source's name are left out."""
        taken = [Span(*found.span()) for found in self.sources.finditer(text)]
        names: list[Named] = []
        for spelling, entry in self._spellings:
            for found in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)", text):
                span = Span(*found.span())
                if all(span.end <= other.start or span.start >= other.end for other in taken):
                    taken.append(span)
                    names.append(Named(span, entry, spelling))
        wanted = set(kinds)
        return sorted((n for n in names if not wanted or n.entry.kind in wanted), key=lambda named: named.span)

    @cached_property
    def sources(self) -> re.Pattern[str]:
        """Finds the name of a source in a text, an article before it left out."""
        names = sorted((source.name for source in self.course.library.sources.values()), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def others(self, named: Named, absent_from: Iterable[str], random: Random) -> Iterator[str]:
        """Names of the same kind, in a form like the one found, that the texts do not say in any spelling."""
        texts = [fold(text).casefold() for text in absent_from]
        entries = [e for e in self.course.library.glossary.entries if e.kind == named.entry.kind and e != named.entry]
        random.shuffle(entries)
        for entry in entries:
            spellings = [s for s in (entry.name, *entry.aliases) if _is_name(s)]
            if spellings and not any(_says(text, spelling) for text in texts for spelling in spellings):
                yield _of_length(spellings, named.spelling)

    def invented(self, named: Named) -> str | None:
        """A name that no source has."""
        forms = _INVENTED.get(named.entry.kind)
        return forms and forms[" " not in named.spelling]


def _is_name(spelling: str) -> bool:
    return spelling[:1].isupper()


def _says(text: str, spelling: str) -> bool:
    """Whether a text says a name, or anything built on it."""
    folded = fold(spelling).casefold()
    if len(folded) < 4:
        return re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text) is not None
    telling = max(re.findall(r"[^\W_]+", folded), key=len)
    return telling[: max(4, len(telling) - 2)] in text


def _of_length(spellings: list[str], model: str) -> str:
    """The spelling with as many words as the model, as near as there is one."""
    return min(spellings, key=lambda spelling: abs(len(spelling.split()) - len(model.split())))
