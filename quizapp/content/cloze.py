"""The text of a cloze: pieces of a quote, and between them blanks written `{{blank}}` or `{{blank|also accepted}}`."""

from collections.abc import Iterator
from typing import NamedTuple


class ClozeText(NamedTuple):
    """A cloze taken apart."""

    pieces: tuple[str, ...]
    """The text around the blanks, one more than there are blanks."""
    blanks: tuple[tuple[str, ...], ...]
    """For each blank what the quote says there, then what is also accepted."""

    @property
    def filled(self) -> str:
        """The text with every blank filled as the quote has it."""
        answers = [*(blank[0] for blank in self.blanks), ""]
        return "".join(piece + answer for piece, answer in zip(self.pieces, answers, strict=True))


def parse_cloze(text: str) -> ClozeText:
    """Takes the text of a cloze apart; without a blank it is one piece."""
    parts = tuple(_parts(text))
    blanks = tuple(tuple(way.strip() for way in part.split("|")) for part in parts[1::2])
    return ClozeText(parts[::2], blanks)


def _parts(text: str) -> Iterator[str]:
    """What stands before a blank and in it, in turn, and at last what follows; each brace is looked at once."""
    at = 0
    while (start := text.find("{{", at)) >= 0 and (end := text.find("}}", start + 2)) >= 0:
        yield text[at:start]
        yield text[start + 2 : end]
        at = end + 2
    yield text[at:]
