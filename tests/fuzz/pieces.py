"""Cuts files as authors write them into pieces that are tried quickly, each still a file of its kind."""

import re
from collections.abc import Iterator
from itertools import cycle

from tests.fuzz.course import SLUGS

MOST = 1_500
"""Bytes of a file that is tried whole."""
_TABLE = re.compile(r"^(?=\[cites\.|\[\[(?:sections|questions)\]\])", re.MULTILINE)
_CITES = re.compile(r"\[cites\.([\w-]+)\]")
_SOURCE = re.compile(r'source = "([\w-]+)"')
_ELSEWHERE = re.compile(r"^(?:requires|about) = .*\n", re.MULTILINE)
_HEADER = re.compile(r"\A\+\+\+\n.*?^\+\+\+\n", re.MULTILINE | re.DOTALL)
_SECTION = '[[sections]]\ntext = "So it was [@{}]."\n\n'
_LINES = 12


def of_lesson(data: bytes) -> Iterator[bytes]:
    """A lesson for each question, with a section and what both cite; those that cite other sources are left out."""
    if len(data) <= MOST:
        yield data
        return
    head, *tables = _TABLE.split(_ELSEWHERE.sub("", data.decode()))
    cites = {name[1]: table for table in tables if (name := _CITES.match(table))}

    def with_cites(block: str) -> str | None:
        used = (table for name, table in cites.items() if re.search(rf'["@]{re.escape(name)}["\]]', block))
        whole = "".join([*used, block])
        return whole if SLUGS.issuperset(_SOURCE.findall(whole)) else None

    sections = [table for table in tables if table.startswith("[[sections]]") and with_cites(table)]
    questions = [table for table in tables if table.startswith("[[questions]]")]
    for section, question in zip(cycle(sections or [_SECTION]), questions, strict=False):
        cited = next((name for name in cites if f'"{name}"' in question), "")
        piece = with_cites(section.replace("{}", cited) + question)
        if piece:
            yield (head + piece).encode()


def of_source(data: bytes) -> Iterator[bytes]:
    """A source for every few lines, with the header."""
    if len(data) <= MOST:
        yield data
        return
    text = data.decode()
    header = found.group() if (found := _HEADER.match(text)) else ""
    lines = text[len(header) :].splitlines(keepends=True)
    for at in range(0, len(lines), _LINES):
        yield (header + "".join(lines[at : at + _LINES])).encode()
