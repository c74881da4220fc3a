"""Puts files in their places whole: each is the old or the new one, whenever the machine stops."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def put(files: Mapping[Path, bytes]) -> None:
    """Put files in their places, in folders that are there; one that is replaced hands on its permissions.

    All are safely on the disk beside their places before the first is moved. What a process that was killed left there
    under this name gives way.

    Raises:
        OSError: one cannot be written, and none was touched; or one cannot be moved. `filename` is its place.
    """
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    path = Path()
    try:
        for path, part in parts.items():
            _write(part, files[path])
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(part: Path, data: bytes) -> None:
    part.unlink(missing_ok=True)
    with part.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
