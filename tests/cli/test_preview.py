import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cli.course import find
from quizapp.cli.editor import edit
from quizapp.cli.preview import _edit, _flags
from quizapp.store.progress import Progress
from tests.store.making import attempt

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that writes down how it was called; the file that it writes."""
    script, told = tmp_path / "my editor", tmp_path / "told"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {told}\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{script}' --wait")
    return told


def test_an_unknown_lesson_is_a_usage_error_with_near_names(ran: Run, course: Path) -> None:
    status, out, err = ran("preview", "the-bel", within=course)
    assert (status, out) == (2, "")
    assert "there is no lesson “the-bel”; did you mean “the-bell”?" in err
    assert "The lessons are: the-bell" in err
    assert ran("preview", within=course)[0] == 2


@pytest.mark.parametrize("text", [None, "title = [", 'title = "x"'])
def test_without_a_terminal_it_names_the_check_whether_the_lesson_is_sound_or_not(
    ran: Run, course: Path, text: str | None
) -> None:
    if text is not None:
        (course / "lessons" / "the-bell.toml").write_text(text, encoding="utf-8")
    status, out, err = ran("preview", "the-bell", within=course)
    assert (status, out) == (3, "")
    assert "the preview needs a terminal" in err
    assert "`quizapp check lessons/the-bell.toml`" in err


def test_the_shipped_course_is_shown_and_not_edited(ran: Run, tmp_path: Path, editor: Path) -> None:
    status, _, err = ran("preview", "neutrality", within=tmp_path)
    assert (status, "needs a terminal" in err) == (3, True)
    said = _edit(find(None, {}), "lessons/neutrality.toml", 1)
    assert "read-only" in said
    assert "quizapp new course" in said
    assert not editor.exists()


def test_the_editor_is_opened_at_the_line(course: Path, editor: Path) -> None:
    assert not _edit(find(str(course), {}), "lessons/the-bell.toml", 7)
    assert editor.read_text(encoding="utf-8").splitlines() == ["--wait", "+7", str(course / "lessons/the-bell.toml")]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "No editor is named by VISUAL or EDITOR; the place is x.toml:3."),
        ("/nowhere/vi", "“/nowhere/vi” cannot be started (no such file or directory)."),
        ("vi 'x", "“vi 'x” cannot be started (no closing quotation)."),
    ],
)
def test_an_editor_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch, named: str, said: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", named)
    assert edit(Path("x.toml"), 3) == said


def test_a_learners_file_that_is_missing_or_broken_holds_no_flags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path))
    assert _flags("tiny") == ()
    assert not list(tmp_path.iterdir())
    (tmp_path / "progress.sqlite3").write_text("nothing of ours", encoding="utf-8")
    assert _flags("tiny") == ()


def test_an_author_is_told_the_flags_of_all_learners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path))
    flags = tuple(replace(attempt(n, learner=who), kind="flag") for n, who in enumerate((None, "Ana")))
    with Progress.open(tmp_path / "progress.sqlite3") as progress:
        for one in (*flags, attempt(2)):
            progress.record(one)
    assert _flags("tiny") == flags
    assert _flags("other") == ()
