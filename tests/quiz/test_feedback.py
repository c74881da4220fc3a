from dataclasses import replace

import pytest

from quizapp.content.question import Question
from quizapp.quiz.feedback import Feedback, Remark, feedback, response_in_words
from quizapp.quiz.item import items_of
from quizapp.quiz.task import task_of
from tests.quiz import samples


def told(question: Question, *response: str, names: tuple[tuple[str, ...], ...] = ()) -> Feedback:
    library = samples.library(question, names=names)
    (item,) = items_of(library, library.lessons[0])
    return feedback(item, library, task_of(question, library, "1"), response)


def test_a_wrong_choice_says_why_and_shows_the_sentence() -> None:
    said = told(samples.CHOICE, "Within thirty days")
    assert said.words == "Not right."
    assert said.answer == "Within three days"
    assert said.remarks == (Remark("Within thirty days", "The plan counts days, and few of them [@days]."),)
    assert said.explain == samples.CHOICE.explain
    assert [evidence.address for evidence in said.evidence] == ["fry:1"]
    assert [evidence.address for evidence in said.context] == ["fry:2"]
    assert {name: evidence.address for name, evidence in said.marks.items()} == {"limit": "fry:2", "days": "fry:1"}


def test_a_right_choice_is_explained_as_well() -> None:
    said = told(samples.CHOICE, "Within three days")
    assert said.words == "Right."
    assert said.remarks == ()
    assert said.explain
    assert list(said.marks) == ["limit"]


@pytest.mark.parametrize(
    ("question", "response", "words"),
    [
        (samples.SELECT, ("Poland",), "Partly right: 1 of 2."),
        (samples.SELECT, ("Poland", "Spain"), "Partly right: 1 of 2, and 1 that does not belong."),
        (samples.SELECT, ("Poland", "Spain", "Turkey"), "Partly right: 2 of 2, and 1 that does not belong."),
        (samples.SELECT, ("Spain",), "Not right."),
        (samples.CLOZE, ("Poland", "Spain"), "Partly right: 1 of 2."),
        (samples.CLOZE, ("Pland", "Turkye"), "Right, though it is spelt “Poland” and “Turkey”."),
        (samples.IN_ORDER, ("Treaty", "Referendum", "Ceasefire"), "Partly right: 1 of 3."),
        (samples.MATCH, ("NATO", "Fry"), "Not right."),
    ],
)
def test_the_verdict_in_words(question: Question, response: tuple[str, ...], words: str) -> None:
    assert told(question, *response).words == words


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (samples.BOOLEAN, "False"),
        (samples.NUMBER, "3 days"),
        (samples.CLOZE, "Poland and Turkey were named"),
        (samples.MATCH, "Three days — Fry; No limit — NATO"),
        (samples.IN_ORDER, "1. Ceasefire; 2. Referendum; 3. Treaty"),
        (samples.EVIDENCE, "sentence 3: Poland and Turkey were named as guarantors."),
    ],
)
def test_the_key_in_words(question: Question, answer: str) -> None:
    assert told(question).answer == answer


def test_what_was_typed_is_told_as_it_was_typed() -> None:
    library = samples.library(samples.CLOZE)
    assert response_in_words(task_of(samples.CLOZE, library, "1"), ("Pland", "Spain")) == "Pland; Spain"


def test_what_was_wrong_is_named() -> None:
    assert told(samples.CLOZE, "Poland", "Spain").remarks == (Remark("Spain", place="blank 2"),)
    assert told(samples.SHORT, "Article IX").remarks == (Remark("Article IX"),)
    assert told(samples.EVIDENCE, "fry:4").remarks == (Remark(samples.ORDER.quote, place="sentence 4"),)
    assert told(samples.MATCH, "NATO", "NATO").remarks == (Remark("Three days — NATO"),)
    assert told(samples.IN_ORDER, "Referendum", "Ceasefire", "Treaty").remarks == (
        Remark("1. Referendum"),
        Remark("2. Ceasefire"),
    )
    assert told(samples.SELECT, "Poland", "Spain").remarks == (Remark("Spain", "Spain is not among them."),)


def test_what_does_not_belong_is_held_against_the_alternative_that_is_nearest() -> None:
    said = told(samples.EVIDENCE, "fry:2", "fry:3")
    assert said.remarks == (Remark(samples.LIMIT.quote, place="sentence 2"),)
    three = replace(samples.EVIDENCE, also=((samples.DAYS, samples.LIMIT, samples.ORDER),))
    said = told(three, "fry:1", "fry:2", "fry:3")
    assert said.words == "Partly right: 2 of 3, and 1 that does not belong."
    assert said.remarks == (Remark(samples.GUARANTORS.quote, place="sentence 3"),)


def test_pairs_and_steps_bring_their_own_evidence() -> None:
    assert [evidence.address for evidence in told(samples.MATCH).evidence] == ["fry:1", "fry:2"]
    assert [evidence.address for evidence in told(samples.IN_ORDER).evidence] == ["fry:4"]


def test_the_alternative_that_was_found_is_the_evidence() -> None:
    assert [e.address for e in told(samples.EVIDENCE, "fry:1", "fry:2").evidence] == ["fry:1", "fry:2"]
    assert [e.address for e in told(samples.EVIDENCE, "fry:1").evidence] == ["fry:3"]


@pytest.mark.parametrize("question", [samples.CHOICE, samples.SELECT, samples.EVIDENCE], ids=lambda one: one.type)
def test_what_was_never_offered_is_wrong_and_nothing_is_said_of_it(question: Question) -> None:
    said = told(question, "nowhere")
    assert (said.verdict.correct, said.words, said.remarks) == (False, "Not right.", ())
