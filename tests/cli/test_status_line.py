"""How far a command is, told in a terminal to whoever waits, and to nobody else."""

import io
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from quizapp.cli import status_line
from quizapp.cli.output import Output
from quizapp.cli.status_line import PATIENCE, STANDS, StatusLine
from tests.cli.conftest import Ran


@dataclass
class Screen:
    """A terminal whose clock is moved by hand."""

    room: int = 79
    now: float = 1000.0
    drawn: list[str] = field(default_factory=list)

    def line(self, doing: str = "Checking") -> StatusLine:
        return StatusLine(doing, self.drawn.append, lambda: self.room, lambda: self.now)


def test_work_that_is_done_within_a_second_leaves_no_trace() -> None:
    screen = Screen()
    with screen.line() as told:
        for done in range(100):
            screen.now += PATIENCE / 101
            told("lessons", done, 100)
    assert screen.drawn == []


def test_who_waits_longer_is_told_ten_times_a_second_at_most_and_the_line_goes_with_the_work() -> None:
    screen = Screen()
    begun = screen.now
    times: list[float] = []
    with screen.line() as told:
        for done in range(3000):
            screen.now += 0.001
            told("lessons", done, 3000)
            if len(screen.drawn) > len(times):
                times.append(screen.now - begun)
    *lines, last = screen.drawn
    assert last == "\r\x1b[K"
    assert re.fullmatch(r"\rChecking 1,00\d of 3,000 lessons\x1b\[K", lines[0])
    assert times[0] == pytest.approx(PATIENCE, abs=0.002)
    assert [later - time for time, later in pairwise(times)] == pytest.approx([STANDS] * 19, abs=0.002)


def test_of_how_many_is_left_out_where_that_is_not_known_or_was_more() -> None:
    screen = Screen()
    with screen.line("Reading") as told:
        for done, of in ((20_000, 0), (3, 3), (4, 3)):
            screen.now += PATIENCE
            told("files", done, of)
    words = ["Reading 20,000 files", "Reading 3 of 3 files", "Reading 4 files"]
    assert screen.drawn[:-1] == [f"\r{said}\x1b[K" for said in words]


def test_a_line_is_never_longer_than_the_terminal_is_wide() -> None:
    screen = Screen(room=39)
    with screen.line() as told:
        screen.now += PATIENCE
        told("lessons for names", 1000, 1000)
        screen.room = 60
        screen.now += PATIENCE
        told("lessons for names", 1000, 1000)
    assert screen.drawn[:-1] == [
        "\rChecking 1,000 of 1,000 lessons for na…\x1b[K", "\rChecking 1,000 of 1,000 lessons for names\x1b[K"
    ]  # fmt: skip
    assert len(screen.drawn[0].strip("\r\x1b[K")) == 39


def test_nothing_is_drawn_and_nothing_erased_while_another_program_has_the_terminal() -> None:
    screen = Screen(room=0)
    with screen.line() as told:
        screen.now += PATIENCE
        told("lessons", 1, 3)
        assert screen.drawn == []
        screen.room = 79
        screen.now += PATIENCE
        told("lessons", 2, 3)
        screen.room = 0
    assert screen.drawn == ["\rChecking 2 of 3 lessons\x1b[K"]


def test_an_interruption_takes_the_line_away() -> None:
    screen = Screen()

    def interrupted() -> None:
        with screen.line() as told:
            screen.now += PATIENCE
            told("lessons", 1, 3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert screen.drawn[-1] == "\r\x1b[K"


def test_who_goes_on_telling_when_the_work_is_over_is_not_heard() -> None:
    screen = Screen()
    with screen.line() as told:
        pass
    screen.now += PATIENCE
    told("lessons", 1, 3)
    assert screen.drawn == []


def test_a_copy_of_the_process_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    line = screen.line()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    screen.now += PATIENCE
    line.tell("lessons", 1, 3)
    assert screen.drawn == []


class Talk(io.StringIO):
    """What a command writes, to a terminal as it believes."""

    def fileno(self) -> int:
        return 0


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody is told at once."""
    monkeypatch.setattr(status_line, "PATIENCE", 0)
    monkeypatch.setattr(status_line, "STANDS", 0)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has the terminal, which is 40 letters wide."""
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((40, 24)))


@pytest.mark.usefixtures("impatient", "here")
def test_the_line_is_erased_before_anything_else_is_printed() -> None:
    data, talk = io.StringIO(), Talk()
    output = Output(data, talk, live=True)
    with output.status("Checking") as told:
        told("lessons", 1, 3)
        output.say("Fixed.")
        told("lessons", 2, 3)
        output.write("a report\n")
        told("lessons", 3, 3)
    first, second, third = (f"\rChecking {done} of 3 lessons\x1b[K" for done in (1, 2, 3))
    assert talk.getvalue() == f"{first}\r\x1b[KFixed.\n{second}\r\x1b[K{third}\r\x1b[K"
    assert data.getvalue() == "a report\n"


@pytest.mark.usefixtures("impatient", "here")
def test_a_stream_that_is_not_live_is_never_drawn_on() -> None:
    talk = Talk()
    with Output(io.StringIO(), talk).status("Checking") as told:
        told("lessons", 1, 3)
    assert talk.getvalue() == ""


@pytest.mark.usefixtures("impatient")
def test_a_terminal_that_belongs_to_others_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk()
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp() + 1)
    output = Output(io.StringIO(), talk, live=True)
    with output.status("Checking") as told:
        told("lessons", 1, 3)
        monkeypatch.setattr(os, "tcgetpgrp", _no_terminal)
        told("lessons", 2, 3)
        assert talk.getvalue() == ""
        monkeypatch.setattr(os, "tcgetpgrp", lambda _: os.getpgrp())
        told("lessons", 3, 3)
    assert talk.getvalue() == "\rChecking 3 of 3 lessons\x1b[K\r\x1b[K"  # one that does not know how wide it is


def _no_terminal(_: int) -> int:
    raise OSError


@pytest.mark.parametrize(
    ("changes", "live"),
    [
        ({}, True),
        ({"NO_COLOR": "", "CI": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": ""}, False),
        ({"CI": "true"}, False),
    ],
)
def test_a_line_is_for_terminals_that_want_one(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], *, live: bool
) -> None:
    for name in ("NO_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm"} | changes).items():
        monkeypatch.setenv(name, value)
    above, below = os.openpty()
    with open(below, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        monkeypatch.setattr("sys.stderr", stream)
        assert Output.standard().live is live
    os.close(above)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("command", [("check",), ("coverage",), ("cite", "bell"), ("stats",), ("approve", "--by", "A")])
def test_a_pipe_gets_nothing_of_it(ran: Callable[..., Ran], course: Path, command: tuple[str, ...]) -> None:
    for name in ("approvals.toml",):
        (course / "lessons" / name).unlink(missing_ok=True)
    done = ran(*command, "--course", str(course), stdin="q\n")
    assert "\r" not in done.out + done.err
    assert "\x1b" not in done.out + done.err
