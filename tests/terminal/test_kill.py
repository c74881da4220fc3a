"""Killed at random moments while answering: what the screen acknowledged is on disk, and the quiz goes on where it was.

`QUIZAPP_KILLS=50 pytest tests/terminal/test_kill.py -n0 -s` kills more often and tells what came of it.
"""

import json
import os
import random
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.grading import key_of
from tests.terminal.hands import QUESTION, VERDICT, Learner, give, wrong
from tests.terminal.terminal import Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
KILLS = int(os.environ.get("QUIZAPP_KILLS", "5"))
SEED = 11
OVER = r"\d+ of \d+ right"
LONGEST = 4000
"""Up to how many bytes the app may still write after the last key."""


@dataclass(frozen=True)
class Disk:
    """What the learner's file holds."""

    answers: int = 0
    question: int | None = None
    """The number of the question at which a quiz was left."""
    answered: bool = False
    """Whether its answer was given."""

    @classmethod
    def read(cls, data: Path) -> "Disk":
        """The file as it is now, read-only."""
        connection = sqlite3.connect(f"file:{data / 'progress.sqlite3'}?mode=ro", uri=True)
        try:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (answers,) = connection.execute("SELECT count(*) FROM attempts WHERE kind = 'answer'").fetchone()
            states = connection.execute("SELECT state FROM sittings").fetchall()
        finally:
            connection.close()
        assert len(states) < 2
        if not states:
            return cls(answers)
        state = json.loads(states[0][0])
        return cls(answers, state["at"] + 1, "attempt" in state["entries"][state["at"]])


class Verdicts:
    """Counts the verdicts that come into view."""

    def __init__(self, terminal: Terminal) -> None:
        self.seen = 0
        self._terminal = terminal
        self._shown = self._stands()
        terminal.watch = self._look

    def _stands(self) -> bool:
        return re.search(VERDICT, self._terminal.words) is not None

    def _look(self) -> None:
        shown = self._stands()
        self.seen += shown and not self._shown
        self._shown = shown


def enter_quiz(terminal: Terminal, disk: Disk) -> int:
    """Into a new quiz, or into the one that was left, which goes on where it was; the number of the open question."""
    if disk.question is None:
        for number in (1, 2):
            terminal.wait(f"section {number} of 2")
            terminal.press("enter")
    else:
        terminal.wait("The light at Skerry Point")
        terminal.press("enter")
    number = int(terminal.wait(QUESTION, gone="section").group(1))
    assert number == (disk.question or 1)
    if not disk.answered:
        return number
    terminal.wait(VERDICT)
    terminal.press("enter")
    return number + 1


def answer_and_kill(terminal: Terminal, number: int, chance: random.Random) -> tuple[int, int]:
    """Answer some questions and kill the app about the last; how many answers were sent, and acknowledged."""
    terminal.wait(rf"Question {number} of|{OVER}", gone=VERDICT)
    learner = Learner(terminal, load(Workspace(TINY)), SEED)
    verdicts = Verdicts(terminal)
    questions = chance.randint(1, 3)
    for sent in range(1, questions + 1):
        if not terminal.wait(rf"Question {number} of|{OVER}", gone=VERDICT).group().startswith("Question"):
            return sent - 1, verdicts.seen
        _, task = learner.question(number)
        give(terminal, task, key_of(task) if chance.random() < 0.7 else wrong(task))
        number += 1
        if sent == questions and chance.random() < 0.7:
            terminal.read(chance.randrange(LONGEST), VERDICT)
            break
        terminal.wait(VERDICT)
        terminal.press("enter")
        if sent == questions:
            terminal.read(chance.randrange(LONGEST), rf"Question {number} of|{OVER}")
    terminal.kill()
    return questions, verdicts.seen


def test_what_was_acknowledged_is_on_disk_whenever_it_is_killed(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  when to kill, no secret
    before = Disk()
    total = 0
    for _ in range(KILLS):
        arguments = ["first-winter"] if before.question is None else []
        with Terminal(*arguments, "--seed", str(SEED), data=tmp_path, course=TINY) as terminal:
            number = enter_quiz(terminal, before)
            sent, acknowledged = answer_and_kill(terminal, number, chance)
        now = Disk.read(tmp_path)
        assert before.answers + acknowledged <= now.answers <= before.answers + sent
        before = now
        total += acknowledged
    print(f"{KILLS} kills: {total} answers acknowledged, {before.answers} on disk")  # noqa: T201
