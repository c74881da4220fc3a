"""A course of 2,000 lessons, 40,000 questions and 500 sources beside the shipped one: `python -m tests.bench.scale`.

And the same course for a learner who has answered 1,000,000 times in it, beside one who has not.

From outside the process: from its start, or from a key, to the end of the frame in which what it leads to is written.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.store.progress import Progress
from quizapp.store.transfer import export_log, import_log
from tests.bench.pack import make
from tests.bench.rows import Row, beside, quantile, tell
from tests.bench.store import A_DAY, START, life
from tests.bench.terminal import Program

ROOT = Path(__file__).parents[2]
LESSONS, SOURCES, ATTEMPTS = 2_000, 500, 1_000_000
TIMES = 5
"""How many times a screen is opened."""
MOVES = 12
QUIET = 0.1
WORDS = ("negotiation", "the talks", "lesson", "according", "one")
DOWN, HOME, END, ENTER, ESCAPE, PALETTE = "\x1b[B", "\x1b[H", "\x1b[F", "\r", "\x1b", "\x10"
LESSON = r"▸ .{1,6} *%d\b"
"""The cursor on a lesson of Home, by its number."""
ON_HOME = "g glossary"
PLACES = (("sources", "s", "taught, "), ("glossary", "g", r"(?s)Glossary.*▸ "), ("stats", "t", "answer"))


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for the start, every screen, every letter and the memory; quick ones with an eighth of the course."""
    part = 8 if quick else 1
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large"
        make(large, LESSONS // part, sources=SOURCES // part)
        return compare(large, Path(folder), ATTEMPTS // part)


def compare(large: Path, room: Path, attempts: int) -> list[Row]:
    """Rows for a large course beside the shipped one, and for a learner with attempts; files are made in `room`."""
    shipped, ours = dict(_visit(ROOT, room / "shipped")), dict(_visit(large, room / "ours"))
    _answer(large, room / "learned", attempts)
    learned = dict(_visit(large, room / "learned"))
    return [*_rows(ours, "shipped", shipped), *_rows(learned, "none", ours, f", {attempts:,} attempts")]


def _rows(ours: dict[str, list[float]], name: str, peer: dict[str, list[float]], more: str = "") -> Iterator[Row]:
    for what, times in ours.items():
        note = f"p90 {quantile(times, 0.9):.1f}, n={len(times)}" if len(times) > 1 else ""
        unit = "MiB" if what.startswith("memory") else "ms"
        yield beside(f"{what}{more}", median(times), name, median(peer[what]), unit=unit, note=note)


def _answer(course: Path, data: Path, count: int) -> None:
    """The file of a learner who has answered so many times, up to today."""
    data.mkdir()
    library, log = load(Workspace(course), documents=False), data / "log.jsonl"
    late = datetime.now(UTC) - START - timedelta(days=count // A_DAY + 1)
    with log.open("w", encoding="utf-8") as stream:
        stream.writelines(export_log(replace(one, at=one.at + late) for one in life(library, count)))
    with Progress.open(data / "progress.sqlite3") as progress, log.open("rb") as file:
        import_log(progress, file)
    log.unlink()


def _start(course: Path, data: Path) -> Program:
    return Program([sys.executable, "-m", "quizapp", "--course", str(course)], {"QUIZAPP_DATA": str(data)}, cwd=ROOT)


def _visit(course: Path, data: Path) -> Iterator[tuple[str, list[float]]]:
    """What was measured, and its figures."""
    with _start(course, data) as program:
        yield "first start to the first frame", [program.painted(r"Reading the course|g glossary")]
        yield "first start to the lessons", [program.painted(LESSON % 1)]
        yield "first start to the lessons, processor", [_worked(program)]
        program.settle(1)
    with _start(course, data) as program:
        yield "second start to the lessons", [program.painted(LESSON % 1)]
        yield "a line of Home while the course is read", [program.timed(DOWN, LESSON % n) for n in range(2, MOVES)]
        yield "sources, as soon as the course is read", [program.painted("taught, ", program.press("s"))]
        program.timed(ESCAPE, ON_HOME)
        program.timed(HOME, LESSON % 1)
        yield from _screens(program)
        yield "review", [_there_and_back(program, "r", r"\d left|nothing to review") for _ in range(TIMES)]
        yield from _letters(program)
        yield "the palette", [program.timed(PALETTE, "Open what is highlighted", 0.3)]
        yield "memory in the end", [program.memory()]
    with _start(course, data) as program:
        program.painted(LESSON % 1)
        begun = _worked(program)
        yield "a lesson, chosen while the course is read", [program.painted("section 1 of", program.press(ENTER))]
        yield "the same, processor", [_worked(program) - begun]


def _screens(program: Program) -> Iterator[tuple[str, list[float]]]:
    yield "a line of Home", [program.timed(DOWN, LESSON % n) for n in range(2, MOVES)]
    yield "the first line of Home, from the last", [_from_the_last(program) for _ in range(TIMES)]
    lessons = [_there_and_back(program, ENTER, "section 1 of") for _ in range(TIMES)]
    yield "a lesson", lessons
    for what, key, pattern in PLACES:
        yield f"{what}, first", [_there_and_back(program, key, pattern)]
        yield f"{what}, again", [_there_and_back(program, key, pattern) for _ in range(TIMES)]
        if what != "stats":
            program.timed(key, pattern, QUIET)
            yield f"a line of {what}", [program.timed(DOWN, "▸ ", QUIET) for _ in range(4)]
            program.timed(ESCAPE, ON_HOME, QUIET)
    yield "back on Home", [_back(program) for _ in range(TIMES)]


def _letters(program: Program) -> Iterator[tuple[str, list[float]]]:
    """Each letter of some words, from the second on, to what is found by it; the first search makes the index."""
    taken: dict[int, list[float]] = {}
    program.timed("/", "Type a word", QUIET)
    program.press("t")
    yield "the first search", [program.timed("h", r"\d+ found|Nothing has", 2)]
    program.timed(ESCAPE, ON_HOME, QUIET)
    for word in WORDS:
        program.timed("/", "Type a word", QUIET)
        program.press(word[0])
        for at, letter in enumerate(word[1:], 2):
            taken.setdefault(min(at, 4), []).append(program.timed(letter, r"\d+ found|Nothing has", QUIET))
        program.timed(ESCAPE, ON_HOME, QUIET)
    for at, times in sorted(taken.items()):
        yield f"letter {at}{' and later' if at == 4 else ''} of a search", times


def _there_and_back(program: Program, key: str, pattern: str) -> float:
    taken = program.timed(key, pattern, QUIET)
    program.timed(ESCAPE, ON_HOME, QUIET)
    return taken


def _back(program: Program) -> float:
    program.timed("t", "answer", QUIET)
    return program.timed(ESCAPE, ON_HOME, QUIET)


def _from_the_last(program: Program) -> float:
    program.press(END)
    return program.timed(HOME, LESSON % 1, QUIET)


def _worked(program: Program) -> float:
    """Milliseconds of the processor that it has taken so far."""
    fields = Path(f"/proc/{program.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return 1e3 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="an eighth of the course")
    parser.add_argument("--course", type=Path, default=None, help="a course that was made before")
    given = parser.parse_args()
    if given.course is None:
        rows = measure(quick=given.quick)
    else:
        with tempfile.TemporaryDirectory() as folder:
            rows = compare(given.course, Path(folder), ATTEMPTS)
    tell(rows, "a large course")


if __name__ == "__main__":
    main()
