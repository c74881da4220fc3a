"""Cues of form: when they are told, and when not."""

from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import course, found_in

TOOLS = """
The council bought an axe, a rope and a lamp on Tuesday, and sold 30 sacks.
Ellen Marsh kept the axe in the hall of the old town for eleven years.
Nobody ever asked the clerk of the council or Ellen Marsh about it.
"""


def _told(folder: Path, code: str, question: str, cited: int) -> list[str]:
    found = [finding.diagnostic for finding in found_in(folder, TOOLS, question, cited)]
    return [one.message for one in found if one.rule.code == code]


def _choice(prompt: str, answer: str, *wrong: str) -> str:
    distractors = ", ".join(f'"{text}"' for text in wrong)
    return f'type = "choice"\nprompt = "{prompt}"\nanswer = "{answer}"\ndistractors = [{distractors}]'


ARTICLE = ["Only the answer fits the article “an”."]
SEVERAL = ["The prompt asks for several, and only the answer names several."]


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        (_choice("In the Gazette Ellen Marsh kept an", "axe", "saw", "bell"), 2, ARTICLE),
        (_choice("In the Gazette Ellen Marsh kept an …", "axe", "saw", "bell"), 2, ARTICLE),
        (_choice("In the Gazette Ellen Marsh kept an ___", "axe", "saw", "bell"), 2, ARTICLE),
        (_choice("In the Gazette Ellen Marsh kept an", "axe", "saw", "adze"), 2, []),
        (
            _choice("In the Gazette Ellen Marsh kept a", "rope", "oar", "adze"),
            1,
            ["Only the answer fits the article “a”."],
        ),
        (_choice("In the Gazette Ellen Marsh kept a", "rope", "oar", "bell"), 1, []),
        (_choice("What did Ellen Marsh keep?", "axe", "saw", "bell"), 2, []),
        (_choice("Which tools were bought?", "An axe and a rope", "A saw", "A bell"), 1, SEVERAL),
        (_choice("What three tools were bought?", "An axe, a rope, a lamp", "A saw", "A bell"), 1, SEVERAL),
        (_choice("Which tools were bought?", "An axe and a rope", "A saw and a file", "A bell"), 1, []),
        (_choice("Which tools were bought?", "An axe", "A saw", "A bell"), 1, []),
        (_choice("Which other tools were bought?", "An axe and a rope", "A saw", "A bell"), 1, SEVERAL),
        (_choice("Which old tools were bought?", "An axe and a rope", "A saw", "A bell"), 1, SEVERAL),
        (_choice("What was bought?", "An axe and a rope", "A saw", "A bell"), 1, []),
        (_choice("What did sailors buy?", "An axe and a rope", "A saw", "A bell"), 1, []),
        (_choice("Which brass was bought?", "An axe and a rope", "A saw", "A bell"), 1, []),
    ],
)
def test_article_and_number(tmp_path: Path, question: str, cited: int, told: list[str]) -> None:
    assert _told(tmp_path, "QZ422", question, cited) == told


@pytest.mark.parametrize(
    ("answer", "wrong", "told"),
    [
        ("They had it from Ellen Marsh", ("They had it from the clerk", "They saw it"), []),
        (
            "30 kilograms",
            ("Ellen Marsh", "A few sacks"),
            ["The answer is a number, the distractors are names and phrases."],
        ),
        ("30 kilograms", ("40 kilograms", "A few sacks"), []),
        ("Ellen Marsh", ("A clerk", "The mayor"), ["The answer is a name, the distractors are phrases."]),
        ("the Ellen Marsh", ("A clerk", "The mayor"), ["The answer is a name, the distractors are phrases."]),
        ("the clerk of Ellen Marsh", ("A clerk", "The mayor"), []),
        (
            "A clerk",
            ("Ellen Marsh", "30 kilograms"),
            ["The answer is a phrase, the distractors are names and numbers."],
        ),
    ],
)
def test_options_of_one_kind(tmp_path: Path, answer: str, wrong: tuple[str, ...], told: list[str]) -> None:
    assert _told(tmp_path, "QZ423", _choice("Whom or what has the Gazette?", answer, *wrong), 2) == told


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (_choice("What was asked?", "Ever so much", "Everything", "Nobody was, never"), ["Everything", "never"]),
        (_choice("What was asked?", "It was always asked", "All", "Nobody was"), ["always"]),
        ('type = "boolean"\nprompt = "In the Gazette the clerk was never asked."\nanswer = true', ["never"]),
        ('type = "boolean"\nprompt = "In the Gazette the clerk was always asked."\nanswer = false', ["always"]),
        ('type = "boolean"\nprompt = "In the Gazette nobody asked the clerk."\nanswer = true', []),
        ('type = "short"\nprompt = "In the Gazette, who was never asked?"\nanswer = "the clerk"', []),
    ],
)
def test_absolute_words(tmp_path: Path, question: str, words: list[str]) -> None:
    assert _told(tmp_path, "QZ424", question, 3) == [f"“{word}” is in no cited sentence." for word in words]


