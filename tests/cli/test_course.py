import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.cli import course as module
from quizapp.cli.course import find, is_course
from quizapp.errors import QuizappError

Start = Callable[..., Any]


def test_the_nearest_course_above_is_taken(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / "seeds" / "originals")
    found = find(None, {})
    assert (found.root, found.how) == (course, "nearest")


def test_an_option_goes_before_the_environment(course: Path) -> None:
    assert find(str(course), {"QUIZAPP_COURSE": "/nowhere"}).root == course
    assert find(None, {"QUIZAPP_COURSE": str(course)}).how == "named"


def test_an_empty_variable_names_nothing(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    assert find(None, {"QUIZAPP_COURSE": ""}).how == "nearest"


def test_without_one_the_shipped_course_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = find(None, {})
    assert found.how == "shipped"
    assert is_course(found.root)


def test_a_folder_that_was_deleted_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find(None, {}).how == "shipped"


def test_an_installation_without_a_course_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "site" / "quizapp" / "cli" / "course.py"))
    with pytest.raises(QuizappError) as caught:
        find(None, {})
    assert "--course" in caught.value.hint


def test_the_check_says_which_course(ran: Start, course: Path) -> None:
    assert ran("check", within=course).err == f"Checking “The harbour bell” in {course}\n"
    assert "the one that ships with quizapp" in ran("check").err


def test_a_named_course_that_is_none_fails_the_check(ran: Start, tmp_path: Path) -> None:
    for named in (tmp_path, tmp_path / "nowhere"):
        status, out, err = ran("check", "--course", str(named), "--format", "json")
        report = json.loads(out)
        assert status == 1
        assert [finding["code"] for finding in report["diagnostics"]] == ["QZ105"]
        assert "is no course" in err


def test_a_named_course_that_is_none_cannot_be_learned_from(ran: Start, tmp_path: Path) -> None:
    status, out, err = ran("learn", "--course", str(tmp_path), "--plain")
    assert (status, out) == (2, "")
    assert err.startswith(f"quizapp: “{tmp_path}” is no course: it does not hold lessons/ and seeds/.\n")
