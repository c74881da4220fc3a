# PYTHON_ARGCOMPLETE_OK
"""The way in: `quizapp` and `python -m quizapp`."""

import os
import sys


def main() -> int:
    """Run the command line that the process was given and return its exit status.

    `--version` is answered before anything else is imported, with one write that leaves no buffer to flush.
    """
    if sys.argv[1:] == ["--version"]:
        from quizapp import __version__

        try:
            os.write(1, f"quizapp {__version__}\n".encode())
        except OSError:
            return 3
        return 0
    try:
        from quizapp.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


def leave() -> None:
    """`main` as a process of its own; it does not come back.

    What a check made of a large course is left to the system: to take it apart first is a fifth of all its time.
    """
    status = main()
    if "quizapp.cli.check" in sys.modules:
        os._exit(status)  # all that was written has been handed over by then
    sys.exit(status)


if __name__ == "__main__":
    leave()
