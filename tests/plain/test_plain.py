"""Beyond the transcripts: streams that are no terminal, what is escaped, and when an answer is on disk."""

import io
import random
import sqlite3
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.content.glossary import EntryKind
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.errors import ExitStatus
from quizapp.plain import run_plain
from quizapp.plain.dialogue import Back, Command, Dialogue, Leave
from quizapp.store.progress import Progress
from tests.plain.conversation import TINY, Clock


def run(
    folder: Path,
    typed: str,
    stdout: io.StringIO,
    lesson: str | None = "first-winter",
    library: Library | None = None,
) -> int:
    library = library or load(Workspace(TINY))
    with Progress.open(folder / "progress.sqlite3") as progress:
        return run_plain(
            library,
            progress,
            lesson=library.lesson(lesson or ""),
            stdin=io.StringIO(typed),
            stdout=stdout,
            clock=Clock(),
            random=random.Random(7),  # noqa: S311  a shuffle, no secret
            learner="Ada",
            seed=7,
        )


class Watched(io.StringIO):
    """An output that counts the answers on disk whenever a verdict is written to it."""

    def __init__(self, database: Path) -> None:
        super().__init__()
        self.counts: list[int] = []
        self._database = database

    def write(self, text: str, /) -> int:
        if "Right." in text or "Not right." in text:
            with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as connection:
                self.counts += connection.execute("SELECT count(*) FROM attempts").fetchone()
            connection.close()
        return super().write(text)


def test_an_answer_is_on_disk_before_its_verdict_is_written(tmp_path: Path) -> None:
    out = Watched(tmp_path / "progress.sqlite3")
    run(tmp_path, ":k\n1\n\n2 4\n\nt\n", out)
    assert out.counts == [1, 2, 3]


def test_what_is_typed_on_no_terminal_leaves_each_line_its_own(tmp_path: Path) -> None:
    out = io.StringIO()
    assert run(tmp_path, ":k\n1\n", out) == ExitStatus.FINE
    assert "Type a number.\n> \n\nRight." in out.getvalue()
    assert out.getvalue().endswith("where you left it.\n")


def test_a_flag_of_an_earlier_sitting_is_said_and_taken_back(tmp_path: Path) -> None:
    for typed, told in (
        (":k\n:f\n", ("Question 1 of 9\n", "> \nFlagged.\n")),
        ("\n:f\n:f\n", ("Question 1 of 9, flagged\n", "> \nFlag taken back.\n> \nFlagged.\n")),
    ):
        out = io.StringIO()
        run(tmp_path, typed, out)
        assert [words for words in told if words not in out.getvalue()] == []


def test_what_was_typed_and_names_are_shown_escaped(tmp_path: Path) -> None:
    out = io.StringIO()
    run(tmp_path, ":k\n\x1b]52;c;AA\x07\n:\u202e\n:k\n:k\n:k\n\x9b31m [Putin]\n", out)
    assert not [c for c in out.getvalue() if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    assert "“\\u{1b}]52;c;AA\\u{7}” is none of these." in out.getvalue()
    assert "Wrong: \\u{9b}31m [Putin]" in out.getvalue()


def test_an_enter_alone_where_nothing_was_left_says_again_what_can_be_typed(tmp_path: Path) -> None:
    out = io.StringIO()
    run(tmp_path, "\n", out, lesson=None)
    assert "“”" not in out.getvalue()
    assert " ".join(out.getvalue().split()).count("Type the number of a lesson, r to review,") == 2


def test_the_glossary_is_listed_kind_by_kind_and_by_name(tmp_path: Path) -> None:
    library = load(Workspace(TINY))
    first = library.glossary.entries[0]
    kinds: tuple[tuple[EntryKind, str], ...] = (("place", "Pier"), ("person", "ida"), ("person", "Ada"))
    entries = tuple(replace(first, id=name.lower(), kind=kind, name=name) for kind, name in kinds)
    out = io.StringIO()
    glossary = replace(library.glossary, entries=entries)
    run(tmp_path, "g\n", out, lesson=None, library=replace(library, glossary=glossary))
    assert "Glossary\n1. Ada (person)\n2. ida (person)\n3. Pier (place)\n4. " in out.getvalue()


@pytest.mark.parametrize(
    ("lesson", "typed", "asked"),
    [
        (None, "", "Type the number of a lesson, r to review,"),
        (None, "s\n", "Type a number for an article,"),
        (None, "s\n1\n", "Type a sentence's number for what rests on it,"),
        ("first-winter", "", "Press Enter for the next section,"),
        ("first-winter", ":k\n", "Type a number."),
        ("first-winter", ":k\n1\n", "Press Enter to go on. :s source"),
    ],
)
def test_behind_the_list_of_commands_stands_what_is_asked(
    tmp_path: Path, lesson: str | None, typed: str, asked: str
) -> None:
    out = io.StringIO()
    run(tmp_path, f"{typed}:?\n", out, lesson=lesson)
    behind = out.getvalue().rpartition("an answer that begins with a colon")[2]
    assert " ".join(behind.split()).startswith(asked)


def test_a_line_without_an_end_is_still_an_answer(tmp_path: Path) -> None:
    out = io.StringIO()
    run(tmp_path, "\ufeff:k\n1", out)
    assert "Right." in out.getvalue()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (":h", Command.HINT),
        (" :H ", Command.HINT),
        ("::h", ":h"),
        (":::", "::"),
        ("a:h", "a:h"),
        (":what\n:?\nx", "x"),
        ("", ""),
    ],
)
def test_commands_begin_with_a_colon(typed: str, read: str | Command) -> None:
    assert Dialogue(io.StringIO(f"{typed}\n"), io.StringIO()).ask() == read


@pytest.mark.parametrize("typed", ["", ":q\n", ":x\n"])
def test_leaving_and_the_end_are_one(typed: str) -> None:
    with pytest.raises(Leave):
        Dialogue(io.StringIO(typed), io.StringIO()).ask()


def test_going_back_is_said_by_a_command_that_leaves_nothing_else() -> None:
    with pytest.raises(Back):
        Dialogue(io.StringIO(":B\n"), io.StringIO()).ask()


@pytest.mark.parametrize("from_home", [False, True], ids=["a lesson on the command line", "a lesson from the list"])
def test_from_a_question_one_goes_back_to_the_list_and_on_from_there(tmp_path: Path, *, from_home: bool) -> None:
    out = io.StringIO()
    start = "1\n" if from_home else ""
    run(tmp_path, f"{start}:k\n1\n\n:b\n\n:q\n", out, None if from_home else "first-winter")
    told = out.getvalue()
    back = told.index("can be resumed where you left it.")
    assert "Press Enter to go on with The first winter, at question 2 of 9." in " ".join(told[back:].split())
    assert told.index("Question 2 of 9", back) > back, "Enter asks it again"


@pytest.mark.parametrize("typed", ["s", "g", "s\n1", "/ships", "t", "r"])
def test_from_every_list_one_command_leads_back_and_another_leaves(tmp_path: Path, typed: str) -> None:
    back, left = io.StringIO(), io.StringIO()
    assert run(tmp_path, f"{typed}\n:b\n:q\n", back, None) == ExitStatus.FINE
    assert run(tmp_path, f"{typed}\n:q\nnever read\n", left, None) == ExitStatus.FINE
    choices = "Type the number of a lesson"
    assert back.getvalue().count(choices) > left.getvalue().count(choices)
    assert "never read" not in left.getvalue()
