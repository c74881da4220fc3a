"""No settings file keeps a command from its work, acts on the terminal, or ends in a traceback.

A sample runs here, `QUIZAPP_HOSTILE=all` runs all.
"""

import os
from pathlib import Path

import pytest

from quizapp.text.characters import all_forbidden
from tests.hostile.commands import Job, run
from tests.hostile.settings import SETTINGS

TINY = Path(__file__).parent.parent / "data" / "tiny"
COURSE = ("--course", str(TINY))


SAMPLE = (
    "escapes escaped",
    "bidirectional",
    "many unknown keys",
    "still other types",
    "deep lists",
    "a pipe",
    "a loop",
)
CHOSEN = tuple(SETTINGS) if os.environ.get("QUIZAPP_HOSTILE") == "all" else SAMPLE


@pytest.mark.parametrize("name", CHOSEN)
def test_commands_go_on_without_what_is_wrong_in_the_settings(name: str, tmp_path: Path) -> None:
    scratch, config = tmp_path / "scratch", tmp_path / "config"
    scratch.mkdir()
    config.mkdir()
    SETTINGS[name](config)
    jobs = [
        Job(("check", *COURSE)),
        Job(("learn", "the-bell", "--plain", *COURSE), "1\n:k\n1\n1\n"),
        Job(("stats", *COURSE)),
        Job(("doctor", *COURSE)),
    ]
    check, learn, stats, doctor = run(jobs, scratch, config=config)
    assert (check.status, learn.status, stats.status) == (0, 0, 0)
    assert doctor.status in (0, 3)
    assert "Question 1 of" in learn.written
    for ran in (check, learn, stats, doctor):
        assert not all_forbidden(ran.written + ran.told)
        assert "bug in quizapp" not in ran.told
        assert len(ran.written + ran.told) < 3_000_000
