"""Rules of good item writing: when breaking one is told, and where."""

from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from tests.checking.asking import found_in

TINY = Path(__file__).parents[2] / "data" / "tiny"

BELL = """
The bell of Almond weighs 310 kilograms and was cast in 1871 by Venn.
It hung twelve years in the tower with three ropes.
"""


def _told(folder: Path, code: str, question: str, cited: int = 1) -> list[tuple[str, tuple[str | int, ...] | None]]:
    found = [finding.diagnostic for finding in found_in(folder, BELL, question, cited)]
    return [(one.message, one.location.path[2:] if one.location else None) for one in found if one.rule.code == code]


NO_SOURCE = "No source gives the date"
VENN = 'type = "choice"\nanswer = "Venn"\ndistractors = ["Reed", "Orton"]'
YEARS = 'type = "choice"\nanswer = "In 1872"\ndistractors = ["In 1873", "In May"]'
KILOGRAMS = 'type = "number"\nanswer = 310\nunit = "kilograms"'


@pytest.mark.parametrize(
    ("asked", "prompt", "held"),
    [
        (VENN, "Who cast the bell of Venn?", "Venn"),
        (VENN, "Who cast the bell: Venn, or Reed?", ""),
        (VENN, "Who cast the bell of Vennet?", ""),
        (
            'type = "select"\nanswers = ["Almond", "Venn"]\ndistractors = ["Orton"]',
            "Who cast the bell of Venn?",
            "Venn",
        ),
        ('type = "short"\nanswer = "Venn"', "Who cast the bell of Venn?", "Venn"),
        ('type = "short"\nanswer = "Venn"\naccept = ["the smith"]', "Who, a smith, cast the bell?", "the smith"),
        ('type = "cloze"\ntext = "cast in 1871 by {{Venn}}."', "Fill in what Venn did.", "Venn"),
        (KILOGRAMS, "What do the 310 of Almond weigh?", "310"),
        (KILOGRAMS, "What bell weighs 310 kilograms?", "310 kilograms"),
        (KILOGRAMS, "What bell weighs 3100 kilograms?", ""),
        ('type = "boolean"\nanswer = true', "In the Gazette Venn cast the bell.", ""),
        (
            'type = "match"\npairs = [{ left = "The bell", right = "Venn", cite = ["c1"] }]',
            "Match the bell and Venn.",
            "",
        ),
    ],
)
def test_a_prompt_or_hint_that_holds_the_answer(tmp_path: Path, asked: str, prompt: str, held: str) -> None:
    told = [(f"The prompt holds the answer “{held}”.", ("prompt",))] if held else []
    assert _told(tmp_path / "prompt", "QZ402", f'{asked}\nprompt = "{prompt}"') == told
    if "Reed" not in prompt:
        told = [(f"The hint holds the answer “{held}”.", ("hint",))] if held else []
        assert _told(tmp_path / "hint", "QZ403", f'{asked}\nprompt = "Which is it?"\nhint = "{prompt}"') == told


@pytest.mark.parametrize(
    ("question", "message", "path"),
    [
        # what is wrong may give any date, but not one that moves with the reader's
        ('type = "boolean"\nprompt = "In the Gazette the bell was cast in 1872."\nanswer = false', "", ()),
        (
            'type = "boolean"\nprompt = "In the Gazette it was cast yesterday."\nanswer = false',
            "“yesterday” is another time for every reader.",
            ("prompt",),
        ),
        (
            'type = "boolean"\nprompt = "In the Gazette the bell was cast in 1872."\nanswer = true',
            f"{NO_SOURCE} “1872”.",
            ("prompt",),
        ),
        (f'{VENN}\nprompt = "Who cast the bell, if not in 1873?"', f"{NO_SOURCE} “1873”.", ("prompt",)),
        (f'{VENN}\nprompt = "Who cast the bell in 1871?"', "", ()),
        (f'{VENN}\nprompt = "Who cast the bell?"\nhint = "Not in 1872."', f"{NO_SOURCE} “1872”.", ("hint",)),
        (
            'type = "choice"\nprompt = "When was it cast?"\nanswer = "In 1871"\ndistractors = ["In 1872", "Yesterday"]',
            "“Yesterday” is another time for every reader.",
            ("distractors", 1),
        ),
        (
            f'{YEARS}\nprompt = "When was it cast?"',
            f"{NO_SOURCE} “1872”.",
            ("answer",),
        ),
        (
            # worked out, and QZ321's
            f'{YEARS}\nlevel = "understand"\nprompt = "When was it a year old?"',
            "",
            (),
        ),
        ('type = "number"\nprompt = "When was it cast?"\nanswer = 1872', "", ()),  # it is QZ321's
    ],
)
def test_dates_that_the_sources_do_not_give(
    tmp_path: Path, question: str, message: str, path: tuple[str | int, ...]
) -> None:
    assert _told(tmp_path, "QZ407", question) == ([(message, path)] if message else [])


@pytest.mark.parametrize(
    ("prompt", "negative"),
    [
        ("Who did not cast the bell?", True),
        ("Who didn’t cast the bell?", True),
        ("Which of the smiths has not cast it?", True),
        ("Has the old bell not been cast?", True),
        ("Who cast all bells except this one?", True),
        ("Who did NOT cast the bell?", False),
        ("Who cast all bells EXCEPT this one?", False),
        ("Who cast the bell, not the crane?", False),
        ("Who said “it is not cast”?", False),
        ("Who tied the knot?", False),
    ],
)
def test_a_negative_prompt(tmp_path: Path, prompt: str, negative: bool) -> None:
    told = [("The prompt is negative, and it is easy to miss.", ("prompt",))] if negative else []
    assert _told(tmp_path, "QZ405", f'{VENN}\nprompt = "{prompt}"') == told


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("None of the above", "None of the above"),
        ("all of these", "all of these"),
        ("Both of them", "Both of them"),
        ("Neither of the bells", ""),
    ],
)
@pytest.mark.parametrize("place", ["answer", "distractors"])
def test_options_about_the_others(tmp_path: Path, option: str, said: str, place: str) -> None:
    answer, wrong = (option, "Orton") if place == "answer" else ("Orton", option)
    question = f'type = "choice"\nprompt = "Who cast it?"\nanswer = "{answer}"\ndistractors = ["Reed", "{wrong}"]'
    path = ("answer",) if place == "answer" else ("distractors", 1)
    assert _told(tmp_path, "QZ401", question) == ([(f"An option says “{said}”.", path)] if said else [])


def test_a_year_in_the_name_of_a_citation_is_no_date() -> None:
    lesson = (TINY / "lessons/the-bell.toml").read_text(encoding="utf-8")
    name = next(line for line in lesson.splitlines() if line.startswith("[cites.")).removeprefix("[cites.").rstrip("]")
    renamed = lesson.replace(f"[cites.{name}]", "[cites.of-1648]").replace(f"[@{name}]", "[@of-1648]")
    renamed = renamed.replace(f'"{name}"', '"of-1648"')
    assert "[@of-1648]" in renamed
    library = load(Workspace(TINY, {"lessons/the-bell.toml": renamed}))
    assert "QZ407" not in {found.diagnostic.rule.code for found in check(library, Wanted(notes=True)).findings}
