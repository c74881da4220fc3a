"""The names of the glossary where prose uses them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizapp.content.glossary import Entry
from quizapp.text.fold import Origins, fold, keeps_offsets, words
from quizapp.text.span import Span


class Named(NamedTuple):
    """A name in a text."""

    span: Span
    entry: Entry


class GlossaryNames:
    """Names and aliases, ready to be found in prose: the longest at a place, as whole words, in their own letter case.

    A name that begins with a small letter may begin a sentence.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """The names of `entries`; a name that two have is the first one's."""
        self._by_first: dict[str, list[tuple[str, Entry]]] = {}
        known: dict[str, Entry] = {}
        for entry in entries:
            for name in (entry.name, *entry.aliases):
                known.setdefault(fold(name), entry)
        for name in sorted(known, key=len, reverse=True):
            spans = words(name)
            if spans and spans[0].start == 0:
                for form in {name, name[0].upper() + name[1:]}:
                    self._by_first.setdefault(form[: spans[0].end], []).append((form, known[name]))

    def find(self, text: str) -> Iterator[Named]:
        """The names in `text`, in order, none inside another."""
        folded = fold(text)
        origins = None if keeps_offsets(text, folded) else Origins(text)
        spans = words(folded)
        ends = {span.end for span in spans} | {
            span.end - 2 for span in spans if folded.endswith("'s", span.start, span.end)
        }
        after = 0
        for span in spans:
            if span.start < after:
                continue
            found = self._at(folded, span, ends)
            if found is not None:
                name, entry = found
                after = span.start + len(name)
                here = Span(span.start, after)
                yield Named(origins.original(here) if origins else here, entry)

    def _at(self, folded: str, span: Span, ends: set[int]) -> tuple[str, Entry] | None:
        word = folded[span.start : span.end]
        for first in dict.fromkeys((word, word.removesuffix("'s"))):
            for name, entry in self._by_first.get(first, ()):
                if folded.startswith(name, span.start) and span.start + len(name) in ends:
                    return name, entry
        return None
