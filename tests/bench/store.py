"""How fast the learner's file is, beside Anki and a bare SQLite: `python -m tests.bench.store`.

Ours and the peers' turns are interleaved. What is durable is on disk before its time ends: SQLite with a write-ahead
log and `synchronous = FULL`, which is also what Anki uses. The log of the large learner is made up: a dozen answers a
sitting, two hours every evening, over every question of the shipped course.
"""

import argparse
import gc
import json
import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.item import all_items
from quizapp.quiz.kept import dump
from quizapp.quiz.moments import to_microseconds
from quizapp.quiz.outline import left_quiz, outline_of
from quizapp.quiz.queues import due
from quizapp.quiz.session import start
from quizapp.store.lines import row_of_line
from quizapp.store.progress import Progress
from quizapp.store.rows import ATTEMPT_COLUMNS, row_of
from quizapp.store.transfer import export_log, import_log
from tests.bench.peers import Peers
from tests.bench.rows import Row, at_least, at_most, beside, quantile, tell

# ruff: noqa: S311, S608  a life that is made up is no secret; the queries are made of constants
ROOT = Path(__file__).parents[2]
START = datetime(2016, 1, 1, 18, tzinfo=UTC)
A_DAY = 274
"""Answers a day: a million in ten years."""
ANSWERS, TURN = 1_500, 50
MANY = 1_000_000
SITTING = 12
"""Answers of a sitting."""
DUE = 200
IMPORTED = 100_000
ANKI = "anki"
WAYS = {
    "Anki": "whole sm2",
    "Anki with FSRS": "whole fsrs",
    "Anki, scheduled before": "kept sm2",
    "Anki's answerCard": "call sm2",
}
"""Peers of an answer of ours, which is scheduled by FSRS and kept, and what `anki_peer.py` calls them. The first is the
one to be judged by: it does as much, by a scheduler that asks for less."""
_PEER = Path(__file__).with_name("anki_peer.py")
_PLAIN = f"CREATE TABLE attempts (id TEXT PRIMARY KEY, {ATTEMPT_COLUMNS.removeprefix('id, ')})"
_INSERT = f"INSERT INTO attempts VALUES ({', '.join('?' * len(ATTEMPT_COLUMNS.split(', ')))})"


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for answers, what is due, stats, import and a large learner; quick ones with a tenth of it all."""
    library, part = load(Workspace(ROOT)), 10 if quick else 1
    with TemporaryDirectory() as folder:
        room = Path(folder)
        rows = []
        with closing(_Anki(room)) as anki:
            rows += _answers(room, anki, ANSWERS // part)
            rows += _due(room, anki, part)
        return [*rows, *_import(room, library, IMPORTED), *_large(room, library, MANY // part)]


class _Anki:
    """Anki in a process and an environment of its own; silent where it cannot be installed."""

    def __init__(self, room: Path) -> None:
        python = Peers().python(ANKI)
        (room / ANKI).mkdir()
        pipe = subprocess.PIPE
        command = [str(python), str(_PEER), str(room / ANKI)]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) if python else None

    def ask(self, line: str) -> list[float]:
        """Milliseconds of what the line asks for; none where there is no Anki."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return []
        with suppress(BrokenPipeError):
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        said = self._process.stdout.readline()
        return list(map(float, json.loads(said))) if said else []

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.communicate()


