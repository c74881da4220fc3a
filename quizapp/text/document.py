"""A TOML text: its data, and on demand the place of any value in it.

What a text means, and what is wrong with one that is no TOML, is `tomli`'s word. Places are worked out by `toml_rs`
only when there is something to report.
"""

import math
import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, TypeAlias

from quizapp.text.quick_toml import read_quickly
from quizapp.text.span import Path, Place, Span

Data: TypeAlias = dict[str, Any]

MAX_DEPTH = 100
"""How deep tables and lists may be nested."""
MANY = 100
"""Texts from which on the quicker reader pays."""
_NESTING = (dict, list)
_NUMBERS = (int, float)
_LARGEST = 2**63 - 1
_LINE_END = re.compile(r"\n")


class TomlError(Exception):
    """A text that cannot be read as TOML: `kind` says why, `span` where, as far as it is known."""

    def __init__(self, kind: Literal["syntax", "nesting", "number"], message: str, span: Span | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.span = span


class Document:
    """A file's decoded text. Spans are code points of it; a place counts lines and columns from 1."""

    def __init__(self, file: str, text: str, part: Span | None = None, *, one_of: int = 1) -> None:
        """A text of which `part` is TOML, or all of it, read with so many others."""
        self.file = file
        self.text = text
        self.part = Span(0, len(text)) if part is None else part
        self.numbers_fit = True
        """Whether every number of the data that was read last is one that `number_fits`."""
        self._one_of_many = one_of >= MANY
        self._was_read = False
        self._bytes_before: dict[int, array[int]] = {}
        """For a line that was asked about, the bytes before each of its characters; none where all are ASCII."""
        self._line_read = (0, "")
        """The line that was asked for last, by its number, and its text."""
        self._spans: dict[tuple[Path, bool], Span] = {}
        """The places that were asked for: what is wrong there is put in order, shown and mended."""
        self._firsts: dict[int, Span | None] = {}
        """Of the nodes that were looked into, by their identity: the place of what is first inside."""
        # What stands before the part is blanked out, so that places are those of the file.
        self._toml = re.sub(r"[^\n]", " ", text[: self.part.start]) + text[self.part.start : self.part.end]

    def data(self) -> Data:
        """The text as data.

        Raises:
            TomlError: the text is not TOML, is nested too deeply, or holds a number that is too large.
        """
        data = (read_quickly(self._toml) if self._one_of_many else None) or self._carefully()
        self.numbers_fit = _look_through(data)
        self._was_read = True
        return data

    def _carefully(self) -> Data:
        import tomli

        try:
            return tomli.loads(self._toml)
        except tomli.TOMLDecodeError as error:
            start = self._offset(error.lineno, error.colno)
            end = min(start + 1, len(self.text))
            raise TomlError("syntax", _sentence(error.msg), Span(start, end)) from None
        except RecursionError:
            raise TomlError("nesting", f"Tables or lists are nested more than {MAX_DEPTH} deep.") from None
        except (ValueError, OverflowError):
            raise TomlError("number", "A number has more digits than can be read.", self._longest_number()) from None

    def span(self, path: Path, *, on_key: bool = False) -> Span:
        """Where the value (or the key) at `path` stands; that of the nearest table around it where there is none."""
        found = self._spans.get((path, on_key))
        if found is None:
            found = self._spans[path, on_key] = self._sought(path, on_key=on_key)
        return found

    def _sought(self, path: Path, *, on_key: bool) -> Span:
        node: Any = self._nodes
        way: list[Any] = []
        for part in path:
            inner = _inside(node)
            kind = type(inner)
            if kind is dict and type(part) is str:
                node = inner.get(part)
            elif kind is list and type(part) is int and 0 <= part < len(inner):
                node = inner[part]
            else:
                break
            if node is None:
                break
            way.append(node)
        wants_key = on_key and len(way) == len(path)
        while way:  # from the inside: a list around it may be as long as the file, and is looked at only if it must be
            node = way.pop()
            span = self._node_span(node, key=wants_key) or self._first_inside(node)
            if span is not None:
                return span
            wants_key = False
        return Span(0, 0)

    def find(self, path: Path, words: str) -> Span | None:
        """Where in the value at `path` these words stand, as they are written in the file; None where they do not."""
        span = self.span(path)
        before, after = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
        found = re.compile(before + re.escape(words) + after).search(self.text, span.start, span.end)
        return None if found is None else Span(*found.span())

    def place(self, span: Span) -> Place:
        """A span as lines and columns."""
        starts, (start, end) = self._line_starts, span
        last = first = bisect_right(starts, start)
        if first < len(starts) and end > starts[first]:  # as it seldom does, it runs over the end of its line
            last = bisect_right(starts, end - 1)
        return Place(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        if number != self._line_read[0]:  # a line may be millions long, and hold as many mistakes
            start = self._line_starts[number - 1]
            end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
            self._line_read = number, self.text[start:end].rstrip("\r\n")
        return self._line_read[1]

    @cached_property
    def _is_ascii(self) -> bool:
        return self.text.isascii()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def _offset(self, line: int, column: int) -> int:
        line = min(line, len(self._line_starts))
        return min(self._line_starts[line - 1] + column - 1, len(self.text))

    def _byte_offset(self, line: int, column: int) -> int:
        """The offset of a column counted in UTF-8 bytes from 1."""
        starts = self._line_starts
        line = min(line, len(starts))
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        if self._is_ascii:
            return min(start + column - 1, end)
        before = self._bytes_before.get(line)
        if before is None:
            written = self.text[start:end]
            sizes = () if written.isascii() else (len(one.encode(errors="surrogatepass")) for one in written)
            before = self._bytes_before[line] = array("I", accumulate(sizes, initial=0))
        return start + bisect_right(before, column - 1) - 1 if len(before) > 1 else min(start + column - 1, end)

    @cached_property
    def _nodes(self) -> Any:
        if not self._can_be_read():
            return {}
        import toml_rs

        try:
            return dict(toml_rs.load_with_metadata(self._toml, toml_version="1.1.0").meta["nodes"])
        except (toml_rs.TOMLDecodeError, ValueError, RecursionError):
            return {}

    def _can_be_read(self) -> bool:
        """Whether it is TOML, and nested no deeper than may be: of anything else `toml_rs` may end the process."""
        try:
            if not self._was_read:
                self.data()
        except TomlError:
            return False
        return True

    def _node_span(self, node: Any, *, key: bool) -> Span | None:
        """The span of a node that has one. Columns are those of its first line, in bytes from 1, the last inclusive."""
        if not _is_value(node):
            return None
        if key and "key_line" in node:
            lines, columns, raw = node["key_line"], node["key_col"], node["key_raw"]
        else:
            lines, columns, raw = node["value_line"], node["value_col"], node["value_raw"]
        line = lines if type(lines) is int else lines[0]
        first, last = (columns, columns) if type(columns) is int else columns
        start = self._byte_offset(line, first)
        if self.text.startswith(raw, start):
            return Span(start, start + len(raw))
        raw = raw.replace("\n", "\r\n")
        return Span(start, start + len(raw) if self.text.startswith(raw, start) else self._byte_offset(line, last + 1))

    def _first_inside(self, node: Any) -> Span | None:
        """For a `[table]`, which has no place of its own: the line of its header, or its first key."""
        if id(node) not in self._firsts:  # of a list of thousands of empty tables each asks for the list's
            self._firsts[id(node)] = self._look_inside(node)
        return self._firsts[id(node)]

    def _look_inside(self, node: Any) -> Span | None:
        inner = _inside(node)
        children = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        for child in children:
            span = self._node_span(child, key=True)
            if span is None:
                span = self._first_inside(child)
            if span is not None:
                return self._header_above(span)
        return None

    def _header_above(self, span: Span) -> Span:
        line = self.place(span).line
        while line > 1:
            line -= 1
            text = self.line(line).strip()
            if text.startswith("["):
                start = self._line_starts[line - 1]
                return Span(start, start + len(self.line(line)))
            if text and not text.startswith("#"):
                break
        return span

    def _longest_number(self) -> Span | None:
        found = max(re.finditer(r"[\d_]{19,}", self._toml), key=lambda m: len(m.group()), default=None)
        return None if found is None else Span(*found.span())


def number_fits(value: float) -> bool:
    """Whether a number is finite and, if whole, fits into 64 bits."""
    return -_LARGEST - 1 <= value <= _LARGEST if isinstance(value, int) else math.isfinite(value)


def _look_through(data: Data) -> bool:
    """Whether every number fits.

    Raises:
        TomlError: tables or lists are nested too deeply.
    """
    fit = True
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        below = [
            inner
            for value in level
            for inner in (value.values() if type(value) is dict else value)
            if type(inner) is not str
        ]
        level = [value for value in below if type(value) in _NESTING and value]
        if len(level) < len(below):
            fit = fit and all(number_fits(value) for value in below if type(value) in _NUMBERS)
        if not level:
            return fit
    raise TomlError("nesting", f"Tables or lists are nested more than {MAX_DEPTH} deep.")


def _is_value(node: Any) -> bool:
    return type(node) is dict and type(node.get("value_raw")) is str  # under a key of the text there is never a string


def _inside(node: Any) -> Any:
    if type(node) is dict and (type(node.get("key")) is str or _is_value(node)):
        return node.get("value")
    return node


def _sentence(message: str) -> str:
    return message if message.endswith(".") else f"{message}."
