"""Files that vanish, shrink or change between being listed and being read are told, and nothing fails."""

import io
import os
import random
import shutil
from pathlib import Path

import pytest

from quizapp.cli.main import run
from quizapp.content.workspace import Unreadable, Workspace

DATA = Path(__file__).parent.parent / "data"
COMMANDS = (
    ("check", "--notes", "--stats"),
    ("check", "--format", "sarif"),
    ("check", "--fix"),
    ("coverage",),
    ("cite", "the bell"),
    ("approve", "--by", "Ada"),
    ("approve", "--batch", "--by", "Ada"),
    ("learn", "--plain"),
    ("learn", "the-bell", "--plain"),
    ("preview", "the-bell"),
    ("doctor",),
)
TYPED = "y\nn\nIt is wrong.\ns\n1\n1\n"
RUNS = int(os.environ.get("QUIZAPP_EXAMPLES", "5"))


def disturb(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Lets somebody else be at work in every course while it is read."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    read, listed = Workspace.data, Workspace.files

    def data(space: Workspace, file: str) -> bytes | Unreadable:
        found = read(space, file)
        if isinstance(found, Unreadable):
            return found
        at = chance.randrange(len(found) + 1)
        match chance.randrange(12):
            case 0:
                return Unreadable("is missing", "Put the file there, or mend its name.", missing=True)
            case 1:
                return Unreadable("cannot be read (input/output error)", "Check the disk.")
            case 2:
                return found[:at]
            case 3:
                return found[:at] + chance.randbytes(1) + found[at + 1 :]
            case _:
                return found

    def files(space: Workspace, folder: str, suffix: str) -> tuple[str, ...]:
        found = listed(space, folder, suffix)
        match chance.randrange(4):
            case 0:
                return found[1:]
            case 1:
                return (*found, f"{folder}/zz-ghost{suffix}")
            case _:
                return found

    monkeypatch.setattr(Workspace, "data", data)
    monkeypatch.setattr(Workspace, "files", files)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", ["tiny", "tiny-plain"])
def test_nothing_fails_while_files_come_and_go(
    name: str,
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("QUIZAPP_CONFIG", str(tmp_path / "config"))
    for seed in range(RUNS):
        course = shutil.copytree(DATA / name, tmp_path / f"course-{seed}")
        with monkeypatch.context() as patch:
            disturb(patch, seed)
            patch.setattr("sys.stdin", io.StringIO(TYPED))
            status = run((*command, "--course", str(course)))
        written = capsys.readouterr()
        assert status in (0, 1, 2, 3), seed
        assert "bug in quizapp" not in written.err, seed
