"""The files of a course, with unsaved text laid over them.

Nothing outside the course is ever read: every step of a path is looked at without following links.
"""

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

MAX_BYTES = 5_000_000
"""The largest file that is read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be read, and what to do; `missing` when there is none."""

    reason: str
    repair: str
    missing: bool = False


TOO_LARGE = Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB", "Split it into smaller files.")


@dataclass(frozen=True)
class Workspace:
    """A course folder and overlays: texts, by file relative to the course, that stand for what is on disk."""

    root: Path
    overlays: Mapping[str, str] = field(default_factory=dict)

    def files(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The files right inside `folder` whose name ends in `suffix`, sorted, relative to the course.

        A folder that is a link holds none: what it leads to is no part of the course.
        """
        try:
            names = set() if (self.root / folder).is_symlink() else set(os.listdir(self.root / folder))  # noqa: PTH208
        except OSError:
            names = set()
        names |= {PurePosixPath(file).name for file in self.overlays if str(PurePosixPath(file).parent) == folder}
        return tuple(sorted(f"{folder}/{name}" for name in names if name.endswith(suffix) and not name.startswith(".")))

    def state(self, file: str) -> tuple[int, int]:
        """About how many bytes a file has, and when it was changed, in nanoseconds; zeros where it is not there."""
        if file in self.overlays:
            return len(self.overlays[file]), 0
        try:
            found = os.lstat(self.root / file)
        except (OSError, ValueError):
            return 0, 0
        return found.st_size, found.st_mtime_ns

    def text(self, file: str) -> str | Unreadable:
        """A file's text; a byte order mark is dropped, line ends stay as they are."""
        if file in self.overlays:
            return self.overlays[file]
        read = self.data(file)
        if isinstance(read, Unreadable):
            return read
        try:
            return read.removeprefix(BOM_UTF8).decode()
        except UnicodeDecodeError as error:
            line = read.count(b"\n", 0, error.start) + 1
            return Unreadable(f"is not UTF-8 text (byte {error.start + 1}, line {line})", "Save it as UTF-8.")

    def data(self, file: str) -> bytes | Unreadable:
        """A file's bytes."""
        refused = self._refuse(file)
        if refused is not None:
            return refused
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(self.root / file, flags)
        except OSError as error:
            return Unreadable(f"cannot be opened ({_words(error)})", "Check the file's permissions.")
        with open(handle, "rb") as stream:  # noqa: PTH123 - the descriptor that was looked at, not the path again
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                return Unreadable("is not a regular file", "Put a regular file in its place.")
            if found.st_size > MAX_BYTES:
                return TOO_LARGE
            try:
                read = stream.read(found.st_size + 1)
                if len(read) > found.st_size:  # it has grown since it was looked at
                    read += stream.read(MAX_BYTES + 1 - len(read))
            except OSError as error:
                return Unreadable(f"cannot be read ({_words(error)})", "Check the disk.")
            return TOO_LARGE if len(read) > MAX_BYTES else read

    def _refuse(self, file: str) -> Unreadable | None:
        """Why the path itself is refused, looked at step by step."""
        path = PurePosixPath(file)
        if path.is_absolute() or ".." in path.parts:
            return Unreadable("is outside the course", "Name a file inside the course, with forward slashes.")
        if any(letter in file for letter in "\\:"):  # on Windows they may lead out of the course
            return Unreadable(
                "has a backslash or a colon in its name, which not every system allows",
                "Name it without them; its folders are parted by forward slashes.",
            )
        step = str(self.root)
        for part in path.parts:
            step = os.path.join(step, part)  # noqa: PTH118 - a path object a step is felt over thousands of files
            try:
                mode = os.lstat(step).st_mode
            except FileNotFoundError:
                return Unreadable("is missing", "Put the file there, or mend its name.", missing=True)
            except (OSError, ValueError) as error:
                return Unreadable(f"cannot be reached ({_words(error)})", "Mend its name or its permissions.")
            if stat.S_ISLNK(mode):
                return Unreadable("is a symbolic link", "Copy the file itself to its place.")
        if not stat.S_ISREG(mode):
            return Unreadable("is not a regular file", "Put a regular file in its place.")
        return None


def _words(error: OSError | ValueError) -> str:
    return (error.strerror or "unknown error").lower() if isinstance(error, OSError) else "a name that cannot be"
