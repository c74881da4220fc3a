"""Laws of grading: the key is right, and what differs from it in value is wrong."""

import string
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizapp.content.library import Library
from quizapp.content.values import canonical, comparable, same_value
from quizapp.quiz.feedback import feedback
from quizapp.quiz.grading import grade, is_slip, key_of, problem, read_number
from quizapp.quiz.item import items_of
from quizapp.quiz.task import Arrange, Blank, Fill, Pick, Task, task_of
from tests import strategies


def tasks(library: Library, seed: str) -> list[Task]:
    return [task_of(question, library, seed) for question in library.lessons[0].questions]


@given(strategies.libraries(), strategies.seeds)
def test_the_key_is_right_and_may_be_submitted(library: Library, seed: str) -> None:
    for task in tasks(library, seed):
        verdict = grade(task, key_of(task))
        assert verdict.correct
        assert not verdict.partly
        assert all(verdict.parts)
        assert not any(verdict.accepted)
        assert not problem(task, key_of(task))


@given(strategies.libraries(), strategies.seeds, st.data())
def test_a_response_is_right_only_when_it_means_the_key(library: Library, seed: str, data: st.DataObject) -> None:
    for task in tasks(library, seed):
        response = data.draw(strategies.responses(task))
        correct = grade(task, response).correct
        match task:
            case Pick():
                assert correct == any(set(response) == right for right in task.right)
            case Arrange():
                assert correct == (response == task.right)
            case Fill():
                meant = (means(text, blank, task) for text, blank in zip(response, task.blanks, strict=True))
                assert correct == all(meant)


def means(text: str, blank: Blank, task: Fill) -> bool:
    """What the contract says of one blank, said another way."""
    if blank.number is not None:
        number = read_number(text, task.unit)
        return number is not None and abs(number - blank.number) <= blank.tolerance
    answers = (blank.answer, *blank.accept)
    if blank.exact:
        return " ".join(text.split()) in answers
    others = {comparable(a) for b in task.blanks if b is not blank for a in (b.answer, *b.accept)}
    slip = comparable(text) not in others and any(is_slip(text, answer, task.names) for answer in answers)
    return slip or any(same_value(text, answer, task.names) for answer in answers)


@given(strategies.libraries(), strategies.seeds, st.data())
def test_anything_can_be_graded_and_answered_in_words(library: Library, seed: str, data: st.DataObject) -> None:
    lesson = library.lessons[0]
    for item, task in zip(items_of(library, lesson), tasks(library, seed), strict=True):
        response = data.draw(strategies.responses(task) | st.lists(strategies.any_text, max_size=4).map(tuple))
        told = feedback(item, library, task, response)
        assert told.verdict == grade(task, response)
        assert told.words.startswith("Right" if told.verdict.correct else ("Not right", "Partly right"))
        assert told.answer
        assert told.evidence
        assert not (told.verdict.correct and told.remarks)


@given(strategies.long_words, st.data())
def test_one_slip_in_a_long_word_is_forgiven_and_said_so(word: str, data: st.DataObject) -> None:
    typed = data.draw(strategies.edits(word))
    assume(canonical(typed) == (typed,))
    verdict = grade(Fill((Blank(word),), ("", "")), (typed,))
    assert verdict.correct
    assert verdict.accepted == (word,)


@given(strategies.long_words, st.data())
def test_no_slip_is_forgiven_where_none_may_be(word: str, data: st.DataObject) -> None:
    typed = data.draw(strategies.edits(word))
    task = Fill((Blank(word),), ("", ""))
    assert not grade(replace(task, blanks=(Blank(word, exact=True),)), (typed,)).correct
    assert not grade(replace(task, names=((typed,), ("somebody else",))), (typed,)).correct
    assert not grade(replace(task, blanks=(Blank(word), Blank(typed))), (typed, typed)).parts[0]


@given(strategies.long_words, st.data())
def test_a_slip_is_one_edit(word: str, data: st.DataObject) -> None:
    typed = data.draw(strategies.edits(word))
    typed = data.draw(st.just(typed) | strategies.edits(typed)) if len(typed) > 1 else typed
    assume(canonical(typed) == (typed,))
    assert is_slip(typed, word) == (OSA.distance(comparable(typed), comparable(word)) == 1)


@given(strategies.long_words, st.text(string.digits, min_size=1, max_size=3), st.sampled_from(["", " "]), st.data())
def test_digits_never_slip(word: str, digits: str, between: str, data: st.DataObject) -> None:
    typed = data.draw(st.text(string.digits, max_size=4).filter(lambda other: other != digits))
    assert not is_slip(f"{word}{between}{typed}", f"{word}{between}{digits}")


@given(strategies.phrases)
def test_case_accents_and_punctuation_are_folded(answer: str) -> None:
    task = Fill((Blank(answer),), ("", ""))
    accented = "".join(c + "\u0301" for c in answer.upper() if c.strip()) if " " not in answer else answer.title()
    for typed in (answer.upper(), f"  “{answer}!” ", accented, answer.replace(" ", " — ")):
        assert grade(task, (typed,)).correct
        assert not any(grade(task, (typed,)).accepted)
