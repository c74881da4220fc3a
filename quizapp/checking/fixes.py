"""Applies safe fixes. A fix counts as safe only when the check itself says so: its finding goes, and none comes.

To ask the check is to read the lessons that changed, or the whole course, so as many fixes as can be are tried at once;
those that stood in the way then have to show by themselves what they do.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from quizapp.content.library import Library
from quizapp.content.rereading import Rereading
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Diagnostic, Edit, Fix
from quizapp.text.span import Path, Span


@dataclass(frozen=True)
class Fixed:
    """What fixing came to."""

    library: Library = field(repr=False)
    """The course as it is with what was fixed."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The new text of every file that changes, relative to the course."""
    applied: tuple[tuple[str, Fix], ...] = ()
    """The code of the rule and the fix, in the order in which they were applied."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; they do not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += text[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join((*parts, text[at:]))


_PATIENCE = 1_000_000
"""Letters of courses that are read over, at most, to try what failed together with others; or twice the course's own,
where it has more."""


def fix(workspace: Workspace, wanted: Callable[[Diagnostic], bool] = lambda _: True) -> Fixed:
    """Applies every safe fix of a wanted finding until none is left; nothing is written.

    Of thousands that are not safe some may be left untried, and of a large course any in whose own lines something new
    was found when they were tried with others.
    """
    course = Rereading(workspace)
    fixed = Fixed(course.library())
    blamed: set[_Choice] = set()
    aside: set[_Choice] = set()
    refused: set[_Choice] = set()
    size = _letters(fixed.library)
    patience = max(_PATIENCE, 2 * size)
    while patience > 0:
        library = fixed.library
        found = {_Choice(d.rule.code, d.fix): d for d in library.diagnostics if d.fix and d.fix.safe and wanted(d)}
        left = sorted(found.keys() - refused, key=_order)
        batch = _apart({choice: found[choice] for choice in left if choice not in blamed and choice not in aside})
        batch = batch or next(([choice] for choice in left if choice in aside or patience > size), [])
        if not batch:
            break
        changed = _changed(library, batch)
        other = course.with_texts(changed)
        after = other.library()
        near, far = _blamed(library, after, batch)
        if not near and not far:
            blamed, aside, refused = set(_moved(blamed | refused, batch)), set(), set()
            course, fixed = other, Fixed(after, {**fixed.texts, **changed}, (*fixed.applied, *batch))
            continue
        if len(batch) == 1:
            refused.update(batch)
        blamed |= near
        aside |= far
        patience -= _letters(after)
    return fixed


def _letters(library: Library) -> int:
    """How much a course is to read."""
    return sum(len(document.text) for document in library.documents.values())


def _changed(library: Library, batch: Iterable["_Choice"]) -> dict[str, str]:
    """The new text of every file that these fixes edit."""
    edits: dict[str, list[Edit]] = {}
    for edit in (edit for choice in batch for edit in choice.fix.edits):
        edits.setdefault(edit.file, []).append(edit)
    return {file: apply(library.documents[file].text, made) for file, made in edits.items()}


class _Choice(NamedTuple):
    """A fix, and the rule whose finding it is to mend."""

    code: str
    fix: Fix


def _order(choice: _Choice) -> tuple[str, str, Span]:
    return choice.code, choice.fix.edits[0].file, choice.fix.edits[0].span


def _place(choice: _Choice) -> tuple[str, Span, str]:
    return choice.fix.edits[0].file, choice.fix.edits[0].span, choice.code


_HIDING = frozenset({"QZ103", "QZ201"})
"""Findings behind which others are hidden: a file or a table that cannot be read says nothing of what is in it."""


def _apart(found: Mapping[_Choice, Diagnostic]) -> list[_Choice]:
    """Those that do not touch one another, nor give the keys of one table new names.

    Where findings are hidden behind some, these go first, so that what comes to light is not laid to others.
    """
    hiding = any(choice.code in _HIDING for choice in found)
    chosen: list[_Choice] = []
    taken: set[tuple[str, Path]] = set()
    ends: dict[str, int] = {}
    for choice in sorted(found, key=_place):
        location = found[choice].location
        table = (location.file, location.path[:-1]) if location and location.on_key else None
        if (hiding and choice.code not in _HIDING) or table in taken:
            continue
        if any(edit.span.start <= ends.get(edit.file, -1) for edit in choice.fix.edits):
            continue
        if table:
            taken.add(table)
        for edit in choice.fix.edits:
            ends[edit.file] = max(edit.span.end, ends.get(edit.file, -1))
        chosen.append(choice)
    return sorted(chosen, key=_order)


def _blamed(before: Library, after: Library, batch: list[_Choice]) -> tuple[set[_Choice], set[_Choice]]:
    """Those whose finding is still there or in whose lines a new one is, and others that may have brought a new one.

    Once what was hidden can be read findings may come to light, but not in the lines that were edited. Of one in other
    lines any may be to blame: half of them are let off, to be tried by themselves.
    """
    had = {(d.rule.code, d.message) for d in before.diagnostics}
    there = {(d.rule.code, d.fix) for d in after.diagnostics if d.fix}
    lines: dict[tuple[str, int], list[_Choice]] = {}
    near: set[_Choice] = set()
    far: set[_Choice] = set()
    for choice, moved in zip(batch, _moved(batch, batch), strict=True):
        if moved in there:
            near.add(choice)
        for edit in moved.fix.edits:
            span = Span(edit.span.start, edit.span.start + len(edit.text))
            place = after.documents[edit.file].place(span)
            for line in range(place.line, place.end_line + 1):
                lines.setdefault((edit.file, line), []).append(choice)
    for found in after.diagnostics:
        if (found.rule.code, found.message) in had:
            continue
        location = found.location
        document = after.documents.get(location.file) if location else None
        at = (location.file, location.place_in(document).line) if location and document else ("", 0)
        if at in lines:
            near.update(lines[at])
            lines[at] = []  # a line may have thousands of both
        elif batch[0].code not in _HIDING or found.rule.code == "QZ101":
            far.update(batch[len(batch) // 2 :])
    return near, far


def _moved(choices: Iterable[_Choice], batch: Iterable[_Choice]) -> Iterator[_Choice]:
    """Fixes, their edits where their places are once those of a batch were made; they are as long as before."""
    made: dict[str, list[Edit]] = {}
    for edit in (edit for choice in batch for edit in choice.fix.edits):
        made.setdefault(edit.file, []).append(edit)
    starts: dict[str, list[int]] = {}
    shifts: dict[str, list[int]] = {}
    for file, edits in made.items():
        edits.sort(key=lambda edit: edit.span)
        starts[file] = [edit.span.start for edit in edits]
        lengths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        shifts[file] = list(accumulate(lengths, initial=0))

    def moved(edit: Edit) -> Edit:
        if edit.file not in made:
            return edit
        return edit._replace(span=edit.span.shift(shifts[edit.file][bisect_left(starts[edit.file], edit.span.start)]))

    for code, fix_ in choices:
        yield _Choice(code, fix_._replace(edits=tuple(map(moved, fix_.edits))))
