import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"[" * 100_000, b'{"of": 1}', b"\xff\x00", b'{"of": [], "outline": []}', b"9" * 10_000]
)
def test_a_file_that_says_nothing_is_as_none(course: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "outline.json").write_bytes(data)
    assert KeptOutline(tmp_path, course).read() is None


def _nothing(kept: dict[str, Any]) -> None:
    kept["outline"] = None


def _a_number_for_renames(kept: dict[str, Any]) -> None:
    kept["outline"][3] = 5


def _renames_to_a_list(kept: dict[str, Any]) -> None:
    kept["outline"][3] = {"a": ["b"]}


def _a_list_for_the_title(kept: dict[str, Any]) -> None:
    kept["outline"][1] = []


def _a_number_for_a_lesson(kept: dict[str, Any]) -> None:
    kept["outline"][2][0] = 1


def _text_for_a_lesson(kept: dict[str, Any]) -> None:
    kept["outline"][2][0] = "abcdefghij"


def _a_number_for_a_lessons_title(kept: dict[str, Any]) -> None:
    kept["outline"][2][0][1] = 1.5


def _numbers_for_its_items(kept: dict[str, Any]) -> None:
    kept["outline"][2][0][2] = [1, 2]


def _true_for_its_length(kept: dict[str, Any]) -> None:
    kept["outline"][2][0][4] = True


@pytest.mark.parametrize(
    "spoil",
    [
        _nothing,
        _a_number_for_renames,
        _renames_to_a_list,
        _a_list_for_the_title,
        _a_number_for_a_lesson,
        _text_for_a_lesson,
        _a_number_for_a_lessons_title,
        _numbers_for_its_items,
        _true_for_its_length,
    ],
)
def test_an_outline_of_another_shape_is_as_none(
    course: Path, tmp_path: Path, outline: Outline, spoil: Callable[[dict[str, Any]], None]
) -> None:
    KeptOutline(tmp_path, course).write(outline)
    file = tmp_path / "outline.json"
    kept = json.loads(file.read_bytes())
    spoil(kept)
    file.write_text(json.dumps(kept))
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
