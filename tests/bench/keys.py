"""How long a key takes to show what it does, beside a bare Textual app: `python -m tests.bench.keys`.

From outside the process: from the key's being written to the terminal until the end of the frame that shows its answer.
Each answer is on the disk before its verdict is painted, and the frame that shows it has the marks, the title and the
keys too. The bare app puts one text in the place of another: a line, or what quizapp showed of a question and of its
feedback in the first lesson, in the same words, or in the same words and colours. It has its turn behind every answer
of the other lessons, so that whatever else the machine does falls on all alike.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from quizapp.content.lesson import Lesson
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.feedback import COMES_BACK
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


class Beside(Program):
    """The bare app, and how long its turns took."""

    def __init__(self, files: Sequence[str] = ()) -> None:
        """With the texts of these files, one after the other."""
        super().__init__([sys.executable, str(BARE), *files], cwd=ROOT)
        self.times: list[float] = []
        self.painted(r"turned 0\.")

    def turn(self) -> None:
        """Put the next text in the place of this one."""
        self.times.append(self.timed(" ", rf"turned {len(self.times) + 1}\."))


class Sitting:
    """Somebody at a terminal who reads and answers lesson after lesson, and how long each key took."""

    def __init__(self, program: Program, library: Library, quiet: float = QUIET) -> None:
        """`quiet` is for how many seconds nothing more may come before the next key is pressed."""
        self.program = program
        self.library = library
        self._quiet = quiet
        self.verdicts: list[float] = []
        self.peers: Sequence[Beside] = ()
        """What has its turn behind every verdict."""
        self.questions: list[float] = []
        self.pages: list[float] = []
        self.shown: list[str] = []
        """A question as it stood on the screen, and its feedback, from first to last."""
        self.looks: list[str] = []
        """The same with its colours."""
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
            at, first, again = (int(group or 0) for group in found.groups())
            last = at == first + again and COMES_BACK not in program.words
            after = r"\d+\s+of\s+\d+" if last else rf"Question\s+{at + 1}\s+of"
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
        self._keep()
        self.verdicts.append(self._timed(last, _VERDICT))
        self._keep()
        for peer in self.peers:
            peer.turn()

    def _keep(self) -> None:
        self.shown.append("\n".join(self.program.lines))
        self.looks.append("\n".join(self.program.looks))

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
        with Program(command(), {"QUIZAPP_DATA": str(room / "data")}, cwd=ROOT) as program:
            program.painted("help")
            program.settle(0.5)
            sitting = Sitting(program, library)
            first, *others = library.lessons[: QUICK if quick else LESSONS]
            sitting.lesson(first)
            sitting.verdicts.clear()
            words, looks = _written(room / "words", sitting.shown), _written(room / "looks", sitting.looks)
            with Beside() as line, Beside(words) as same, Beside(looks) as alike:
                sitting.peers = (line, same, alike)
                for lesson in others:
                    sitting.lesson(lesson)
    return [*_against(sitting, line.times, same.times, alike.times)]


def _written(room: Path, texts: list[str]) -> list[str]:
    """The files of these texts, each without its last line."""
    room.mkdir()
    files = [room / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text("\n".join(text.splitlines()[:-1]), encoding="utf-8")
    return [str(file) for file in files]


def _against(sitting: Sitting, line: list[float], words: list[float], looks: list[float]) -> Iterator[Row]:
    verdicts, questions, pages = sitting.verdicts, sitting.questions, sitting.pages
    floor = f"{_spread(verdicts)}; bare {_spread(words)}"
    yield beside("key to feedback, median", median(verdicts), "bare Textual, same words", median(words),
                 times=1.5, note=floor)  # fmt: skip
    for peer, times in (("same words and colours", looks), ("one line", line)):
        yield beside(
            "key to feedback, median", median(verdicts), f"bare Textual, {peer}", median(times), note=_spread(times)
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
