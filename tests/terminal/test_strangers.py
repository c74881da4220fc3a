"""Every screen in a real terminal on courses whose words are meant to upset one: nothing acts on it, nothing fails.

Nothing is expected on a screen, so any key may come at any time. One course runs here, `QUIZAPP_HOSTILE=all` runs all.
"""

import os
import re
from pathlib import Path

import pytest

from quizapp.text.characters import all_forbidden
from tests.hostile.packs import PACKS
from tests.hostile.words import REFUSED, WORDS
from tests.hostile.writing import Writing
from tests.terminal.terminal import Terminal
from tests.terminal.test_hostile import SEQUENCE, shapes

ALL = os.environ.get("QUIZAPP_HOSTILE") == "all"
QUIET = 0.2 if ALL else 0.05
"""Seconds without a byte after which a key has had its say."""
OWN = re.compile(
    r"\x1b\[(?:<u|>\d+u|m|[HABCDGd]|\?(?:7|25|100[0346]|1015|1049|2004|2026|2048)(?:[hl]|\$p))|\x1b\]22;\w+\x07"
)
"""The control sequences of the app itself: modes, the place and look of what is written, the pointer."""
WAY = (
    *("down", "up", "?", "escape", "s", "down", "enter", "down", "pagedown", "escape", "escape"),
    *("g", "down", "enter", "escape", "escape", "t", "down", "escape", "/", "be", "down", "enter", "escape", "escape"),
    *("ctrl+p", "b", "down", "escape", "enter", "1", "2", "o", "escape", "right", "enter", "h"),
    *("1", "enter", "o", "escape", "f", "enter", "u", "k", "1", "space", "enter", "enter"),
    *(key for _ in range(9) for key in ("1", "x", "enter", "f4", "enter")),
    *("escape", "escape", "escape", "r", "1", "enter"),
)
PREVIEW = (
    *("right", "down", "enter", "o", "down", "pagedown", "escape", "r", "right", "right", "up", "left", "?", "escape"),
    *(
        "l",
        "down",
        "enter",
        "escape",
        "escape",
        "right",
        "t",
        "1",
        "x",
        "enter",
        "f4",
        "h",
        "enter",
        "escape",
        "escape",
    ),
    *(key for _ in range(9) for key in ("right", "down", "enter")),
    *("ctrl+p", "b", "down", "escape", "home", "end", "pageup"),
)
"""What an author does in the preview of a lesson."""
SAMPLE = ("escapes in an article",)
EVERY = (*(name for name in WORDS if name not in REFUSED), *(f"{name} in an article" for name in REFUSED))
CHOSEN = EVERY if ALL else SAMPLE


def walk(root: Path, data: Path, learner: str) -> str:
    """What was written on the way."""
    with Terminal("--seed", "1", "--learner", learner, data=data, course=root) as terminal:
        terminal.wait("r review")
        return keys(terminal, WAY)


def keys(terminal: Terminal, way: tuple[str, ...]) -> str:
    """What was written while these keys were pressed, and the app left."""
    for key in way:
        terminal.press(key)
        while terminal._read(QUIET):
            pass
    terminal.press("ctrl+q")
    assert terminal.wait_end() == 0
    return terminal.written.decode("utf-8")


def demand_tame(written: str) -> None:
    """Nothing in it may act on the terminal but what the app itself does."""
    assert [shape for shape in sorted(shapes(written)) if not OWN.fullmatch(shape)] == []
    rest = SEQUENCE.sub("", written).replace("\a", "")  # the app's own, where a key leads nowhere; see test_hostile
    assert sorted({f"U+{ord(rest[at]):04X}" for at in all_forbidden(rest)}) == []
    assert "Traceback" not in rest


@pytest.mark.parametrize("name", CHOSEN)
def test_no_screen_lets_a_stranger_act_on_the_terminal(name: str, tmp_path: Path) -> None:
    root = tmp_path / "course"
    root.mkdir()
    PACKS[name].write(Writing(root, 1))
    learner = WORDS[name.removesuffix(" in an article")].replace("\0", "")[:100]
    demand_tame(walk(root, tmp_path / "data", learner))


@pytest.mark.parametrize("name", CHOSEN)
def test_no_preview_lets_a_stranger_act_on_the_terminal(name: str, tmp_path: Path) -> None:
    root = tmp_path / "course"
    root.mkdir()
    PACKS[name].write(Writing(root, 1))
    with Terminal("preview", "bells", data=tmp_path / "data", course=root, columns=120, rows=40) as terminal:
        terminal.wait("Preview")
        demand_tame(keys(terminal, PREVIEW))
