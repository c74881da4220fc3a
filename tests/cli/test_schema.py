import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.content.schema import schemas

Start = Callable[..., Any]


def test_all_of_them_by_name(ran: Start) -> None:
    status, out, err = ran("schema")
    assert (status, err) == (0, "")
    assert json.loads(out) == schemas()


@pytest.mark.parametrize("name", ["lesson", "glossary", "course", "source"])
def test_one_of_them(ran: Start, name: str) -> None:
    assert json.loads(ran("schema", name).out) == schemas()[name]


def test_they_are_written_beside_the_lessons_also_over_old_ones(ran: Start, course: Path) -> None:
    (course / "lessons" / "lesson.schema.json").write_text("{}", encoding="utf-8")
    status, out, _ = ran("schema", "--write", within=course)
    assert status == 0
    assert sorted(out.split()) == sorted(str(course / "lessons" / f"{name}.schema.json") for name in schemas())
    written = (course / "lessons" / "lesson.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == schemas()["lesson"]
    assert not list(course.rglob("*.part"))


def test_one_of_them_is_written(ran: Start, course: Path) -> None:
    assert ran("schema", "glossary", "--write", within=course).status == 0
    assert [file.name for file in (course / "lessons").glob("*.json")] == ["glossary.schema.json"]


def test_the_course_that_ships_is_not_written_into(ran: Start) -> None:
    status, out, err = ran("schema", "--write")
    assert (status, out, "quizapp new course DIR" in err) == (3, "", True)
