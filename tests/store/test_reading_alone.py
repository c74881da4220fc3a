"""A file beside which nothing can be made, in a folder that may not be written or is full, is read alone if whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quizapp.store.opening import open_readonly
from quizapp.store.progress import Progress
from tests.store.making import attempt


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Has SQLite refuse, with a code, to read a file in the usual way: in a folder that may not be written, or full."""

    def refuse(code: int) -> None:
        real = sqlite3.connect

        class Refusing(sqlite3.Connection):
            def execute(self, statement: str, *given: Any) -> sqlite3.Cursor:
                if "sqlite_schema" in statement:
                    error = sqlite3.OperationalError("as SQLite has it")
                    error.sqlite_errorcode = code
                    raise error
                return super().execute(statement, *given)

        def connect(where: str, **given: Any) -> sqlite3.Connection:
            return real(where, factory=Refusing if where.endswith("?mode=ro") else sqlite3.Connection, **given)

        monkeypatch.setattr(sqlite3, "connect", connect)

    return refuse


NO_ROOM = [
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CANTOPEN_FULLPATH,
    sqlite3.SQLITE_READONLY_DIRECTORY,
    sqlite3.SQLITE_IOERR_SHMSIZE,
]


@pytest.mark.parametrize("code", NO_ROOM)
@pytest.mark.parametrize("damaged", [False, True])
def test_where_there_is_no_room_beside_it_a_file_is_read_alone(
    tmp_path: Path, refusing: Callable[[int], None], code: int, *, damaged: bool
) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
    refusing(code)
    with closing(open_readonly(path, damaged=damaged)) as connection:
        assert connection.execute("SELECT id FROM attempts").fetchall() == [(attempt(1).id,)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM folding")


@pytest.mark.parametrize("code", NO_ROOM)
def test_a_file_is_not_read_alone_that_a_log_beside_it_adds_to(
    tmp_path: Path, refusing: Callable[[int], None], code: int
) -> None:
    path = tmp_path / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
        refusing(code)
        with pytest.raises(sqlite3.OperationalError, match="as SQLite has it"):
            open_readonly(path)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_NOTADB])
def test_a_file_is_not_read_alone_for_another_reason(
    tmp_path: Path, refusing: Callable[[int], None], code: int
) -> None:
    path = tmp_path / "progress.sqlite3"
    Progress.open(path).close()
    refusing(code)
    with pytest.raises(sqlite3.OperationalError, match="as SQLite has it"):
        open_readonly(path)
