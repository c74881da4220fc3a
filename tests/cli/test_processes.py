"""Jobs that several processes share: nothing is lost, whatever becomes of a copy, and none is left behind.

Each test runs in a process of its own, since one of several threads, as a test runner may be, is not copied.
"""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no process is copied there")


def _run(code: str) -> str:
    """What a program says that shares jobs among three processes."""
    begin = """
    import os, signal, sys, time
    from functools import partial
    from quizapp.cli import processes
    processes._processors = lambda: 3
    def left():
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return "none is left"
        return "a copy is left"
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(begin) + textwrap.dedent(code)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


def test_what_jobs_return_comes_in_their_order_from_several_processes() -> None:
    said = _run(
        """
        start, other = os.pipe()
        def job(number):
            if os.getpid() == here:
                os.read(start, 1)  # until a copy has taken a job
            else:
                os.write(other, b"....")
            return [number, os.getpid()]
        here = os.getpid()
        found = processes.at_once([partial(job, number) for number in range(12)])
        print([number for number, _ in found], {process for _, process in found} != {here}, left())
        """
    )
    assert said == f"{list(range(12))} True none is left\n"


def test_what_a_killed_copy_had_to_do_is_done_all_the_same() -> None:
    said = _run(
        """
        def job(number):
            if os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            return [number]
        here = os.getpid()
        print(processes.at_once([partial(job, number) for number in range(8)]), left())
        """
    )
    assert said == f"{[[number] for number in range(8)]} none is left\n"


def test_where_the_system_has_no_room_for_a_copy_all_is_done_here_and_nothing_is_left_open() -> None:
    said = _run(
        """
        def no_room():
            raise BlockingIOError("no room")
        os.fork = no_room
        there = os.listdir("/dev/fd")
        print(processes.at_once([partial(list, (number,)) for number in range(4)]), os.listdir("/dev/fd") == there)
        """
    )
    assert said == "[[0], [1], [2], [3]] True\n"


def test_a_job_that_fails_fails_here_without_a_word_of_the_copy() -> None:
    said = _run(
        """
        def job(number):
            if number == 5:
                raise LookupError("the fifth")
            return [number]
        try:
            processes.at_once([partial(job, number) for number in range(8)])
        except LookupError as error:
            print(error, left())
        """
    )
    assert said == "the fifth none is left\n"


def test_an_interruption_ends_the_copies_too() -> None:
    said = _run(
        """
        def job():
            if os.getpid() == here:
                raise KeyboardInterrupt
            time.sleep(30)
            return []
        here = os.getpid()
        try:
            processes.at_once([job] * 8)
        except KeyboardInterrupt:
            print(left())
        """
    )
    assert said == "none is left\n"


def test_few_jobs_and_several_threads_stay_in_one_process() -> None:
    said = _run(
        """
        import threading
        def job():
            return [os.getpid()]
        few = processes.at_once([job] * (processes.FEWEST - 1))
        waiting = threading.Event()
        thread = threading.Thread(target=waiting.wait)
        thread.start()
        many = processes.at_once([job] * 50)
        waiting.set()
        print({process for one in (*few, *many) for process in one} == {os.getpid()})
        """
    )
    assert said == "True\n"


def test_a_course_is_checked_the_same_by_several_processes() -> None:
    said = _run(
        """
        from pathlib import Path
        from quizapp.checking import jobs, parts
        from quizapp.checking.check import Wanted, check
        from quizapp.checking.reports import text
        from quizapp.checking.statistics import statistics
        from quizapp.content.library import Loading, load
        from quizapp.content.parts import ReadBefore
        from quizapp.content.workspace import Workspace
        parts.PART = 1
        jobs.portions.__defaults__ = (3,)
        copies = []
        copy = processes._copy
        processes._copy = lambda *given: copies.append(given) or copy(*given)
        course = Path("tests/data/second")
        spoilt = (course / "lessons/glossary.toml").read_text().replace("cite = ", "cites = ", 3)
        wrong = {f"lessons/{at}.toml": 'format = 1\\nrequires = ["sevnth"]' for at in range(8)}
        wanted = Wanted(notes=True)
        for overlay in ({}, {"lessons/glossary.toml": spoilt}, {"lessons/approvals.toml": ""}, wrong):
            workspace = Workspace(course, overlay)
            library = load(workspace)
            alone = check(library, wanted), statistics(library)
            for made in (Loading(workspace), ReadBefore(library)):
                before = len(copies)
                shared = parts.check_in_parts(made, wanted, processes.at_once, counted=True)
                same = text.write(alone[0], str) == text.write(shared[0], str, spread=processes.at_once)
                print(alone == shared, same, len(copies) > before)
        print(left())
        """
    )
    assert said == "True True True\n" * 8 + "none is left\n"
