from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
LEARN, APPROVE, PREVIEW = ("learn", "--plain"), ("approve", "--by", "Ada"), ("preview",)


@pytest.fixture
def broken(course: Path) -> Path:
    """The tiny course, its only lesson with an error."""
    lesson = course / "lessons" / "the-bell.toml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title = ", "titel = ", 1), encoding="utf-8")
    return course


@pytest.mark.parametrize("command", [LEARN, APPROVE, PREVIEW], ids=lambda command: command[0])
def test_a_lesson_that_is_not_there(ran: Run, course: Path, command: tuple[str, ...]) -> None:
    status, out, err = ran(*command, "the-bel", within=course)
    assert (status, out) == (2, "")
    assert err == ("quizapp: there is no lesson “the-bel”; did you mean “the-bell”?\nThe lessons are: the-bell.\n")


def test_what_is_neither_a_lesson_nor_a_command(ran: Run, course: Path) -> None:
    status, _, err = ran("--plain", "chekc", within=course)
    assert status == 2
    assert err == "quizapp: there is no command or lesson “chekc”; did you mean “check”?\nThe lessons are: the-bell.\n"


@pytest.mark.parametrize("command", [LEARN, APPROVE], ids=lambda command: command[0])
def test_a_lesson_with_errors(ran: Run, broken: Path, command: tuple[str, ...]) -> None:
    status, out, err = ran(*command, "the-bell", within=broken)
    assert (status, out) == (3, "")
    first, where, repair = err.splitlines()
    assert first == "quizapp: the lesson “the-bell” has errors and cannot be used."
    assert where.startswith("lessons/the-bell.toml:")
    assert repair == "`quizapp check` shows them all."


def test_a_lesson_with_errors_is_what_the_preview_is_for(ran: Run, broken: Path) -> None:
    assert "the preview needs a terminal" in ran("preview", "the-bell", within=broken)[2]
