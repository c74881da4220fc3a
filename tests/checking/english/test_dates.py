"""Which words of a text are dates, and which of those the sources do not give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.english.dates import dates_in, foreign_dates, may_hold_date, relative_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It rang on 29 March.", [("29 March", "29 march")]),
        ("It rang on March 29", [("March 29", "29 march")]),
        ("the 29th of March", [("29th of March", "29 march")]),
        ("on 29\u00a0March", [("29 March", "29 march")]),
        ("FEB 3RD", [("FEB 3RD", "3 february")]),
        ("1st Jan. it rang", [("1st Jan.", "1 january")]),
        ("Sept. 5th", [("Sept. 5th", "5 september")]),
        ("22 Nov and 4 Dec", [("22 Nov", "22 november"), ("4 Dec", "4 december")]),
        ("on 02 May", [("02 May", "2 may")]),
        ("3 Sep 1999", [("3 Sep", "3 september"), ("1999", "1999")]),
        ("2000–2001", [("2000", "2000"), ("2001", "2001")]),
        ("in 1500", [("1500", "1500")]),
        ("in 1499, or in 2100", []),
        ("May it ring in December?", []),
        ("29 marches, or 21 Augusta", []),
        ("30 of them", []),
        ("1871kg of metal", []),
    ],
)
def test_each_date_and_its_one_form(text: str, dates: list[tuple[str, str]]) -> None:
    assert list(dates_in(text)) == dates
    assert may_hold_date(text.casefold()) or not dates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rings today", ["today"]),
        ("Nowadays it rings TONIGHT", ["Nowadays", "TONIGHT"]),
        ("It will ring tomorrow, as it did yesterday", ["tomorrow", "yesterday"]),
        ("Last\n  winter it rang", ["Last winter"]),
        ("this month, next year", ["this month", "next year"]),
        ("two weeks ago", ["two weeks ago"]),
        ("some 3 years ago", ["3 years ago"]),
        ("to\u00adday", ["today"]),
        ("In the last week of the war, and the next year", []),
        ("a long time ago", []),
        ("yesterdays", []),
        ("“Today,” he said, “and tomorrow”: it rang yesterday", ["yesterday"]),
        ("29 March 1999", []),
    ],
)
def test_what_only_a_today_makes_a_date(text: str, said: list[str]) -> None:
    assert list(relative_dates(text)) == said
    assert may_hold_date(text.casefold()) or not said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("From 4 May to 6 May", ["6 May"]),
        ("On May 4th", []),
        ("In 1990", ["1990"]),
        ("In 1871", []),
        ("He said “on 5 May, in 1990”; that was in 1991", ["1991"]),
        ("He counted 5 “boats” in May", []),
        ("1990“so”1991", ["1990", "1991"]),
        ("In 1871-74, or 1990-88", ["1871-74", "1990-88"]),
        ("On 5 May, yesterday", ["5 May", "yesterday"]),
        ("“Today, on 5 May”", []),
    ],
)
def test_dates_that_no_source_gives(text: str, said: list[str]) -> None:
    assert list(foreign_dates(text, frozenset({"4 may", "1871"}))) == said


_PIECES = st.sampled_from("29 1 March sept. May 1999 to\u00adday THIS last\n week ago 3 days“ ” tonight 4th".split(" "))


@given(st.lists(_PIECES, max_size=6).map(" ".join))
def test_a_quick_look_misses_no_date(text: str) -> None:
    assert may_hold_date(text.casefold()) or not list(foreign_dates(text, frozenset()))


def test_a_quick_look_tells_most_texts_without_a_date() -> None:
    assert not may_hold_date("the bell rang 12 times while the boats came in.")
    assert not may_hold_date("who rang the bell in may?")
