import json

from quizapp.checking.reports.rows import with_rows

TRICK = '"rows": [] \x1b\u202e\udc80 }'


def test_the_rows_of_a_list_are_a_line_each() -> None:
    assert with_rows({"a": 1, "rows": []}, "rows", [{"b": [2]}, {}]) == (
        '{\n  "a": 1,\n  "rows": [\n    {"b": [2]},\n    {}\n  ]\n}\n'
    )


def test_a_list_without_rows_stays_empty() -> None:
    assert with_rows({"rows": [], "a": 1}, "rows", ()) == '{\n  "rows": [],\n  "a": 1\n}\n'


def test_what_a_text_holds_is_never_taken_for_the_list() -> None:
    whole = {"before": TRICK, "inside": [{"rows": []}], "after": TRICK}
    written = with_rows(whole, "rows", [{"text": TRICK}])
    assert written.isascii()
    assert json.loads(written) == {**whole, "inside": [{"rows": [{"text": TRICK}]}]}
