from quizapp.text.similar import Effort, did_you_mean, mark_difference, meant, nearest


def test_suggests_only_what_is_near() -> None:
    assert did_you_mean("promt", ["prompt", "cite"]) == "prompt"
    assert did_you_mean("who_sat_down", ["who-sat-down"]) == "who-sat-down"
    assert did_you_mean("zebra", ["prompt", "cite"]) is None
    assert did_you_mean("prompt", []) is None


def test_nearest_sentence_first() -> None:
    sentences = ["The talks were held in Istanbul.", "They would come to its aid within three days.", "Nothing."]
    assert nearest("come to its aid within four days", sentences) == 1
    assert nearest("zzzz qqqq", sentences) is None


def test_marks_the_differing_words() -> None:
    found = "They would promise to come to the aid of Ukraine within three days if it faced any attack"
    assert mark_difference("come to the aid of Ukraine within four days", found) == (
        "… come to the aid of Ukraine within [three] days …"
    )
    assert mark_difference("the talks ended on Monday", "The talks, he said, ended on Tuesday.") == (
        "[The] talks[, he said,] ended on [Tuesday] …"
    )
    assert mark_difference("a b", "x y") == "x y"


def test_what_was_surely_meant_has_no_equal() -> None:
    assert meant("promt", ["prompt", "cite"]) == ("prompt", "prompt")
    assert meant("rop", ["rope", "drop"]).sure is None
    assert meant("rop", ["rope", "drop"]).likely is not None
    assert meant("zebra", ["prompt"]) == (None, None)


def test_effort_is_spent_and_then_there_is_none() -> None:
    effort = Effort(10)
    assert [effort.affords(cost) for cost in (6, 5, 4, 1, 0)] == [True, False, True, False, True]
