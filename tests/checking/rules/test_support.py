"""Whether the evidence carries the answer: what is told, and where."""

from pathlib import Path

import pytest

from quizapp.diagnostics import Severity
from tests.checking.asking import found_in, said_of

BELL = """
The bell of Almond weighs 310 kilograms and was cast in 1871 by Venn.
It hung twelve years in the tower with three ropes.
The pier holds nine boats, four barges and a crane.
"""
BOATS = '{ source = "gazette", quote = "nine boats" }'


def _number(answer: int, frame: str, unit: str = "") -> str:
    return (
        f'type = "number"\nprompt = "In the Gazette, how much?"\nanswer = {answer}\nunit = "{unit}"\nframe = "{frame}"'
    )


@pytest.mark.parametrize(
    ("question", "cited", "fits"),
    [
        (_number(310, "weighs {answer} kilograms", "kilograms"), 1, True),
        (_number(311, "weighs {answer} kilograms", "kilograms"), 1, False),
        (_number(1871, "weighs {answer} kilograms", "kilograms"), 1, False),
        (_number(12, "It hung {answer} years", "years"), 2, True),
        (_number(3, "with {answer} ropes."), 2, True),
        (_number(12, "with {answer} ropes."), 2, False),
        (_number(9, "It holds {answer} boats"), 3, False),
        (_number(9, "holds {answer} barges"), 3, False),
        (_number(4, "holds {answer} barges"), 3, False),
        (_number(9, "a crane{answer}"), 3, False),
    ],
)
def test_a_number_in_its_frame(tmp_path: Path, question: str, cited: int, fits: bool) -> None:
    assert ("QZ324" in said_of(tmp_path, BELL, question, cited)) is not fits


CITED = 'type = "{}"\nprompt = "In the Gazette, what is so?"\n{}'


@pytest.mark.parametrize(
    ("kind", "parts", "path"),
    [
        ("choice", f'answer = {{ text = "Boats", cite = [{BOATS}] }}\ndistractors = ["Carts", "Coal"]', ("answer",)),
        (
            "select",
            f'answers = ["Bells", {{ text = "Boats", cite = [{BOATS}] }}]\ndistractors = ["Carts"]',
            ("answers", 1),
        ),
        (
            "match",
            (
                'pairs = [{ left = "The bell", right = "Venn", cite = ["c1"] }, '
                f'{{ left = "The pier", right = "Boats", cite = [{BOATS}] }}]'
            ),
            ("pairs", 1),
        ),
        (
            "order",
            (
                'items = [{ text = "The bell", cite = ["c1"] }, { text = "Venn", cite = ["c1"] }, '
                f'{{ text = "Boats", cite = [{BOATS}] }}]'
            ),
            ("items", 2),
        ),
    ],
)
def test_what_is_not_taught_is_told_at_its_citation(
    tmp_path: Path, kind: str, parts: str, path: tuple[str | int, ...]
) -> None:
    found = [finding.diagnostic for finding in found_in(tmp_path, BELL, CITED.format(kind, parts), 1)]
    (untaught,) = (one for one in found if one.rule.code == "QZ308")
    assert untaught.message == "No paragraph of the lesson cites gazette:3, which settles the question."
    assert untaught.location is not None
    assert untaught.location.path == ("questions", 0, *path, "cite", 0)


def _select(prompt: str, answer: str = "Boats") -> str:
    right = f'answers = ["{answer}", "Barges", "A crane"]\ndistractors = ["Carts", "Coal"]'
    return f'type = "select"\nprompt = "In the Gazette, {prompt}?"\n{right}'


def _match(prompt: str, right: str = "a crane") -> str:
    return f"""type = "match"
prompt = "{prompt}"
pairs = [
  {{ left = "The bell", right = "Venn", cite = ["c1"] }},
  {{ left = "The pier", right = "{right}", cite = ["c3"] }},
]"""


def _order(prompt: str, item: str = "The pier") -> str:
    return f"""type = "order"
prompt = "{prompt}"
items = [
  {{ text = "The bell", cite = ["c1"] }},
  {{ text = "{item}", cite = ["c3"] }},
  {{ text = "The crane", cite = ["c3"] }},
]"""


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (_select("which three things does the pier hold"), ""),
        (_select("which of these five does the pier hold"), ""),
        (_select("which of these two does the pier hold"), "QZ344"),
        (_select("which of these six does the pier hold"), "QZ344"),
        (_select("which does it hold for three years"), "QZ344"),
        (_select("which does the pier hold", "Three boats"), ""),
        (_select("which does the pier hold", "Two boats"), "QZ321"),
        (_select("which does the pier hold", "Five boats"), "QZ321"),
        (_match("Match these two."), ""),
        (_match("Match these five."), "QZ344"),
        (_match("Match these.", "two cranes"), ""),
        (_match("Match these.", "five cranes"), "QZ321"),
        (_order("Put these three in order."), ""),
        (_order("Put these five in order."), "QZ344"),
        (_order("Put these in order.", "Three barges"), ""),
        (_order("Put these in order.", "Five barges"), "QZ321"),
    ],
)
def test_a_number_may_count_what_is_to_answer(tmp_path: Path, question: str, code: str) -> None:
    cited = (3,) if "select" in question else (1, 3)
    assert said_of(tmp_path, BELL, question, *cited) & {"QZ321", "QZ344"} == ({code} if code else set())


