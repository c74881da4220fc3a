"""Whether who said something is still who said it, in what an author is told."""

import shutil
from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import found_in

SECOND = Path(__file__).parents[2] / "data" / "second"

NIGHT = """
Ellen Marsh said the lamp had burned that night.
She added that the boats came back by noon.

Captain Reed wrote in a letter that the pilots of Dover saw a star.
The council claims that the pier is sound.
The ferry was sold to a farmer in May.
“The gate is rotten,” said Orton, who keeps it.
"""
WHOSE = "Say in the prompt whose words or account it is."
ITS_OWN = "Name the one whose words they are."


def _told(folder: Path, question: str, *cited: int) -> list[tuple[str, str, tuple[str, ...]]]:
    found = [finding.diagnostic for finding in found_in(folder, NIGHT, question, *cited)]
    found = [one for one in found if one.rule.code in {"QZ346", "QZ347"}]
    assert all(one.location and one.location.path == ("questions", 0, "prompt") for one in found)
    return [(one.rule.code, one.message, one.notes) for one in found]


def _asked(prompt: str, answer: str = "The gate") -> str:
    return f'type = "choice"\nprompt = "{prompt}"\nanswer = "{answer}"\ndistractors = ["Rafts", "Carts"]'


def _lost(who: str, where: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [("QZ346", f"In {where} these are the words of {who}; the question asserts them.", (WHOSE,))]


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        ('type = "boolean"\nprompt = "The lamp had burned that night."\nanswer = true', 1, _lost("Marsh", "gazette:1")),
        ('type = "boolean"\nprompt = "By Marsh\'s account the lamp burned that night."\nanswer = true', 1, []),
        ('type = "boolean"\nprompt = "The lamp burned by day."\nanswer = false', 1, _lost("Marsh", "gazette:1")),
        (
            'type = "cloze"\nprompt = "Fill in what pilots saw."\ntext = "the pilots of Dover saw a {{star}}."',
            3,
            _lost("Reed", "gazette:3"),
        ),
        (_asked("What burned that night?", "The lamp"), 1, _lost("Marsh", "gazette:1")),
        (_asked("Whose lamp burned that night?", "That of Ellen Marsh"), 1, []),
        (_asked("What did the pilots of Dover see?", "A star"), 3, _lost("Reed", "gazette:3")),
        (_asked("What is sound?", "The pier"), 4, _lost("somebody", "gazette:4")),
        (_asked("What is sound, as is claimed?", "The pier"), 4, []),
        (_asked("What was sold in May?", "The ferry"), 5, []),
        (_asked("What is rotten?"), 6, _lost("Orton", "gazette:6")),
        (_asked("What does Orton keep?"), 6, []),
        (
            _asked("When did the boats come back?", "By noon"),
            2,
            [("QZ346", "gazette:2 goes on with the words of somebody; the question asserts them.", (WHOSE,))],
        ),
    ],
)
def test_what_is_only_reported(
    tmp_path: Path, question: str, cited: int, told: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert _told(tmp_path, question, cited) == told


def test_pairs_of_what_is_only_reported(tmp_path: Path) -> None:
    pier, gate = (
        f'{{ left = "The {what}", right = "{how}", cite = ["c{at}"] }}'
        for what, how, at in (("pier", "sound", 4), ("gate", "rotten", 6))
    )
    pairs = f"[{pier}, {gate}]"
    told = _told(tmp_path / "bare", f'type = "match"\nprompt = "Match these."\npairs = {pairs}', 4, 6)
    assert [message for _, message, _ in told] == [_lost("somebody", "gazette:4, gazette:6")[0][1]]
    assert not _told(tmp_path / "laid", f'type = "match"\nprompt = "In the Gazette?"\npairs = {pairs}', 4, 6)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("as Captain Reed wrote", ""),
        ("as Reed wrote", ""),
        ("as Marsh wrote", "The question takes “Marsh” for the speaker, and gazette:3 has no such name."),
        ("as Captain Marsh wrote", "The question takes “Marsh” for the speaker, and gazette:3 has no such name."),
        ("as Dover wrote", "In gazette:3 it is Reed who speaks, not Dover."),
        ("according to Lindqvist", ""),  # in no cited source: QZ326
    ],
)
def test_who_is_to_have_said_it(tmp_path: Path, said: str, told: str) -> None:
    found = _told(tmp_path, _asked(f"What did the pilots see, {said}?", "A star"), 3)
    assert [message for _, message, _ in found] == ([told] if told else [])
    assert all(notes == (ITS_OWN,) for _, message, notes in found if "who speaks" in message)


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({}, []),
        ({", according to the Mercury, was": " was"}, ["finished"]),
        ({", according to the Mercury, was": " was", "bank, according to the Mercury?": "bank?"}, []),  # no custom
    ],
)
def test_a_lesson_whose_questions_all_name_their_source(tmp_path: Path, edits: dict[str, str], told: list[str]) -> None:
    shutil.copytree(SECOND, tmp_path, dirs_exist_ok=True)
    lesson = tmp_path / "lessons/the-broken-bank.toml"
    text = lesson.read_text(encoding="utf-8")
    for old, new in edits.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    lesson.write_text(text, encoding="utf-8", newline="\n")
    found = [finding.diagnostic for finding in check(load(Workspace(tmp_path)), Wanted(notes=True)).findings]
    message = "Every other question of this lesson says whose account it asks for, and this one does not."
    assert [one.question for one in found if one.message == message] == told


@pytest.mark.parametrize(
    "prompt", ["What was Dover told?", "Of what are the Dover pilots told?", "What is Dover asked?"]
)
def test_whoever_is_told_does_not_speak(tmp_path: Path, prompt: str) -> None:
    assert "QZ347" not in {code for code, _, _ in _told(tmp_path, _asked(prompt, "A star"), 3)}
