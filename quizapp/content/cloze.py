"""The text of a cloze: pieces of a quote, and between them blanks written `{{blank}}` or `{{blank|also accepted}}`."""

import re
from typing import NamedTuple

_BLANK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


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
    parts = _BLANK.split(text)
    blanks = tuple(tuple(way.strip() for way in part.split("|")) for part in parts[1::2])
    return ClozeText(tuple(parts[::2]), blanks)
