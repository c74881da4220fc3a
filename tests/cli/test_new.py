import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., Any]


def test_a_course_is_begun_and_passes_the_check(ran: Start, tmp_path: Path) -> None:
    status, out, err = ran("new", "course", "my-course", within=tmp_path)
    assert status == 0
    written = out.splitlines()
    assert "my-course/lessons/course.toml" in written
    assert all((tmp_path / file).is_file() for file in written)
    assert "quizapp new source FILE" in err
    assert ran("check", within=tmp_path / "my-course").status == 0


def test_an_empty_folder_is_fit_for_a_course_and_another_is_not(ran: Start, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert ran("new", "course", "empty", within=tmp_path).status == 0
    before = sorted((tmp_path / "empty").rglob("*"))
    status, out, err = ran("new", "course", "empty", within=tmp_path)
    assert (status, out) == (3, "")
    assert "“empty” exists already" in err
    assert sorted((tmp_path / "empty").rglob("*")) == before


def test_a_lesson_is_begun_once(ran: Start, course: Path) -> None:
    status, out, err = ran("new", "lesson", "the-rope", "--name", "The rope", within=course)
    lesson = course / "lessons" / "the-rope.toml"
    assert (status, out) == (0, f"{lesson}\n")
    assert "quizapp cite WORDS" in err
    text = lesson.read_text(encoding="utf-8")
    assert 'title = "The rope"' in text
    assert ran("check", within=course).status == 1
    status, _, err = ran("new", "lesson", "the-rope", within=course)
    assert (status, lesson.read_text(encoding="utf-8")) == (3, text)
    assert "exists already" in err


def test_a_source_is_split_and_its_guesses_are_told(ran: Start, course: Path, tmp_path: Path) -> None:
    (tmp_path / "a report.txt").write_text("A bell\n\nIt rang. It stopped.\n\nRelated Articles\n", encoding="utf-8")
    status, out, err = ran("new", "source", str(tmp_path / "a report.txt"), "--kind", "report", within=course)
    assert (status, out.splitlines()) == (
        0,
        [str(course / "seeds" / "a-report.md"), str(course / "seeds" / "originals" / "a-report.txt")],
    )
    assert "2 sentences, to be cited as a-report:1" in err
    assert "seeds/a-report.md:10: headline, a short first line: A bell" in err
    assert "furniture, reads like part of the page: Related Articles" in err
    assert 'kind = "report"' in (course / "seeds" / "a-report.md").read_text(encoding="utf-8")
    assert ran("check", within=course).status == 0


@pytest.mark.parametrize("what", [("lesson", "x"), ("source", "x.txt")])
def test_the_course_that_ships_is_not_written_into(ran: Start, tmp_path: Path, what: tuple[str, str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text("It rang.", encoding="utf-8")
    status, out, err = ran("new", *what)
    assert (status, out) == (3, "")
    assert "quizapp new course DIR" in err


def test_nor_is_it_when_it_is_named(ran: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, course: Path) -> None:
    package = tmp_path / "package" / "quizapp"
    shutil.copytree(course, package / "course")
    monkeypatch.setattr("quizapp.cli.course.__file__", str(package / "cli" / "course.py"))
    assert ran("new", "lesson", "x", "--course", str(package / "course")).status == 3
    assert ran("new", "lesson", "x", "--course", str(course)).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["new"], 2, "what"),
        (["new", "lesson"], 2, "DIR|SLUG|FILE"),
        (["new", "leson", "x"], 2, "there is no “leson”, only course, lesson, source; did you mean “lesson”?"),
        (["new", "lesson", "Not a slug"], 2, "no lesson can be called “Not a slug”"),
        (["new", "lesson", "x", "--kind", "y"], 2, "belong to `quizapp new source`"),
        (["new", "course", "y", "--slug", "x"], 2, "belong to `quizapp new source`"),
        (["new", "lesson", "x", "--name", "a\u202eb"], 2, "--name holds a control or invisible character"),
        (["new", "source", "nowhere.txt"], 2, "there is no “nowhere.txt”"),
        (["new", "source", "."], 2, "is not a regular file"),
        (["new", "course", "lessons/course.toml"], 3, "exists already"),
        (["new", "course", "lessons/course.toml/x"], 3, "cannot be"),
    ],
)
def test_what_cannot_be_begun(ran: Start, course: Path, arguments: list[str], status: int, said: str) -> None:
    before = {file: file.read_bytes() for file in course.rglob("*") if file.is_file()}
    found = ran(*arguments, within=course)
    assert (found.status, found.out) == (status, "")
    assert said in found.err
    assert {file: file.read_bytes() for file in course.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("command", ["cite", "new", "coverage", "schema"])
def test_no_command_for_authors_loads_a_screen_or_what_it_may_not_need(command: str) -> None:
    code = f"import sys, quizapp.cli.{command}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"textual", "rich", "sqlite3", "nupunkt", "pydantic", "rapidfuzz"} & set(done.stdout.split())
