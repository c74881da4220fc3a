"""Rules over the whole course: what nothing uses is told only where all that might use it could be read."""

import shutil
from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.checking.rules import item_writing
from quizapp.checking.rules.item_writing import at_least
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Diagnostic
from tests.checking.broken import TINY

RULES = TINY.parent / "rules"
GLOSSARY = "lessons/glossary.toml"


def _found(folder: Path, code: str) -> list[Diagnostic]:
    found = check(load(Workspace(folder)), Wanted(notes=True, ignore=("QZ331",))).findings
    return [finding.diagnostic for finding in found if finding.diagnostic.rule.code == code]


def _laid(folder: Path, code: str) -> Path:
    for laid in (TINY, RULES / code / "bad"):
        shutil.copytree(laid, folder, dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize(("code", "number"), [("QZ502", 1), ("QZ503", 2)])
def test_what_a_broken_lesson_or_glossary_may_use_is_not_told(tmp_path: Path, code: str, number: int) -> None:
    course = _laid(tmp_path, code)
    assert len(_found(course, code)) == number
    (course / "lessons/broken.toml").write_text("format = 1\ntitle = ")
    assert not _found(course, code)
    (course / "lessons/broken.toml").unlink()
    glossary = course / GLOSSARY
    glossary.write_text(f"{glossary.read_text()}\n[[entries]]\n")
    assert not _found(course, code)


@pytest.mark.parametrize("code", ["QZ502", "QZ503"])
def test_a_course_without_lessons_has_nothing_unused(tmp_path: Path, code: str) -> None:
    course = _laid(tmp_path, code)
    for lesson in ("the-bell", "example"):
        (course / f"lessons/{lesson}.toml").unlink(missing_ok=True)
    assert not _found(course, code)


@pytest.mark.parametrize("place", ["about = [", "title = ", "explain = ", "prompt = "])
def test_an_entry_is_used_wherever_a_lesson_names_it(tmp_path: Path, place: str) -> None:
    course = _laid(tmp_path, "QZ503")
    lesson = course / "lessons/example.toml"
    text = lesson.read_text()
    if place == "about = [":
        text = text.replace('cite = ["cast"]', 'cite = ["cast"]\nabout = ["plate"]')
    elif place == "title = ":
        text = text.replace("The brothers Venn cast", "On the plate stands that the brothers Venn cast")
    elif place == "explain = ":
        text = text.replace("The Gazette names the", "Like the plate, the Gazette names the")
    else:
        text = text.replace("Who cast the bell,", "Who cast the bell with the Plate,")
    assert text != lesson.read_text()
    lesson.write_text(text)
    assert [found.message for found in _found(course, "QZ503")] == [
        "No lesson names “welcome”, in its words or under `about`."
    ]


LESSON = """format = 1
title = "Lesson {n}"
position = {n}
requires = {requires}

[cites.rope]
source = "gazette"
quote = "Mayor Ines Calder pulled the rope at noon."
{cites}

[[sections]]
text = "The mayor pulled the rope [@rope]."

[[questions]]
id = "q{n}"
type = "{kind}"
prompt = "{prompt}"
{question}
explain = "It is told in so many words."
cite = ["rope"]
"""
SHORT = 'answer = "the mayor"'


def _lessons(folder: Path, *requires: str, question: str = SHORT, cites: str = "", kind: str = "short") -> Path:
    """The tiny course with further lessons, a, b and c, of one question each."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    for n, (slug, needed) in enumerate(zip("abc", requires, strict=False), 20):
        wanted = str(needed.split()).replace("'", '"')
        prompt = f"Who pulled it at the hour of {slug * 3}, in the Gazette?"
        text = LESSON.format(n=n, requires=wanted, question=question, cites=cites, kind=kind, prompt=prompt)
        (folder / f"lessons/{slug}.toml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("requires", "told"),
    [
        (("", "a", "b"), []),
        (("a", "", ""), [("a → a", "a", 0)]),
        (("the-bell b", "a", ""), [("a → b → a", "a", 1)]),
        (("b", "c", "a"), [("a → b → c → a", "a", 0)]),
        (("b", "c", "b"), [("b → c → b", "b", 0)]),
        (("b c", "a", "a"), [("a → b → a", "a", 0)]),
        (("a", "c", "b"), [("a → a", "a", 0), ("b → c → b", "b", 0)]),
        (("b c", "c", "a"), [("a → c → a", "a", 1)]),
    ],
)
def test_lessons_that_require_themselves(
    tmp_path: Path, requires: tuple[str, ...], told: list[tuple[str, str, int]]
) -> None:
    found = _found(_lessons(tmp_path, *requires), "QZ501")
    assert [(one.message, one.lesson, one.location and one.location.path) for one in found] == [
        (f"The lesson requires itself: {way}.", slug, ("requires", at)) for way, slug, at in told
    ]


def test_a_lesson_may_require_one_that_cannot_be_read(tmp_path: Path) -> None:
    course = _lessons(tmp_path, "broken", "a", "b")
    (course / "lessons/broken.toml").write_text("format = 1\ntitle = ")
    assert [f.diagnostic.rule.code for f in check(load(Workspace(course)), Wanted(select=("QZ501",))).findings] == [
        "QZ101"
    ]


FOG = '[cites.fog]\nsource = "gazette"\nquote = "It will ring every hour while there is fog."'
CHOICE = 'answer = "The mayor"\ndistractors = ["A fisherman", {{ text = "A smith"{more} }}]{beside}'


@pytest.mark.parametrize(
    ("more", "beside", "used"),
    [
        ("", "", False),
        ("", '\ncontext = ["fog"]', True),
        ("", '\nhint = "Think of the fog [@fog]."', True),
        (', why = "He slept [@fog]."', "", True),
        (', cite = ["fog"]', "", True),
    ],
)
def test_a_citation_is_used_wherever_it_is_named(tmp_path: Path, more: str, beside: str, used: bool) -> None:
    question = CHOICE.format(more=more, beside=beside)
    found = _found(_lessons(tmp_path, "", question=question, cites=FOG, kind="choice"), "QZ504")
    assert len(found) == (0 if used else 1)


def test_one_question_asked_in_two_lessons(tmp_path: Path) -> None:
    found = _found(_lessons(tmp_path, "", "", ""), "QZ506")
    asked = "{} asks for the same answer from the same sentence."
    assert [(one.lesson, one.message) for one in found] == [
        ("a", asked.format("the-bell/who-rang")),
        ("b", asked.format("the-bell/who-rang")),
        ("c", asked.format("the-bell/who-rang")),
    ]


@pytest.mark.parametrize("of", [2, 3, 6])
@pytest.mark.parametrize(("share", "error"), [(0.0, 0.01), (0.9, 0.01), (1.0, 0.01), (1.1, 0.01), (1.3, 0.004)])
def test_from_many_questions_on_chance_is_nearly_exact(
    of: int, share: float, error: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    chances = [1 / of] * 150 + [1 / 4] * 51
    successes = round(share * sum(chances))
    about = at_least(successes, chances)
    monkeypatch.setattr(item_writing, "EXACT", len(chances))
    exactly = at_least(successes, chances)
    assert about != exactly
    assert about == pytest.approx(exactly, abs=error)


def test_chance_is_that_of_throws() -> None:
    assert [at_least(n, [0.5, 0.5, 0.25]) for n in range(4)] == [1, 0.8125, 0.375, 0.0625]
    assert at_least(0, []) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The brothers Venn met Tom Hale in Rye", ["Venn", "Tom Hale", "Rye"]),
        ("The brothers Venn met Hale, and Tom Hale met Tom", ["Venn", "Hale", "Tom Hale"]),
        ("In Port Almond Tom met Ines Calder Rye", ["Tom", "Rye", "Venn"]),
        ("The brothers Venn met Tom\u00a0Hale", ["Venn", "Tom Hale"]),
    ],
)
def test_a_name_of_several_words_is_told_as_one(tmp_path: Path, said: str, told: list[str]) -> None:
    course = _laid(tmp_path, "QZ505")
    lesson = course / "lessons/example.toml"
    lesson.write_text(lesson.read_text().replace("The brothers Venn cast the bell [@cast].", f"{said} [@cast]."))
    found = [one for one in _found(course, "QZ505") if one.location and one.location.path[:1] == ("sections",)]
    assert [one.message for one in found] == [f"The name “{name}” is not in the glossary." for name in told]
    text = lesson.read_text()
    for one, name in zip(found, told, strict=True):
        assert one.location
        assert one.location.span
        assert name.startswith(text[one.location.span.start : one.location.span.end])
