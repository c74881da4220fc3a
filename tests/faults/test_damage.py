"""Laws of a learner's file whose bytes were changed: every command says so, and what can be read is saved.

`QUIZAPP_EXAMPLES=2000` tries harder.
"""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings

from quizapp.errors import QuizappError
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.transfer import import_log
from tests import strategies
from tests.faults import a_life
from tests.faults.commands import ANSWERED, LESSON, ran
from tests.strategies import Damage

EXAMPLES = int(os.environ.get("QUIZAPP_EXAMPLES", "8"))
PAGE = 4096
A_PAGE_HOLDS = 20
"""More attempts than stand on one."""


DAMAGES = strategies.damages(len(a_life.file()), PAGE)


@given(DAMAGES)
@example(Damage(((5686, 128),), None, None))  # a text that is no UTF-8, come upon after others were handed over
@example(Damage(((385, 128),), None, None))  # of which SQLite's own message is no UTF-8
@example(Damage(((47, 1),), None, None))  # a format of schemas that SQLite does not know
@settings(max_examples=EXAMPLES)
def test_every_command_says_what_is_wrong_and_what_to_do(damage: Damage) -> None:
    with TemporaryDirectory() as folder:
        path, saved = Path(folder) / "progress.sqlite3", Path(folder) / "saved.jsonl"
        data = damage.of(a_life.file())
        path.write_bytes(data)
        for words in (("doctor",), ("stats",), ("stats", "--flags"), ("stats", "--json"), ("progress", "export")):
            done = ran(Path(folder), *words)
            assert done.status in {0, 3}
            assert done.status == 0 or done.err.count("\n") >= 1
            assert path.read_bytes() == data, words
        done = ran(Path(folder), "progress", "export", str(saved))
        assert saved.exists() or (done.status == 3 and done.err)
        for learner in a_life.LEARNERS:
            named = () if learner is None else ("--learner", learner)
            for words in (("learn", LESSON, "--plain", *named), ("review", "--plain", *named)):
                assert ran(Path(folder), *words, stdin=ANSWERED).status in {0, 3}
        if saved.exists():
            with saved.open("rb") as stream, Progress.open(Path(folder) / "new.sqlite3") as progress:
                read, new = import_log(progress, stream)
                assert read == new == len(list(progress.log()))


@given(DAMAGES)
@settings(max_examples=EXAMPLES * 4)
def test_what_is_read_was_written(damage: Damage) -> None:
    """But for a letter within a row, of whose being another nobody can tell."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite3"
        data = damage.of(a_life.file())
        path.write_bytes(data)
        rescue = Rescue(path)
        try:
            found = list(rescue.attempts())
        except QuizappError:
            return
        written = {attempt.id for attempt in a_life.log()}
        assert len({attempt.id for attempt in found} - written) <= 6 + rescue.damaged
        assert path.read_bytes() == data


def test_a_page_that_is_gone_takes_only_what_stood_on_it(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    written = {attempt.id: attempt for attempt in a_life.log()}
    poor = []
    for page in range(1, len(a_life.file()) // PAGE):
        path.write_bytes(Damage((), (page * PAGE, (page + 1) * PAGE, b"\0"), None).of(a_life.file()))
        rescue = Rescue(path)
        found = {attempt.id: attempt for attempt in rescue.attempts()}
        assert found.items() <= written.items()
        assert len(found) + rescue.lost == len(written)
        if len(found) < len(written) - A_PAGE_HOLDS:
            poor.append(page)
    assert len(poor) == 1  # that from which all others are found


def test_what_is_left_is_told_and_can_be_taken_along(tmp_path: Path) -> None:
    path, saved = tmp_path / "progress.sqlite3", tmp_path / "saved.jsonl"
    leaf = _last_page_of_the_log(a_life.file(), tmp_path)
    path.write_bytes(Damage((), (leaf * PAGE, (leaf + 1) * PAGE, b"\0"), None).of(a_life.file()))
    status, out, _ = ran(tmp_path, "doctor")
    assert status == 3
    assert re.search(r"\d+ attempts can still be read, \d+ cannot\.", out), out
    done = ran(tmp_path, "progress", "export", str(saved))
    assert done.status == 3
    counts = re.search(r"is damaged: (\d+) attempts could be read, (\d+) could not\.", done.err)
    assert counts is not None, done.err
    assert sum(map(int, counts.groups())) == len(a_life.log())
    path.rename(tmp_path / "damaged.sqlite3")
    assert ran(tmp_path, "progress", "import", str(saved)).status == 0
    with Progress.open(path) as progress:
        assert progress.count() == int(counts.group(1))
        assert set(progress.log()) < set(a_life.log())


def _last_page_of_the_log(data: bytes, folder: Path) -> int:
    """The number, from 0, of a leaf of the table of attempts."""
    whole = folder / "whole.sqlite3"
    whole.write_bytes(data)
    with closing(sqlite3.connect(whole)) as connection:
        query = "SELECT max(pageno) FROM dbstat WHERE name = 'attempts' AND pagetype = 'leaf'"
        return int(connection.execute(query).fetchone()[0]) - 1