COPIES = ["The answer copies most of the quote (gazette:2)."]


@pytest.mark.parametrize(
    ("answer", "more", "told"),
    [
        ("kept the axe in the hall of the old town for eleven", "", COPIES),
        ("kept the axe in the hall", "", []),
        ("kept an axe in the hall of the old town for eleven", "", []),
        ("kept the axe in the hall of the old town for eleven", 'frame = "Ellen Marsh {answer} years"', []),
    ],
)
def test_a_key_in_the_words_of_the_quote(tmp_path: Path, answer: str, more: str, told: list[str]) -> None:
    question = _choice("In the Gazette, what did Ellen Marsh do?", answer, "She sold it", "She lost it")
    assert _told(tmp_path, "QZ425", f"{question}\n{more}", 2) == told


@pytest.mark.parametrize(
    ("answer", "wrong", "told"),
    [
        (30, 20, ""),
        (31, 20, "The answer has 31 characters, the longest distractor 20."),
        (25, 5, ""),
        (26, 5, "The answer has 26 characters, the longest distractor 5."),
    ],
)
def test_a_long_answer(tmp_path: Path, answer: int, wrong: int, told: str) -> None:
    question = _choice("In the Gazette, what is so?", "a" * answer, "b" * wrong, "c")
    assert _told(tmp_path, "QZ421", question, 2) == ([told] if told else [])


def test_the_first_question_that_shows_a_key_with_its_sentence_is_named(tmp_path: Path) -> None:
    course(tmp_path, TOOLS, _short("Who kept the axe?", "Ellen Marsh"), 2, 3)
    more = (
        ("away", "What did Ellen Marsh ask?", 3),
        ("marsh", "What did Marsh Ellen keep?", 2),
        ("long", "What did the old Ellen Marsh of the town keep?", 2),
        ("last", "Where did Ellen Marsh keep it?", 2),
    )
    lesson = tmp_path / "lessons/one.toml"
    text = lesson.read_text(encoding="utf-8").replace('cite = ["c2", "c3"]', 'cite = ["c2"]')
    for name, prompt, cited in more:
        text += f'\n[[questions]]\nid = "{name}"\n{_short(prompt, "an axe")}\ncite = ["c{cited}"]\n'
    library = load(Workspace(tmp_path, {"lessons/one.toml": text}))
    found = [f.diagnostic for f in check(library, Wanted(select=("QZ426",), notes=True)).findings]
    assert [(d.question, d.message) for d in found] == [
        ("asked", "The prompt of “long” shows “Ellen Marsh”, from the same sentence.")
    ]


def test_of_several_keys_the_one_that_is_shown_first_is_named(tmp_path: Path) -> None:
    tools = 'type = "select"\nprompt = "Which did it buy?"\nanswers = ["Axe", "Rope"]\ndistractors = ["Saw", "Nail"]'
    course(tmp_path, TOOLS, tools, 1)
    text = (tmp_path / "lessons/one.toml").read_text(encoding="utf-8")
    for name in ("rope", "axe"):
        text += f'\n[[questions]]\nid = "{name}"\n{_short(f"When did it buy the {name}?", "Tuesday")}\ncite = ["c1"]\n'
    library = load(Workspace(tmp_path, {"lessons/one.toml": text}))
    found = [f.diagnostic for f in check(library, Wanted(select=("QZ426",), notes=True)).findings]
    assert [(d.question, d.message) for d in found] == [
        ("asked", "The prompt of “rope” shows “Rope”, from the same sentence.")
    ]


def _short(prompt: str, answer: str) -> str:
    return f'type = "short"\nprompt = "{prompt}"\nanswer = "{answer}"'
