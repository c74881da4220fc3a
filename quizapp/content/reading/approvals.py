"""`lessons/approvals.toml`, of which the tables of some lessons' questions are read at a time."""

from collections.abc import Iterable, Sequence

from quizapp.content.approval import Approval
from quizapp.content.reading.files import read_approvals
from quizapp.content.reading.reader import Reader
from quizapp.diagnostics import Diagnostic
from quizapp.text.document import Data


class Approvals:
    """The file as data."""

    def __init__(self, reader: Reader | None) -> None:
        """Without a reader there is no such file."""
        self._tables: dict[str, Data] = {}
        self._reader = reader
        for item, table in (reader.data(may_be_empty=True) or {} if reader else {}).items():
            self._tables.setdefault(item.partition("/")[0], {})[item] = table

    @property
    def problems(self) -> Sequence[Diagnostic]:
        """Why the file is no data."""
        return self._reader.problems if self._reader else ()

    @property
    def lessons(self) -> Iterable[str]:
        """The slugs of lessons that it names, of those that are not there too."""
        return self._tables

    def of(self, lessons: Iterable[str]) -> tuple[dict[str, Approval], Sequence[Diagnostic]]:
        """The approvals of these lessons' questions, by `lesson/question`, and what is wrong with them."""
        tables = {item: table for lesson in lessons for item, table in self._tables.get(lesson, {}).items()}
        if not tables or self._reader is None:
            return {}, ()
        reader = Reader(self._reader.document)
        return read_approvals(reader, tables), reader.problems
