import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Start = Callable[..., Any]


def test_every_sentence_and_entry_is_listed_with_what_rests_on_it(ran: Start, course: Path) -> None:
    status, out, err = ran("coverage", within=course)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert "gazette: 8 sentences, 4 taught (50 %), 3 quizzed (38 %), 4 neither (50 %)" in lines
    assert lines[1] == (
        "  gazette:1          taught          The bell of Port Almond rang on Monday for the first time in t…"
    )
    assert "  gazette:2          taught quizzed  Mayor Ines Calder pulled the rope at noon." in lines
    assert "  gazette:5                          The bell weighs 310 kilograms." in lines
    assert "glossary: 4 entries, 3 taught, 1 quizzed" in lines
    assert lines[-1].startswith("in all: 13 sentences, 4 taught (31 %)")


def test_json(ran: Start, course: Path) -> None:
    found = json.loads(ran("coverage", "--json", within=course).out)
    assert (found["version"], found["course"]) == (1, "harbour-bell")
    gazette = found["sources"][0]
    assert {key: gazette[key] for key in ("source", "sentences", "taught", "quizzed", "neither")} == {
        "source": "gazette",
        "sentences": 8,
        "taught": 4,
        "quizzed": 3,
        "neither": 4,
    }
    assert gazette["lines"][1] == {
        "number": 2,
        "taught": True,
        "quizzed": True,
        "text": "Mayor Ines Calder pulled the rope at noon.",
    }
    assert found["glossary"][0] == {
        "id": "calder",
        "kind": "person",
        "name": "Ines Calder",
        "lessons": ["the-bell"],
        "questions": ["the-bell/who-rang"],
    }


def test_a_broken_lesson_is_said_to_cover_nothing(ran: Start, course: Path) -> None:
    (course / "lessons" / "the-bell.toml").write_text("format =", encoding="utf-8")
    status, out, err = ran("coverage", within=course)
    assert (status, "0 taught (0 %)" in out) == (0, True)
    assert "lessons/the-bell.toml has errors, so it covers nothing" in err


def test_a_folder_that_is_no_course(ran: Start) -> None:
    status, out, err = ran("coverage", "--course", ".")
    assert (status, out, "is no course" in err) == (2, "", True)
