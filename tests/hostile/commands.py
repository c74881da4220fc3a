"""What is run on a hostile course, and what must hold of each run."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.text.characters import all_forbidden
from tests.hostile.words import WORDS

ROOT = Path(__file__).parents[2]
HANG = 300
"""Seconds of the processor's time after which a run is ended: a guard against hanging, not a measure."""
WAIT = 1800
"""Seconds after which one that waits for something is ended; on a busy machine few of them are its own."""
_OWN = tuple(
    os.path.realpath(folder)
    for folder in (
        *filter(None, sys.path),
        sys.prefix,
        sys.base_prefix,
        "/usr/share/zoneinfo",
        "/usr/lib",
        "/etc/localtime",
    )
)
_ALSO = (":memory:", "/dev/null", "/etc/mime.types", "/etc/os-release", "/usr/bin", "/bin", "/proc/self/exe")


@dataclass(frozen=True)
class Job:
    """A command line, and what is typed into it."""

    arguments: tuple[str, ...]
    typed: str = ""


@dataclass(frozen=True)
class Ran:
    """What a job did."""

    job: Job
    status: int
    seconds: float
    written: str
    told: str
    heard: tuple[tuple[str, str], ...]


def jobs(root: Path, learner: str) -> Iterator[Job]:
    """Everything that can be asked of a course without a terminal; what writes into it comes last."""
    course, asked = ("--course", str(root)), ":s\n:h\n1\n:u\nx\n:f\n:n\n:k\n" * 12
    for form in ("text", "json", "github", "sarif"):
        yield Job(("check", "--notes", "--stats", "--strict", "--format", form, *course))
    yield Job(("learn", "--plain", "--seed", "1", *course), "1\n" + asked)
    yield Job(("learn", "bells", "--plain", "--seed", "1", "--learner", learner[:100], *course), asked)
    yield Job(("review", "--plain", "--learner", learner[:100], *course), asked)
    yield Job(("cite", "the first bell rang", *course))
    yield Job(("cite", learner, "--json", *course))
    yield Job(("coverage", *course))
    yield Job(("coverage", "--json", *course))
    yield Job(("stats", "--learner", learner[:100], *course))
    yield Job(("stats", "--flags", "--json", *course))
    yield Job(("doctor", *course))
    yield Job(("progress", "export", *course))
    yield Job(("learn", learner, "--plain", *course))
    yield Job(("preview", "bells", *course))
    for document in sorted(root.glob("document*")):
        yield Job(("new", "source", str(document), "--slug", "made", *course))
    yield Job(("new", "lesson", "made", *course))
    yield Job(("approve", "--by", learner[:100], *course), "y\nn\n" + f"{learner}\nq\n")
    yield Job(("approve", "--batch", "--by", learner[:100], *course))
    yield Job(("check", "--fix", *course))
    yield Job(("check", *course))


def guarded(
    command: Sequence[str | Path], *, hang: int = HANG, wait: float = WAIT, env: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run a program, which the system ends with SIGXCPU after `hang` seconds of the processor's time.

    Raises:
        subprocess.TimeoutExpired: it did not end within `wait` seconds.
    """
    limited = ["sh", "-c", 'ulimit -S -t "$0" && exec "$@"', str(hang), *command]
    return subprocess.run(limited, env=env, capture_output=True, cwd=ROOT, timeout=wait, check=False)


def run(jobs_: list[Job], scratch: Path, *, hang: int = HANG, config: Path | None = None) -> list[Ran]:
    """Run the jobs in one process, which is ended as `guarded` says; settings are those in `config`, if any.

    Raises:
        AssertionError: the process died, or was ended.
        subprocess.TimeoutExpired: it waited.
    """
    given, results = scratch / "jobs.json", scratch / "results.json"
    given.write_text(json.dumps([{"arguments": job.arguments, "typed": job.typed} for job in jobs_]))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP")}
    ended = guarded(
        [sys.executable, "-m", "tests.hostile.worker", given, results],
        hang=hang,
        env={
            **kept,
            "QUIZAPP_DATA": str(scratch / "data"),
            "QUIZAPP_CONFIG": str(config or scratch / "config"),
            "PYTHONUTF8": "1",
            "TMPDIR": str(scratch),
            "COLUMNS": "80",
        },
    )
    found: list[dict[str, Any]] = json.loads(results.read_text()) if results.exists() else []
    done = [
        Ran(job, **{**one, "heard": tuple(map(tuple, one["heard"]))}) for job, one in zip(jobs_, found, strict=False)
    ]
    stopped = jobs_[len(found)].arguments if len(found) < len(jobs_) else ()
    told = ended.stderr.decode(errors="replace")[-3000:]
    assert (ended.returncode, stopped) == (0, ()), f"{ended.returncode} at {' '.join(stopped)}: {told}"
    return done


def broken_laws(ran: Ran, root: Path, scratch: Path) -> Iterator[str]:
    """What a run did that none may do."""
    for name, text in (("stdout", ran.written), ("stderr", ran.told)):
        bad = sorted({f"U+{ord(text[at]):04X}" for at in all_forbidden(text)})
        if bad:
            yield f"{name} holds {bad}"
    if "Traceback" in ran.told or "bug in quizapp" in ran.told:
        yield f"it failed: {ran.told[-1500:]}"
    if ran.status not in (0, 1, 2, 3):
        yield f"status {ran.status}"
    if ran.status and not (ran.told or ran.written):
        yield f"status {ran.status} without a word"
    allowed = (*_OWN, os.path.realpath(scratch), str(root))
    yield from (law for event, about in ran.heard if (law := _outside(event, about, allowed)))


def _outside(event: str, about: str, allowed: tuple[str, ...]) -> str:
    """What is wrong with something that the audit hook heard."""
    if event in ("os.system", "os.exec", "os.posix_spawn", "socket.connect"):
        return f"{event} of {about!r}"
    if event == "subprocess.Popen":  # the standard library asks `uname` what machine this is
        return "" if about == "uname" else f"{event} of {about!r}"
    real = os.path.realpath(about.removeprefix("file://").partition("?")[0])
    inside = any(real == folder or real.startswith(f"{folder}{os.sep}") for folder in allowed)
    return "" if inside or about.startswith(_ALSO) else f"{event} of {about!r}"


LEARNERS = tuple(WORDS.values())
