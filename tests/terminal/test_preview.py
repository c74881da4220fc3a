"""The preview in a real terminal, with real saves and a real editor."""

import shutil
import stat
from pathlib import Path

from tests.terminal.terminal import Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"


def test_a_save_is_seen_at_once_and_the_editor_gets_the_terminal(tmp_path: Path) -> None:
    course = Path(shutil.copytree(TINY, tmp_path / "course"))
    lesson = course / "lessons" / "first-winter.toml"
    text = lesson.read_text(encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "editing $2 at $1"\nread answer\n', encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    data = tmp_path / "data"
    with Terminal(
        "preview", "first-winter", data=data, course=course, env={"VISUAL": str(editor)}, columns=120, rows=40
    ) as terminal:
        terminal.wait("Preview · The first winter")
        terminal.wait("help", gone="checking")
        lesson.write_text(text.replace("title =", "titel =", 1), encoding="utf-8")
        terminal.wait("The file has errors. This is its last good version.")
        terminal.wait("`titel` is not a key here")
        terminal.press("e")
        terminal.wait(r"editing .*first-winter\.toml at \+\d+")
        lesson.write_text(text, encoding="utf-8")
        terminal.press("enter")
        terminal.wait("Preview · The first winter", gone="last good version")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert b"Traceback" not in terminal.written
    assert not data.exists(), "an author is no learner"
