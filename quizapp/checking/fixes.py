"""Applies safe fixes. A fix counts as safe only when the check itself says so: its finding goes, and none comes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Diagnostic, Edit, Fix, Location
from quizapp.text.span import Span


@dataclass(frozen=True)
class Fixed:
    """What fixing came to."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The new text of every file that changes, relative to the course."""
    applied: tuple[tuple[str, Fix], ...] = ()
    """The code of the rule and the fix, in the order in which they were applied."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; they do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def fix(workspace: Workspace, wanted: Callable[[Diagnostic], bool] = lambda _: True) -> Fixed:
    """Applies every safe fix of a wanted finding, one after the other, until none is left; nothing is written."""
    fixed = Fixed()
    refused: set[tuple[str, Fix]] = set()
    library = load(workspace)
    while True:
        found = {(d.rule.code, d.fix) for d in library.diagnostics if d.fix and d.fix.safe and wanted(d)} - refused
        if not found:
            return fixed
        code, chosen = min(found, key=lambda pair: (pair[0], pair[1].edits[0].file, pair[1].edits[0].span))
        changed = {
            file: apply(library.documents[file].text, [edit for edit in chosen.edits if edit.file == file])
            for file in dict.fromkeys(edit.file for edit in chosen.edits)
        }
        tried = replace(workspace, overlays={**workspace.overlays, **changed})
        after = load(tried)
        if _is_safe(library, after, code, chosen):
            workspace, library, refused = tried, after, set()
            fixed = Fixed({**fixed.texts, **changed}, (*fixed.applied, (code, chosen)))
        else:
            refused.add((code, chosen))


_HIDING = frozenset({"QZ103", "QZ201"})
"""Findings behind which others are hidden: a file or a table that cannot be read says nothing of what is in it."""


def _is_safe(before: Library, after: Library, code: str, chosen: Fix) -> bool:
    """Whether the finding is gone and none has come.

    Once what was hidden can be read findings may come to light, but not in the lines that were edited.
    """
    had = {(d.rule.code, d.message) for d in before.diagnostics}
    new = [d for d in after.diagnostics if (d.rule.code, d.message) not in had]
    if code in _HIDING:
        new = [d for d in new if any(_touches(after, edit, d.location) for edit in chosen.edits)]
    gone = not any(d.rule.code == code and d.fix == chosen for d in after.diagnostics)
    return gone and not new


def _touches(library: Library, edit: Edit, location: Location | None) -> bool:
    """Whether a finding is in the lines that an edit wrote."""
    if location is None or location.file != edit.file:
        return False
    document = library.documents[edit.file]
    written = document.place(Span(edit.span.start, edit.span.start + len(edit.text)))
    return written.line <= location.place_in(document).line <= written.end_line
