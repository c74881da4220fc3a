"""What is left of a learner's file: every attempt that can be read, once, and how many cannot."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.errors import QuizappError
from quizapp.quiz.attempt import Attempt
from quizapp.store.progress import Progress
from quizapp.store.rescue import Rescue
from quizapp.store.rows import row_of
from tests.store.making import attempt

PAGE = 4096
SITTING = "017fd502-b9c0-7d82-b082-532b629f6fbe"
WRITTEN = [replace(attempt(n, learner="Ana" if n % 3 == 0 else None), sitting=SITTING) for n in range(80)]
ANA = [one for one in WRITTEN if one.learner]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A whole file, and nothing beside it, with the attempts of two learners."""
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.add(map(row_of, reversed(WRITTEN)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


def _spoil(path: Path, column: str, value: str, *numbers: int) -> None:
    """Puts a value, in SQL, in the place of what was written of some attempts."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER IF EXISTS attempts_are_never_changed")
        for number in numbers:
            query = f"UPDATE attempts SET {column} = {value} WHERE id = ?"  # noqa: S608
            connection.execute(query, (WRITTEN[number].id,))


def _without(*numbers: int) -> list[str]:
    return [one.id for number, one in enumerate(WRITTEN) if number not in numbers]


def _pages(path: Path, table: str) -> list[int]:
    """The numbers, from 0, of the pages on which the rows of a table or an index stand."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
        return [number for (number,) in connection.execute(query, (table,))]


def _blank(path: Path, pages: Iterable[int]) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def test_of_a_whole_file_all_are_read_oldest_first(path: Path) -> None:
    rescue = Rescue(path)
    assert list(rescue.attempts()) == WRITTEN
    assert list(rescue.attempts("Ana")) == ANA
    assert (rescue.damaged, rescue.lost) == (False, 0)


def test_what_is_not_there_holds_nothing(tmp_path: Path) -> None:
    rescue = Rescue(tmp_path / "none.sqlite3")
    assert list(rescue.attempts()) == []
    assert not rescue.damaged


@pytest.mark.parametrize(
    ("column", "value"), [("response", "'['"), ("at", "-1 << 62"), ("parts", "'7'"), ("item", "''")]
)
def test_a_row_that_is_no_attempt_is_lost_and_no_other(path: Path, column: str, value: str) -> None:
    _spoil(path, column, value, 5, 9)
    rescue = Rescue(path)
    assert sorted(one.id for one in rescue.attempts()) == _without(5, 9)
    assert (rescue.damaged, rescue.lost) == (True, 2)


def test_an_id_in_other_letters_is_still_one(path: Path) -> None:
    _spoil(path, "sitting", "upper(sitting)", 5, 9)
    rescue = Rescue(path)
    assert [one.id for one in rescue.attempts()] == _without()
    assert (rescue.damaged, rescue.lost) == (False, 0)


def test_what_is_lost_is_counted_once_however_often_it_is_come_upon(path: Path) -> None:
    _spoil(path, "response", "'['", 5)
    _spoil(path, "course", "CAST(x'ff' AS TEXT)", 40, 41)
    rescue = Rescue(path)
    assert [one.id for one in rescue.attempts()] == _without(5, 40, 41)
    assert (rescue.damaged, rescue.lost) == (True, 3)


def test_of_one_learner_only_what_is_that_learner_s_is_read(path: Path) -> None:
    _spoil(path, "course", "CAST(x'ff' AS TEXT)", 40)
    assert list(Rescue(path).attempts("Ana")) == ANA
    _spoil(path, "course", "CAST(x'ff' AS TEXT)", 30)
    rescue = Rescue(path)
    assert list(rescue.attempts("Ana")) == [one for one in ANA if one != WRITTEN[30]]
    assert rescue.damaged


def test_pages_that_are_gone_take_only_what_stood_on_them(path: Path) -> None:
    whole = path.read_bytes()
    for page in _pages(path, "attempts"):
        path.write_bytes(whole)
        _blank(path, [page])
        rescue = Rescue(path)
        found = list(rescue.attempts())
        assert rescue.damaged
        assert found == [one for one in WRITTEN if one in found]
        assert 0 < rescue.lost < len(WRITTEN) / 2
        assert len(found) + rescue.lost == len(WRITTEN)


@pytest.mark.parametrize("index", ["attempts_by_item", "attempts_by_target"])
def test_an_index_that_is_gone_takes_nothing(path: Path, index: str) -> None:
    _blank(path, _pages(path, index))
    rescue = Rescue(path)
    assert list(rescue.attempts()) == WRITTEN
    assert rescue.lost == 0


LOGS = ("attempts", "attempts_by_item")


def test_what_is_left_of_the_log_and_of_every_index_is_put_together(path: Path) -> None:
    _blank(path, [_pages(path, log)[-1] for log in LOGS])
    rescue = Rescue(path)
    found = list(rescue.attempts())
    assert found
    assert found == [one for one in WRITTEN if one in found]
    assert 0 < rescue.lost <= len(WRITTEN) - len(found)


def test_an_id_that_is_no_text_is_lost_and_no_other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '')")
    _spoil(path, "id", "x'07'", 5)
    _spoil(path, "course", "CAST(x'ff' AS TEXT)", 40)
    rescue = Rescue(path)
    assert [one.id for one in rescue.attempts()] == _without(5, 40)
    assert rescue.lost == 2


@pytest.mark.parametrize("written", [WRITTEN, []])
def test_a_slip_in_the_schema_takes_nothing(tmp_path: Path, written: list[Attempt]) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.add(map(row_of, written))
    data = path.read_bytes()
    assert data.count(b"CREATE TABLE memory") == 1
    path.write_bytes(data.replace(b"CREATE TABLE memory", b"CREATE TABLF memory"))
    rescue = Rescue(path)
    assert list(rescue.attempts()) == written
    assert (rescue.damaged, rescue.lost) == (True, 0)


@pytest.mark.parametrize("page", ["schema", "log"])
def test_where_nothing_is_left_that_is_said(path: Path, page: str) -> None:
    if page == "log":
        _blank(path, [page for log in LOGS for page in _pages(path, log)])
    else:
        data = path.read_bytes()
        path.write_bytes(data[:100] + bytes(PAGE - 100) + data[PAGE:])
    with pytest.raises(QuizappError, match=r"progress\.sqlite3 is damaged"):
        list(Rescue(path).attempts())


def test_a_file_that_is_none_of_ours_is_not_read(path: Path) -> None:
    _blank(path, [0])
    with pytest.raises(QuizappError, match="is no progress file of quizapp"):
        list(Rescue(path).attempts())