def _answers(room: Path, anki: _Anki, count: int) -> list[Row]:
    waiting = iter(list(sat(load(Workspace(ROOT)), count)))
    ours: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name in WAYS}
    bare: list[float] = []
    with (
        Progress.open(room / "answers.sqlite3") as progress,
        closing(sqlite3.connect(room / "bare.sqlite3", isolation_level=None)) as plain,
    ):
        progress.warm()
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            plain.execute(f"PRAGMA {pragma}")
        plain.execute(_PLAIN)
        gc.collect()
        gc.freeze()  # as the app does once it is on screen
        while turn := list(islice(waiting, TURN)):
            for one, state in turn:
                if not state["at"]:
                    progress.save(state)  # as a sitting is when it is begun
                ours.append(_timed(lambda one=one, state=state: progress.record(one, state)))  # type: ignore[misc]
                if state["at"] == SITTING - 1:
                    progress.close_sitting(one.sitting)
                    progress.rest()  # as the app does where a screen was left
            for name, way in WAYS.items():
                theirs[name] += anki.ask(f"answer {len(turn)} {way}")
            rows = [row_of(one) for one, _ in turn]
            bare += [_timed(lambda row=row: plain.execute(_INSERT, row)) for row in rows]  # type: ignore[misc]
    what, tails = "one durable answer", f"p99 {quantile(ours, 0.99):.2f}"
    found = [beside(f"{what}, median", median(ours), "bare SQLite insert", median(bare),
                   note=f"{tails}, bare p99 {quantile(bare, 0.99):.2f}, n={len(ours)}")]  # fmt: skip
    for name, times in theirs.items():
        if times:
            note = f"{tails}, theirs {quantile(times, 0.99):.2f}"
            most = 1 if name == "Anki" else None
            found.append(beside(f"{what}, median", median(ours), name, median(times), times=most, note=note))
    return found


