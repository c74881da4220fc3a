"""Lesson prose: paragraphs and lists with emphasis and strong, and `[@name]` where a citation carries a statement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MARK = re.compile(r"\[@([^\[\]\s]*)\]")
MARK_AND_SPACE = re.compile(rf"(?<!\s)\s*{MARK.pattern}")  # begins where the white space does: looked at once
_EMPHASIS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^[ \t]*[-*+] ", re.MULTILINE)
_SIGNS = ("*", "_", "- ", "+ ")
"""One of them stands wherever there are signs of emphasis or of a list."""
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style, or, with `mark`, the place of a citation."""

    text: str
    emphasis: bool = False
    strong: bool = False
    mark: str | None = None
    """The name in `[@name]`; `text` is then empty."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or one item of a list."""

    kind: Literal["paragraph", "item"]
    runs: tuple[Run, ...]
    number: int | None = None
    """An item's number in an ordered list."""


def parse(text: str) -> tuple[Block, ...]:
    """Prose as blocks; any other markup stays the characters that it is."""
    return tuple(_blocks(_parser().parse(text)))


def paragraphs(text: str) -> tuple[str, ...]:
    """The blocks of prose that blank lines set apart, each of which cites."""
    return tuple(block for part in _BLANK_LINES.split(text.replace("\r\n", "\n")) if (block := part.strip()))


def marks(text: str) -> tuple[str, ...]:
    """The names in `[@name]`, each once, in the order of their first appearance."""
    return tuple(dict.fromkeys(MARK.findall(text))) if "[@" in text else ()


def unmarked(text: str) -> str:
    """Prose without its marks."""
    return MARK.sub("", text) if "[@" in text else text


def plain(text: str) -> str:
    """Prose without its marks and markup, blocks joined by line breaks."""
    return "\n".join("".join(run.text for run in block.runs).strip() for block in parse(text))


def said(text: str) -> str:
    """`plain` for what looks at words alone: the marks and the signs of emphasis go, no parser is loaded."""
    if "[@" in text:
        *marked, last = MARK.split(text)[::2]
        text = "".join(piece.rstrip() for piece in marked) + last
    return _EMPHASIS.sub("", text) if any(map(text.__contains__, _SIGNS)) else text


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "list"])


def _blocks(tokens: "list[Token]") -> Iterator[Block]:
    number: int | None = None
    in_list: list[int | None] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            in_list.append(int(token.attrGet("start") or 1))
        elif token.type == "bullet_list_open":
            in_list.append(None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            in_list.pop()
        elif token.type == "list_item_open":
            number = in_list[-1]
            if number is not None:
                in_list[-1] = number + 1
        elif token.type == "inline":
            runs = tuple(_runs(token.children or []))
            yield Block("item", runs, number) if in_list else Block("paragraph", runs)


def _runs(tokens: "list[Token]") -> Iterator[Run]:
    style: dict[str, Any] = {"emphasis": False, "strong": False}
    for token in tokens:
        match token.type:
            case "em_open" | "em_close":
                style["emphasis"] = token.type == "em_open"
            case "strong_open" | "strong_close":
                style["strong"] = token.type == "strong_open"
            case _:
                yield from _split_marks(token.content.replace("\n", " "), style)


def _split_marks(text: str, style: dict[str, Any]) -> Iterator[Run]:
    at = 0
    for found in MARK_AND_SPACE.finditer(text):
        before = text[at : found.start()]
        if before:
            yield Run(before, **style)
        yield Run("", **style, mark=found.group(1))
        at = found.end()
    if at < len(text):
        yield Run(text[at:], **style)
