import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizapp.cli import settings
from quizapp.store.progress import Progress
from tests.store.making import attempt

Start = Callable[..., Any]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are, in a folder that is not there yet."""
    monkeypatch.setenv("QUIZAPP_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def broken(file: Path) -> Path:
    file.parent.mkdir()
    file.write_text('themee = "dark"\nreviews_per_day = 0\n[keys]\nlesson.nxt = "n"\n')
    return file


def test_doctor_says_where_it_would_be_and_makes_nothing(ran: Start, course: Path, file: Path) -> None:
    status, out, err = ran("doctor", within=course)
    assert (status, err) == (0, "")
    assert f"well  settings  {file} is not there; nothing needs to be set." in out
    assert not file.parent.exists()


def test_doctor_calls_a_link_that_leads_nowhere_no_file(ran: Start, course: Path, file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to("elsewhere.toml")
    assert f"well  settings  {file} is not there; nothing needs to be set." in ran("doctor", within=course).out


def test_doctor_says_that_it_is_sound(ran: Start, course: Path, file: Path) -> None:
    file.parent.mkdir()
    file.write_text('theme = "light"\n')
    assert f"well  settings  {file}, sound\n" in ran("doctor", within=course).out


def test_doctor_shows_every_mistake(ran: Start, course: Path, broken: Path) -> None:
    status, out, err = ran("doctor", within=course)
    assert (status, err) == (3, "quizapp: not well: 1 thing.\n")
    assert f"bad   settings  {broken}: 2 mistakes; what is sound is used.\n" in out
    assert f"{broken}:1:1: error[QZ201] unknown-key: `themee` is not a key here.\n  1 | themee = " in out
    assert f"{broken}:4:8: error[QZ205] unknown-reference: There is no binding `lesson.nxt`.\n" in out
    assert "= Did you mean `lesson.next`?" in out
    assert "fix:" not in out, "only the check mends"


@pytest.mark.parametrize("arguments", [("--plain",), ("stats",)])
def test_what_has_no_screen_says_it_beside_its_work(
    ran: Start, course: Path, broken: Path, arguments: tuple[str, ...]
) -> None:
    status, out, err = ran(*arguments, within=course)
    assert status == 0
    assert err.startswith(f"quizapp: the settings have 1 mistake; the rest is used.\n{broken}:1:1: error[QZ201]")
    assert "themee" not in out


@pytest.mark.parametrize("made", ["folder", "pipe", "garbage"])
def test_what_cannot_be_read_stops_nothing(ran: Start, course: Path, file: Path, made: str) -> None:
    file.parent.mkdir()
    if made == "folder":
        file.mkdir()
    elif made == "pipe":
        os.mkfifo(file)
    else:
        file.write_bytes(b"\xff\x00")
    status, _, err = ran("--plain", within=course)
    assert (status, "the settings have 1 mistake" in err, f"{file}: error[QZ102]" in err) == (0, True, True)
    assert ran("doctor", within=course).status == 3


def test_limits_bind_plain_mode(ran: Start, course: Path, file: Path, tmp_path: Path) -> None:
    with Progress.open(tmp_path / "data" / "progress.sqlite3") as progress:
        for number, question in enumerate(("who-rang", "how-long")):
            progress.record(replace(attempt(number, item=f"the-bell/{question}"), course="harbour-bell"))
    file.parent.mkdir()
    file.write_text("reviews_per_day = 1\n")
    out = ran("--plain", within=course).out
    assert "1 due for review, and 1 beyond today's limit." in out
    out = ran("review", "--plain", within=course, stdin=":k\n").out
    assert "Today's limit leaves 1; 1 more are due beyond it." in out
    assert "Review, 1 left" in out
    file.write_text("reviews_per_day = 0\n")
    out = ran("review", "--plain", within=course, stdin="n\n").out
    assert "Today's limit of reviews is reached. Press Enter to review 2 more, or type n to stop." in " ".join(
        out.split()
    )
    assert "left" not in out
    assert "Review beyond today's limit, 2 left" in ran("review", "--plain", within=course, stdin="\n").out


def test_retention_reaches_the_learner_s_file(ran: Start, course: Path, file: Path, tmp_path: Path) -> None:
    path = tmp_path / "data" / "progress.sqlite3"
    with Progress.open(path) as progress:
        progress.record(attempt(1))
        before = progress.memories("tiny")["bell/a"]
    file.parent.mkdir()
    file.write_text("desired_retention = 0.97\n")
    ran("stats", within=course)
    with Progress.open(path, readonly=True) as progress:
        assert progress.memories("tiny")["bell/a"] == before, "stats only reads"
    ran("--plain", within=course)
    with Progress.open(path, readonly=True) as progress:
        after = progress.memories("tiny")["bell/a"]
    assert after.due < before.due
    assert (after.stability, after.last, after.reps) == (before.stability, before.last, before.reps)


def test_a_theme_that_cannot_be_kept_is_said_once(broken: Path) -> None:
    keep = settings.theme_keeper()
    assert keep("light") == f"“{broken}” has mistakes and is left alone. quizapp doctor shows them."
    assert keep("dark") == ""
    broken.write_text("# mended\n")
    assert keep("light") == ""
    assert broken.read_text() == '# mended\ntheme = "light"\n'


def test_what_the_app_says_is_short(broken: Path) -> None:
    assert settings.trouble(settings.find_settings(keys=True)) == (
        f"2 mistakes; the rest is used. {broken}:1:1: `themee` is not a key here.\n"
        "quizapp doctor shows each with its place."
    )
    broken.write_text("")
    assert settings.trouble(settings.find_settings(keys=True)) == ""
