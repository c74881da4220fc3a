"""Approves what a test course asks, so that nothing in it is left for a person to do."""

from datetime import date
from pathlib import Path
from typing import Literal

from quizapp.authoring.approve import written
from quizapp.content.approval import FILE, Approval
from quizapp.content.library import load
from quizapp.content.workspace import Workspace


def approve(course: Path, how: Literal["read", "batch"] = "read") -> None:
    """Writes `lessons/approvals.toml`: every question of the sound lessons, as it is now."""
    library = load(Workspace(course))
    approvals = {
        f"{lesson.slug}/{question.id}": Approval(
            fingerprint=library.fingerprint(lesson, question), by="A test", on=date(2022, 4, 1), how=how
        )
        for lesson in library.lessons
        for question in lesson.questions
    }
    (course / FILE).write_text(written(approvals), encoding="utf-8", newline="\n")
