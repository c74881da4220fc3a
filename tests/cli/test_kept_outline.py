import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cli.kept_outline import KeptOutline
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.outline import Outline, outline_of
from tests.cli.conftest import Ran


@pytest.fixture
def outline(course: Path) -> Outline:
    return outline_of(load(Workspace(course)))


def test_what_was_kept_is_read_again(course: Path, tmp_path: Path, outline: Outline) -> None:
    assert KeptOutline(tmp_path, course).read() is None
    KeptOutline(tmp_path, course).write(outline)
    assert KeptOutline(tmp_path, course).read() == outline


@pytest.mark.parametrize(
    "change",
    [
        lambda course: (course / "lessons/more.toml").write_text("format = 1\n"),
        lambda course: next((course / "lessons").glob("the-*.toml")).unlink(),
        lambda course: os.utime(next((course / "seeds").glob("*.md")), ns=(1, 1)),
        lambda course: next((course / "seeds/originals").iterdir()).write_text("other"),
    ],
    ids=["added", "removed", "written", "original"],
)
def test_nothing_is_kept_of_a_course_that_changed(
    course: Path, tmp_path: Path, outline: Outline, change: Callable[[Path], object]
) -> None:
    KeptOutline(tmp_path, course).write(outline)
    change(course)
    assert KeptOutline(tmp_path, course).read() is None


def test_another_course_is_another(course: Path, tmp_path: Path, outline: Outline) -> None:
    KeptOutline(tmp_path, course).write(outline)
    assert KeptOutline(tmp_path, course.rename(tmp_path / "moved")).read() is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"of": 1}', b"\xff\x00", b'{"of": [], "outline": []}'])
def test_a_file_that_says_nothing_is_as_none(course: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "outline.json").write_bytes(data)
    assert KeptOutline(tmp_path, course).read() is None


def test_half_of_it_is_as_none(course: Path, tmp_path: Path, outline: Outline) -> None:
    KeptOutline(tmp_path, course).write(outline)
    file = tmp_path / "outline.json"
    file.write_bytes(file.read_bytes()[:-20])
    assert KeptOutline(tmp_path, course).read() is None


def test_a_folder_that_is_not_there_keeps_nothing(course: Path, tmp_path: Path, outline: Outline) -> None:
    KeptOutline(tmp_path / "nowhere", course).write(outline)
    assert not (tmp_path / "nowhere").exists()


def test_a_face_keeps_the_outline_of_what_it_read(
    ran: Callable[..., Ran], course: Path, tmp_path: Path, outline: Outline
) -> None:
    ran("learn", "--plain", "--course", str(course), stdin=":q\n")
    assert KeptOutline(tmp_path / "data", course).read() == outline
