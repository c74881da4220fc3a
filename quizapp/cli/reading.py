"""Reading a large course while somebody waits: they are told how far it is, and have what they want most read first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.content.ahead import LoadingAhead
from quizapp.content.library import Library
from quizapp.content.workspace import Unreadable, Workspace

if TYPE_CHECKING:
    from quizapp.tui.services import Reading


def load_for(reading: "Reading", root: Path) -> Library:
    """The course in the folder `root`, file by file."""
    files = (*Workspace(root).files("lessons", ".toml"), *Workspace(root).files("seeds", ".md"))
    workspace = _Telling(root, told=reading.tell, every=max(1, len(files)))
    return LoadingAhead(workspace, lambda loading: reading.serve(loading.first)).library()


@dataclass(frozen=True, kw_only=True)
class _Telling(Workspace):
    told: Callable[[float], object]
    every: int
    _numbers: Iterator[int] = field(default_factory=count)

    def text(self, file: str) -> str | Unreadable:
        self.told(min(1.0, next(self._numbers) / self.every))
        return super().text(file)
