"""What was acknowledged is on disk, whenever the process is killed and whoever else writes."""
# ruff: noqa: S311

import os
import random
import subprocess
import sys
from pathlib import Path

from quizapp.store.progress import Progress

KILLS = int(os.environ.get("QUIZAPP_KILLS", "5"))
"""How often a process is killed."""


def recorder(path: Path, first: int, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.recorder", str(path), str(first), *(more or ["1"])]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def acknowledged(process: "subprocess.Popen[str]", lines: int, pause: int) -> list[str]:
    """The whole lines that a process has printed when it is killed, some work after `lines` of them were read."""
    assert process.stdout is not None
    with process, process.stdout:
        found = [process.stdout.readline() for _ in range(lines)]
        sum(range(pause))  # a moment that no line of output marks
        process.kill()
        found += process.stdout.readlines()
    return [line.strip() for line in found if line.endswith("\n")]


def test_every_acknowledged_attempt_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    chance = random.Random(2022)
    known: list[str] = []
    for kill in range(KILLS):
        known += acknowledged(recorder(path, kill * 10**5), chance.randrange(30), chance.randrange(10**5))
    assert known
    with Progress.open(path) as progress:
        log = list(progress.log())
        assert set(known) <= {attempt.id for attempt in log}
        # At most the one attempt that each kill left unacknowledged is there besides.
        assert len(log) <= len(known) + KILLS
        assert progress.faults() == ()
        before = progress.memories("tiny")
        progress.rebuild()
        assert progress.memories("tiny") == before


def ask(process: "subprocess.Popen[str]", times: int) -> None:
    """Have so many attempts recorded by a recorder that waits to be asked."""
    assert process.stdin is not None
    process.stdin.write("\n" * times)
    process.stdin.flush()


def test_two_processes_write_one_file(tmp_path: Path) -> None:
    """Both are asked at once and then waited for: whoever comes second waits for one answer, never for a stream."""
    path = tmp_path / "progress.sqlite3"
    known: list[str] = []
    with recorder(path, 0, "2", "asked") as first, recorder(path, 1, "2", "asked") as second:
        both = (first, second)
        for _ in range(60):
            for process in both:
                ask(process, 1)
            for process in both:
                assert process.stdout is not None
                line = process.stdout.readline()
                assert line.endswith("\n"), "it ended"
                known.append(line.strip())
        for process in both:
            ask(process, 3)
        known += [line for process in both for line in acknowledged(process, 0, 1000)]
    assert len(known) >= 120
    with Progress.open(path) as progress:
        assert set(known) <= {attempt.id for attempt in progress.log()}
        before = progress.memories("tiny")
        progress.rebuild()
        assert progress.memories("tiny") == before
