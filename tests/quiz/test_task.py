from dataclasses import replace
from decimal import Decimal

from quizapp.content.question import Choice, Number, Option, Select
from quizapp.quiz.task import Arrange, Blank, Fill, Pick, finding, task_of
from tests.quiz import samples


def pick(question: Choice | Select, seed: str = "1") -> Pick:
    task = task_of(question, samples.library(question), seed)
    assert isinstance(task, Pick)
    return task


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text=text) for text in texts)


def labels(task: Pick) -> list[str]:
    return [option.label for option in task.options]


def test_options_shuffle_by_the_seed() -> None:
    orders = {tuple(labels(pick(samples.CHOICE, str(seed)))) for seed in range(40)}
    assert len(orders) == 6


def test_numbers_sort_by_value_whatever_the_seed() -> None:
    question = replace(samples.CHOICE, answer=Option(text="fifteen"), distractors=options("2", "1,000", "thirty"))
    assert {tuple(labels(pick(question, str(seed)))) for seed in range(5)} == {("2", "fifteen", "thirty", "1,000")}


def test_numbers_of_one_unit_sort_by_value() -> None:
    question = replace(samples.CHOICE, answer=Option(text="72 hours"), distractors=options("one day", "2 weeks"))
    assert labels(pick(question)) == ["one day", "72 hours", "2 weeks"]


def test_of_numbers_that_are_equal_the_first_comes_first() -> None:
    question = replace(samples.CHOICE, answer=Option(text="three days"), distractors=options("72 hours", "2 days"))
    assert labels(pick(question)) == ["2 days", "three days", "72 hours"]


def test_shuffle_false_sorts_by_text() -> None:
    question = replace(samples.SELECT, distractors=options("Spain", "austria"), shuffle=False)
    assert labels(pick(question)) == ["austria", "Poland", "Spain", "Turkey"]


def test_true_comes_before_false() -> None:
    task = task_of(samples.BOOLEAN, samples.library(), "1")
    assert isinstance(task, Pick)
    assert [(o.value, o.label) for o in task.options] == [("true", "True"), ("false", "False")]
    assert task.right == (frozenset({"false"}),)


def test_a_source_is_shown_by_its_name_and_recorded_by_its_slug() -> None:
    question = replace(samples.CHOICE, answer=Option(source="fry", cite=(samples.DAYS,)))
    task = pick(question)
    assert [o.label for o in task.options if o.value == "fry"] == ["Fry"]
    assert task.right == (frozenset({"fry"}),)
    several = replace(samples.SELECT, answers=(Option(source="fry", cite=(samples.DAYS,)), *samples.SELECT.answers))
    assert [o.label for o in pick(several).options if o.value == "fry"] == ["Fry"]


def test_evidence_offers_every_sentence_in_order() -> None:
    task = task_of(samples.EVIDENCE, samples.library(), "1")
    assert isinstance(task, Pick)
    assert [option.value for option in task.options] == ["fry:1", "fry:2", "fry:3", "fry:4"]
    assert task.right == (frozenset({"fry:3"}), frozenset({"fry:1", "fry:2"}))
    assert task.many
    assert task.article is samples.FRY

    assert finding(task) == "Fry: find the sentences that say so."


def test_evidence_of_one_sentence_takes_one() -> None:
    task = task_of(replace(samples.EVIDENCE, also=()), samples.library(), "1")
    assert isinstance(task, Pick)
    assert not task.many
    assert finding(task) == "Fry: find the sentence that says so."


def test_where_options_are_given_nothing_is_to_be_found() -> None:
    assert finding(pick(samples.CHOICE)) == ""


def test_a_number_is_written_in_digits() -> None:
    for answer, shown in ((2019, "2019"), (0.5, "0.5"), (1e16, "10000000000000000"), (100.0, "100")):
        question = Number(id="n", type="number", prompt="?", answer=answer, unit="years")
        task = task_of(question, samples.library(), "1")
        assert isinstance(task, Fill)
        assert task.blanks[0].answer == shown
        assert task.unit == "years"
        assert (task.blanks[0].number, task.blanks[0].tolerance) == (Decimal(shown), Decimal(0))


def test_what_an_author_allows_of_an_answer_is_allowed() -> None:
    number = task_of(replace(samples.NUMBER, tolerance=0.5), samples.library(), "1")
    assert isinstance(number, Fill)
    assert (number.blanks[0].number, number.blanks[0].tolerance) == (Decimal(3), Decimal("0.5"))
    for exact in (False, True):
        short = task_of(replace(samples.SHORT, accept=("5",), exact=exact), samples.library(), "1")
        assert isinstance(short, Fill)
        assert short.blanks == (Blank("Article V", ("5",), exact),)


def test_a_cloze_is_cut_at_its_blanks() -> None:
    task = task_of(samples.CLOZE, samples.library(), "1")
    assert isinstance(task, Fill)
    assert task.pieces == ("", " and ", " were named")
    assert [(blank.answer, blank.accept) for blank in task.blanks] == [("Poland", ()), ("Turkey", ("Türkiye",))]


def test_an_order_of_three_never_lies_solved() -> None:
    cards = set()
    for seed in range(60):
        task = task_of(samples.IN_ORDER, samples.library(), str(seed))
        assert isinstance(task, Arrange)
        assert task.slots == ("1", "2", "3")
        cards.add(task.cards)
    assert len(cards) == 5
    assert ("Ceasefire", "Referendum", "Treaty") not in cards


def test_of_two_steps_that_are_alike_both_are_dealt() -> None:
    steps = (*samples.IN_ORDER.items, samples.IN_ORDER.items[0])
    task = task_of(replace(samples.IN_ORDER, items=steps), samples.library(), "1")
    assert isinstance(task, Arrange)
    assert sorted(task.cards) == sorted(task.right) == ["Ceasefire", "Ceasefire", "Referendum", "Treaty"]


def test_a_sorted_order_that_would_be_solved_is_turned() -> None:
    task = task_of(replace(samples.IN_ORDER, shuffle=False), samples.library(), "1")
    assert isinstance(task, Arrange)
    assert task.cards == ("Treaty", "Referendum", "Ceasefire")


def test_a_match_keeps_its_lefts_and_deals_each_right_once() -> None:
    pairs = (*samples.MATCH.pairs, replace(samples.MATCH.pairs[0], left="Aid"))
    task = task_of(replace(samples.MATCH, pairs=pairs), samples.library(), "1")
    assert isinstance(task, Arrange)
    assert task.slots == ("Three days", "No limit", "Aid")
    assert sorted(task.cards) == ["Fry", "NATO", "Turkey"]
    assert task.right == ("Fry", "NATO", "Fry")
    assert not task.once
