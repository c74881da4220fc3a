import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cli.kept_outline import KeptOutline
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.outline import Outline, left_quiz, outline_of, progress_in
from quizapp.tui.app import QuizApp
from quizapp.tui.path import Broken, Stop
from quizapp.tui.widgets.path_list import step_row
from quizapp.tui.widgets.step_card import step_card
from tests.cli.conftest import TINY, Ran


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
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"of"',
        b'{"of": 1}',
        b"\xff\x00",
        b'{"of": [], "outline": []}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"9" * 10_000,
    ],
    ids=lambda data: repr(data[:12]),
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


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are of POSIX")
def test_what_is_no_file_is_as_none(course: Path, tmp_path: Path, outline: Outline) -> None:
    file = tmp_path / "outline.json"
    os.mkfifo(file)
    assert KeptOutline(tmp_path, course).read() is None
    file.unlink()
    file.mkdir()
    KeptOutline(tmp_path, course).write(outline)
    assert KeptOutline(tmp_path, course).read() is None
    assert [left.name for left in tmp_path.glob("*outline*")] == ["outline.json"]


ODD: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["\ud800", "\x1b[2J", 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(data=st.data())
def test_whatever_stands_in_it_can_be_shown(kept: tuple[Path, Path], data: st.DataObject) -> None:
    """One value of it, anywhere, is another: a list, a number, a text that acts on a terminal or cannot be written."""
    folder, course = kept
    file = folder / "outline.json"
    sound = file.read_text(encoding="utf-8")
    whole = json.loads(sound)
    inside, key = data.draw(st.sampled_from(list(_places(whole, "outline"))))
    inside[key] = data.draw(ODD)
    file.write_text(json.dumps(whole), encoding="utf-8")
    found = KeptOutline(folder, course).read()
    file.write_text(sound, encoding="utf-8")
    for number, lesson in enumerate(found.lessons if found else (), 1):
        step = Broken(number, lesson) if lesson.broken else Stop(number, lesson, progress_in("a", lesson.items, ()))
        shown = [str(block.content) for block in step_card(step, "enter")] + [str(step_row(step, 9).line(80))]
        assert "\x1b" not in "".join(shown)
        assert "".join(shown).encode()
    if found:
        left_quiz({"course": found.course}, found)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder in which the outline of a course was kept, and the course."""
    folder = tmp_path_factory.mktemp("kept")
    KeptOutline(folder, TINY).write(outline_of(load(Workspace(TINY))))
    return folder, TINY


def _places(inside: Any, key: Any) -> Iterator[tuple[Any, Any]]:
    """Each value in what JSON holds, as what it stands in and its key there."""
    yield inside, key
    value = inside[key]
    if isinstance(value, dict | list):
        for inner in list(value) if isinstance(value, dict) else range(len(value)):
            yield from _places(value, inner)


def test_a_write_that_is_cut_off_leaves_what_was_there(
    course: Path, tmp_path: Path, outline: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptOutline(tmp_path, course).write(outline)

    def no_room(stream: int) -> None:
        os.truncate(stream, 10)
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", no_room)
    KeptOutline(tmp_path, course).write(outline._replace(title="Another"))
    assert KeptOutline(tmp_path, course).read() == outline
    assert [left.name for left in tmp_path.glob("*outline*")] == ["outline.json"]


WRITE = """
import sys
from pathlib import Path
from quizapp.cli.kept_outline import KeptOutline
kept = KeptOutline(Path(sys.argv[1]), Path(sys.argv[2]))
outline = kept.read()
for n in range(300):
    kept.write(outline._replace(title="x" * n))
"""


def test_who_reads_while_two_write_sees_a_whole_one(course: Path, tmp_path: Path, outline: Outline) -> None:
    kept = KeptOutline(tmp_path, course)
    kept.write(outline)
    both = [subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path), str(course)]) for _ in range(2)]
    while any(process.poll() is None for process in both):
        found = kept.read()
        assert found is not None
        assert found._replace(title="") == outline._replace(title="")
    assert [process.returncode for process in both] == [0, 0]
    assert [left.name for left in tmp_path.glob("*outline*")] == ["outline.json"]


def test_a_folder_that_is_not_there_keeps_nothing(course: Path, tmp_path: Path, outline: Outline) -> None:
    KeptOutline(tmp_path / "nowhere", course).write(outline)
    assert not (tmp_path / "nowhere").exists()


def test_a_face_keeps_the_outline_of_what_it_read(
    ran: Callable[..., Ran], course: Path, tmp_path: Path, outline: Outline
) -> None:
    ran("learn", "--plain", "--course", str(course), stdin=":q\n")
    assert KeptOutline(tmp_path / "data", course).read() == outline


def test_of_a_lesson_that_changes_while_it_is_read_nothing_is_kept(
    ran: Callable[..., Ran], course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_and_edit(workspace: Workspace, *, documents: bool) -> Library:
        library = load(workspace, documents=documents)
        lesson = next((course / "lessons").glob("the-*.toml"))
        lesson.write_text(lesson.read_text(encoding="utf-8").replace('title = "', 'title = "Another: ', 1), "utf-8")
        return library

    monkeypatch.setattr("quizapp.cli.reading.load", read_and_edit)
    ran("learn", "--plain", "--course", str(course), stdin=":q\n")
    assert KeptOutline(tmp_path / "data", course).read() is None


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_screens_keep_the_outline_of_the_files_that_they_read(
    ran: Callable[..., Ran], course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home was painted from what was kept; the course changed before it was read."""
    ran("learn", "--plain", "--course", str(course), stdin=":q\n")
    monkeypatch.setattr("quizapp.cli.wiring.standard_input", Terminal)

    def change_and_read(app: QuizApp) -> None:
        assert app.services.kept == KeptOutline(tmp_path / "data", course).read()
        lesson = next((course / "lessons").glob("the-*.toml"))
        lesson.write_text(lesson.read_text().replace('title = "', 'title = "Another: ', 1))
        assert app.services.library is not None

    monkeypatch.setattr(QuizApp, "run", change_and_read)
    ran("learn", "--course", str(course))
    assert KeptOutline(tmp_path / "data", course).read() == outline_of(load(Workspace(course)))
