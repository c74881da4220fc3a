import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizapp.quiz.attempt import Attempt, rfc3339
from quizapp.store import transfer
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of
from quizapp.store.transfer import LONGEST_LINE, MOST_BAD, BadFile, export_log, import_log
from quizapp.text.characters import all_forbidden
from tests.store.making import STATE, attempt, undo_of

HEADER = b'{"format": "quizapp-progress", "version": 1}\n'


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        yield progress


def line(number: int = 1, **changes: Any) -> bytes:
    one = replace(attempt(number), sitting=attempt(0).id)
    return json.dumps(one.to_record() | changes).encode() + b"\n"


def refused(progress: Progress, file: bytes) -> list[tuple[int, str]]:
    before = list(progress.log())
    with pytest.raises(BadFile) as raised:
        import_log(progress, io.BytesIO(file))
    assert list(progress.log()) == before
    return [(bad.number, bad.reason) for bad in raised.value.lines]


def test_a_file_has_the_keys_of_the_contract() -> None:
    header, *lines = export_log([attempt(1), undo_of(attempt(1), 2)])
    assert header.encode() == HEADER
    assert list(json.loads(lines[0])) == [
        "id", "course", "item", "at", "kind", "response", "correct", "parts", "sure", "hints", "seconds",
        "fingerprint", "learner", "target", "counts", "sitting",
    ]  # fmt: skip
    assert json.loads(lines[0])["at"] == "2022-03-29T09:31:00.000000Z"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{\n", "it is not JSON"),
        (b"[" * 100_000 + b"\n", "it is not JSON"),
        (b'{"id": ' + b"9" * 5_000 + b"}\n", "it is not JSON"),
        (line().replace(b'"hints": 0', b'"hints": ' + b"9" * 5_000), "it is not JSON"),
        (line().replace(b'"hints": 0', b'"hints": ' + b"9" * 4_000), "hints is no whole number from 0 to 1000000"),
        (line(response=[]).replace(b"[]", b"[" * 100_000 + b"]" * 100_000, 1), "it is not JSON"),
        (line(seconds=float("nan")), "seconds is no number from 0 to 1000000000"),
        (line(seconds=float("inf")), "seconds is no number from 0 to 1000000000"),
        (line(seconds=-1), "seconds is no number from 0 to 1000000000"),
        (b"[]\n", "it is no JSON object"),
        (b"\xff\n", "it is not UTF-8"),
        (b"{}\n", "id is missing"),
        (line(at="yesterday"), "at is no time with its offset from UTC"),
        (line(at="1970-12-31T23:59:59Z"), "at is no time from 1971 to 2999"),
        (line(at="3000-01-01T00:00:00Z"), "at is no time from 1971 to 2999"),
        (line(kind="guess"), "kind is none of answer, undo and flag"),
        (line(correct=None), "correct is true or false for an answer, null for anything else"),
        (line(response=["\ud800"]), "a text holds half of a character"),
        (line(response="Yes"), "response is no list of texts"),
        (line(response=[1]), "response is no list of texts"),
        (line(parts=True), "parts is no list of true and false"),
        (line(parts=[1]), "parts is no list of true and false"),
        (line(sure=1), "sure is neither true nor false"),
        (line(counts=None), "counts is neither true nor false"),
        (line(item=""), "item is no text"),
        (line(learner=""), "learner is no text"),
        (line(fingerprint=None), "fingerprint is no text"),
        (line(target="1"), "target is no UUID"),
        (line(id="1"), "id is no UUID"),
        (b" " * LONGEST_LINE + line(), "it is longer than 1,000,000 bytes"),
        (b"x" * (3 * LONGEST_LINE), "it is longer than 1,000,000 bytes"),
    ],
)
def test_a_bad_line_is_told_and_nothing_is_imported(progress: Progress, bad: bytes, reason: str) -> None:
    progress.record(attempt(9))
    assert refused(progress, HEADER + line(1) + bad) == [(3, reason)]


def padded(number: int, length: int) -> bytes:
    """A good line of so many bytes, its end among them."""
    return line(number).rstrip().ljust(length - 1) + b"\n"


def test_a_line_may_be_as_long_as_is_said_and_no_longer(progress: Progress) -> None:
    assert import_log(progress, io.BytesIO(HEADER + padded(1, LONGEST_LINE))) == (1, 1)
    for length in (LONGEST_LINE + 1, LONGEST_LINE + 2, 2 * LONGEST_LINE + 2, 2 * LONGEST_LINE + 3):
        told = refused(progress, HEADER + padded(2, length) + b"{}\n" + line(3) + b"[]")
        assert told == [(2, "it is longer than 1,000,000 bytes"), (3, "id is missing"), (5, "it is no JSON object")]


