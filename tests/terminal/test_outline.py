"""What was kept for the next start may be anything, and the course may change meanwhile: Home comes to what is so.

Some of it is tried here, all of it with `QUIZAPP_HOSTILE=all`.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from quizapp.cli.kept_outline import KeptOutline
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.outline import LessonOutline, Outline, outline_of
from tests.hostile.words import WORDS
from tests.terminal.terminal import Terminal
from tests.terminal.test_strangers import demand_tame

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
ODD = "".join(text.replace("\0", "") for text in WORDS.values())


def _put(data: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(data)


def _with(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], object]:
    """What was kept, with something in it changed."""

    def spoil(file: Path) -> None:
        kept = json.loads(file.read_bytes())
        change(kept)
        file.write_text(json.dumps(kept), encoding="utf-8")

    return spoil


def _instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    """No file at all, but what `make` puts in its place."""

    def spoil(file: Path) -> None:
        file.unlink()
        make(file)

    return spoil


_LESSON = LessonOutline(ODD, ODD, (ODD,), ODD, 49_999_999, (ODD,), (ODD,), (ODD,), ODD, 49_999_999)
NASTY: Mapping[str, Callable[[Path], object]] = MappingProxyType(
    {
        "garbage": _put(random.Random(1).randbytes(20_000)),  # noqa: S311 - the same every time
        "nothing": _put(b""),
        "truncated": lambda file: os.truncate(file, file.stat().st_size - 20),
        "enormous": lambda file: os.truncate(file, 60_000_000),
        "large": _with(lambda kept: kept.update(outline=["", "", [[]] * 2_000_000, {}])),
        "deep": _put(b'{"of":' + b"[" * 200_000),
        "deep objects": _put(b'{"of":' * 200_000),
        "wrong types": _with(lambda kept: kept.update(outline=[1, [], {"a": 2}, "x"])),
        "wrong lessons": _with(lambda kept: kept["outline"].__setitem__(2, [[None] * 10, 5, "abcdefghij"])),
        "another schema": _put(b'{"version": 9, "course": {"lessons": [{"title": "Elsewhere"}]}}'),
        "another version": _with(lambda kept: kept["of"].__setitem__(0, "99.0")),
        "lies": _with(lambda kept: kept.update(outline=Outline(ODD, ODD, (_LESSON,) * 500, {ODD: ODD}))),
        "unreadable": lambda file: file.chmod(0),
        "a folder": _instead(lambda file: file.mkdir()),
        "a pipe": _instead(os.mkfifo),
        "a link to itself": _instead(lambda file: file.symlink_to(file.name)),
        "a link to an endless file": _instead(lambda file: file.symlink_to("/dev/zero")),
    }
)
"""What may stand where the outline is kept, by what makes it of a sound one."""
SAMPLE = ("enormous", "deep", "lies", "a folder")
CHOSEN = tuple(NASTY) if os.environ.get("QUIZAPP_HOSTILE") == "all" else SAMPLE


@pytest.mark.parametrize("name", CHOSEN)
def test_whatever_was_kept_home_comes_to_what_is_so(name: str, tmp_path: Path) -> None:
    course, data = Path(shutil.copytree(TINY, tmp_path / "course")), tmp_path / "data"
    data.mkdir()
    outline = outline_of(load(Workspace(course)))
    KeptOutline(data, course).write(outline)
    NASTY[name](data / "outline.json")
    with Terminal(data=data, course=course, columns=120, rows=40) as terminal:
        terminal.wait(f"{outline.lessons[0].title}.*r review", gone="Elsewhere")
        terminal.press("enter")
        terminal.wait("section 1 of ")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    demand_tame(terminal.written.decode("utf-8"))
    if not (data / "outline.json").is_dir():
        assert KeptOutline(data, course).read() == outline
    assert [left.name for left in data.glob("*outline*")] == ["outline.json"]


LEARN = """
import io, sys
from quizapp.cli.main import run
for _ in range(12):
    sys.stdin = io.StringIO(":q\\n")
    assert run(["learn", "--plain", "--course", sys.argv[1]]) == 0
"""


def test_while_two_keep_it_and_lessons_are_edited_it_never_tells_of_other_lessons(tmp_path: Path) -> None:
    course, data = Path(shutil.copytree(TINY, tmp_path / "course")), tmp_path / "data"
    lesson = next((course / "lessons").glob("first-*.toml"))
    text = lesson.read_text(encoding="utf-8")
    environment = {**os.environ, "QUIZAPP_DATA": str(data), "QUIZAPP_CONFIG": str(data), "PYTHONUTF8": "1"}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", LEARN, str(course)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    number = 0
    while any(process.poll() is None for process in both):
        number += 1
        lesson.write_text(text.replace('title = "', f'title = "{number % 1000:03} ', 1), encoding="utf-8")
        there = outline_of(load(Workspace(course)))
        assert KeptOutline(data, course).read() in (None, there)
    told = [process.communicate()[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert "Traceback" not in "".join(told)
    subprocess.run(
        [sys.executable, "-m", "quizapp", "learn", "--plain", "--course", str(course)],
        env=environment,
        input=b":q\n",
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert KeptOutline(data, course).read() == outline_of(load(Workspace(course)))
    assert [left.name for left in data.glob("*outline*")] == ["outline.json"]
