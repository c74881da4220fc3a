import os
from pathlib import Path

import pytest

from quizapp.content.workspace import MAX_BYTES, Unreadable, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "b.toml").write_bytes(b"\xef\xbb\xbfb = 1\r\n")
    (tmp_path / "lessons" / "a.toml").write_text("a = 1\n")
    (tmp_path / "lessons" / ".hidden.toml").write_text("")
    (tmp_path / "lessons" / "notes.txt").write_text("")
    return Workspace(tmp_path)


def test_lists_files_sorted(workspace: Workspace) -> None:
    assert workspace.files("lessons", ".toml") == ("lessons/a.toml", "lessons/b.toml")
    assert workspace.files("nowhere", ".toml") == ()


def test_an_overlay_stands_for_the_file(workspace: Workspace) -> None:
    overlaid = Workspace(workspace.root, {"lessons/a.toml": "a = 2", "lessons/c.toml": "c = 1"})
    assert overlaid.text("lessons/a.toml") == "a = 2"
    assert overlaid.files("lessons", ".toml")[-1] == "lessons/c.toml"


def test_a_byte_order_mark_is_dropped_and_line_ends_stay(workspace: Workspace) -> None:
    assert workspace.text("lessons/b.toml") == "b = 1\r\n"


@pytest.mark.parametrize("file", ["../secret", "/etc/passwd", "lessons/../../secret"])
def test_nothing_outside_the_course_is_read(workspace: Workspace, file: str) -> None:
    read = workspace.data(file)
    assert isinstance(read, Unreadable)
    assert read.reason == "is outside the course"


@pytest.mark.parametrize("name", ["C:/secret", "lessons/a:b.toml", "lessons\\a.toml", "..\\secret"])
def test_a_name_that_leads_elsewhere_on_other_systems_is_refused_as_one(workspace: Workspace, name: str) -> None:
    (workspace.root / "lessons" / "a:b.toml").write_text("b = 1\n")
    read = workspace.data(name)
    assert isinstance(read, Unreadable)
    assert read.reason == "has a backslash or a colon in its name, which not every system allows"


def test_a_name_that_no_system_takes_is_read_from_nowhere(workspace: Workspace) -> None:
    read = workspace.data("lessons/\0.toml")
    assert isinstance(read, Unreadable)
    assert read.reason == "cannot be reached (a name that cannot be)"


def test_no_link_is_followed(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "lessons" / "link.toml").symlink_to(tmp_path / "lessons" / "a.toml")
    (tmp_path / "folder").symlink_to(tmp_path / "lessons")
    for file in ("lessons/link.toml", "folder/a.toml"):
        read = workspace.data(file)
        assert isinstance(read, Unreadable)
        assert read.reason == "is a symbolic link"


def test_only_regular_files_of_moderate_size_are_read(workspace: Workspace, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lessons" / "pipe.toml")
    with (tmp_path / "lessons" / "huge.toml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    reasons = [workspace.data(f"lessons/{name}") for name in ("pipe.toml", "huge.toml", "none.toml")]
    assert [read.reason for read in reasons if isinstance(read, Unreadable)] == [
        "is not a regular file",
        "is larger than 5 MB",
        "is missing",
    ]
    assert isinstance(workspace.data("lessons"), Unreadable)


def test_other_encodings_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "lessons" / "u.toml").write_bytes("a = 1".encode("utf-16"))
    read = workspace.text("lessons/u.toml")
    assert isinstance(read, Unreadable)
    assert read.reason.startswith("is not UTF-8 text")


def test_a_folder_that_is_a_link_holds_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(tmp_path / "lessons")
    assert workspace.files("seeds", ".toml") == ()


def test_a_file_that_grows_while_it_is_read_is_refused(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = (tmp_path / "lessons" / "a.toml").stat()
    with (tmp_path / "lessons" / "b.toml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(os, "fstat", lambda _: looked_at)
    read = workspace.data("lessons/b.toml")
    assert isinstance(read, Unreadable)
    assert read.reason == "is larger than 5 MB"
