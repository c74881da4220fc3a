"""Every screen in a real terminal, reached by keyboard alone and by mouse alone.

By mouse alone means the reports that a terminal sends of clicks; what is to be typed comes as a middle click pastes it.
"""

import pkgutil
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import quizapp.tui.screens
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.grading import key_of
from quizapp.quiz.task import Arrange, Fill, Pick, Task
from tests.terminal.hands import Learner
from tests.terminal.terminal import Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
SEED = 1
COLUMNS, ROWS = 120, 40
NO_SCREENS = {"page", "browse"}
"""Modules of what screens are made of."""
LAST = r"/ search ctrl\+p palette ctrl\+q quit \? help$"
"""How the last line of most screens ends."""
LOOKS = {
    "home": f"The light at Skerry Point.* enter open r review s sources g glossary t stats {LAST}",
    "review": f"^Review .*There is nothing to review yet.* enter (?:go on|begin) esc back {LAST}",
    "sources": f"^Sources 2 articles.* enter open esc back {LAST}",
    "article": f"^The Gazette · .* y copy esc back {LAST}",
    "glossary": f"^Glossary 1 entry, 1 dispute.* enter open esc back {LAST}",
    "entry": rf"^Glossary \d of 2.* enter open (?:←|→) entry esc back {LAST}",
    "stats": f"^Stats .*Nothing was answered yet.* enter begin esc back {LAST}",
    "search": "^Search .* esc back ctrl.p palette ctrl.q quit f1 help$",
    "lesson": rf"section \d of 2.* enter go on .*esc back {LAST}",
    "help": "Keys of .*closes this",
    "quiz": r"^Question 1 of \d+.* enter submit .*\? help$",
    "results": f"^Results · The first winter.* enter article n next lesson esc back {LAST}",
    "preview": rf"^Preview · The first winter ✗ \d errors.* ↓ ↑ problem → part e edit l as learner {LAST}",
    "too_small": "A little more room, please",
}
"""By the module of each screen what stands on it and on no other, to the end of its last line."""
COVERS = {"help": LOOKS["help"], "palette": "Find a lesson, a source"}
"""What lies over a screen that still shows beside it."""
AROUND_HOME = (
    ("home", "r", "r review"),
    ("review", "escape", "esc back"),
    ("home", "s", "s sources"),
    ("sources", "enter", "▸ (The Gazette)"),
    ("article", "escape", "esc back"),
    ("sources", "escape", "esc back"),
    ("home", "g", "g glossary"),
    ("glossary", "enter", "▸ (Ada Brandt)"),
    ("entry", "right", "→ entry"),
    ("How high did the light stand.* 2 accounts.* enter open ← entry esc back / search", "escape", "esc back"),
    ("glossary", "escape", "esc back"),
    ("home", "t", "t stats"),
    ("stats", "escape", "esc back"),
    ("home", "/", "/ search"),
    ("search", "paraffin", "paste:paraffin"),
    ("2 found.* enter open esc back ctrl.p palette ctrl.q quit f1 help$", "escape", "esc back"),
    ("home", "ctrl+p", "ctrl.p palette"),
    ("palette", "escape", "The light at Skerry"),
    ("home", "?", r"\? help"),
    ("help", "escape", "esc closes this"),
    ("home", "enter", "enter open"),
    ("lesson", "2", "²"),
    ("gazette:2", "o", "o article"),
    ("article", "escape", "esc back"),
    ("lesson", "enter", "enter go on"),
    ("section 2 of 2.* enter quiz ← section", "enter", "enter quiz"),
    ("quiz", "", ""),
)
"""What is seen, then the key and the words to click that lead on."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(TINY))


class Visitor:
    """Somebody at a terminal, and the screens that were seen."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.seen: set[str] = set()

    def see(self, screen: str) -> None:
        self.terminal.wait(
            (LOOKS | COVERS).get(screen, screen), gone=None if screen in COVERS else "|".join(COVERS.values())
        )
        self.seen |= {screen} & set(LOOKS)

    def act(self, what: str) -> None:
        """Press a key, or type."""
        self.terminal.press(what)

    def answer(self, task: Task, learner: Learner) -> None:
        learner.answer(task)

    def go(self, way: Iterable[tuple[str, str, str]]) -> None:
        for screen, key, _ in way:
            self.see(screen)
            if key:
                self.act(key)


