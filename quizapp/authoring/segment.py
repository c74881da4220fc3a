"""Cuts an article, as it was received, into the lines of a source: sentences, headings, page furniture.

Only white space between words is ever changed. What a line is can only be guessed; every guess that is not plain prose
says why, and the author of the source reads the result.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.content.source import LineKind

_WRAPPED = 120
"""No line of a document whose lines were broken to fit a width is longer, in code points."""
_SLACK = 0.9
"""A break is meant where the next word would still have fitted into this part of the width."""
_HEADLINE = 20
_HEADING = 12
"""The most words that a headline or heading is taken to have."""
_MANY = 1000
"""More words than any heading: what has several sentences is none."""
_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]」』）】]*$")
_FULL_STOP_WIDE = re.compile(r"[。！？][」』）】]*$")
"""The end of a sentence in a script that puts no space between words, of which no count of words tells the length."""
_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")
_TITLES = re.compile(r"\W*(?:Capt|Col|Dr|Ft|Gen|Gov|Lt|Maj|Messrs|Mr|Mrs|Ms|Mt|Prof|Rev|Sen|Sgt|St)\.")
"""Words before a name, whose full stop ends no sentence."""
_PLAIN_WORD = re.compile(
    r"(?!(?:approx|art|ca|cf|ch|ed|esp|fig|incl|pp?|resp|sec|st|v|viz|vol|vs)\.)[^\W\d_]{2,}\.[\"'”’»)\]]*"
)
"""A word that ends a sentence where a capital follows: no abbreviation, if it is in lower case."""
_MARKER = re.compile(r"(?:#|##|~) ")
_ITEM = re.compile(r"[-–—•·*▪◦‣]\s")
"""What an item of a list begins with, however short it is; a number begins headings too."""
_LABEL = re.compile(
    r"^(?:back to top\b.*|close|comments?|load more|menu|more from\b.*|most (?:popular|read)|"
    r"read (?:more|next)\b.*|related\b.*|see all\b.*|share\b.*|tags?\b.*|trending\b.*|what['’]s hot)$|"
    r"\b(?:images|getty|photo(?:graph)?s?|via|updated)\b|©",
    re.IGNORECASE,
)
"""Short lines without a full stop that a page has around an article: calls to click, credits of pictures."""
_NOTICE = re.compile(
    r"^advertisement\b|\b(?:all rights reserved|comment section|contact us by|contributed to this report|follow us on|"
    r"has been updated throughout|join the discussion|our newsletter|privacy policy|subscribe (?:now|to)|terms of use|"
    r"trademarks? belong)\b|©",
    re.IGNORECASE,
)
"""Phrases of notices that are about the page or the desk, not about the subject."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source to be."""

    text: str
    """The article's own characters, without a line break and without white space at the ends."""
    kind: LineKind
    paragraph: int
    why: str = ""
    """Why it was not taken for a sentence."""


def cut(text: str) -> tuple[Line, ...]:
    """An article as lines, in order; together they have its words and no others."""
    blocks = _blocks(text)
    sentences = [_sentences(block) for block in blocks]
    kinds = _kinds(blocks, sentences)
    lines: list[Line] = []
    for index, (block, parts, (kind, why)) in enumerate(zip(blocks, sentences, kinds, strict=True)):
        in_parts = kind in (LineKind.SENTENCE, LineKind.FURNITURE)
        lines += [Line(part, kind, index, why) for part in (parts if in_parts else [block])]
    return tuple(lines)


def body(lines: Sequence[Line]) -> str:
    """The lines as a source's file has them, below its header."""
    markers = {LineKind.HEADLINE: "# ", LineKind.HEADING: "## ", LineKind.FURNITURE: "~ ", LineKind.SENTENCE: ""}
    written: list[str] = []
    for index, line in enumerate(lines):
        if index and line.paragraph != lines[index - 1].paragraph:
            written.append("")
        # A sentence that begins like a marker is set off by a space, or the marker would be taken from its words.
        guard = " " if line.kind is LineKind.SENTENCE and _MARKER.match(f"{line.text} ") else ""
        written.append(f"{markers[line.kind]}{guard}{line.text}")
    return "\n".join(written) + "\n"


