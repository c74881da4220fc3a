"""Programs to compare with, each in an environment of its own, kept in the user's cache folder."""

import subprocess
import sys
import venv
from pathlib import Path

from platformdirs import user_cache_path


class Peers:
    """Installs what it is asked for, once."""

    def __init__(self) -> None:
        self._room = user_cache_path("quizapp-bench", appauthor=False)

    def program(self, name: str) -> Path | None:
        """The program of the package of that name; None, and a line on stderr, where it cannot be installed."""
        home = self._room / name
        program = home / "bin" / name
        if not program.exists():
            venv.create(home, with_pip=True, clear=True)
            done = subprocess.run(
                [home / "bin" / "python", "-m", "pip", "install", "-q", name],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode or not program.exists():
                sys.stderr.write(f"not measured: {name}: {done.stderr.strip()[-200:]}\n")
                return None
        return program
