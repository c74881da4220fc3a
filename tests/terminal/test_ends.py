"""How the app comes to its end, and where there is no screen for it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pexpect
import pytest

from quizapp.text.characters import all_forbidden
from tests.terminal.terminal import DEADLINE, Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
COURSE = "The light at Skerry Point"


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (59, 40), (200, 19)])
def test_a_terminal_that_is_too_small_is_told_politely(columns: int, rows: int, tmp_path: Path) -> None:
    with Terminal(data=tmp_path, course=TINY, columns=columns, rows=rows) as terminal:
        terminal.wait(rf"A little more room, please: 60 columns by 20 lines\.\s+Here are {columns} by {rows}\.")
        terminal.press("enter", "x", "ctrl+q")
        assert terminal.wait_end() == 0


def test_a_terminal_that_goes_away_takes_it_along_though_the_signal_was_ignored(tmp_path: Path) -> None:
    ignoring = ["-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-m", "quizapp", "--course", str(TINY)]
    child = pexpect.spawn(
        "sh", ignoring, env={**os.environ, "TERM": "xterm", "QUIZAPP_DATA": str(tmp_path)}, timeout=60
    )
    child.expect("The first winter")
    os.close(child.child_fd)
    child.closed = True
    guard = Timer(DEADLINE, os.kill, (child.pid, signal.SIGKILL))
    guard.start()
    child.wait()
    guard.cancel()
    assert child.signalstatus == signal.SIGHUP


@pytest.mark.parametrize(
    "sent", [b"\xe9", b"\xed\xa0\x80", b"\x1b[200~\xff\x1b[201~"], ids=["latin-1", "half", "pasted"]
)
def test_bytes_that_are_no_text_do_not_end_it(sent: bytes, tmp_path: Path) -> None:
    with Terminal(data=tmp_path, course=TINY) as terminal:
        terminal.wait("r review")
        terminal.send(sent)
        terminal.press("?")
        terminal.wait("ctrl\\+q Leave quizapp")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert b"Error" not in terminal.written


LESSON = ("enter", "section 1 of 2")
LAST = ("enter", "section 2 of 2")
SHORT = (("k", "Question 2"), ("k", "Question 3"), ("k", "Question 4.*f4 skip"))
QUIZ = ("enter", "Question 1 of 9.*k skip")


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [LESSON],
        [LESSON, ("o", "c cited")],
        [LESSON, ("?", "Next section")],
        [LESSON, ("ctrl+p", "Find a lesson")],
        [LESSON, LAST, QUIZ],
        [LESSON, LAST, QUIZ, ("1", "▸ 1"), ("enter", "✓ Right|✗ Not right")],
        [
            LESSON,
            LAST,
            QUIZ,
            ("k", "Question 2"),
            ("k", "Question 3"),
            ("k", "Question 4.*f4 skip"),
            ("x", "March.* x "),
        ],
    ],
    ids=lambda steps: steps[-1][1] if steps else "home",
)
def test_ctrl_q_leaves_from_anywhere_and_ctrl_c_harms_nothing(steps: list[tuple[str, str]], tmp_path: Path) -> None:
    with Terminal(data=tmp_path, course=TINY) as terminal:
        terminal.wait(f"{COURSE}.*The first winter.*help")
        for key, screen in steps:
            terminal.press(key)
            terminal.wait(screen)
        terminal.press("ctrl+c")
        if not steps or steps[-1][0] not in ("x", "?", "ctrl+p"):  # a field copies with it, a card is left by esc
            terminal.wait("Press ctrl.q to leave")
        terminal.press("ctrl+q")
        assert terminal.wait_end() == 0
    assert b"Traceback" not in terminal.written
    assert b"\x1b[?1049l" in terminal.written


def test_a_dumb_terminal_gets_prompts_without_one_control_sequence(tmp_path: Path) -> None:
    with Terminal("first-winter", data=tmp_path, course=TINY, columns=100, rows=50, env={"TERM": "dumb"}) as terminal:
        terminal.wait("TERM=dumb: this is plain mode.*Section 1 of 2.*for the questions")
        terminal.press(":k", "enter")
        terminal.wait("Question 1 of 9.*Type a number")
        terminal.press("every four hours", "enter")
        terminal.wait("Right.*Press Enter to go on")
        terminal.press(":q", "enter")
        assert terminal.wait_end() == 0
    assert not all_forbidden(terminal.written.decode())


def test_an_interrupt_of_plain_mode_is_status_130_and_loses_nothing(tmp_path: Path) -> None:
    with Terminal("first-winter", "--plain", data=tmp_path, course=TINY) as terminal:
        terminal.wait("for the questions")
        terminal.press(":k", "enter")
        terminal.wait("Question 1 of 9.*Type a number")
        terminal.press("every four hours", "enter")
        terminal.wait("Press Enter to go on")
        terminal.press("ctrl+c")
        assert terminal.wait_end() == 130
    assert b"Traceback" not in terminal.written
    assert b"TERM" not in terminal.written, "who asked for plain mode knows why it is that"
    with Terminal("--plain", data=tmp_path, course=TINY) as terminal:
        terminal.wait("Press Enter to go on with The first winter, at question 1 of 9")


@pytest.mark.parametrize("redirections", ["<&-", "</dev/null", "<&- 2>&-", "<&- >&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_end_it_quietly(redirections: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirections}', "sh", sys.executable, "-m", "quizapp", "--course", TINY],
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path), "TERM": "xterm"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert COURSE.encode() in ended.stdout or ">&- " in f"{redirections} "


def test_pipes_are_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    environment = {"QUIZAPP_DATA": str(tmp_path), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = subprocess.run(
        [sys.executable, "-m", "quizapp", "first-winter", "--course", TINY, "--seed", "1"],
        input=":k\n:k\n:k\n:k\nhuile de “baleine” é\n".encode(),
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    shown = ended.stdout.decode("utf-8")
    assert "“We trim the wick every four hours,” Ada Brandt told this paper." in shown
    assert "Wrong: huile de “baleine” é" in shown