def _blocks(text: str) -> list[str]:
    """Paragraphs: lines that were only broken to fit a width are joined, every other break parts."""
    lines = [line.strip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    blocks: list[list[str]] = []
    open_block = ""
    for line, before in zip(lines, ["", *lines], strict=False):
        if open_block and line and _was_wrapped(before, line, width):
            blocks[-1].append(line)
        elif line:
            blocks.append([line])
        open_block = line
    return [" ".join(block) for block in blocks]


def _was_wrapped(before: str, line: str, width: int) -> bool:
    """Whether a break only fits lines to a width: the first word after it had no room before it."""
    return width <= _WRAPPED and len(before) + 1 + len(line.split(maxsplit=1)[0]) > _SLACK * width


def _sentences(block: str) -> list[str]:
    """The sentences of a paragraph. Splits are only ever made at white space."""
    from nupunkt import sent_spans

    starts = {start + len(block[start:end]) - len(block[start:end].lstrip()) for start, end in sent_spans(block)}
    words = list(re.finditer(r"\S+", block))
    cuts = [0]
    for before, word in pairwise(words):
        if _parts(before.group(), word.group(), found=word.start() in starts):
            cuts.append(word.start())
    return [block[start:end].strip() for start, end in pairwise([*cuts, len(block)])]


def _parts(before: str, after: str, *, found: bool) -> bool:
    """Whether a sentence ends between two words, where the splitter did or did not find an end."""
    if found:
        begins = next((letter for letter in after if letter.isalnum()), "")
        return not begins.islower() and not _TITLES.fullmatch(before)
    # The splitter takes “no.”, “me.” and “ten.” for abbreviations, whatever stands before them.
    return before.islower() and bool(_PLAIN_WORD.fullmatch(before)) and after.lstrip("“‘\"'([")[:1].isupper()


def _kinds(blocks: Sequence[str], sentences: Sequence[Sequence[str]]) -> list[tuple[LineKind, str]]:
    """What each paragraph is taken for, and why where it is not prose."""
    times = Counter(blocks)
    kinds: list[tuple[LineKind, str]] = []
    for index, (block, parts) in enumerate(zip(blocks, sentences, strict=True)):
        words = len(block.split()) if len(parts) == 1 else _MANY
        open_ended = not _END.search(block)
        if times[block] > 1:
            kinds.append((LineKind.FURNITURE, f"stands {times[block]} times"))
        elif index == 0 and words <= _HEADLINE and len(blocks) > 1 and not _FULL_STOP_WIDE.search(block):
            kinds.append((LineKind.HEADLINE, "a short first line"))
        elif _NOTICE.search(block) or (words <= _HEADLINE and open_ended and _LABEL.search(block)):
            kinds.append((LineKind.FURNITURE, "reads like part of the page"))
        elif _ITEM.match(block):
            kinds.append((LineKind.SENTENCE, ""))
        elif words <= _HEADING and open_ended:
            kinds.append((LineKind.HEADING, "short, without a full stop"))
        elif words <= _HEADLINE and block.isupper():
            kinds.append((LineKind.HEADING, "all in capitals"))
        elif words <= _HEADING and _QUESTION.search(block):
            kinds.append((LineKind.HEADING, "a short question by itself"))
        else:
            kinds.append((LineKind.SENTENCE, ""))
    return list(_headings_lead(kinds))


def _headings_lead(kinds: Sequence[tuple[LineKind, str]]) -> Iterator[tuple[LineKind, str]]:
    """A heading has prose under it; without any, it is part of the page."""
    for index, (kind, why) in enumerate(kinds):
        following = kinds[index + 1][0] if index + 1 < len(kinds) else LineKind.FURNITURE
        if kind is LineKind.HEADING and following is LineKind.FURNITURE:
            yield LineKind.FURNITURE, f"{why}, and no prose under it"
        else:
            yield kind, why
