"""How long a key takes to show what it does, beside a bare Textual app: `python -m tests.bench.keys`.

From outside the process: from the key's being written to the terminal until the end of the frame that shows its answer.
Each answer is on the disk before its verdict is painted. The bare app puts one text in the place of another: either a
line, or the very words that quizapp shows of a question and of its feedback.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from quizapp.content.lesson import Lesson
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.grading import key_of
from quizapp.quiz.item import all_items
from quizapp.quiz.task import Fill, Task, task_of
from tests.bench.rows import Row, at_most, beside, quantile, tell
from tests.bench.start import BARE, ROOT
from tests.bench.terminal import QUIET, Program
from tests.terminal import hands

SEED = 3
LESSONS, QUICK = 15, 2
WRONG_EVERY = 4
"""One answer in so many is wrong, and its question comes back."""
ENTER, ESCAPE, DOWN, HOME = "\r", "\x1b", "\x1b[B", "\x1b[H"
_VERDICT = re.sub(r"\s+", r"\\s+", hands.VERDICT)


class Sitting:
    """Somebody at a terminal who reads and answers lesson after lesson, and how long each key took."""

    def __init__(self, program: Program, library: Library, quiet: float = QUIET) -> None:
        """`quiet` is for how many seconds nothing more may come before the next key is pressed."""
        self.program = program
        self.library = library
        self._quiet = quiet
        self.verdicts: list[float] = []
        self.questions: list[float] = []
        self.pages: list[float] = []
        self.shown: list[str] = []
        """A question as it stood on the screen, and its feedback, from first to last."""
        self._items = {" ".join(item.prompt.split()): item for item in all_items(library).values()}

    def lesson(self, lesson: Lesson) -> None:
        """Read a lesson from Home, answer its questions, and go back."""
        program = self.program
        program.settle(self._quiet)
        program.press(HOME, *[DOWN] * self.library.lessons.index(lesson))
        self._timed(ENTER, "section")
        for number in range(2, len(lesson.sections) + 1):
            self.pages.append(self._timed(ENTER, rf"section\s+{number}\s+of"))
        self._timed(ENTER, r"Question\s+1\s+of")
        number = 0
        while found := re.search(hands.QUESTION, program.words):
            number += 1
            self._answer(right=number % WRONG_EVERY != 0)
            last = found.group(1) == found.group(2) and "It comes back" not in program.words
            after = r"\d+\s+of\s+\d+" if last else rf"Question\s+{int(found.group(1)) + 1}\s+of"
            taken = self._timed(ENTER, after)
            if last:
                break
            self.questions.append(taken)
        self._timed(ESCAPE, "The Istanbul talks") if "summary" in program.words else program.press(ESCAPE)
        program.settle(self._quiet)

    def _timed(self, key: str, pattern: str) -> float:
        return self.program.timed(key, pattern, self._quiet)

    def _answer(self, *, right: bool) -> None:
        *before, last = _keys(self._asked(), right=right)
        for key in before:
            self.program.press(key)
            self.program.settle(self._quiet)
        self.shown.append("\n".join(self.program.lines))
        self.verdicts.append(self._timed(last, _VERDICT))
        self.shown.append("\n".join(self.program.lines))

    def _asked(self) -> Task:
        for _ in range(200):
            words = self.program.words
            asked = [item for prompt, item in self._items.items() if prompt in words]
            if asked:
                break
            self.program.settle(self._quiet)
        item = max(asked, key=lambda item: len(item.prompt))
        return task_of(item.question, self.library, f"{SEED}:{item.key}:{'once more' in words}")


def _keys(task: Task, *, right: bool) -> Iterator[str]:
    response = key_of(task) if right else hands.wrong(task)
    if isinstance(task, Fill):
        for text in response:
            yield text
            yield ENTER
        return
    from tests.terminal.terminal import KEYS

    yield from (KEYS.get(key, key) for key in hands._keys(task, response))


def command() -> list[str]:
    """Starts quizapp on the shipped course."""
    return [sys.executable, "-m", "quizapp", "--seed", str(SEED), "--course", str(ROOT)]


def measure(*, quick: bool = False) -> list[Row]:
    """Rows for feedback, the next question and pages; quick ones of two lessons."""
    library = load(Workspace(ROOT))
    with TemporaryDirectory() as folder:
        room = Path(folder)
        line: list[float] = []
        with (
            Program([sys.executable, str(BARE)], cwd=ROOT) as bare,
            Program(command(), {"QUIZAPP_DATA": str(room / "data")}, cwd=ROOT) as program,
        ):
            bare.painted(r"turned 0\.")
            program.painted("help")
            program.settle(0.5)
            sitting = Sitting(program, library)
            for lesson in library.lessons[: QUICK if quick else LESSONS]:
                sitting.lesson(lesson)
                line += _turns(bare, len(line), 15)
            files = _written(room, sitting.shown[:40])
            with Program([sys.executable, str(BARE), *files], cwd=ROOT) as same:
                same.painted(r"turned 0\.")
                words = _turns(same, 0, len(line))
    return [*_against(sitting, line, words)]


def _turns(bare: Program, done: int, count: int) -> list[float]:
    return [bare.timed(" ", rf"turned {number}\.") for number in range(done + 1, done + count + 1)]


def _written(room: Path, texts: list[str]) -> list[str]:
    files = [room / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text("\n".join(text.splitlines()[:-1]), encoding="utf-8")
    return [str(file) for file in files]


def _against(sitting: Sitting, line: list[float], words: list[float]) -> Iterator[Row]:
    verdicts, questions, pages = sitting.verdicts, sitting.questions, sitting.pages
    floor = f"{_spread(verdicts)}; bare {_spread(words)}"
    yield beside("key to feedback, median", median(verdicts), "bare Textual, same words", median(words),
                 times=1.5, note=floor)  # fmt: skip
    yield beside(
        "key to feedback, median", median(verdicts), "bare Textual, one line", median(line), note=_spread(line)
    )
    yield at_most("key to feedback, p99", quantile(verdicts, 0.99), 16, note=f"bare p99 {quantile(words, 0.99):.1f}")
    yield beside("key to the next question, median", median(questions), "bare Textual, same words", median(words))
    yield at_most("key to the next question, p99", quantile(questions, 0.99), 25, note=_spread(questions))
    yield at_most("a page of a lesson turned, median", median(pages), 25, note=_spread(pages))


def _spread(times: list[float]) -> str:
    return f"n={len(times)}, p10 {quantile(times, 0.1):.1f}, p95 {quantile(times, 0.95):.1f}, most {max(times):.1f}"


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.keys", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two lessons")
    tell(measure(quick=parser.parse_args().quick), "keys")


if __name__ == "__main__":
    main()
