"""Which characters may reach a terminal.

A lesson that holds one of the others is refused (QZ103); any other string is passed through `show` before it is shown.
The sets follow Unicode TR36 (bidirectional and invisible characters) and ECMA-48 (control functions).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_NAMES = {
    "\x1b": "an escape character",
    "\x00": "a NUL character",
    "\n": "a line break",
}

_SORTS = {
    "Cc": "a control character",
    "Cs": "half a character",
    "Co": "a character of no known meaning",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
_TURNING = frozenset(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""The marks that set the direction of writing."""

_REFUSED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but for tab, line feed and carriage return; DEL; C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u200b\u2060-\u2064\u206a-\u206f\ufeff\u180e\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # invisible; not ZWJ, ZWNJ
    "\u2028\u2029"  # line and paragraph separators
    "\ufff9-\ufffb\ufffe\uffff"  # interlinear annotation, noncharacters
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use, the last two planes whole
    "\U000e0000-\U000e0fff"  # tags and further invisible ones
    "\ud800-\udfff"  # surrogates, which no UTF-8 file can hold
    "]+"
)
INVISIBLE = frozenset("\u200b\u2060\ufeff")
"""Those of them that change nothing that can be read when they go: zero-width spaces and joiners of words."""
_USUAL = bytes(range(0x20, 0x7F)) + b"\t\r\n"
"""Allowed, and by far the most: what is left without them is looked through in no time."""
_LINE_BREAKS = re.compile(r"[\t\r\n]")


def forbidden(text: str) -> int | None:
    """The offset of the first character that no lesson may hold, or None."""
    found = _REFUSED.search(text)
    return None if found is None else found.start()


def all_forbidden(text: str) -> list[int]:
    """The offsets of all characters that no lesson may hold."""
    return [offset for start, end in forbidden_runs(text) for offset in range(start, end)]


def forbidden_runs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of characters that no lesson may hold, each as long as it goes: from, up to."""
    unusual = text.encode(errors="surrogatepass").translate(None, _USUAL).decode(errors="surrogatepass")
    return (found.span() for found in _REFUSED.finditer(text)) if _REFUSED.search(unusual) else iter(())


def harmless(text: str) -> str:
    """`text` without the characters that no lesson may hold."""
    return _REFUSED.sub("", text)


def describe(character: str) -> str:
    """A character that no lesson may hold, in words: "an invisible character (U+200B)"."""
    import unicodedata

    name = _NAMES.get(character) or _SORTS.get(unicodedata.category(character), "an invisible character")
    if character in _TURNING:
        name = "a character that turns the direction of writing"
    return f"{name} (U+{ord(character):04X})"


def show(text: str) -> str:
    """`text` with every character that could act on a terminal written out by its number; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():  # as nearly every text is
        return text
    return _REFUSED.sub(lambda found: "".join(f"\\u{{{ord(character):x}}}" for character in found.group()), text)


def show_line(text: str) -> str:
    """`show` for one line: line breaks and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _shown_line(text) if len(text) <= _SHORT else _LINE_BREAKS.sub(" ", show(text))


_SHORT = 200
"""Code points of a text that is kept as it is shown."""


@lru_cache(maxsize=256)  # what is said of one mistake is said of a thousand
def _shown_line(text: str) -> str:
    return _LINE_BREAKS.sub(" ", show(text))
