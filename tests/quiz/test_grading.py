from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.content.question import Pair, Question
from quizapp.quiz.grading import Verdict, fits, grade, key_of, problem, read_number
from quizapp.quiz.task import Blank, Fill, Task, task_of
from tests.quiz import samples

NAMES = (("Ukraine",), ("Iran",), ("Iraq",), ("Volodymyr Zelenskyy", "Zelenskyy", "Zelensky"), ("Russia",))


def short(answer: str, *accept: str, exact: bool = False) -> Fill:
    return Fill((Blank(answer, accept, exact),), ("", ""), names=NAMES)


def task(question: Question) -> Task:
    return task_of(question, samples.library(question), "1")


@pytest.mark.parametrize(
    ("answer", "typed", "slip"),
    [
        ("Arakhamia", "arakhamia", False),
        ("Arakhamia", " ARAKHAMIA. ", False),
        ("Arakhamia", "Arakhamya", True),
        ("Arakhamia", "Arakahmia", True),
        ("Arakhamia", "Arakhami", True),
        ("Erdoğan", "erdogan", False),
        ("Security guarantees", "security garantees", True),
        ("Security guarantees", "securityguarantees", True),
        ("no-fly zone", "no fly zone", False),
        ("no-fly zone", "nofly zone", False),
        ("three days", "3 days", False),
        ("three days", "72 hours", False),
        ("Zelenskyy", "Zelensky", False),
        ("Zelenskyy", "Volodymyr Zelenskyy", False),
        ("Zelenskyy", "Zelenskiy", True),
        ("Zelenskyy", "Zelenskyyy", True),
        ("The Hill", "hill", False),
        ("treaty with Iran", "traety with Iran", True),
    ],
)
def test_right(answer: str, typed: str, slip: bool) -> None:
    assert grade(short(answer), (typed,)) == Verdict(correct=True, parts=(True,), accepted=(answer if slip else None,))


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Arakhamia", "Arakhmya"),
        ("Arakhamia", ""),
        ("Kyiv", "Kiev"),
        ("Kyiv", "Kyi"),
        ("treaty with Iran", "treaty with Iraq"),
        ("Russian", "Russia"),
        ("Article V", "Article X"),
        ("Article 5", "Article 6"),
        ("2019", "2018"),
        ("Group of 20", "Group of 2"),
        ("eight", "eighty"),
        ("sixty", "sixth"),
        ("law on NATO", "lew on NATO"),
        ("talks in Rome", "talks in Rame"),
        ("three days", "three weeks"),
    ],
)
def test_not_right(answer: str, typed: str) -> None:
    assert not grade(short(answer), (typed,)).correct


def test_a_slip_in_another_spelling_of_the_name_is_forgiven_for_that_spelling() -> None:
    verdict = grade(short("Zelenskyy"), ("Volodimyr Zelenskyy",))
    assert verdict == Verdict(correct=True, parts=(True,), accepted=("Volodymyr Zelenskyy",))


def test_another_accepted_answer_is_right_with_its_own_slip() -> None:
    task = short("Istanbul", "Constantinople")
    assert grade(task, ("constantinople",)).correct
    assert grade(task, ("constantinopel",)).accepted == ("Constantinople",)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("no-fly zone", True), (" no-fly  zone ", True), ("No-fly zone", False), ("no fly zone", False)],
)
def test_an_exact_answer(typed: str, right: bool) -> None:
    assert grade(short("no-fly zone", exact=True), (typed,)).correct is right


def test_an_exact_answer_may_be_typed_with_the_marks_of_a_keyboard() -> None:
    assert grade(short("NATO’s “aid”", exact=True), ('NATO\'s "aid"',)).correct


@pytest.mark.parametrize("typed", ["3", "three", "3 days", "three days", "72 hours", "3 Day", " 3.0 "])
def test_a_number_in_any_form(typed: str) -> None:
    assert grade(task(samples.NUMBER), (typed,)).correct


@pytest.mark.parametrize("typed", ["4", "3 weeks", "3 tanks", "third", "thre", "33", "-3", "three or four"])
def test_another_number_or_none(typed: str) -> None:
    assert not grade(task(samples.NUMBER), (typed,)).correct


def test_tolerance_is_absolute_and_inclusive() -> None:
    task = Fill((Blank("100", number=Decimal(100), tolerance=Decimal("0.5")),), ("", ""))
    assert [grade(task, (typed,)).correct for typed in ("99.4", "99.5", "100.5", "100.51")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("15 members of NATO", "members of NATO", 15),
        ("15 member of nato", "members of NATO", 15),
        ("fifteen", "members of NATO", 15),
        ("15 of NATO", "members of NATO", None),
        ("$5 billion", "billion dollars", 5),
        ("50 %", "%", 50),
        ("fifty percent", "%", 50),
        ("half", "", None),
        ("two thousand members of NATO", "members of NATO", 2000),
        ("15 pc", "pcs", 15),
        ("15 u", "us", None),
    ],
)
def test_a_unit_may_be_repeated(text: str, unit: str, value: int | None) -> None:
    assert read_number(text, unit) == value


