"""A course that takes a while to read, opened for the first time and again."""

import shutil
from pathlib import Path

import pytest

from quizapp.cli.wiring import MANY
from tests.terminal.terminal import Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course with so many lessons that it is read behind Home."""
    course = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("large") / "course"))
    lesson = (course / "lessons/the-bell.toml").read_text(encoding="utf-8")
    for number in range(MANY):
        text = lesson.replace('title = "The bell rings again"', f'title = "Ring number {number}"')
        (course / f"lessons/ring-{number:03}.toml").write_text(text, encoding="utf-8")
    return course


def test_the_first_time_it_is_told_that_it_is_read_and_the_second_time_it_is_there(large: Path, tmp_path: Path) -> None:
    for first in (True, False):
        with Terminal(data=tmp_path, course=large) as terminal:
            seen: list[str] = []
            terminal.watch = lambda terminal=terminal, seen=seen: seen.append(terminal.words)  # type: ignore[misc]
            terminal.wait("Ring number 1 ")
            assert any("Reading the course…" in words for words in seen) is first
            terminal.press("s")
            terminal.wait("Sources .*article")
            terminal.press("escape")
            terminal.wait("Ring number 1 ")
            terminal.press("ctrl+q")
            assert terminal.wait_end() == 0


def test_a_lesson_of_it_opens_from_the_command_line(large: Path, tmp_path: Path) -> None:
    with Terminal("learn", "ring-007", data=tmp_path, course=large) as terminal:
        terminal.wait("Ring number 7.*section 1 of")
        terminal.press("escape")
        terminal.wait("r review")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0


def test_a_lesson_that_it_has_not_is_told_when_that_is_known(large: Path, tmp_path: Path) -> None:
    with Terminal("learn", "ring-700", data=tmp_path, course=large) as terminal:
        assert terminal.wait_end() == 2
        assert "there is no lesson “ring-700”" in terminal.words


def test_plain_mode_says_what_it_is_doing_where_it_cannot_say_how_far_it_is(large: Path, tmp_path: Path) -> None:
    with Terminal("--plain", data=tmp_path, course=large, env={"TERM": "dumb"}) as terminal:
        terminal.wait("Nothing is due")
        assert "Reading the course…" in terminal.written.decode()