def test_no_more_of_a_file_is_held_than_a_line(progress: Progress) -> None:
    class Asked(io.BytesIO):
        most = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= LONGEST_LINE + 1
            read = super().readline(size)
            self.most = max(self.most, len(read))
            return read

    file = Asked(HEADER + b"x" * (3 * LONGEST_LINE) + b"\n" + line(1))
    with pytest.raises(BadFile):
        import_log(progress, file)
    assert file.most == LONGEST_LINE + 1


def test_what_could_act_on_a_terminal_is_escaped_and_read_as_it_was(progress: Progress) -> None:
    given = replace(attempt(1), response=("a\x1b[31mb", "\u202ec é", "\U000e0001"), sitting=attempt(0).id)
    _, said = export_log([given])
    assert '"response": ["a\\u001b[31mb", "\\u202ec é", "\\udb40\\udc01"]' in said
    import_log(progress, io.BytesIO(HEADER + said.encode()))
    assert list(progress.log()) == [given]


def test_every_bad_line_is_told_by_its_own_number(progress: Progress) -> None:
    file = HEADER + b"{}\n" + line(1) + b"\n  \n" + b"[]\n" + line(2) + b"oops"
    assert [number for number, _ in refused(progress, file)] == [2, 6, 8]


def test_a_file_of_bad_lines_is_not_read_to_its_end(progress: Progress) -> None:
    file = io.BytesIO(HEADER + b"{}\n" * 3 * MOST_BAD)
    with pytest.raises(BadFile) as raised:
        import_log(progress, file)
    assert len(raised.value.lines) == MOST_BAD
    assert file.readline() == b"{}\n"


def test_what_would_act_on_a_terminal_comes_in_as_it_stands_and_leaves_written_out(progress: Progress) -> None:
    evil = "\x1b]52;c;QQ==\x07\x9b2J\u202e"
    whole = line(learner=evil, item=evil, response=[evil], course=evil, fingerprint=evil)
    assert import_log(progress, io.BytesIO(HEADER + whole)) == (1, 1)
    (one,) = progress.log()
    assert (one.learner, one.item, one.response, one.course, one.fingerprint) == (evil, evil, (evil,), evil, evil)
    assert not all_forbidden("".join(export_log([one])))


def test_a_time_may_be_of_the_first_and_of_the_last_year(progress: Progress) -> None:
    times = ("1971-01-01T00:00:00Z", "2999-12-31T23:59:59.999999Z")
    file = HEADER + b"".join(line(number, at=at) for number, at in enumerate(times))
    assert import_log(progress, io.BytesIO(file)) == (2, 2)
    assert [rfc3339(one.at)[:19] + "Z" for one in progress.log()] == [at[:19] + "Z" for at in times]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "the file is empty"),
        (b"SQLite format 3\x00", "this is no progress file of quizapp: its first line does not say so"),
        (line(1), "this is no progress file of quizapp: its first line does not say so"),
        (
            b'{"format": "quizapp-progress", "version": 2}\n',
            "it was written by a newer quizapp (version 2; this one reads 1)",
        ),
        (b'{"format": "quizapp-progress", "version": 0}\n', "its version is none that quizapp knows"),
        (b'{"format": "quizapp-progress"}\n', "its version is none that quizapp knows"),
        (b'{"format": "quizapp-progress", "version": "1"}\n', "its version is none that quizapp knows"),
    ],
)
def test_what_is_no_progress_file_is_refused(progress: Progress, file: bytes, reason: str) -> None:
    assert refused(progress, file) == [(1, reason)]


def test_an_id_that_stands_for_two_things_is_refused(progress: Progress) -> None:
    import_log(progress, io.BytesIO(HEADER + line(1)))
    changed = line(1, correct=False)
    differs = "another attempt has this id, and says otherwise"
    assert refused(progress, HEADER + b"\n" + line(2) + b"\n" + changed) == [(5, differs)]
    assert refused(progress, HEADER + changed + b"\n" + line(2)) == [(2, differs)]
    assert refused(progress, HEADER + b"\n" + line(2) + b"\n\n" + line(2, item="bell/b")) == [(6, differs)]
    assert import_log(progress, io.BytesIO(HEADER + line(1) + line(2) + line(2))) == (3, 1)


