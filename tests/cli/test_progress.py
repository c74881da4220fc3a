import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizapp.store.progress import Progress
from tests.store.making import attempt

Start = Callable[..., Any]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A learner's file with two attempts of the unnamed learner, and one of Ana's."""
    path = tmp_path / "data" / "progress.sqlite3"
    with Progress.open(path) as progress:
        for number, who in enumerate((None, "Ana", None)):
            progress.record(replace(attempt(number, learner=who), sitting=attempt(0).id))
    return path


def learners(file: Path) -> list[str | None]:
    with Progress.open(file, readonly=True) as progress:
        return [one.learner for one in progress.log()]


def test_an_export_holds_every_learner_or_the_one_that_was_named(ran: Start, file: Path) -> None:
    status, out, err = ran("progress", "export")
    assert (status, err) == (0, "")
    header, *lines = map(json.loads, out.splitlines())
    assert header == {"format": "quizapp-progress", "version": 1}
    assert [line["learner"] for line in lines] == [None, "Ana", None]
    assert ran("--learner", "Ana", "progress", "export", "-").out.count("\n") == 2


def test_without_a_file_there_is_nothing_to_export_and_nothing_is_made(ran: Start, tmp_path: Path) -> None:
    assert ran("progress", "export").out == '{"format": "quizapp-progress", "version": 1}\n'
    assert not (tmp_path / "data").exists()


def test_an_export_is_never_written_over(ran: Start, file: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    status, out, err = ran("progress", "export", str(log))
    assert (status, out, err) == (0, "", f"quizapp: 3 attempts written to {log}.\n")
    before = log.read_bytes()
    status, out, err = ran("progress", "export", str(log))
    assert (status, out, "is there already" in err) == (3, "", True)
    assert log.read_bytes() == before
    assert "cannot be written" in ran("progress", "export", str(tmp_path / "no" / "log.jsonl")).err


def test_what_was_exported_can_be_imported(ran: Start, file: Path, tmp_path: Path) -> None:
    log = ran("progress", "export").out
    assert ran("progress", "import", "-", stdin=log).err == "quizapp: 3 attempts read, 0 of them new.\n"
    file.unlink()
    (tmp_path / "log.jsonl").write_text(log, encoding="utf-8")
    assert ran("progress", "import", "log.jsonl", within=tmp_path).err == "quizapp: 3 attempts read, 3 of them new.\n"
    assert ran("progress", "export").out == log


def test_bad_lines_are_told_and_nothing_is_imported(ran: Start, file: Path) -> None:
    log = ran("progress", "export").out + "{}\n" * 30
    status, out, err = ran("progress", "import", "-", stdin=log)
    assert (status, out) == (3, "")
    told = err.splitlines()
    assert told[0] == "quizapp: nothing was imported from -, because of what stands in it:"
    assert told[1] == "  line 5: id is missing"
    assert told[21] == "  and 10 more"
    told = ran("progress", "import", "-", stdin=log + "{}\n" * 2_000).err.splitlines()
    assert told[21] == "  and at least 980 more"


def test_hostile_lines_are_not_acted_on(ran: Start) -> None:
    line = '{"format": "quizapp-progress", "version": 1}\n{"id": "\\u001b[31m", "\x1b": 1}\n'
    assert "\x1b" not in ran("progress", "import", "-", stdin=line).err


@pytest.mark.parametrize("name", ["gone.jsonl", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_told(ran: Start, name: str) -> None:
    status, out, err = ran("progress", "import", name)
    assert (status, out, "cannot be read" in err) == (2, "", True)


def test_the_path_is_told_whether_it_is_there_or_not(ran: Start, tmp_path: Path) -> None:
    assert ran("progress", "path") == (0, f"{tmp_path / 'data' / 'progress.sqlite3'}\n", "")
    assert not (tmp_path / "data").exists()


def test_a_reset_asks_and_keeps_a_copy(ran: Start, file: Path) -> None:
    for typed in ("", "no\n", "\n"):
        status, out, err = ran("progress", "reset", stdin=typed)
        assert (status, out) == (0, "")
        assert "This forgets all that the unnamed learner did in every course: 2 attempts." in err
        assert err.endswith("quizapp: nothing was changed.\n")
    assert learners(file) == [None, "Ana", None]
    status, _, err = ran("progress", "reset", stdin="yes\n")
    copy = err.split("quizapp progress import ")[1].strip()
    assert status == 0
    assert learners(file) == ["Ana"]
    assert ran("progress", "import", copy).err == "quizapp: 2 attempts read, 2 of them new.\n"
    assert learners(file) == [None, "Ana", None]
    assert ran("progress", "reset", "--yes", "--learner", "Ana").status == 0
    assert learners(file) == [None, None]
    assert len(list(file.parent.glob("*.jsonl"))) == 2
    assert "no progress" in ran("progress", "reset", "--yes", "--learner", "Ana").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["path", "x"], "`path` takes no file."),
        (["reset", "x"], "`reset` takes no file."),
        (["import"], "`import` takes the FILE to read; - is stdin."),
        (["export", "--yes"], "`export` asks nothing, so it takes no --yes."),
        (["import", "x", "--learner", "Ana"], "`import` is of all learners, so it takes no --learner."),
        (["exprot"], "did you mean “export”?"),
        ([], "the following arguments are required: what"),
    ],
)
def test_words_that_do_not_go_together(ran: Start, arguments: list[str], said: str) -> None:
    status, out, err = ran("progress", *arguments)
    assert (status, out, said in err) == (2, "", True)
