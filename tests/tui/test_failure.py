"""What nobody caught reaches whoever ran the app."""

from collections.abc import Coroutine
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Desk


def test_a_bug_on_a_screen_reaches_whoever_ran_the_app(desk: Desk) -> None:
    def fail(pilot: Pilot[object]) -> Coroutine[Any, Any, None]:
        pilot.app.call_later(_fail)
        return pilot.pause()

    app = desk.app()
    with pytest.raises(RuntimeError, match="a bug"):
        app.run(headless=True, auto_pilot=fail)


def test_a_terminal_that_can_be_read_no_more_ends_it_as_a_bug_does(
    desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(pilot: Pilot[object]) -> Coroutine[Any, Any, None]:
        pilot.app.call_later(pilot.app.panic, "no key", "can be read")  # as Textual does where its thread ends
        return pilot.pause()

    app = desk.app()
    with pytest.raises(RuntimeError, match=r"no key.*can be read"):
        app.run(headless=True, auto_pilot=fail)
    assert "no key" not in "".join(capfd.readouterr()), "it is told by whoever ran the app"


def _fail() -> None:
    raise RuntimeError("a bug")