def test_a_number_may_count_the_sentences_that_are_cited(tmp_path: Path) -> None:
    question = _select("which do the two sentences have")
    assert "QZ344" not in said_of(tmp_path, BELL, question, 1, 3)
    assert "QZ344" in said_of(tmp_path, BELL, question, 3)


@pytest.mark.parametrize(
    ("answer", "level", "severity"),
    [
        ("In 1872", "remember", Severity.ERROR),
        ("In 1872", "understand", Severity.NOTE),
        ("By Orton", "remember", Severity.ERROR),
        ("By Orton", "analyse", Severity.NOTE),
    ],
)
def test_of_what_is_worked_out_a_number_or_name_that_is_not_there_is_a_note(
    tmp_path: Path, answer: str, level: str, severity: Severity
) -> None:
    question = f'type = "short"\nprompt = "In the Gazette, how was it cast?"\nanswer = "{answer}"\nlevel = "{level}"'
    found = [finding.diagnostic for finding in found_in(tmp_path, BELL, question, 1)]
    assert [one.severity for one in found if one.rule.code in {"QZ321", "QZ322"}] == [severity]


TOWER = """
The bell of Almond was cast by Venn for “Tom’s tower”, the harbour.
It hung twelve years in the tower with three ropes.
Orton rang it each night of the war.
The bell hung in the tower by three ropes.
"""


@pytest.mark.parametrize(
    ("words", "altered"),
    [
        ("“The bell of Almond”", ""),
        ("“the bell of Almond,”", ""),
        ("“It hung twelve years”", ""),
        ("“it hung twelve years”", ""),
        ("“three ropes?”", ""),
        ("“Three ropes.”", ""),
        ("“The Bell of Almond”", "The Bell of Almond"),
        ("“bells of Almond”", "bells of Almond"),
        ("“ropes. Orton”", "ropes. Orton"),
        ("“hung” by “rope”", "rope"),
        ("“eleven years” in a ‘tower’", "eleven years"),
        ("‘Tom’s tower’", ""),
        ("‘Tom’s bell’", "Tom's bell"),
        ("the towers’ ropes and the bells’ sound", ""),
        ('\\"hung twelve\\"', ""),
        ('\\"hung eleven\\"', "hung eleven"),
        ("“twelve", ""),
    ],
)
def test_quoted_words_stand_in_a_cited_sentence(tmp_path: Path, words: str, altered: str) -> None:
    question = f'type = "boolean"\nprompt = "In the Gazette {words} is told."\nanswer = true'
    found = [finding.diagnostic for finding in found_in(tmp_path, TOWER, question, 1, 2)]
    told = [f"The quoted words “{altered}” stand in no cited sentence."] if altered else []
    assert [one.message for one in found if one.rule.code == "QZ323"] == told


def _framed(frame: str, answer: str, *wrong: str) -> str:
    distractors = ", ".join(f'"{text}"' for text in wrong or ("Rafts", "Carts"))
    return f"""type = "choice"
prompt = "In the Gazette, what is so?"
answer = "{answer}"
distractors = [{distractors}]
frame = "{frame}"
"""


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        (_framed("{answer} of Almond", "the bell"), 1, ""),
        (_framed("{answer} of Almond", "The bell"), 1, ""),
        (_framed("cast by {answer} for", "Venn"), 1, ""),
        (_framed("cast by {answer} for", "venn"), 1, ""),
        (_framed("cast by {answer} for", "VENN"), 1, "“cast by VENN for” does not stand in the quote."),
        (_framed("by {answer} for", "Orton"), 1, "“by Orton for” does not stand in the quote."),
        (_framed("in the {answer}", "tow"), 2, "“in the tow” does not stand in the quote."),
        (_framed("in the {answer} by", "tower"), 2, "“in the tower by” does not stand in the quote."),
        (_framed("{answer} rang it", "Orton", "the bell", "Venn"), 3, ""),
        (
            _framed("by {answer}", "three ropes", "Reed", "Venn"),
            4,
            "The frame filled with this distractor stands in gazette:1.",
        ),
    ],
)
def test_words_in_their_frame(tmp_path: Path, question: str, cited: int, told: str) -> None:
    found = [finding.diagnostic for finding in found_in(tmp_path, TOWER, question, cited)]
    assert [one.message for one in found if one.rule.code == "QZ324"] == ([told] if told else [])


def test_every_number_of_an_answer_is_looked_at(tmp_path: Path) -> None:
    question = 'type = "short"\nprompt = "In the Gazette, what of the bell?"\nanswer = "310 kilograms, of 1872, by two"'
    found = [finding.diagnostic for finding in found_in(tmp_path, BELL, question, 1)]
    assert [one.message for one in found if one.rule.code == "QZ321"] == [
        f"The number {number} is not in what is cited (gazette:1)." for number in (1872, 2)
    ]


@pytest.mark.parametrize(
    ("statement", "found"),
    [("It hung there, as nine boats did.", set()), ("It hung there, as ten boats did.", {"QZ321"})],
)
def test_a_number_of_a_true_statement_may_stand_in_its_context(tmp_path: Path, statement: str, found: set[str]) -> None:
    question = f'type = "boolean"\nprompt = "In the Gazette: {statement}"\nanswer = true\ncontext = [{BOATS}]'
    assert said_of(tmp_path, BELL, question, 2) & {"QZ321"} == found
