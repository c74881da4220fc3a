import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from quizapp.cli.main import run

TINY = Path(__file__).parent.parent / "data" / "tiny"


class Ran(NamedTuple):
    """What a command line did."""

    status: int
    out: str
    err: str


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the tiny course."""
    return Path(shutil.copytree(TINY, tmp_path / "course"))


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line in this process, in an empty folder unless another is named; its data folder is its own."""
    for name in ("QUIZAPP_COURSE", "_ARGCOMPLETE", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "data"))

    def start(*arguments: str, within: Path | None = None, stdin: str = "") -> Ran:
        folder = within or tmp_path / "elsewhere"
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        status = run(arguments)
        written = capsys.readouterr()
        assert "Traceback" not in written.out + written.err
        return Ran(status, written.out, written.err)

    return start
