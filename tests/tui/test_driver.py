"""How what a terminal sends is read, and what it is shown written."""

from collections.abc import Iterable

import pytest
from textual import events
from textual.drivers import linux_driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from quizapp.tui.app import HAND_OVER, QuizApp
from quizapp.tui.driver import Parser, decoder, mended
from tests.tui.conftest import Desk


def keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, events.Key)]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that Textual's parser sees, in seconds."""
    now = [0.0]
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.05)
    return now


@pytest.mark.parametrize(("sent", "key"), [("\r", "enter"), ("j", "j"), ("\x1b[A", "up"), ("\x1b", "escape")])
def test_escape_and_the_key_behind_it_are_two(clock: list[float], sent: str, key: str) -> None:
    parser = Parser()
    heard = keys(parser.feed("\x1b"))
    clock[0] = 0.06
    heard += keys(parser.feed(sent))
    clock[0] = 0.12
    heard += keys(parser.tick())
    assert heard == ["escape", key]


def test_enter_is_enter_also_before_the_terminal_was_taken() -> None:
    parser = Parser()
    assert keys(parser.feed("\nj\n")) == ["enter", "j", "enter"]
    assert keys(parser.feed("\n")) == ["ctrl+j"]


def test_what_comes_at_once_belongs_together(clock: list[float]) -> None:
    parser = Parser()
    heard = keys(parser.feed("\x1b"))
    clock[0] = 0.04
    assert heard + keys(parser.feed("[B")) == ["down"]


def test_the_driver_of_a_terminal_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XTermParser", "getincrementaldecoder"):
        monkeypatch.setattr(linux_driver, name, getattr(linux_driver, name))
    assert mended(LinuxDriver) is LinuxDriver
    read_by = vars(linux_driver)
    assert (read_by["XTermParser"], read_by["getincrementaldecoder"]) == (Parser, decoder)
    assert mended(HeadlessDriver) is HeadlessDriver


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert decoder("utf-8")().decode(b"caf\xe9 au lait") == "caf\N{REPLACEMENT CHARACTER} au lait"


async def test_what_writes_a_frame_has_its_turn_before_what_is_behind_it(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    done: list[str | float] = []
    app = desk.app()
    async with app.run_test() as pilot:
        monkeypatch.setattr(QuizApp, "is_headless", False)
        monkeypatch.setattr("quizapp.tui.app.sleep", done.append)
        monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: done.append(data))
        await pilot.press("down")
        await pilot.pause()
        monkeypatch.undo()
    frame = done[: done.index(HAND_OVER)]
    assert any("▸" in str(written) for written in frame)
    assert str(frame[-1]).startswith("\x1b[?25")
