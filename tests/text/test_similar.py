from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz, utils

from quizapp.text.similar import LONGEST, Effort, mark_difference, nearest, to_compare


def test_nearest_sentence_first() -> None:
    said = ("The talks were held in Istanbul.", "They would come to its aid within three days.", "Nothing.")
    sentences = to_compare(said)
    assert nearest("come to its aid within four days", sentences) == 1
    assert nearest("zzzz qqqq", sentences) is None


@example("aaaaa", ["aaaaaaa"])
@given(st.text("ab c.", max_size=20), st.lists(st.text("ab c.", max_size=30), max_size=6))
def test_the_nearest_is_the_first_to_which_nothing_is_nearer(text: str, said: list[str]) -> None:
    wanted, sentences = utils.default_process(text), [utils.default_process(sentence) for sentence in said]
    near = [0.9 * fuzz.partial_ratio(wanted, other) + 0.1 * fuzz.ratio(wanted, other) for other in sentences]
    best = max(near, default=0)
    assert nearest(text, to_compare(said)) == (near.index(best) if best >= 50 else None)


def test_what_is_longer_than_any_sentence_is_near_to_nothing() -> None:
    long = "a" * (LONGEST + 1)
    assert nearest(long, to_compare([long])) is None
    assert nearest(long[1:], to_compare([long])) is None
    assert nearest(long[1:], to_compare([long, long[2:]])) == 1


def test_marks_the_differing_words() -> None:
    found = "They would promise to come to the aid of Ukraine within three days if it faced any attack"
    assert mark_difference("come to the aid of Ukraine within four days", found) == (
        "… come to the aid of Ukraine within [three] days …"
    )
    assert mark_difference("the talks ended on Monday", "The talks, he said, ended on Tuesday.") == (
        "[The] talks[, he said,] ended on [Tuesday] …"
    )
    assert mark_difference("a b", "x y") == "x y"


def test_effort_is_spent_and_then_there_is_none() -> None:
    effort = Effort(10)
    assert [effort.affords(cost) for cost in (6, 5, 4, 1, 0)] == [True, False, True, False, True]
