"""Runs command lines of quizapp one after the other in this process, and writes down what each did.

`python -m tests.hostile.worker JOBS RESULTS`: two files of JSON. What is opened, listed or started meanwhile is heard
by an audit hook, which nothing in the process can take off again.
"""

import io
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

READ = ("open", "os.listdir", "os.scandir", "os.readlink", "sqlite3.connect")
DONE = ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "socket.connect", "os.remove", "os.rename")


@dataclass
class Ears:
    """What was heard since it was last asked."""

    heard: list[tuple[str, str]] = field(default_factory=list)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """The audit hook."""
        if event in READ or event in DONE:
            about = arguments[0] if arguments else ""
            if not isinstance(about, int):  # a descriptor that was opened before
                self.heard.append((event, os.fsdecode(about) if isinstance(about, bytes | os.PathLike) else str(about)))

    def take(self) -> list[tuple[str, str]]:
        heard, self.heard = self.heard, []
        return heard


def main() -> None:
    from quizapp.cli.main import run

    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    ears = Ears()
    sys.addaudithook(ears.hook)
    results = []
    streams = sys.stdin, sys.stdout, sys.stderr
    for job in jobs:
        ears.take()
        written, told = io.BytesIO(), io.BytesIO()
        sys.stdin = io.TextIOWrapper(io.BytesIO(job["typed"].encode("utf-8", "surrogateescape")))
        sys.stdout, sys.stderr = io.TextIOWrapper(written), io.TextIOWrapper(told)
        start = time.process_time()
        status = run(job["arguments"])
        seconds = time.process_time() - start
        sys.stdout.flush()
        sys.stderr.flush()
        results.append({
            "status": status,
            "seconds": seconds,
            "written": written.getvalue().decode("utf-8", "surrogateescape"),
            "told": told.getvalue().decode("utf-8", "surrogateescape"),
            "heard": ears.take(),
        })  # fmt: skip
        sys.stdin, sys.stdout, sys.stderr = streams
        Path(sys.argv[2]).write_text(json.dumps(results), encoding="utf-8")


if __name__ == "__main__":
    main()
