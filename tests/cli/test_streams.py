"""The process's streams: closed, full, without a reader, in another encoding, or a terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

QUIZAPP = (sys.executable, "-m", "quizapp")


@pytest.fixture
def environment(tmp_path: Path, course: Path) -> dict[str, str]:
    """Of a process with the tiny course and a data folder of its own."""
    dropped = ("NO_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "COLUMNS", "TERM")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"QUIZAPP_COURSE": str(course), "QUIZAPP_DATA": str(tmp_path / "data"), "TERM": "xterm"}


def _shell(command: str, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Runs a shell command in which `"$@"` is quizapp."""
    return subprocess.run(
        ["sh", "-c", command, "sh", *QUIZAPP], capture_output=True, env=environment, check=False, timeout=60
    )


@pytest.mark.parametrize("command", ["", "review", "the-bell", "learn --plain"])
def test_a_closed_stdin_is_the_end_of_input(environment: dict[str, str], command: str) -> None:
    done = _shell(f'"$@" {command} <&-', environment)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["--version", "--help", "check", "check --format json", "explain"])
def test_a_closed_stdout_is_nobody_s_mistake(environment: dict[str, str], command: str) -> None:
    done = _shell(f'"$@" {command} >&-', environment)
    assert done.returncode in {0, 3}
    assert b"a bug in" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_closed_streams_do_not_change_the_status(environment: dict[str, str], course: Path) -> None:
    (course / "lessons" / "x.toml").touch()
    assert _shell('"$@" check <&- >&- 2>&-', environment).returncode == 1


@pytest.mark.parametrize("command", ["--help", "check", "explain"])
def test_a_full_disk_is_told(environment: dict[str, str], command: str) -> None:
    done = _shell(f'"$@" {command} >/dev/full', environment)
    assert done.returncode == 3
    assert done.stderr.endswith(b"quizapp: No space left on device\n")


@pytest.mark.parametrize("command", ["--help", "check", "explain", "learn --plain"])
def test_a_reader_that_went_away_ends_the_command_quietly(environment: dict[str, str], command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*QUIZAPP, *command.split()],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b"" or done.stderr.startswith(b"Checking ")
    assert done.stderr.count(b"\n") <= 1


def test_output_is_utf_8_whatever_the_locale(environment: dict[str, str]) -> None:
    done = _shell('"$@" check', environment | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    assert "Checking “The harbour bell”".encode() in done.stderr


def test_colour_is_for_terminals_that_want_it(environment: dict[str, str], course: Path) -> None:
    (course / "lessons" / "x.toml").touch()
    assert b"\x1b" not in _shell('"$@" check', environment).stdout
    for more, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        shown, status = pexpect.run(
            " ".join([*QUIZAPP, "check"]), env=environment | more, withexitstatus=True, encoding="utf-8"
        )
        assert status == 1
        assert ("\x1b[1;31merror[QZ202]\x1b[0m" in shown) is coloured
        assert ("\x1b" in shown) is coloured


def test_an_interruption_is_130_without_a_traceback(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*QUIZAPP, "learn", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == b""
