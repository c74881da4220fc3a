"""Two learners at one file at once, each in a process of their own: nothing is lost, and neither hears of locks."""

import os
import re
import subprocess
import sys
from pathlib import Path

from quizapp.store.progress import Progress
from tests.faults.commands import LESSON, TINY

GUESSES = "\n:k\n" + "1\n\n" * 60
"""Past the lesson, and then the same guess at everything; what is no answer is asked again."""


def learner(data: Path, *words: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "QUIZAPP_DATA": str(data), "QUIZAPP_COURSE": str(TINY), "TERM": "dumb"}
    command = [sys.executable, "-m", "quizapp", "learn", LESSON, "--plain", *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment)


def test_two_who_answer_at_once_lose_nothing(tmp_path: Path) -> None:
    both = [learner(tmp_path, "--seed", "1"), learner(tmp_path, "--seed", "2", "--learner", "Ana")]
    for process in both:
        assert process.stdin is not None
        process.stdin.write(GUESSES)
        process.stdin.flush()
    said = [process.communicate(timeout=60) for process in both]
    told = 0
    for process, (out, err) in zip(both, said, strict=True):
        assert (process.returncode, err) == (0, "")
        assert "locked" not in out
        told += len(re.findall(r"^(?:✓ |✗ )?(?:Right|Not right|Partly right)\b", out, re.MULTILINE))
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        assert told > 4
        assert progress.count() == told
        assert progress.faults() == ()
