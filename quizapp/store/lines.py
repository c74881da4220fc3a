"""A line of a progress file, straight into a row of the learner's file.

It knows only yes: a line of which it says nothing is read by `attempt.from_record`, which says what is wrong with it.
"""

import re
from typing import Annotated, Any

import msgspec

from quizapp.quiz.attempt import LONGEST, MOST_HINTS, Kind, instant
from quizapp.quiz.moments import to_microseconds
from quizapp.store.rows import flags_of, texts_of

_is_uuid = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class _Line(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """The fields of an attempt, see `attempt.Attempt.to_record`."""

    id: str
    course: _Text
    item: _Text
    at: str
    kind: Kind
    response: list[str]
    correct: bool | None
    parts: tuple[bool, ...]
    sure: bool
    hints: Annotated[int, msgspec.Meta(ge=0, le=MOST_HINTS)]
    seconds: Annotated[float, msgspec.Meta(ge=0, le=LONGEST)]
    fingerprint: str
    learner: _Text | None
    target: str | None
    counts: bool
    sitting: str


_decode = msgspec.json.Decoder(_Line).decode


def row_of_line(line: bytes) -> tuple[Any, ...] | None:
    """The values of `rows.ATTEMPT_COLUMNS`; None where the line has to be looked at more closely."""
    try:
        found = _decode(line)
        at = to_microseconds(instant(found.at))
    except ValueError:
        return None
    target, correct = found.target, found.correct
    if (
        (correct is None) is (found.kind == "answer")
        or not (_is_uuid(found.id) and _is_uuid(found.sitting))
        or not (target is None or _is_uuid(target))
    ):
        return None
    return (
        found.id,
        found.course,
        found.item,
        at,
        found.kind,
        texts_of(found.response),
        None if correct is None else int(correct),
        flags_of(found.parts),
        int(found.sure),
        found.hints,
        found.seconds,
        found.fingerprint,
        found.learner or "",
        target,
        int(found.counts),
        found.sitting,
    )
