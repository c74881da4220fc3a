"""Writes that fail, wherever they do: status 3, one line of what is wrong and what to do, and nothing is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.authoring import files
from quizapp.errors import QuizappError
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.store.transfer import export_log
from tests.faults.commands import ANSWERED, LESSON, TINY, ran
from tests.store.making import attempt

ROOT = Path(__file__).parents[2]
MEBI = 1 << 20


def limited(data: Path, limit: int, *words: str, stdin: str = "", course: Path = TINY) -> tuple[int, str, str]:
    """A command line whose files may not grow beyond `limit` bytes."""
    environment = {**os.environ, "QUIZAPP_DATA": str(data), "QUIZAPP_COURSE": str(course), "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.limited", str(limit), *words],
        input=stdin,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "this is a bug" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def log_of(number: int) -> str:
    attempts = (replace(attempt(n, item=f"bell/{n % 7}"), sitting=attempt(0).id) for n in range(number))
    return "".join(export_log(attempts))


def counted(data: Path) -> int:
    """How many attempts a whole file holds."""
    with Progress.open(data / "progress.sqlite3") as progress:
        assert progress.faults() == ()
        return progress.count()


# From where the file cannot be made at all to where a whole answer fits.
@pytest.mark.parametrize("limit", [0, 4_096, 40_000, 60_000, 100_000, 140_000, MEBI])
def test_an_answer_is_told_only_when_it_is_kept(tmp_path: Path, limit: int) -> None:
    status, out, err = limited(tmp_path, limit, "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED)
    told = "Right." in out or "Not right" in out
    assert status in {0, 3}
    assert told == (status == 0)
    assert told or limit < MEBI
    assert status == 0 or err.count("\n") == 2
    assert counted(tmp_path) == told
    # Once there is room, it goes on.
    done = ran(tmp_path, "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED)
    assert done.status == 0


@pytest.mark.parametrize("limit", [100_000, 250_000, 500_000])
def test_an_import_that_does_not_fit_changes_nothing(tmp_path: Path, limit: int) -> None:
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        progress.record(attempt(10_000))
    status, _, err = limited(tmp_path, limit, "progress", "import", "-", stdin=log_of(3_000))
    assert status == 3
    assert err.count("\n") == 2
    assert counted(tmp_path) == 1


def test_an_export_that_does_not_fit_leaves_no_half_of_it(tmp_path: Path) -> None:
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        progress.add(map(row_of, (replace(attempt(n), sitting=attempt(0).id) for n in range(500))))
    saved = tmp_path / "saved.jsonl"
    status, _, err = limited(tmp_path, 40_000, "progress", "export", str(saved))
    assert (status, saved.exists()) == (3, False)
    assert "cannot be written" in err


@pytest.mark.parametrize("words", [("approve", "--batch", "--by", "Ada"), ("check", "--fix")])
def test_a_course_file_that_does_not_fit_stays_as_it_was(tmp_path: Path, words: tuple[str, ...]) -> None:
    course = Path(shutil.copytree(TINY.with_name("tiny"), tmp_path / "course"))
    (course / "lessons" / "approvals.toml").unlink(missing_ok=True)
    if words[0] == "check":
        lesson = course / "lessons" / "the-bell.toml"
        text = lesson.read_text(encoding="utf-8").replace('quote = "', 'quote = "\u200b', 1)
        lesson.write_text(text, encoding="utf-8")
    before = {file: file.read_bytes() for file in course.rglob("*") if file.is_file()}
    status, _, err = limited(tmp_path, 10, *words, course=course)
    assert status == 3
    assert "cannot be written" in err
    assert {file: file.read_bytes() for file in course.rglob("*") if file.is_file()} == before
    assert limited(tmp_path, MEBI, *words, course=course)[0] in {0, 1}
    assert {file: file.read_bytes() for file in course.rglob("*") if file.is_file()} != before


def failing(number: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets the `number`-th call that puts something on the disk fail; the calls so far."""
    calls: list[str] = []

    def let_fail(owner: object, name: str) -> None:
        real: Callable[..., object] = getattr(owner, name)

        def call(*arguments: object, **named: object) -> object:
            calls.append(name)
            if len(calls) == number:
                raise OSError(5, "Input/output error")
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, call)

    for owner, name in ((Path, "open"), (os, "fsync"), (Path, "chmod"), (Path, "replace")):
        let_fail(owner, name)
    return calls


@pytest.mark.parametrize("number", range(1, 9))
def test_every_call_that_fails_leaves_whole_files(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = {"a.toml": b"a = 1\n", "b.toml": b"b = 1\n"}, {"a.toml": b"a = 22\n", "b.toml": b"b = 22\n"}
    for name, data in old.items():
        (tmp_path / name).write_bytes(data)
    with monkeypatch.context() as patch:
        calls = failing(number, patch)
        with pytest.raises(QuizappError, match="cannot be written"):
            files.replace(tmp_path, new)
    found = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert found.keys() == old.keys()
    assert all(found[name] in {old[name], new[name]} for name in old)
    assert found == old or calls.count("replace") == 2
    files.replace(tmp_path, new)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == new


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A disk of its own, mounted with the options that are given; not everyone may mount one."""
    room = tmp_path / "disk"
    room.mkdir()
    mounted = []

    def mount(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(room)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            pytest.skip(f"no disk can be mounted: {error}")
        if done.returncode:
            pytest.skip(f"no disk can be mounted: {done.stderr.strip()}")
        mounted.append(room)
        return room

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_is_told_and_what_was_kept_stays(small_disk: Callable[[str], Path]) -> None:
    room = small_disk("size=512k")
    assert ran(room, "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED).status == 0
    filler = room / "filler"
    with suppress(OSError), filler.open("wb") as stream:
        while True:
            stream.write(bytes(4096))
            stream.flush()
    done = ran(room, "progress", "import", "-", stdin=log_of(500))
    assert done.status == 3
    assert "the disk is full" in done.err
    done = ran(room, "--learner", "Ana", "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED)
    assert (done.status, "Right." in done.out) == (3, False)
    assert done.err.count("\n") == 2
    assert ran(room, "progress", "export").out.count("\n") == 2
    filler.unlink()
    assert counted(room) == 1
    assert ran(room, "--learner", "Ana", "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED).status == 0
    assert counted(room) == 2


def test_a_disk_that_may_not_be_written_is_told(small_disk: Callable[[str], Path]) -> None:
    room = small_disk("size=2m")
    assert ran(room, "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED).status == 0
    subprocess.run(["mount", "-o", "remount,ro", str(room)], check=True)
    done = ran(room, "learn", LESSON, "--plain", "--seed", "1", stdin=ANSWERED)
    assert done.status == 3
    assert done.err.count("\n") == 2
    assert ran(room, "stats").status == 0
    assert ran(room, "progress", "export").out.count("\n") == 2
    done = ran(room, "progress", "import", "-", stdin=log_of(3))
    assert (done.status, done.err.count("\n")) == (3, 2)
    assert "may not be written" in ran(room, "doctor").out
