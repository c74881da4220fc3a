"""No course from a stranger acts on the terminal, reads outside its folder, fails with a traceback or hangs.

A sample runs here; `QUIZAPP_HOSTILE=all` runs every pack, and `python -m tests.hostile` tells how long each takes.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import commands
from tests.hostile.commands import LEARNERS, Job, broken_laws, guarded, jobs, run
from tests.hostile.packs import PACKS
from tests.hostile.writing import Writing

SAMPLE = (
    "escapes",
    "c1 in an article",
    "linked folders",
    "markup",
    "raw C1",
    "deep lists",
    "huge float",
    "paths",
    "collisions",
    "links",
    "misplaced files",
    "keys of places",
)
CHOSEN = tuple(PACKS) if os.environ.get("QUIZAPP_HOSTILE") == "all" else SAMPLE


@pytest.mark.parametrize("name", CHOSEN)
def test_a_course_from_a_stranger_does_no_harm(name: str, tmp_path: Path) -> None:
    root, scratch = tmp_path / "course", tmp_path / "scratch"
    root.mkdir()
    scratch.mkdir()
    (tmp_path / "secret").write_text("nobody's business")
    PACKS[name].write(Writing(root, 1))
    done = run(list(jobs(root, LEARNERS[len(name) % len(LEARNERS)])), scratch)
    broken = [(ran.job.arguments, law) for ran in done for law in broken_laws(ran, root, scratch)]
    assert broken == []


def test_no_text_keeps_an_expression_busy_for_ever() -> None:
    ended = guarded([sys.executable, "-m", "tests.hostile.slow"])
    assert ended.returncode == 0, ended.stderr.decode()[-3000:]


def test_what_keeps_the_processor_busy_for_ever_is_ended_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = guarded([sys.executable, "-c", "while True: pass"], hang=1)
    assert ended.returncode == -signal.SIGXCPU
    monkeypatch.setattr(commands, "guarded", lambda *_, **__: ended)
    with pytest.raises(AssertionError, match="-24 at check"):
        run([Job(("check",))], tmp_path)


def test_what_waits_for_ever_is_ended() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        guarded([sys.executable, "-c", "import time; time.sleep(100_000)"], wait=1)
