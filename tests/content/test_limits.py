"""What is too long or too much to be shown is refused, so that nothing has to look through millions of it."""

from pathlib import Path

import pytest

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.text.similar import Effort

TINY = Path(__file__).parent.parent / "data" / "tiny-plain"
LESSON = "lessons/first-winter.toml"


def refused(file: str, before: str, after: str) -> list[str]:
    text = (TINY / file).read_text(encoding="utf-8")
    assert before in text
    library = load(Workspace(TINY, {file: text.replace(before, after, 1)}))
    found = [d for d in library.diagnostics if d.location and d.location.file == file]
    return [f"{d.rule.code} {'.'.join(map(str, d.location.path)) if d.location else ''}" for d in found]


@pytest.mark.parametrize(
    ("key", "before", "one"),
    [
        ("questions.1.distractors", '"The captain of the boat"', '"Keeper {0}"'),
        ("questions.3.accept", '"oil of whales"', '"oil {0}"'),
        ("questions.6.extra", 'extra = ["Moller"]', '"Moller {0}"'),
        (
            "questions.7.items",
            '{ text = "The wick was lit", cite = ["lit"] }',
            '{{ text = "Step {0}", cite = ["lit"] }}',
        ),
    ],
)
def test_a_question_has_no_more_parts_than_a_screen_shows(key: str, before: str, one: str) -> None:
    many = ", ".join(one.format(number) for number in range(51))
    many = f"extra = [{many}]" if key.endswith("extra") else many
    assert refused(LESSON, before, many) == [f"QZ210 {key}"]


@pytest.mark.parametrize(
    ("file", "key", "before", "length"),
    [
        (LESSON, "title", "The first winter", 201),
        (LESSON, "cites.first-lit.quote", "The lighthouse at Skerry Point", 20_001),
        (LESSON, "summary", "How the lamp was lit, and who kept it.", 501),
        (LESSON, "sections.0.title", "A light and its keepers", 201),
        (LESSON, "questions.0.explain", "A wick that is not trimmed", 20_001),
        (LESSON, "questions.0.hint", "Six times in a day.", 20_001),
        (LESSON, "questions.0.distractors.0.why", "That would be six times a watch;", 20_001),
        ("lessons/course.toml", "title", "The light at Skerry Point", 201),
        ("lessons/glossary.toml", "entries.0.name", "Ada Brandt", 201),
        ("lessons/glossary.toml", "entries.0.role", "One of the two keepers", 501),
        ("lessons/glossary.toml", "disputes.0.positions.0.says", "38 metres above the sea", 501),
        ("seeds/gazette.md", "name", "The Gazette", 201),
        ("seeds/gazette.md", "title", "New light at Skerry Point", 501),
    ],
)
def test_a_text_is_no_longer_than_a_screen_shows(file: str, key: str, before: str, length: int) -> None:
    assert refused(file, f'"{before}', '"' + before + "x" * length) == [f"QZ210 {key}"]


@pytest.mark.parametrize("length", [20_000, 20_001])
def test_a_line_of_a_source_is_no_longer_than_a_screen_shows(length: int) -> None:
    file = "seeds/gazette.md"
    text = (TINY / file).read_text(encoding="utf-8")
    found = load(Workspace(TINY, {file: f"{text}\n{'x' * length}\n"})).diagnostics
    assert len([d for d in found if d.rule.code == "QZ210"]) == (length > 20_000)


def test_a_message_never_repeats_all_of_what_is_millions_long() -> None:
    text = (TINY / LESSON).read_text(encoding="utf-8")
    library = load(Workspace(TINY, {LESSON: f"{'k' * 100_000} = 1\n{text}"}))
    assert max(len(found.message) for found in library.diagnostics) < 1100


@pytest.mark.parametrize(
    ("wrong", "enough", "first", "later"),
    [
        (
            'source = "gazette"\nquote = "The lamp was lid at dusk {0}"',
            2000,
            "Nearest sentence: gazette:",
            "So many quotes are missing that no sentence near this one was sought; mend others first.",
        ),
        ('source = "gazete"\nquote = "The lamp"', 8, "Did you mean “gazette”?", "The sources are gazette, memoir."),
    ],
    ids=["quotes", "sources"],
)
def test_of_thousands_of_mistakes_what_was_meant_is_sought_for_the_first(
    wrong: str, enough: int, first: str, later: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (TINY / LESSON).read_text(encoding="utf-8")
    many = text + "".join(f"[cites.wrong{number}]\n{wrong.format(number)}\n" for number in range(9))
    monkeypatch.setattr("quizapp.content.library.Effort", lambda: Effort(enough))
    found = load(Workspace(TINY, {LESSON: many})).diagnostics
    notes = [d.notes[0] for d in found if d.lesson == "first-winter" and d.rule.code in ("QZ301", "QZ302")]
    assert len(notes) == 9
    assert notes[0].startswith(first)
    assert notes[-1] == later
