"""Records attempts and prints each id once it is acknowledged; for tests that kill it.

Attempts are recorded without end or, where a fourth argument says `asked`, one for each line that is read.
"""

import sys
from itertools import count
from pathlib import Path

from quizapp.store.progress import Progress
from tests.store.making import STATE, attempt

if __name__ == "__main__":
    path, first, step = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with Progress.open(path) as progress:
        asked = sys.argv[4:] == ["asked"]
        for number in count(first, step):
            if asked and not sys.stdin.readline():
                break
            one = attempt(number, correct=number % 3 > 0, item=f"bell/{number % 7}")
            progress.record(one, STATE)
            sys.stdout.write(f"{one.id}\n")
            sys.stdout.flush()
