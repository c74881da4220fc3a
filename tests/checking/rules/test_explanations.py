"""Which numbers and names an explanation may give that its evidence does not: QZ350."""

from pathlib import Path

import pytest

from tests.checking.asking import found_in

PAID = """
The council paid five builders: Reed, Orton, Marsh, Callow and Dunn.

The pier was closed.

The pier had been built by Lindqvist in thirty weeks.
"""


def _told(folder: Path, question: str, cited: int) -> list[str]:
    found = found_in(folder, PAID, question, cited)
    return [finding.diagnostic.message for finding in found if finding.diagnostic.rule.code == "QZ350"]


def _choice(why: str, wrong: int, hint: str = "") -> str:
    others = ", ".join(f'"Wrong {letter}"' for letter in "abcd"[: wrong - 1])
    return (
        'type = "choice"\nprompt = "In the Gazette, what was closed?"\nanswer = "The pier"\n'
        f'distractors = [{{ text = "The bell", why = "{why}" }}, {others}]\nhint = "{hint}"'
    )


@pytest.mark.parametrize(
    ("why", "wrong", "missing"),
    [
        ("One was closed, two were not.", 4, ""),
        ("All five are named.", 4, ""),
        ("The other four were not closed.", 4, ""),
        ("Three were not closed.", 4, "The number 3"),
        ("Six were not closed.", 4, "The number 6"),
        ("It is one of 4.", 4, "The number 4"),
        ("It was so for five weeks.", 4, "The number 5"),
        ("All four are named.", 3, ""),
        ("The other three were not closed.", 3, ""),
        ("Five were not closed.", 3, "The number 5"),
    ],
)
def test_a_number_in_words_may_count_what_is_shown(tmp_path: Path, why: str, wrong: int, missing: str) -> None:
    assert _told(tmp_path, _choice(why, wrong), 2) == ([f"{missing} is not in gazette:2."] if missing else [])


@pytest.mark.parametrize(
    ("why", "missing"),
    [
        ("Each of the five was paid.", ""),
        ("Reed was paid, and the other four were.", ""),
        ("Six were paid.", "The number 6"),
    ],
)
def test_it_may_count_the_names_of_the_evidence(tmp_path: Path, why: str, missing: str) -> None:
    asked = f'type = "boolean"\nprompt = "In the Gazette the council paid builders."\nanswer = true\nhint = "{why}"'
    assert _told(tmp_path, asked, 1) == ([f"{missing} is not in gazette:1."] if missing else [])


@pytest.mark.parametrize(("said", "told"), [("Dunning saw it.", 0), ("It took 77 days.", 0), ("Dunstan saw it.", 1)])
def test_what_the_question_itself_says_is_no_news(tmp_path: Path, said: str, told: int) -> None:
    asked = f"""type = "choice"
prompt = "In the Gazette, what was closed when Ann Dunning came, in 77 days?"
answer = "The pier"
distractors = [{{ text = "The bell", why = "{said}" }}, "The ferry"]"""
    assert len(_told(tmp_path, asked, 2)) == told


@pytest.mark.parametrize("said", ["Lindqvist had built it.", "It was built in 30 weeks."])
def test_only_a_hint_may_draw_on_the_rest_of_the_article(tmp_path: Path, said: str) -> None:
    assert _told(tmp_path / "hint", _choice("", 2, said), 2) == []
    assert len(_told(tmp_path / "why", _choice(said, 2), 2)) == 1
