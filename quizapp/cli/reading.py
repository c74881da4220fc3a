"""Reading a large course so that somebody who waits can be told how far that is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from quizapp.content.library import Library, load
from quizapp.content.workspace import Unreadable, Workspace


def load_and_tell(root: Path, told: Callable[[float], object]) -> Library:
    """The course in the folder `root`; `told` hears, file by file, how much of it was read, from 0 to 1."""
    files = (*Workspace(root).files("lessons", ".toml"), *Workspace(root).files("seeds", ".md"))
    return load(_Telling(root, told=told, every=max(1, len(files))), documents=False)


@dataclass(frozen=True, kw_only=True)
class _Telling(Workspace):
    told: Callable[[float], object]
    every: int
    _numbers: Iterator[int] = field(default_factory=count)

    def text(self, file: str) -> str | Unreadable:
        self.told(min(1.0, next(self._numbers) / self.every))
        return super().text(file)
