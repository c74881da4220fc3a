"""The table of all benchmarks: it has every row of what is promised, and says which were not measured."""

import pytest

from tests.bench.__main__ import PROMISES, benchmarks, run, unpromised, verdicts
from tests.bench.rows import Row, at_most, beside

WHATS = (
    "quizapp --version", "--help, usage errors, completion", "cold start to first painted Home",
    "key to feedback, answer on disk", "key to next question", "lesson page turned", "check, the shipped course",
    "check, 20,000 questions", "one durable answer", "what is due", "stats over 1,000,000 attempts",
    "memory at rest, after 1,500 questions", "import of a 100,000-attempt log",
)  # fmt: skip


def test_it_knows_every_promise_and_where_it_is_measured() -> None:
    assert tuple(promise.what for promise in PROMISES) == WHATS
    assert {"check", "keys", "start", "store"} <= benchmarks().keys()
    assert {verdict for _, verdict in verdicts([])} == {"not measured"}


def test_a_promise_is_kept_by_every_figure_or_it_is_short() -> None:
    rows = [
        beside("one durable answer, median", 1.0, "bare SQLite insert", 0.1),
        beside("one durable answer, median", 1.0, "Anki", 4.0, times=1),
        at_most("stats over 1,000,000 attempts, median", 7.5, 5),
        beside("quizapp --help, median", 1.0, "python -c pass", 1.0, times=3),
        beside("quizapp completion, median", 4.0, "python -c pass", 1.0, times=3),
    ]
    told = {promise.what: verdict for promise, verdict in verdicts(rows)}
    assert told["one durable answer"] == "pass"
    assert told["stats over 1,000,000 attempts"] == "SHORT  7.50 ms (<= 5 ms)"
    assert told["--help, usage errors, completion"] == "SHORT  4.00x python -c pass (<= 3x)"
    assert told["lesson page turned"] == "not measured"


def test_no_figure_that_has_a_target_is_passed_over() -> None:
    rows = [
        at_most("memory after 1506 questions, more than at rest", 16.4, 5, unit="MiB"),
        at_most("a screen that nobody promised", 9, 5),
        beside("memory at rest, on Home", 44, "bare Textual", 33, unit="MiB"),
    ]
    told = {promise.what: verdict for promise, verdict in verdicts(rows)}
    assert told["memory at rest, after 1,500 questions"] == "SHORT  16.40 MiB (<= 5 MiB)"
    assert unpromised(rows) == rows[1:2]


def test_one_that_fails_is_told_and_leaves_the_others_their_turn(capsys: pytest.CaptureFixture[str]) -> None:
    def fails(*, quick: bool) -> list[Row]:
        raise OSError("no peer")

    def gives(*, quick: bool) -> list[Row]:
        return [at_most("stats over", 1, 5)]

    rows, failed = run({"one": fails, "two": gives}, quick=True)
    assert ([row.what for row in rows], failed) == (["stats over"], {"one": "OSError: no peer"})
    assert "not measured: OSError: no peer" in capsys.readouterr().out
