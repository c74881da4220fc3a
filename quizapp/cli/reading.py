"""Reading a course while somebody waits: they are told how far it is; in the app, what they want most is read first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.content.ahead import LoadingAhead
from quizapp.content.library import Library, load
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.told import Told

if TYPE_CHECKING:
    from quizapp.cli.output import Output
    from quizapp.tui.services import Reading


def load_for(reading: "Reading", root: Path) -> Library:
    """The course in the folder `root`, file by file."""
    workspace = counted(root, lambda _, done, of: reading.tell(min(1.0, done / max(1, of))))
    return LoadingAhead(workspace, lambda loading: reading.serve(loading.first)).library()


def load_waiting(root: Path, output: "Output", *, documents: bool = True) -> Library:
    """The course in the folder `root`, as `load` reads it; how far that is, is told in the terminal."""
    with output.status("Reading") as told:
        return load(counted(root, told), documents=documents)


def counted(root: Path, told: Told) -> Workspace:
    """The files of a course, of which it is told how many were read before each."""
    files = (*Workspace(root).files("lessons", ".toml"), *Workspace(root).files("seeds", ".md"))
    return _Counted(root, told=told, of=len(files))


@dataclass(frozen=True, kw_only=True)
class _Counted(Workspace):
    told: Told
    of: int
    _numbers: Iterator[int] = field(default_factory=count)

    def text(self, file: str) -> str | Unreadable:
        self.told("files", next(self._numbers), self.of)
        return super().text(file)
