"""Killed at random moments in an import, a migration, `approve`, `check --fix`: a file is the old or the new one.

Answers are killed in tests/store/test_kill.py and tests/terminal/test_kill.py.
`QUIZAPP_KILLS=50 pytest tests/faults/test_kills.py -n0 -s` kills more often and tells what came of it.
"""
# ruff: noqa: S311, T201  when to kill is no secret; what came of it is told

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from quizapp.authoring.approve import written
from quizapp.cli.approve import ASK
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.attempt import Attempt
from quizapp.store.opening import open_readonly
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.store.schema import MIGRATIONS
from quizapp.store.transfer import export_log
from tests.faults.commands import TINY
from tests.store.making import attempt
from tests.store.test_older_schemas import make

PROMPT = ASK.encode()
KILLS = int(os.environ.get("QUIZAPP_KILLS", "3"))
ROOT = Path(__file__).parents[2]


def start(*words: str, data: Path, course: Path = TINY) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "QUIZAPP_DATA": str(data), "QUIZAPP_COURSE": str(course), "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-m", *words], stdin=pipe, stdout=pipe, stderr=pipe, env=environment)


def end(process: "subprocess.Popen[bytes]", within: float) -> bool:
    """Kills a process after so many seconds, unless it ended before; whether it was killed."""
    with process:
        try:
            process.wait(within)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
    return False


def whole(path: Path) -> list[Attempt]:
    """The log of a file in which everything is as it should be."""
    with Progress.open(path) as progress:
        assert progress.faults() == ()
        log = list(progress.log())
        places = {(attempt.course, attempt.learner) for attempt in log}
        before = [(progress.memories(*place), progress.activity(*place), progress.tally(*place)) for place in places]
        progress.rebuild()
        after = [(progress.memories(*place), progress.activity(*place), progress.tally(*place)) for place in places]
        assert before == after
    return log


def test_an_import_is_whole_or_not_there(tmp_path: Path) -> None:
    chance, came = random.Random(6), Counter[str]()
    log = [replace(attempt(number, item=f"bell/{number % 7}"), sitting=attempt(0).id) for number in range(2_000)]
    lines = [line.encode() for line in export_log(log)]
    half = log[:1_000]
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        with Progress.open(folder / "progress.sqlite3") as progress:
            progress.add(map(row_of, half))
        process = start("quizapp", "progress", "import", "-", data=folder)
        assert process.stdin is not None
        sent = len(lines) if chance.random() < 0.8 else chance.randrange(1, len(lines))
        with suppress(BrokenPipeError):
            process.stdin.writelines(lines[:sent])
            process.stdin.flush()
            if chance.random() < 0.9:
                process.stdin.close()
        killed = end(process, chance.random() * 0.3)
        found = whole(folder / "progress.sqlite3")
        assert found in (half, log[: max(len(half), sent - 1)])
        came[f"{'killed' if killed else 'done'}, {'old' if found == half else 'new'}"] += 1
    print(f"import: {dict(came)}")


@pytest.mark.parametrize("schema", range(1, len(MIGRATIONS)))
def test_a_migration_is_whole_or_not_begun(tmp_path: Path, schema: int) -> None:
    chance, came = random.Random(schema), Counter[str]()
    for kill in range(KILLS):
        path = tmp_path / str(kill) / "progress.sqlite3"
        path.parent.mkdir()
        make(path, schema)
        process = start("tests.faults.opener", str(path), data=path.parent)
        assert process.stdout is not None
        process.stdout.readline()
        killed = end(process, chance.random() * 0.12)
        copies = [file for file in path.parent.glob("*.schema-*") if ".part" not in file.name]
        for copy in copies:
            with closing(sqlite3.connect(copy)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert connection.execute("SELECT count(*) FROM attempts").fetchone() == (30,)
        with closing(open_readonly(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        assert version == schema or (version == len(MIGRATIONS) and copies)
        came[f"{'killed' if killed else 'done'}, schema {version}, copies {len(copies)}"] += 1
        assert len(whole(path)) == 30
        assert not list(path.parent.glob("*.part")), "what was half copied gives way"
    print(f"migration from {schema}: {dict(came)}")


def test_approvals_are_those_before_or_after_an_answer(tmp_path: Path) -> None:
    chance, came = random.Random(7), Counter[str]()
    for kill in range(KILLS):
        course = Path(shutil.copytree(TINY, tmp_path / str(kill)))
        file = course / "lessons" / "approvals.toml"
        file.unlink(missing_ok=True)
        process = start("quizapp", "approve", "--by", "Ada", data=tmp_path, course=course)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"n\nI doubt it.\n" * 9)
        process.stdin.flush()
        asked, said = chance.randrange(1, 9), b""
        while said.count(PROMPT) < asked and (more := os.read(process.stdout.fileno(), 1 << 16)):
            said += more
        killed = end(process, chance.random() * 0.05)
        approvals = load(Workspace(course)).approvals
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert text == (written(approvals) if approvals else "")
        acknowledged = said.count(PROMPT) - 1
        assert acknowledged >= asked - 1
        assert len(approvals) >= acknowledged
        came[f"{'killed' if killed else 'done'}, {len(approvals) - acknowledged} more than acknowledged"] += 1
    print(f"approve: {dict(came)}")


MISTAKES = (
    ('explain = "', 'explian = "'),
    ('quote = "', 'quote = "\u200b'),
)


def test_what_is_fixed_is_the_old_or_the_new_file(tmp_path: Path) -> None:
    chance, came = random.Random(8), Counter[str]()
    spoilt = Path(shutil.copytree(TINY, tmp_path / "spoilt"))
    for file in (spoilt / "lessons" / "first-winter.toml", spoilt / "lessons" / "after.toml"):
        text = file.read_text(encoding="utf-8")
        for right, wrong in MISTAKES:
            assert right in text
            text = text.replace(right, wrong, 1)
        file.write_text(text, encoding="utf-8", newline="")
    fixed = Path(shutil.copytree(spoilt, tmp_path / "fixed"))
    begun = monotonic()
    with start("quizapp", "check", "--fix", data=tmp_path, course=fixed) as process:
        process.communicate()
    seconds = monotonic() - begun
    old, new = contents(spoilt), contents(fixed)
    changed = {name for name in old if old[name] != new[name]}
    assert len(changed) == 2
    for kill in range(KILLS):
        course = Path(shutil.copytree(spoilt, tmp_path / str(kill)))
        killed = end(start("quizapp", "check", "--fix", data=tmp_path, course=course), seconds * chance.random())
        found = contents(course)
        assert found.keys() == old.keys()
        assert all(found[name] in {old[name], new[name]} for name in found)
        came[f"{'killed' if killed else 'done'}, {sum(found[name] == new[name] for name in changed)} of 2 new"] += 1
    print(f"--fix: {dict(came)}")


def contents(course: Path) -> dict[str, bytes]:
    """Every file of a course, but for what a killed process left unfinished under a name of its own."""
    files = (file for file in course.rglob("*") if file.is_file() and file.suffix != ".part")
    return {str(file.relative_to(course)): file.read_bytes() for file in files}
