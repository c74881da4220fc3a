import os
import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from quizapp.cli import doctor
from quizapp.store.progress import Progress
from quizapp.tui.screens import too_small
from tests.store.making import attempt

Start = Callable[..., Any]


def files(folder: Path) -> dict[str, bytes]:
    """All of it, but for what SQLite keeps beside a file that is open: locks, and a log that is empty."""
    kept = (file for file in folder.rglob("*") if file.is_file() and not file.name.endswith(("-shm", "-wal")))
    return {str(file): file.read_bytes() for file in kept}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    return path


def test_all_is_well_and_nothing_is_written(ran: Start, course: Path, database: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    status, out, err = ran("doctor", within=course)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert all(line.startswith("well  ") for line in lines)
    assert lines[0].startswith("well  versions  quizapp ")
    assert f"“The harbour bell”, {course} (the nearest one): 1 sound lesson, 2 sources" in lines[1]
    assert f"{database}: 1 attempt, 0.1 MB, schema 4, wal, whole" in lines[2]
    assert re.fullmatch(r"well  settings  .*settings\.toml is not there; nothing needs to be set\.", lines[3])
    assert lines[4] == "well  terminal  none here: stdout is no terminal, so only plain mode works."
    assert files(tmp_path) == before


def test_before_the_first_lesson_all_is_well(ran: Start, course: Path, tmp_path: Path) -> None:
    status, out, _ = ran("doctor", within=course)
    assert (status, "is not there yet; the first lesson makes it." in out) == (0, True)
    assert not (tmp_path / "data").exists()


def test_a_broken_lesson_is_not_well(ran: Start, course: Path) -> None:
    (course / "lessons" / "the-bell.toml").write_text("format = \x1b", encoding="utf-8")
    status, out, err = ran("doctor", within=course)
    assert (status, err) == (3, "quizapp: not well: 1 thing.\n")
    assert "0 sound lessons, 2 sources, 1 broken one, 1 error." in out
    assert "\n                quizapp check shows each with its place and its repair.\n" in out


def test_no_course_and_no_progress_file_are_told_at_once(ran: Start, database: Path) -> None:
    database.write_bytes(b"\x1b[31mno database at all, but long enough to be looked at as one, page by page")
    status, out, err = ran("doctor", "--course", ".")
    assert (status, err) == (3, "quizapp: not well: 2 things.\n")
    assert "does not hold lessons/ and seeds/." in out
    assert "is no progress file of quizapp." in out
    assert "\x1b" not in out


def test_a_damaged_file_is_told(ran: Start, course: Path, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'memory_by_due'")
    connection.close()
    status, out, _ = ran("doctor", within=course)
    assert (status, "; damaged: " in out, "quizapp progress export" in out) == (3, True, True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(ran: Start, course: Path, database: Path) -> None:
    database.parent.chmod(0o500)
    try:
        status, out, _ = ran("doctor", within=course)
        assert (status, "may not be written" in out) == (3, True)
    finally:
        database.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("size", "more", "said", "status"),
    [
        ((24, 80), {"TERM": "xterm-256color"}, "well  terminal  80x24, TERM=xterm-256color, 256 colours, UTF-8", 0),
        ((24, 80), {"COLORTERM": "truecolor"}, "80x24, TERM=xterm, all colours, UTF-8", 0),
        ((24, 80), {"NO_COLOR": "1"}, "no colours, as NO_COLOR asks", 0),
        ((24, 80), {"TERM": "dumb"}, "TERM=dumb: plain mode is used.", 0),
        ((24, 80), {"TERM": ""}, "terminal  TERM is not set: what it can show is not known.", 3),
        ((24, 80), {"TERM": "unknown"}, "Name it (export TERM=xterm-256color fits most), or use --plain", 3),
        ((19, 80), {}, "Make it 60x20 or larger, or use --plain.", 3),
    ],
)
def test_the_terminal_is_looked_at(
    course: Path, tmp_path: Path, size: tuple[int, int], more: dict[str, str], said: str, status: int
) -> None:
    dropped = ("NO_COLOR", "COLORTERM", "COLUMNS", "LINES", "TERM", "LC_ALL", "LANG")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    environment = {
        **kept, "QUIZAPP_COURSE": str(course), "QUIZAPP_DATA": str(tmp_path / "data"), "TERM": "xterm",
        "LC_ALL": "C.UTF-8", **more,
    }  # fmt: skip
    shown, code = pexpect.run(
        f"{sys.executable} -m quizapp doctor",
        env=environment,
        withexitstatus=True,
        encoding="utf-8",
        dimensions=size,
    )
    assert said in shown
    assert code == status


def test_another_encoding_than_utf_8_is_told(ran: Start, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ISO-8859-1")
    status, out, _ = ran("doctor", within=course)
    assert (status, "its encoding is ISO-8859-1, not UTF-8." in out) == (3, True)


def test_the_smallest_terminal_is_the_app_s() -> None:
    assert doctor._SMALLEST == (too_small.COLUMNS, too_small.ROWS)
