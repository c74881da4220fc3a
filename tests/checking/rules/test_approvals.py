"""What the check says of a question that nobody approved, or not in person: QZ331."""

import shutil
from pathlib import Path
from typing import Literal

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.approval import FILE
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.approving import approve
from tests.checking.broken import LESSON, TINY

RUN = "Run `quizapp approve the-bell`."


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The tiny course, to be approved anew."""
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _told(course: Path, *, strict: bool = False) -> list[tuple[str | None, str, tuple[str, ...]]]:
    found = [finding.diagnostic for finding in check(load(Workspace(course)), Wanted(strict=strict)).findings]
    assert {one.rule.code for one in found} <= {"QZ331"}
    return [(one.question, one.message, one.notes) for one in found]


def test_without_a_word_of_anybody(course: Path) -> None:
    (course / FILE).unlink()
    questions = ("who-rang", "how-long", "when-does-it-ring")
    assert _told(course) == [(question, "Nobody approved this.", (RUN,)) for question in questions]


def test_after_a_change(course: Path) -> None:
    lesson = course / LESSON
    lesson.write_text(lesson.read_text().replace("The mayor rang it herself", "She rang it herself"))
    assert _told(course) == [("who-rang", "The question or its evidence changed since it was approved.", (RUN,))]


def test_of_a_refusal_the_name_and_the_reason_are_told(course: Path) -> None:
    approvals = course / FILE
    text = approvals.read_text()
    at = text.index('how = "read"', text.index("who-rang"))
    approvals.write_text(f'{text[:at]}how = "refused"\nbecause = "She did not ring alone."\n')
    message = "A test refused this question: She did not ring alone."
    assert _told(course) == [("who-rang", message, ("Mend it, then run `quizapp approve the-bell`.",))]


def test_of_a_refusal_before_a_change_is_told_that_it_was_one(course: Path) -> None:
    approvals, lesson = course / FILE, course / LESSON
    text = approvals.read_text()
    at = text.index('how = "read"', text.index("who-rang"))
    approvals.write_text(f'{text[:at]}how = "refused"\nbecause = "She did not ring alone."\n')
    lesson.write_text(lesson.read_text().replace("The mayor rang it herself", "She rang it herself"))
    assert _told(course) == [("who-rang", "The question or its evidence changed since it was refused.", (RUN,))]


@pytest.mark.parametrize(("how", "number"), [("read", 0), ("batch", 3)])
def test_a_strict_check_wants_each_question_read(course: Path, how: Literal["read", "batch"], number: int) -> None:
    approve(course, how)
    assert not _told(course)
    told = _told(course, strict=True)
    assert [message for _, message, _ in told] == ["This was approved in a batch, not read by a person."] * number


def test_a_file_that_cannot_be_read_is_told_once(course: Path) -> None:
    (course / FILE).write_text("[broken")
    assert [f.diagnostic.rule.code for f in check(load(Workspace(course))).findings] == ["QZ101"]
