import os
import stat
from pathlib import Path

import pytest

from quizapp.errors import QuizappError
from quizapp.settings.reading import read_settings
from quizapp.settings.writing import keep_theme

MINE = """\
# My settings.
reviews_per_day = 50   # enough

# Keys as I am used to them.
[keys]
"lesson.next" = "n"    # next
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quizapp" / "settings.toml"


def test_the_first_theme_makes_the_file(path: Path) -> None:
    keep_theme(path, "light")
    assert path.read_text() == 'theme = "light"\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_everything_else_stays_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(MINE)
    path.chmod(0o600)
    keep_theme(path, "terminal")
    lines = path.read_text().splitlines()
    assert 'theme = "terminal"' in lines
    lines.remove('theme = "terminal"')
    assert [line for line in lines if line] == [line for line in MINE.splitlines() if line]
    assert read_settings(path).settings.theme == "terminal"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_text()
    keep_theme(path, "dark")
    assert path.read_text() == before.replace('"terminal"', '"dark"')


def test_the_theme_that_is_kept_already_writes_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(MINE)
    keep_theme(path, "dark")
    written = path.stat().st_mtime_ns
    keep_theme(path, "dark")
    assert path.stat().st_mtime_ns == written


def test_line_ends_and_a_byte_order_mark_stay(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbftheme = "dark" # night\r\nnew_per_day = 3\r\n')
    keep_theme(path, "light")
    assert path.read_bytes() == b'\xef\xbb\xbftheme = "light" # night\r\nnew_per_day = 3\r\n'


def test_a_link_stays_one(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "kept.toml").write_text("new_per_day = 3\n")
    path.symlink_to("kept.toml")
    keep_theme(path, "light")
    assert path.is_symlink()
    assert 'theme = "light"' in (path.parent / "kept.toml").read_text()


@pytest.mark.parametrize("text", ["theme = \x1b", 'them = "dark"', "new_per_day = [", 'theme = "drak"'])
def test_a_file_with_mistakes_is_left_alone(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(QuizappError, match="has mistakes and is left alone") as caught:
        keep_theme(path, "light")
    assert caught.value.hint == "quizapp doctor shows them."
    assert path.read_text() == text


def test_a_folder_that_is_a_file_is_said(path: Path) -> None:
    path.parent.write_text("")
    with pytest.raises(QuizappError, match="is left alone"):
        keep_theme(path, "light")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(path: Path) -> None:
    path.parent.mkdir(mode=0o500)
    with pytest.raises(QuizappError, match="cannot be written"):
        keep_theme(path, "light")


def test_a_write_that_fails_leaves_the_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    path.write_text(MINE)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(QuizappError, match="no space left on device"):
        keep_theme(path, "light")
    assert path.read_text() == MINE
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