class Clicker(Visitor):
    """The same with a mouse."""

    def go(self, way: Iterable[tuple[str, str, str]]) -> None:
        for screen, _, words in way:
            self.see(screen)
            if words.startswith("paste:"):
                self.terminal.paste(words.removeprefix("paste:"))
            elif words:
                self.terminal.click(words)

    def answer(self, task: Task, learner: Learner) -> None:
        terminal = learner.terminal
        match task:
            case Pick():
                choose(terminal, task)
            case Fill():
                fill(terminal, task)
            case Arrange(once=False):
                match_up(terminal, task)
            case Arrange():
                put_in_order(terminal, task)
        terminal.click("enter submit")
        terminal.wait("✓ Right")


def choose(terminal: Terminal, task: Pick) -> None:
    for number, option in enumerate(task.options, 1):
        if option.value in key_of(task):
            lead = rf"{number}  (?:\[ \] )?" if task.article is None else rf" {number} +"
            terminal.click(f"{lead}({re.escape(option.label[:20])})")


def fill(terminal: Terminal, task: Fill) -> None:
    for number, typed in enumerate(key_of(task)):
        if number:
            terminal.click(rf"{re.escape(task.pieces[number].strip())} ( )")
        terminal.paste(typed)
        terminal.wait(re.escape(typed))


def match_up(terminal: Terminal, task: Arrange) -> None:
    for card in key_of(task):
        terminal.click(rf"{task.cards.index(card) + 1}  ({re.escape(card)})")
        terminal.wait(rf"→ {re.escape(card)}")


def put_in_order(terminal: Terminal, task: Arrange) -> None:
    """A click lifts a card, the next one drops it."""
    now = list(task.cards)
    for slot, card in enumerate(key_of(task)):
        if now[slot] != card:
            terminal.click(rf"\d  ({re.escape(card)})")
            terminal.wait("lifted")
            terminal.click(rf"\d  ({re.escape(now[slot])})")
            terminal.wait(re.escape(card), gone="lifted")
            now.remove(card)
            now.insert(slot, card)


def gone(terminal: Terminal, prompt: str) -> None:
    """Wait until a question is no longer on the screen, of which a part may be painted before the rest."""
    words = " ".join(prompt.split())
    terminal.until(lambda: None if words and words in terminal.words else True, f"anything but {words}")


@pytest.mark.parametrize("hand", [Visitor, Clicker], ids=["keyboard", "mouse"])
def test_every_screen_is_reached(hand: Callable[[Terminal], Visitor], library: Library, tmp_path: Path) -> None:
    start = ("--seed", str(SEED))
    with Terminal(*start, data=tmp_path, course=TINY, columns=COLUMNS, rows=ROWS) as terminal:
        you = hand(terminal)
        you.go(AROUND_HOME)
        learner = Learner(terminal, library, SEED)
        for number in range(1, 10):
            item, task = learner.question(number)
            you.answer(task, learner)
            you.go([("✓ Right", "enter", "enter next")])
            gone(terminal, item.prompt)
        you.go([("results", "escape", "esc back"), ("home", "", "")])
        terminal.resize(40, 10)
        you.see("too_small")
        terminal.resize(COLUMNS, ROWS)
        you.go([("home", "ctrl+q", "ctrl.q quit")])
        assert terminal.wait_end() == 0
    with Terminal("preview", "first-winter", data=tmp_path, course=TINY, columns=COLUMNS, rows=ROWS) as terminal:
        shown = hand(terminal)
        shown.go([("preview", "ctrl+q", "ctrl.q quit")])
        assert terminal.wait_end() == 0
    modules = {module.name for module in pkgutil.iter_modules(quizapp.tui.screens.__path__)}
    assert you.seen | shown.seen == set(LOOKS) == modules - NO_SCREENS
    assert b"Traceback" not in terminal.written
