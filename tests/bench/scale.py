"""A course of 2,000 lessons, 40,000 questions and 500 sources in a real terminal: `python -m tests.bench.scale`.

Start to Home, what each key takes until the terminal has shown what it leads to, and the memory in the end; beside it
the shipped course, in the same run. Nothing is asserted.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tests.bench.pack import make
from tests.terminal.terminal import Terminal

ROOT = Path(__file__).parents[2]
MOVES = 40


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--lessons", type=int, default=2_000)
    parser.add_argument("--sources", type=int, default=500)
    parser.add_argument("--course", type=Path, default=None, help="one that was made before")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        course = arguments.course or Path(folder) / "course"
        if arguments.course is None:
            make(course, arguments.lessons, sources=arguments.sources)
        for name, root, source, word in (
            ("shipped", ROOT, "Explainer", "nato"),
            ("large", course, "Gazette", "lesson"),
        ):
            _visit(name, root, Path(folder) / name, source, word)


class _Clock:
    def __init__(self, name: str) -> None:
        self._name = name

    def tell(self, what: str, times: list[float]) -> None:
        last = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        line = f"{self._name:8} {what:28} median {1000 * median(times):8.1f} ms   p95 {1000 * last:8.1f} ms"
        sys.stdout.write(f"{line}   n={len(times)}\n")
        sys.stdout.flush()


def _visit(name: str, course: Path, data: Path, source: str, word: str) -> None:
    clock = _Clock(name)
    for what in ("cold start to Home", "second start to Home"):
        start = perf_counter()
        with Terminal(data=data, course=course, columns=100, rows=30) as terminal:
            terminal.wait("r review.*g glossary")
            clock.tell(what, [perf_counter() - start])
            if what.startswith("cold"):
                terminal.press("t")  # what was read behind Home must have arrived before anything opens
                terminal.wait("esc back")
                terminal.press("ctrl+q")
                terminal.wait_end()
                continue
            _keys(clock, terminal, source, word)
            memory = Path(f"/proc/{terminal._child.pid}/status").read_text(encoding="utf-8")
            held = next(line.split()[1] for line in memory.splitlines() if line.startswith("VmRSS"))
            sys.stdout.write(f"{name:8} memory {int(held) / 1024:.0f} MiB\n")


def _keys(clock: _Clock, terminal: Terminal, source: str, word: str) -> None:
    def timed(key: str, shown: str, gone: str | None = None) -> float:
        start = perf_counter()
        terminal.press(key)
        terminal.wait(shown, gone=gone)
        return perf_counter() - start

    home = "r review.*g glossary"
    moves = [timed("down", rf"▸ .? *{number}\b") for number in range(2, MOVES if clock._name == "large" else 12)]
    clock.tell("a line down on Home", moves)
    clock.tell("the last line of Home", [timed("end", r"▸ .? *(15|2000)\b")])
    clock.tell("the first line of Home", [timed("home", r"▸ .? *1\b")])
    clock.tell("a lesson", [timed("enter", "section 1 of")])
    clock.tell("back on Home", [timed("escape", home)])
    for what, key in (("sources", "s"), ("glossary", "g"), ("stats", "t")):
        clock.tell(f"{what}, first", [timed(key, "esc back", gone="r review")])
        if key != "t":
            clock.tell("  a line down there", [timed("down", "esc back") for _ in range(5)])
        timed("escape", home)
        clock.tell(f"{what}, again", [timed(key, "esc back", gone="r review")])
        timed("escape", home)
    clock.tell("search, opened", [timed("/", "Type a word")])
    for at, letter in enumerate(word):
        clock.tell(f"search, letter {at + 1}", [timed(letter, rf"found.*/ {word[: at + 1]} " if at else "Type a word")])
    terminal.press("escape")
    terminal.wait(home)
    clock.tell("palette, opened", [timed("ctrl+p", "Find a lesson")])
    clock.tell("palette, a letter", [timed(source[0].lower(), f"{source}|esson")])


if __name__ == "__main__":
    main()
