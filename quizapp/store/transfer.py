"""The log of attempts as JSON Lines, one attempt a line: out of the learner's file, and into it as a set union.

The first line names format and version. The form is a contract: learners keep such files, and other programs read them.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from quizapp.quiz.attempt import Attempt, from_record
from quizapp.store.bulk import DifferingAttempts
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.text.characters import forbidden
from quizapp.told import Told, untold

FORMAT = "quizapp-progress"
VERSION = 1
LONGEST_LINE = 1_000_000
"""Bytes; a longer line is no attempt."""
MOST_BAD = 1000
"""Bad lines after which no more of a file is read."""
_TOLD_EVERY = 1000
"""Attempts."""

_to_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a progress file that is no attempt."""

    number: int
    """From 1."""
    reason: str


class BadFile(Exception):  # noqa: N818 - what it says is what it holds
    """A progress file of which nothing was imported, because of these lines."""

    def __init__(self, lines: Iterable[BadLine]) -> None:
        self.lines = tuple(lines)


def export_log(attempts: Iterable[Attempt]) -> Iterator[str]:
    """The lines of a progress file, each with its end; what could act on a terminal is escaped, as JSON has it."""
    yield f"{_to_json({'format': FORMAT, 'version': VERSION})}\n"
    for attempt in attempts:
        yield f"{line_of(attempt)}\n"


def line_of(attempt: Attempt) -> str:
    """An attempt as a line, without its end."""
    line = _to_json(attempt.to_record())
    if forbidden(line) is None:
        return line
    return "".join(_escaped(letter) if forbidden(letter) is not None else letter for letter in line)


def read_line(line: bytes) -> tuple[Any, ...]:
    """The attempt of a line as the values of `rows.ATTEMPT_COLUMNS`; `ValueError` with a reason where it holds none."""
    from quizapp.store.lines import row_of_line

    return row_of_line(line) or _row_of_line(line)


def import_log(progress: Progress, file: BinaryIO, told: Told = untold) -> tuple[int, int]:
    """Appends the attempts of a file whose ids are not known yet; how many it holds, and how many of them are new.

    Args:
        progress: where they are appended.
        file: what `export_log` wrote.
        told: is told how many attempts were read, and of how many questions the memory was worked out.

    Raises:
        BadFile: lines are bad, or an id stands for two things; they are told, and nothing is imported.
    """
    reading = _Reading(file, told)
    try:
        new = progress.add(reading.rows(), told)
    except DifferingAttempts as found:
        reason = "another attempt has this id, and says otherwise"
        raise BadFile(BadLine(reading.line_of(place), reason) for place in found.places) from None
    return reading.count, new


def _row_of_line(line: bytes) -> tuple[Any, ...]:
    return row_of(from_record(_record(line)))


def _escaped(letter: str) -> str:
    units = letter.encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


class _Reading:
    """One pass through a file."""

    def __init__(self, file: BinaryIO, told: Told) -> None:
        self._file = file
        self._told = told
        self._bad: list[BadLine] = []
        self._empty = array("q")
        self.count = 0

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every attempt, as `rows.ATTEMPT_COLUMNS`.

        Raises:
            BadFile: at the end, or after `MOST_BAD`, where a line was bad; from the first on, nothing is handed over.
        """
        from quizapp.store.lines import row_of_line

        lines = self._lines()
        header = next(lines, None)
        reason = "the file is empty" if header is None else _header_fault(header[1])
        if reason:
            raise BadFile([BadLine(1, reason)])
        for number, line in lines:
            try:
                row = row_of_line(line) or _row_of_line(line)
            except ValueError as error:
                self._bad.append(BadLine(number, str(error)))
                if len(self._bad) == MOST_BAD:
                    break
                continue
            self.count += 1
            if not self.count % _TOLD_EVERY:
                self._told("attempts", self.count, 0)
            if not self._bad:
                yield row
        if self._bad:
            raise BadFile(self._bad)

    def line_of(self, place: int) -> int:
        """The number of the line of the attempt at `place`, counted from 0."""
        number = place + 2
        # An empty line moves what follows it, and perhaps beyond the next empty line.
        while number != (moved := place + 2 + bisect_right(self._empty, number)):
            number = moved
        return number

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        number = 0
        while line := self._file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
                    line = self._file.readline(LONGEST_LINE + 1)
                yield number, b""
            elif line.isspace():
                self._empty.append(number)
            else:
                yield number, line


def _header_fault(line: bytes) -> str:
    """Why a first line is not that of a progress file that can be read; empty where it is."""
    try:
        header = _record(line.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        header = {}
    if header.get("format") != FORMAT:
        return "this is no progress file of quizapp: its first line does not say so"
    version = header.get("version")
    if isinstance(version, int) and version > VERSION:
        return f"it was written by a newer quizapp (version {version}; this one reads {VERSION})"
    return "" if version == VERSION else "its version is none that quizapp knows"


def _record(line: bytes) -> dict[str, Any]:
    if not line:
        raise ValueError(f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(record, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 - one kind of error for a bad line
    return record
