"""Laws of the order shown: a shuffle loses nothing, gives nothing away, and is the seed's alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.library import Library
from quizapp.content.question import Choice, Match, Order, Select
from quizapp.content.source import Source
from quizapp.content.values import numeral
from quizapp.quiz.task import Arrange, Pick, task_of
from tests import strategies


@given(strategies.libraries(), strategies.seeds)
def test_the_seed_alone_decides(library: Library, seed: str) -> None:
    for question in library.lessons[0].questions:
        assert task_of(question, library, seed) == task_of(question, library, seed)


@given(strategies.libraries(), strategies.seeds)
def test_nothing_is_lost_or_added(library: Library, seed: str) -> None:
    for question in library.lessons[0].questions:
        task = task_of(question, library, seed)
        match question:
            case Choice() | Select():
                assert isinstance(task, Pick)
                right = (question.answer,) if isinstance(question, Choice) else question.answers
                authored = [option.value for option in (*right, *question.distractors)]
                assert sorted(option.value for option in task.options) == sorted(authored)
                assert task.right == (frozenset(option.value for option in right),)
            case Match():
                assert isinstance(task, Arrange)
                assert task.slots == tuple(pair.left for pair in question.pairs)
                assert sorted(task.cards) == sorted({*(pair.right for pair in question.pairs), *question.extra})
            case Order():
                assert isinstance(task, Arrange)
                assert sorted(task.cards) == sorted(step.text for step in question.items)
            case _:
                pass


@given(strategies.libraries(), strategies.seeds)
def test_cards_never_lie_solved(library: Library, seed: str) -> None:
    for question in library.lessons[0].questions:
        task = task_of(question, library, seed)
        if isinstance(task, Arrange):
            needed = tuple(dict.fromkeys(task.right))
            assert len(needed) == 1 or tuple(card for card in task.cards if card in needed) != needed


@given(strategies.libraries(), strategies.seeds)
def test_options_that_are_numbers_are_sorted(library: Library, seed: str) -> None:
    for question in library.lessons[0].questions:
        task = task_of(question, library, seed)
        if isinstance(task, Pick) and not task.article:
            numbers = [number for option in task.options if (number := numeral(option.label)) is not None]
            if len(numbers) == len(task.options):
                assert numbers == sorted(numbers)


@given(st.data(), strategies.sources())
def test_unshuffled_options_are_sorted_by_their_text(data: st.DataObject, source: Source) -> None:
    question = data.draw(strategies.selects(source, "q").filter(lambda q: not any(map(numeral, _texts(q)))))
    task = task_of(replace(question, shuffle=False), strategies.library_of(source, (question,)), "")
    assert isinstance(task, Pick)
    assert [option.label for option in task.options] == sorted(_texts(question))


def _texts(question: Select) -> list[str]:
    return [option.text for option in (*question.answers, *question.distractors)]