OTHERWISE: dict[str, object] = {
    "course": "other",
    "item": "bell/b",
    "at": "2022-03-29T09:31:00.000001Z",
    "kind": "flag",
    "response": ["No"],
    "correct": False,
    "parts": [True],
    "sure": False,
    "hints": 1,
    "seconds": 1.25,
    "fingerprint": "f",
    "learner": "Ana",
    "target": attempt(9).id,
    "counts": False,
    "sitting": attempt(9).id,
}


@pytest.mark.parametrize("field", OTHERWISE)
def test_whatever_an_id_says_otherwise_it_is_refused(progress: Progress, field: str) -> None:
    assert attempt(1).to_record().keys() == {"id", *OTHERWISE}
    aside: dict[str, object] = {"correct": None} if field == "kind" else {}
    before, after = ({"kind": "undo"} | aside, {"kind": "flag"} | aside) if aside else ({}, {field: OTHERWISE[field]})
    import_log(progress, io.BytesIO(HEADER + line(1, **before) + line(2) + line(3, **before)))
    differs = "another attempt has this id, and says otherwise"
    told = refused(progress, HEADER + line(3, **after) + line(2) + line(1, **after))
    assert told == [(2, differs), (4, differs)]


def test_an_answer_in_another_window_does_not_wait_for_a_file_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as importing, Progress.open(path) as learning:

        def arriving() -> Iterator[Attempt]:
            yield attempt(1)
            learning.record(attempt(2), STATE)
            yield attempt(2)
            yield attempt(3)

        assert importing.add(map(row_of, arriving())) == 2
        assert list(learning.log()) == [attempt(1), attempt(2), attempt(3)]
        assert importing.add([row_of(attempt(4))]) == 1


def test_a_mark_at_the_start_empty_lines_and_a_missing_end_are_no_mistakes(progress: Progress) -> None:
    file = b"\xef\xbb\xbf" + HEADER.replace(b"\n", b"\r\n") + b"\n" + line(1) + b"\n" + line(2).rstrip()
    assert import_log(progress, io.BytesIO(file)) == (2, 2)


def test_forgetting_a_learner_leaves_the_others(progress: Progress) -> None:
    for number, learner in enumerate((None, "Ana", None)):
        progress.record(attempt(number, learner=learner), {**STATE, "learner": learner, "sitting": str(learner)})
    kept: list[str] = []
    assert progress.erase(None, lambda attempts: kept.extend(one.id for one in attempts)) == 2
    assert kept == [attempt(0).id, attempt(2).id], "what is kept is the learner's, and nobody else's"
    assert [one.learner for one in progress.log()] == ["Ana"]
    assert (progress.memories("tiny"), progress.activity("tiny"), progress.open_sitting("tiny")) == ({}, {}, None)
    assert progress.answered("tiny", "Ana") == {"bell/a"}
    assert progress.open_sitting("tiny", "Ana")
    with pytest.raises(Exception, match="append-only"):
        progress._connection.execute("DELETE FROM attempts")


def test_what_is_kept_of_a_learner_who_is_forgotten_is_all_of_theirs_and_nobody_else_s(progress: Progress) -> None:
    own = [attempt(1, learner="Ana"), replace(attempt(2, learner="Ana"), course="other")]
    for one in (attempt(0), *own, attempt(3, learner="Bo")):
        progress.record(one)
    kept: list[Attempt] = []
    assert progress.erase("Ana", kept.extend) == len(own)
    assert kept == own
    assert progress.count() == 2


def test_nothing_is_forgotten_without_its_copy(progress: Progress) -> None:
    progress.record(attempt(1))

    def no_room(_: object) -> None:
        message = "no room"
        raise OSError(message)

    with pytest.raises(OSError, match="no room"):
        progress.erase(None, no_room)
    assert len(list(progress.log())) == 1


def test_who_waits_is_told_how_many_attempts_were_read_and_of_how_many_questions_they_are(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "_TOLD_EVERY", 2)
    told: list[tuple[str, int, int]] = []
    file = HEADER + b"".join(line(number, item=f"bell/{number % 3}") for number in range(1, 6))
    assert import_log(progress, io.BytesIO(file), lambda *how_far: told.append(how_far)) == (5, 5)
    assert told == [("attempts", 2, 0), ("attempts", 4, 0), *(("questions", done, 3) for done in range(3))]