def test_blanks_are_judged_one_by_one() -> None:
    cloze = task(samples.CLOZE)
    assert grade(cloze, ("poland", "Turkiye")) == Verdict(True, (True, True), (None, None))
    assert grade(cloze, ("Polnad", "Turkey")).accepted == ("Poland", None)
    assert grade(cloze, ("Turkey", "Poland")) == Verdict(False, (False, False), (None, None))
    assert grade(cloze, ("Poland", "Spain")) == Verdict(False, (True, False), (None, None), partly=True)
    assert grade(cloze, ("Poland",)) == Verdict(False, (True, False), (None, None), partly=True)


def test_select_is_right_only_when_whole() -> None:
    select = task(samples.SELECT)
    assert grade(select, ("Poland", "Turkey")) == Verdict(True)
    assert grade(select, ("Poland",)) == Verdict(False, partly=True)
    assert grade(select, ("Poland", "Spain", "Turkey")) == Verdict(False, partly=True)
    assert grade(select, ("Spain",)) == Verdict(False)
    assert grade(select, ()) == Verdict(False)


def test_evidence_takes_one_alternative_whole() -> None:
    find = task(samples.EVIDENCE)
    assert grade(find, ("fry:3",)).correct
    assert grade(find, ("fry:1", "fry:2")).correct
    assert grade(find, ("fry:1",)) == Verdict(False, partly=True)
    assert grade(find, ("fry:1", "fry:2", "fry:3")) == Verdict(False, partly=True)


def test_a_match_may_use_a_right_twice_and_an_order_may_not() -> None:
    match, order = task(samples.MATCH), task(samples.IN_ORDER)
    assert grade(match, ("Fry", "Fry")) == Verdict(False, (True, False), partly=True)
    assert not problem(match, ("Fry", "Fry"))
    assert grade(order, ("Treaty", "Ceasefire", "Referendum")) == Verdict(False, (False, False, False))
    assert problem(order, ("Treaty", "Treaty", "Referendum"))


@pytest.mark.parametrize(
    ("question", "response", "words"),
    [
        (samples.CHOICE, (), "Pick one."),
        (samples.CHOICE, ("Within three days", "Within one year"), "Pick one."),
        (samples.CHOICE, ("1",), "Pick among what is offered."),
        (samples.SELECT, (), "Pick at least one."),
        (samples.SHORT, (" ",), "Type an answer."),
        (samples.NUMBER, ("many",), "Type a number, in digits or words."),
        (samples.CLOZE, ("Poland", ""), "Fill in every blank."),
        (samples.MATCH, ("Fry", ""), "Give each of them a card."),
        (samples.IN_ORDER, ("Treaty",), "Give each of them a card."),
        (samples.IN_ORDER, ("Treaty", "Treaty", "Referendum"), "Use every card once."),
        (samples.SELECT, ("Poland", "Spain", "Turkey"), ""),
        (samples.NUMBER, ("three days",), ""),
        (samples.NUMBER, ("72 hours",), ""),
    ],
)
def test_what_is_still_missing(question: Question, response: tuple[str, ...], words: str) -> None:
    assert problem(task(question), response) == words


@pytest.mark.parametrize(
    ("question", "draft", "fit"),
    [
        (samples.SELECT, ("Poland",), True),
        (samples.SELECT, (), True),
        (samples.SELECT, ("Portugal",), False),
        (samples.SELECT, ("Poland", "Turkey"), True),
        (samples.CHOICE, ("Within three days",), True),
        (samples.CHOICE, ("Within three days", "Within one year"), False),
        (samples.CHOICE, ("Within one day",), False),
        (samples.CLOZE, ("Pol", ""), True),
        (samples.CLOZE, ("Pol",), False),
        (samples.MATCH, ("", "Fry"), True),
        (samples.MATCH, ("", "Frey"), False),
        (samples.MATCH, ("Fry",), False),
        (samples.IN_ORDER, ("Treaty", "Ceasefire", "Referendum"), True),
        (samples.IN_ORDER, ("Treaty", "Treaty", "Referendum"), False),
    ],
)
def test_what_is_given_so_far_fits_the_task_or_not(question: Question, draft: tuple[str, ...], fit: bool) -> None:
    assert fits(task(question), draft) is fit


def test_a_match_takes_every_card_beside_what_is_empty_still() -> None:
    pairs = (*samples.MATCH.pairs, Pair(left="Aid", right="Fry", cite=(samples.DAYS,)))
    assert fits(task(replace(samples.MATCH, pairs=pairs, extra=())), ("", "Fry", "NATO"))


@pytest.mark.parametrize("question", samples.ALL, ids=lambda question: question.type)
def test_the_key_of_each_type(question: Question) -> None:
    assert problem(task(question), key_of(task(question))) == ""
    assert grade(task(question), key_of(task(question))).correct
