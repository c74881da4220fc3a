import os
from pathlib import Path

import pytest

from quizapp.placing import put


def left(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_files_are_put_whole_and_hand_on_their_permissions(tmp_path: Path) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_bytes(b"1")
    old.chmod(0o640)
    put({old: b"2", new: b"3"})
    assert left(tmp_path) == {"old.toml": b"2", "new.toml": b"3"}
    assert old.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_process_left_beside_a_file_gives_way(tmp_path: Path) -> None:
    part = tmp_path / f".a.{os.getpid()}.part"
    part.write_bytes(b"half")
    put({tmp_path / "a": b"whole"})
    assert left(tmp_path) == {"a": b"whole"}


def test_where_one_cannot_be_written_none_is_touched_and_that_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with pytest.raises(FileNotFoundError) as raised:
        put({tmp_path / "a": b"2", tmp_path / "missing" / "b": b"3"})
    assert raised.value.filename == str(tmp_path / "missing" / "b")
    assert left(tmp_path) == {"a": b"1"}


def test_a_folder_in_the_place_stays_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory") as raised:
        put({tmp_path / "a": b"2"})
    assert raised.value.filename == str(tmp_path / "a")
    assert (tmp_path / "a").is_dir()
    assert left(tmp_path) == {}
