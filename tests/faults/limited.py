"""quizapp in a process whose files may not grow beyond so many bytes: `python -m tests.faults.limited BYTES …`."""

import resource
import sys

from quizapp.cli.main import run

if __name__ == "__main__":
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.argv = ["quizapp", *sys.argv[2:]]
    sys.exit(run(sys.argv[1:]))
