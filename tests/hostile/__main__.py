"""How long every command takes on every hostile course, and whether a law is broken: `python -m tests.hostile [PACK…]`.

Nothing here passes or fails by time; what takes the processor longer than a second, and a second for each megabyte, is
marked.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.commands import LEARNERS, Ran, broken_laws, jobs, run
from tests.hostile.packs import PACKS
from tests.hostile.writing import Writing

PATIENCE = 3600
"""Seconds after which a pack is given up; few of them are its own on a busy machine."""
MOST, MORE = 2.2, 0.5
"""How many times as long twice as much may take; what takes less than so many seconds is told nothing of."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("packs", nargs="*", metavar="PACK", help="some of them only")
    parser.add_argument("--growth", action="store_true", help="tell what takes more than twice as long as half of it")
    arguments = parser.parse_args()
    names = arguments.packs
    unknown = [name for name in names if name not in PACKS]
    if unknown:
        parser.error(f"no such pack: {', '.join(unknown)}; there are: {', '.join(PACKS)}")
    for name in names or PACKS:
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
            half = _measure(name, Path(other), 0.5) if arguments.growth else []
            for before, ran in zip(half, _measure(name, Path(folder)), strict=False):
                if ran.seconds > MORE and ran.seconds > MOST * before.seconds:
                    _say(f"  grows: {ran.seconds / before.seconds:.2f} times, {' '.join(ran.job.arguments[:6])}")


def _measure(name: str, folder: Path, share: float = 1) -> list[Ran]:
    root, scratch = folder / "course", folder / "scratch"
    root.mkdir()
    scratch.mkdir()
    (folder / "secret").write_text("nobody's business")
    PACKS[name].write(Writing(root, 1, share))
    size = sum(f.lstat().st_size for f in root.rglob("*") if f.is_file() and not f.is_symlink()) / 1e6
    try:
        done = run(list(jobs(root, LEARNERS[len(name) % len(LEARNERS)])), scratch, hang=PATIENCE)
    except (AssertionError, subprocess.TimeoutExpired) as error:
        _say(f"{name}: {size:.2f} MB, not to its end: {str(error)[-300:]}")
        return []
    worst = max(done, key=lambda ran: ran.seconds)
    _say(f"{name}: {size:.2f} MB, at most {worst.seconds:.2f} s ({' '.join(worst.job.arguments[:2])})")
    for ran in done:
        if ran.seconds > 1 + size:
            _say(f"  slow: {ran.seconds:.2f} s, {' '.join(ran.job.arguments[:6])}")
        for law in dict.fromkeys(broken_laws(ran, root, scratch)):
            _say(f"  broken by {' '.join(ran.job.arguments[:6])}: {law}")
    return done


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
