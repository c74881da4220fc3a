"""Commands that take long, in a real terminal: whoever waits is told how far they are, and nothing is left of it."""

import re
import shutil
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

TINY = Path(__file__).parent.parent / "data" / "tiny"
IMPATIENT = """
import sys
from quizapp.__main__ import main
from quizapp.cli import status_line
status_line.PATIENCE = status_line.STANDS = 0
sys.argv[0] = "quizapp"
{more}
sys.exit(main())
"""
"""Quizapp, of which one need not wait a second to be told."""
STOPS = """
import signal
class Stops(status_line.StatusLine):
    def tell(self, *how_far):
        super().tell(*how_far)
        if self._doing == "Checking" and self._stands:
            signal.pause()
status_line.StatusLine = Stops
"""
"""It goes no further once the line stands."""
LINE = re.compile(r"\r([^\r\n\x1b]*)\x1b\[K")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course with so many lessons that several processes check it."""
    course = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("large") / "course"))
    lesson = (course / "lessons/the-bell.toml").read_text(encoding="utf-8")
    for number in range(80):
        text = lesson.replace('title = "The bell rings again"', f'title = "Ring number {number}"')
        text += "# Of a bell that rings, and rings again, and of whoever hears it.\n" * 250
        (course / f"lessons/ring-{number:02}.toml").write_text(text, encoding="utf-8")
    return course


def _written(course: Path, data: Path, *arguments: str, more: str = "", **env: str) -> str:
    program = ("-c", IMPATIENT.format(more=more))
    with Terminal(*arguments, data=data, course=course, columns=40, env=env, program=program) as terminal:
        terminal.wait_end()
        return terminal.written.decode()


@pytest.mark.parametrize(
    ("arguments", "doing"),
    [
        (("check", "--format", "json"), r"Checking \d+ of 81 lessons"),
        (("check", "--fix", "--format", "github"), r"Reading \d+ of 86 files"),
        (("coverage",), r"Looking for \d+ of 4 entries"),
        (("cite", "the", "bell", "rang"), r"Reading \d+ of 86 files"),
        (("approve", "--batch"), r"Checking \d+ of \d+ questions"),
        (("stats",), r"Reading \d+ of 86 files"),
    ],
)
def test_a_line_says_how_far_it_is_and_all_else_is_as_without(
    large: Path, tmp_path: Path, arguments: tuple[str, ...], doing: str
) -> None:
    written = _written(large, tmp_path, *arguments)
    lines = LINE.findall(written)
    assert any(re.fullmatch(doing, line) for line in lines), written
    assert max(map(len, lines)) < 40
    assert not re.search(r"\r[^\r\n\x1b]+\x1b\[K(?!\r)", written), "something was written over a line that stood"
    without = _written(large, tmp_path, *arguments, NO_COLOR="1")
    assert not LINE.search(without)
    assert re.sub(r"\x1b\[[\d;]*m", "", LINE.sub("", written)) == without


def test_plain_mode_says_how_far_the_course_is_read(large: Path, tmp_path: Path) -> None:
    program = ("-c", IMPATIENT.format(more=""))
    with Terminal("--plain", data=tmp_path, course=large, columns=40, rows=200, program=program) as terminal:
        terminal.wait("Nothing is due")
        assert "Reading 40 of 86 files" in LINE.findall(terminal.written.decode())
        assert "Reading" not in terminal.words


def test_an_interruption_leaves_a_clean_line(large: Path, tmp_path: Path) -> None:
    program = ("-c", IMPATIENT.format(more=STOPS))
    with Terminal("check", data=tmp_path, course=large, columns=40, program=program) as terminal:
        terminal.wait(r"Checking \d+ of 81 lessons")
        terminal.press("ctrl+c")
        assert terminal.wait_end() == 130
        assert terminal.words.startswith("Checking “The harbour bell” in /")
        assert not re.search(r"Checking \d|\^C", terminal.words)
        assert terminal.screen.cursor.x == 0
