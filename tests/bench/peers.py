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
        program = self._room / name / "bin" / name
        return program if self._installed(name, program) else None

    def python(self, name: str) -> Path | None:
        """The Python that can import the package of that name; None, and a line on stderr, where there is none."""
        python = self._room / name / "bin" / "python"
        return python if self._installed(name, self._room / name / "installed") else None

    def _installed(self, name: str, sign: Path) -> bool:
        """Whether the package is there, installed now where its sign is not."""
        home = self._room / name
        if not sign.exists():
            venv.create(home, with_pip=True, clear=True)
            done = subprocess.run(
                [home / "bin" / "python", "-m", "pip", "install", "-q", name],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            if sign.name == "installed" and not done.returncode:
                sign.touch()
            if done.returncode or not sign.exists():
                sys.stderr.write(f"not measured: {name}: {done.stderr.strip()[-200:]}\n")
                return False
        return True
