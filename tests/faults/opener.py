"""Opens a learner's file and says when it begins and when it is done; for tests that kill it meanwhile."""

import sys
from pathlib import Path

from quizapp.store.progress import Progress

if __name__ == "__main__":
    sys.stdout.write("opening\n")
    sys.stdout.flush()
    with Progress.open(Path(sys.argv[1])):
        sys.stdout.write("open\n")
