"""The file of approvals, of which the tables of some lessons are read."""

from quizapp.content.reading.approvals import Approvals
from quizapp.content.reading.reader import Reader
from quizapp.text.document import Document

TABLE = '["{}"]\nfingerprint = "{}"\nby = "Ana"\non = 2022-03-29\nhow = "{}"\n'


def _approvals(*tables: tuple[str, str, str]) -> Approvals:
    text = "".join(TABLE.format(*table) for table in tables)
    return Approvals(Reader(Document("lessons/approvals.toml", text)))


def test_of_a_lesson_its_own_tables_are_read_and_nothing_is_said_of_others() -> None:
    approvals = _approvals(("bell/one", "1", "read"), ("rope/one", "2", "once"), ("bell/two", "3", "batch"))
    held, problems = approvals.of(["bell"])
    assert {item: (one.fingerprint, one.how) for item, one in held.items()} == {
        "bell/one": ("1", "read"),
        "bell/two": ("3", "batch"),
    }
    assert not problems
    held, problems = approvals.of(["rope", "bell"])
    assert sorted(held) == ["bell/one", "bell/two"]
    assert [one.location and one.location.path for one in problems] == [("rope/one", "how")]
    assert approvals.of(["nobody"]) == ({}, ())
    assert (list(approvals.lessons), list(approvals.problems)) == (["bell", "rope"], [])


def test_what_is_wrong_is_told_each_time_that_it_is_read() -> None:
    approvals = _approvals(("bell/one", "1", "once"))
    assert approvals.of(["bell"]) == approvals.of(["bell"])
    assert len(approvals.of(["bell"])[1]) == 1


def test_without_a_file_there_are_none() -> None:
    approvals = Approvals(None)
    assert (list(approvals.lessons), list(approvals.problems), approvals.of(["bell"])) == ([], [], ({}, ()))


def test_a_file_that_is_no_toml_is_told_of_once() -> None:
    approvals = Approvals(Reader(Document("lessons/approvals.toml", "so\n")))
    assert [one.rule.code for one in approvals.problems] == ["QZ101"]
    assert approvals.of(["bell"]) == ({}, ())