def _due(room: Path, anki: _Anki, part: int) -> list[Row]:
    rows = []
    for items in (MANY // 10 // part, MANY // part):
        with Progress.open(room / f"due-{items}.sqlite3") as progress:
            _remember(progress, items)
            ours = [_timed(lambda: progress.due("talks", None, START)) for _ in range(100)]
            note = f"{DUE} are, p99 {quantile(ours, 0.99):.3f}"
        if items == MANY // 10 // part:
            anki.ask(f"fill {items}")
            theirs = [time for _ in range(5) for time in anki.ask("first")]
            if theirs:
                rows.append(beside(f"what is due of {items:,} items, median", median(ours), "Anki's first card",
                                   median(theirs), note=note))  # fmt: skip
        else:
            rows.append(at_most(f"what is due of {items:,} items, median", median(ours), 1, note=note))
    return rows


def _remember(progress: Progress, items: int) -> None:
    """Memories of so many items, one due every minute, `DUE` by now: there was no need to answer them for that."""
    connection, first = progress._connection, to_microseconds(START) - (DUE - 1) * 60_000_000
    rows = ((f"lesson-{n // 20}/q{n}", first + n * 60_000_000) for n in range(items))
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO memory VALUES ('', 'talks', ?, 1.0, 5.0, ?, 0, 1, 0)", rows)
    connection.execute("COMMIT")


def _import(room: Path, library: Library, count: int) -> list[Row]:
    file = room / "log.jsonl"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(export_log(life(library, count)))
    ours, worked, bare = [], [], []
    for turn in range(3):
        with Progress.open(room / f"import-{turn}.sqlite3") as progress, file.open("rb") as log:
            progress.warm()
            begun = process_time()
            ours.append(_timed(lambda log=log, progress=progress: import_log(progress, log)))  # type: ignore[misc]
            worked.append(process_time() - begun)
        with file.open("rb") as log:
            rows = [row for row in map(row_of_line, islice(log, 1, None)) if row]
        with closing(sqlite3.connect(room / f"bare-{turn}.sqlite3", isolation_level=None)) as plain:
            plain.execute("PRAGMA journal_mode = WAL")
            plain.execute(_PLAIN)
            bare.append(_timed(lambda plain=plain, rows=rows: _insert(plain, rows)))  # type: ignore[misc]
    rate, floor = count / median(ours) * 1e3, count / median(bare) * 1e3
    note = f"{count / median(worked):,.0f}/s of processor time; rows put into a bare table: {floor:,.0f}/s"
    return [at_least(f"import of {count:,} attempts", rate, 50_000, unit="/s", note=note)]


def _insert(plain: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> None:
    plain.execute("BEGIN")
    plain.executemany(_INSERT, rows)
    plain.execute("COMMIT")


def _large(room: Path, library: Library, count: int) -> list[Row]:
    """What a learner with very many attempts waits for."""
    path, log = room / "large.sqlite3", room / "large.jsonl"
    with log.open("w", encoding="utf-8") as stream:
        stream.writelines(export_log(life(library, count)))
    with Progress.open(path) as progress, log.open("rb") as file:
        taken = _timed(lambda: import_log(progress, file))
    size, now = f"{count:,} attempts", _when(count) + timedelta(hours=9)
    rows = [Row(f"import of {size}", count / taken * 1e3, unit="/s", note=f"{path.stat().st_size / 1e6:,.0f} MB")]
    course, outline = library.course.id, outline_of(library)

    def home(progress: Progress) -> None:
        progress.answered(course)
        progress.due(course, None, now)
        state = progress.open_sitting(course)
        if state is not None:
            left_quiz(state, outline)

    def opened() -> None:
        Progress.open(path).close()

    rows.append(_median(f"opening a file of {size}, median", opened, 20))
    with Progress.open(path, readonly=True) as progress:
        for what, run, rounds, limit in (
            (f"stats over {size}, median", lambda: progress.stats(library, None, now=now, zone=UTC), 60, 5.0),
            (f"what Home asks of {size}, median", lambda: home(progress), 30, None),
            (f"the Review queue of {size}, median", lambda: due(progress.due(course, None, now), library), 30, None),
        ):
            rows.append(_median(what, run, rounds, limit))
        begun = perf_counter()
        lines = sum(1 for _ in export_log(progress.log()))
        rows.append(Row(f"export of {size}", (lines - 1) / (perf_counter() - begun), unit="/s"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(Row(f"memory at most, all of this with {size}", peak, unit="MiB"))
    return rows


def _median(what: str, run: Callable[[], object], rounds: int, limit: float | None = None) -> Row:
    begun = process_time()
    taken = [_timed(run) for _ in range(rounds)]
    worked = 1e3 * (process_time() - begun) / rounds
    note = f"p90 {quantile(taken, 0.9):.2f}, n={rounds}; {worked:.2f} ms of processor time, mean"
    return Row(what, median(taken), note=note) if limit is None else at_most(what, median(taken), limit, note=note)


def life(library: Library, count: int) -> Iterator[Attempt]:
    """So many answers of one learner, oldest first."""
    chance, items = random.Random(1), list(all_items(library))
    sitting = ""
    for number in range(count):
        at = _when(number)
        if number % SITTING == 0:
            sitting = uuid7(at, chance)
        right = chance.random() < 0.8
        yield Attempt(
            id=uuid7(at, chance),
            course=library.course.id,
            item=chance.choice(items),
            at=at,
            response=("Within three days",),
            correct=right,
            parts=(right,),
            sure=chance.random() < 0.9,
            seconds=3.2,
            fingerprint="f" * 64,
            sitting=sitting,
        )


def _when(number: int) -> datetime:
    return START + timedelta(days=number // A_DAY, seconds=30 * (number % A_DAY))


def sat(library: Library, count: int) -> Iterator[tuple[Attempt, dict[str, Any]]]:
    """So many answers, each with its sitting as it is kept after it."""
    answers = life(library, count)
    while asked := list(islice(answers, SITTING)):
        session = start([all_items(library)[one.item] for one in asked], sitting=asked[0].sitting, title="A quiz",
                        kind="lesson", seed=1, learner=None, now=asked[0].at)  # fmt: skip
        for at, one in enumerate(asked):
            entries = list(session.entries)
            entries[at] = replace(entries[at], attempt=one)
            session = replace(session, at=at, entries=tuple(entries))
            yield one, dump(session)


def _timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return 1e3 * (perf_counter() - start)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.store", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of it all")
    tell(measure(quick=parser.parse_args().quick), "the learner's file")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
