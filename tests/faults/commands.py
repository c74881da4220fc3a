"""Command lines in this process, as a learner runs them: what they say, and that they never say too much."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from quizapp.cli.main import run

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
LESSON = "first-winter"
ANSWERED = ":k\nevery four hours\n:q\n"
"""What a learner types into plain mode: past the lesson's page, one answer, and out."""


class Ran(NamedTuple):
    """What a command line did."""

    status: int
    out: str
    err: str


def ran(data: Path, *arguments: str, stdin: str = "", course: Path = TINY) -> Ran:
    """Runs a command line with the learner's file in `data`; the status is one of the contract's."""
    out, err = io.StringIO(), io.StringIO()
    environment = {"QUIZAPP_DATA": str(data), "QUIZAPP_COURSE": str(course), "TERM": "dumb"}
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch("sys.stdin", io.StringIO(stdin)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = run(arguments)
    done = Ran(status, out.getvalue(), err.getvalue())
    assert "this is a bug" not in done.err, done.err
    assert "Traceback" not in done.out + done.err
    return done
