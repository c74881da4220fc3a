import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.cli.zone import LocalZone
from quizapp.quiz.attempt import Attempt, uuid7
from quizapp.quiz.stats_words import CALIBRATION
from quizapp.store.progress import Progress
from quizapp.store.rows import row_of

Start = Callable[..., Any]
CHANCE = Random(1)  # noqa: S311 - no secret


def answer(item: str, days: int, **changes: Any) -> Attempt:
    at = datetime.now(UTC) - timedelta(days=days)
    one = Attempt(
        id=uuid7(at, CHANCE), course="harbour-bell", item=item, at=at, correct=True, sitting=uuid7(at, CHANCE)
    )
    return replace(one, **changes)


@pytest.fixture
def learned(tmp_path: Path) -> None:
    log = [
        answer("the-bell/who-rang", 30),
        answer("the-bell/who-rang", 20, correct=False),
        answer("the-bell/how-long", 20, correct=False, sure=False),
        answer("the-bell/how-long", 20, counts=False),
        answer("the-bell/who-rang", 20, kind="flag", correct=None),
        answer("the-bell/who-rang", 19, kind="flag", correct=None),
        answer("gone/\x1b[31m", 19, kind="flag", correct=None),
        answer("the-bell/who-rang", 19, learner="Ana"),
    ]
    with Progress.open(tmp_path / "data" / "progress.sqlite3") as progress:
        progress.add(map(row_of, log))


def test_before_any_answer_there_is_one_line(ran: Start, course: Path, tmp_path: Path) -> None:
    assert ran("stats", within=course).out == (
        "Nothing was answered yet. What you answer in a lesson is counted here.\n"
    )
    assert not (tmp_path / "data").exists()


def test_stats_in_words(ran: Start, course: Path, learned: None) -> None:
    status, out, err = ran("stats", within=course)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Activity", "Memory", CALIBRATION, "What comes due",
    ]  # fmt: skip
    assert "4 answers on 2 days since " in lines[1]
    assert "% likely remembered now; 1 question not answered yet. An estimate: high after any answer" in out
    assert "  Ines Calder: 1 of 1 answered\n" in out
    assert "50 % right when sure, 0 % right when not sure; of 3 answers" in out
    assert "       1  sure and wrong\n" in out
    assert "  2 today, 0 tomorrow; 2 within 7 days, 2 within 31, 0 after that." in out
    assert "1 answer on 1 day since" in ran("stats", "--learner", "Ana", within=course).out


def test_stats_as_json(ran: Start, course: Path, learned: None) -> None:
    found = json.loads(ran("stats", "--json", within=course).out)
    assert (found["version"], found["course"], found["answers"], found["later"]) == (1, "harbour-bell", 4, 0)
    assert [day["answers"] for day in found["days"]] == [1, 3]
    assert found["calibration"] == {"sure": {"right": 1, "wrong": 1}, "not_sure": {"right": 0, "wrong": 1}}
    assert (found["memory"]["questions"], found["memory"]["answered"]) == (3, 2)
    assert [(t["id"], t["name"], t["questions"], t["answered"]) for t in found["topics"]] == [
        (None, None, 2, 1),
        ("calder", "Ines Calder", 1, 1),
    ]
    assert found["due"][0] == {"day": found["today"], "questions": 2}
    assert len(found["due"]) == 31


def test_flagged_questions(ran: Start, course: Path, learned: None) -> None:
    status, out, err = ran("stats", "--flags", within=course)
    assert status == 0
    assert err == "quizapp: to take a flag back: f at its question, or `quizapp stats --unflag QUESTION`.\n"
    gone, prompt, who, asked = out.splitlines()
    assert gone.startswith("gone/\\u{1b}[31m  (20")
    assert prompt == "  this question is no longer in the course"
    assert who.startswith("the-bell/who-rang  (20")
    assert who.endswith(", 2 times)")
    assert asked == "  Who pulled the rope, according to the Gazette?"
    listed = json.loads(ran("stats", "--flags", "--json", within=course).out)["flags"]
    assert [(flag["item"], flag["times"], flag["known"]) for flag in listed] == [
        ("gone/\x1b[31m", 1, False),
        ("the-bell/who-rang", 2, True),
    ]


def test_a_flag_is_taken_back_as_it_is_listed(ran: Start, course: Path, learned: None, tmp_path: Path) -> None:
    with Progress.open(tmp_path / "data" / "progress.sqlite3") as progress:
        before = list(progress.log())
        progress.add([row_of(answer("the-bell/who-rang", 3, kind="flag", correct=None, learner="Ana"))])
    for question, left in (("the-bell/who-rang", ["gone/\x1b[31m"]), ("gone/\\u{1b}[31m", [])):
        done = ran("stats", "--unflag", question, within=course)
        assert done == (0, "", f"quizapp: “{question}” is flagged no more.\n")
        listed = json.loads(ran("stats", "--flags", "--json", within=course).out)["flags"]
        assert [flag["item"] for flag in listed] == left
        again = ran("stats", "--unflag", question, within=course)
        assert (again.status, again.out) == (2, "")
        assert f"no question “{question}” was flagged" in again.err
    with Progress.open(tmp_path / "data" / "progress.sqlite3") as progress:
        assert [one for one in progress.log() if one in before] == before
        assert len(list(progress.flags("harbour-bell", "Ana"))) == 1


def test_where_nothing_was_flagged_nothing_is_made(ran: Start, course: Path, tmp_path: Path) -> None:
    assert ran("stats", "--unflag", "the-bell/who-rang", within=course).status == 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("beside", ["--flags", "--json"])
def test_taking_a_flag_back_tells_nothing_else(ran: Start, course: Path, learned: None, beside: str) -> None:
    done = ran("stats", "--unflag", "the-bell/who-rang", beside, within=course)
    assert (done.status, "`--unflag` stands alone" in done.err) == (2, True)


def test_no_flag_is_said(ran: Start, course: Path) -> None:
    assert ran("stats", "--flags", within=course) == (0, "", "quizapp: no question was flagged.\n")
    assert json.loads(ran("stats", "--flags", "--json", within=course).out)["flags"] == []


def test_a_folder_that_is_no_course(ran: Start) -> None:
    assert ran("stats", "--course", ".").status == 2


@pytest.mark.parametrize("name", ["Europe/Kyiv", "America/New_York", "Asia/Kathmandu", "UTC"])
def test_local_time_is_the_system_s_summer_and_winter(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TZ", name)
    time.tzset()
    try:
        for month in (1, 7):
            at = datetime(2026, month, 1, 22, 30, tzinfo=UTC)
            local = at.astimezone(LocalZone())
            assert local.replace(tzinfo=None) == at.astimezone().replace(tzinfo=None)
            assert local.utcoffset() == at.astimezone().utcoffset()
            assert local.astimezone(UTC) == at
            assert local.tzname() == at.astimezone().tzname()
            assert local.dst() is None
    finally:
        monkeypatch.undo()
        time.tzset()
