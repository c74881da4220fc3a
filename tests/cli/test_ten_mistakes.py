"""Ten mistakes typed into a copy of a lesson, each of another sort: ten findings in one run, each where it is.

`ACCEPT=1` writes what is said now; read the difference before committing it.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.checking.approving import approve

Start = Callable[..., Any]
DATA = Path(__file__).parent.parent / "data" / "ten-mistakes"
LESSON = "lessons/the-bell.toml"

MISTAKES = {  # the rule, what was there, what was typed, and what of it is pointed at
    "QZ302": ('[cites.fog]\nsource = "gazette"', '[cites.fog]\nsource = "gazzete"', '"gazzete"'),
    "QZ301": ("in 1871 by the brothers Venn", "in 1781 by the brothers Venn", '"It was cast in 1781'),
    "QZ205": ("pulled the rope [@rope].\n", "pulled the rope [@roep].\n", "[@roep]"),
    "QZ204": ('id = "who-rang"\ntype = "choice"', 'id = "who-rang"\ntype = "choise"', '"choise"'),
    "QZ201": ('explain = "Three', 'explian = "Three', "explian"),
    "QZ321": ('answer = "Three weeks"', 'answer = "Five weeks"', '"Five weeks"'),
    "QZ207": ('"Four years", "Nine years"', '"48 months", "Four years"', '"Four years"'),
    "QZ203": ("answer = true", 'answer = "yes"', '"yes"'),
    "QZ405": ("Who was NOT asked", "Who was not asked", '"Who was not'),
    "QZ404": ('explain = "The writer complains of it in the letter."', 'explain = "Nobody."', '"Nobody."'),
}
MORE = """
[[questions]]
id = "how-many-weeks"
type = "choice"
prompt = "How long did the repair take, according to the Gazette?"
answer = "Three weeks"
distractors = ["Four weeks", "Nine weeks"]
explain = "The Gazette gives the price beside it [@cost]."
cite = ["cost"]

[[questions]]
id = "how-long-silent"
type = "choice"
prompt = "How long had the bell been silent, according to the Gazette?"
answer = "Twelve years"
distractors = ["Four years", "Nine years"]
explain = "It rang on Monday for the first time since [@first-ring]."
cite = ["first-ring"]

[[questions]]
id = "price-known"
type = "boolean"
prompt = "The Gazette says what the repair cost."
answer = true
explain = "It gives the price in crowns [@cost]."
cite = ["cost"]

[[questions]]
id = "not-asked"
type = "choice"
prompt = "Who was NOT asked, according to the letter?"
answer = "The people who sleep nearby"
distractors = ["The fishermen of the town", "The founders of the bell"]
explain = "The letter is from one of them, and it complains of it [@asked]."
cite = ["asked"]

[[questions]]
id = "what-was-asked"
type = "choice"
prompt = "Whom did no one ask, according to the letter, about the bell?"
answer = "The people who sleep nearby it"
distractors = ["The fishermen of the whole town", "The founders of the old bell"]
explain = "The writer complains of it in the letter."
cite = ["asked"]
"""


def _with_more(course: Path) -> str:
    """A sound lesson with a few questions more."""
    text = (course / LESSON).read_text(encoding="utf-8")
    cited = '[cites.asked]\nsource = "letter"\nquote = "No one asked the people who sleep nearby."\n'
    text = text.replace("\n[[sections]]", f"\n{cited}\n[[sections]]", 1)
    return text.replace("once an hour [@fog].", "once an hour [@fog]. Not everyone was asked [@asked].") + MORE


def test_the_lesson_is_sound(ran: Start, course: Path) -> None:
    (course / LESSON).write_text(_with_more(course), encoding="utf-8", newline="\n")
    approve(course)
    status, out, _ = ran("check", "--strict", "--notes", within=course)
    assert (status, out) == (0, "1 lesson, 8 questions, 9 citations: 0 errors, 0 warnings\n")


def test_ten_mistakes_are_ten_findings(ran: Start, course: Path) -> None:
    lesson = _with_more(course)
    (course / LESSON).write_text(lesson, encoding="utf-8", newline="\n")
    approve(course)
    for old, new, _ in MISTAKES.values():
        assert lesson.count(old) == 1, old
        lesson = lesson.replace(old, new)
    (course / LESSON).write_text(lesson, encoding="utf-8", newline="\n")
    status, said, _ = ran("check", "--ignore", "QZ331", within=course)
    if os.environ.get("ACCEPT"):
        (DATA / "expected.txt").write_text(said, encoding="utf-8", newline="\n")
    assert status == 1
    assert said == (DATA / "expected.txt").read_text(encoding="utf-8")
    found = json.loads(ran("check", "--ignore", "QZ331", "--format", "json", within=course).out)["diagnostics"]
    assert sorted(finding["code"] for finding in found) == sorted(MISTAKES)
    lines = lesson.split("\n")
    for finding in found:
        _, new, pointed_at = MISTAKES[finding["code"]]
        start = sum(len(line) + 1 for line in lines[: finding["line"] - 1]) + finding["column"] - 1
        assert lesson.startswith(pointed_at, start), finding
        assert abs(lesson.index(new) - start) < len(new) + 300, finding
