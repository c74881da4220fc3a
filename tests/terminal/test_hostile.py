"""A pack from a stranger: on no screen does anything of it act on the terminal, and it shows as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.text.characters import all_forbidden
from quizapp.tui.keymap import KEYS
from tests.terminal.hands import Learner
from tests.terminal.pack import CONTROL, MARKUP, PACK, TWIN, Pack, write
from tests.terminal.terminal import Terminal

SEED = 5
HOME = "g glossary"
FOUND = r"Bells[^○●✓✗▸]* lesson\b"
"""A lesson in the palette."""
SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]",  # the other escape sequences
    re.DOTALL,
)
"""The control functions of ECMA-48 that begin with an escape."""
FREE = re.compile(r"(?<=\x1b\[)[0-9;:]*(?=[mHABCDGd])")
"""Parameters that depend on colours and places; those of all other sequences are compared."""


def shapes(written: str) -> set[str]:
    """The kinds of control sequences in what was written."""
    return {FREE.sub("", sequence) for sequence in SEQUENCE.findall(written)}


class Visit:
    """A way through every screen of the app on a course, and what stood on them."""

    def __init__(self, terminal: Terminal, library: Library) -> None:
        self.terminal = terminal
        self.seen: list[str] = []
        """Each screen in single spaces."""
        self._learner = Learner(terminal, library, SEED)
        self._questions = len(library.lessons[0].questions)

    def go(self, key: str, to: str, *, gone: str | None = None) -> None:
        """Press a key and keep the screen on which `to` stands and `gone` does not."""
        self.terminal.press(key)
        self.terminal.wait(to, gone=gone)
        self.seen.append(self.terminal.words)

    def home(self) -> None:
        """Home, each card, help, the palette, and the screens that open from Home."""
        self.terminal.wait(f"Bells.*{HOME}")
        for key, to in (("down", "▸ ✗ 2"), ("down", "▸ ✗ 3"), ("up", "▸ ✗ 2"), ("up", "▸ ○ 1")):
            self.go(key, to)
        self.go("?", "highlighted.*closes this")
        self.go("escape", HOME, gone="closes this")
        self.go("ctrl+p", "Find a lesson, a source, a name")
        self.go("b", FOUND)
        self.go("escape", HOME, gone=FOUND)
        for key in (row.keys for row in KEYS["home.page"] if row.keys in ("s", "g", "t")):
            self.go(key, "esc back", gone="r review")
            self.go("escape", HOME)

    def lesson(self) -> None:
        """The prose, each citation, the article."""
        self.go("enter", "section 1 of 1")
        for digit in "12345":
            self.go(digit, f"received:{digit}")
        self.go("o", "c cited")
        self.go("escape", "section 1 of 1")

    def quiz(self) -> None:
        """Every question answered wrong, with hints and articles, then right; and the results."""
        self.go("enter", "Question 1 of 9")
        for number in range(1, self._questions + 1):
            item, task = self._learner.question(number)
            self.seen.append(self.terminal.words)
            if item.question.hint:
                self.go("h", "Hint")
            self._learner.answer(task, right=False)
            self.go("o", "c cited")
            self.go("escape", f"Question {number}")
            self.terminal.press("enter")
        for number in range(self._questions + 1, 2 * self._questions + 1):
            self._learner.answer(self._learner.question(number)[1])
            self.seen.append(self.terminal.words)
            self.terminal.press("enter")
        self.terminal.wait("0 of 9", gone="Question")
        self.seen.append(self.terminal.words)
        self.go("enter", "c cited")


def visit(pack: Pack, parent: Path, *, columns: int) -> tuple[str, str]:
    """What was written on the way, and what stood on the screens."""
    root = write(pack, parent)
    options = ("--seed", str(SEED), "--learner", pack.learner)
    with Terminal(*options, data=parent / "data", course=root, columns=columns, rows=40) as terminal:
        way = Visit(terminal, load(Workspace(root)))
        way.home()
        way.lesson()
        way.quiz()
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    return terminal.written.decode("utf-8"), "\n".join(way.seen)


@pytest.mark.parametrize("columns", [80, 120])
def test_no_byte_of_a_hostile_pack_acts_on_the_terminal(columns: int, tmp_path: Path) -> None:
    harmless, _ = visit(TWIN, tmp_path / "twin", columns=columns)
    written, seen = visit(PACK, tmp_path / "pack", columns=columns)
    assert shapes(written) <= shapes(harmless)
    rest = SEQUENCE.sub("", written)
    assert sorted({f"U+{ord(rest[at]):04X}" for at in all_forbidden(rest)}) == []
    for shown in ("[/x]", "[bold]loud[/bold]", "[link=https://evil.example]here[/link]", "[Putin]", "[$error]"):
        assert shown in seen
    assert "[@click=app.bell]press[/]" in seen
    assert "A third [Putin] bell stayed silent." in seen
    for escaped in (r"\u{1b}]52;c;ZXZpbA==\u{7}", r"\u{9b}2J", r"\u{202e}esrever"):
        assert escaped in seen


def test_plain_mode_shows_a_hostile_pack_as_it_stands(tmp_path: Path) -> None:
    root = write(PACK, tmp_path)
    ended = run(root, tmp_path, "bells", "--plain", "--learner", PACK.learner, typed=":k\n" + "1\n\n" * 60)
    assert (ended.returncode, ended.stderr) == (0, "")
    home = run(root, tmp_path, "--plain", "--learner", PACK.learner)
    for shown in (ended.stdout, home.stdout):
        assert not all_forbidden(shown)
        assert " ".join(MARKUP.split()) in " ".join(shown.split())
    assert "A third [Putin] bell stayed silent." in ended.stdout
    assert r"\u{1b}]52;c;ZXZpbA==\u{7}" in ended.stdout


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_check_reports_a_hostile_pack_without_a_forbidden_character(form: str, tmp_path: Path) -> None:
    ended = run(write(PACK, tmp_path), tmp_path, "check", "--notes", "--format", form)
    assert ended.returncode == 1
    assert not all_forbidden(ended.stdout)
    assert not all_forbidden(ended.stderr)
    assert CONTROL[:5] not in ended.stdout


def run(root: Path, data: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments, "--course", root],
        input=typed,
        env={**os.environ, "QUIZAPP_DATA": str(data), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
