from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.content.values import canonical, canonical_with, comparable, numeral, quantities, quantity, same_value
from tests import strategies

NAMES = (("Article V", "Article 5"), ("Volodymyr Zelenskyy", "Zelenskyy", "Zelensky"), ("United States", "US", "U.S."))

_of_words = st.lists(
    st.sampled_from(
        "the The and a an half point per cent percent % & minus -5 5 3rd twenty-two one first hundred days km $ $5 V "
        "5. Article U.S. US it's its cease-fire fire café cafe o.ne t'en ten Zelensky's, (states) United +two".split()
    ),
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3),
        ("15", 15),
        ("Fifteen", 15),
        ("20,000", 20_000),
        ("1 000", 1000),
        ("1\u202f000", 1000),
        ("1'000", 1000),
        ("1,234,567.5", "1234567.5"),
        ("0.5", "0.5"),
        ("3,5", "3.5"),
        ("zero", 0),
        ("-5", -5),
        ("−5", -5),
        ("minus five", -5),
        ("twenty-two", 22),
        ("a hundred", 100),
        ("a hundred and fifty", 150),
        ("fifteen hundred", 1500),
        ("two thousand and nineteen", 2019),
        ("twenty twenty-two", 2022),
        ("nineteen ninety", 1990),
        ("six hundred thousand and twelve", 600_012),
        ("one million two hundred thousand", 1_200_000),
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("three point one four", "3.14"),
        ("two and a half", "2.5"),
        ("two and a quarter", "2.25"),
    ],
)
def test_numerals(text: str, value: int | str) -> None:
    assert numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "…", "many", "a", "and", "one two", "ten, twenty", "2014-15", "third", "3rd", "three days", "1,2,3", "V",
     "3 x", "three point ten", "hundred thousand million", "1e5", "12345678901234567890"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("72 hours", "three days"),
        ("two weeks", "14 days"),
        ("18 months", "1.5 years"),
        ("5 km", "5,000 metres"),
        ("50%", "fifty per cent"),
        ("$5 billion", "five billion dollars"),
        ("the 3rd", "Third"),
        ("within 3 days", "Within three days"),
        ("Article 5", "article V"),
        ("Zelensky’s plan", "zelenskys plan"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskyy's plan", "zelenskys plan"),
        ("the U.S.", "United States"),
        ("cease-fire", "ceasefire"),
        ("non-nuclear", "non nuclear"),
        ("İzmir", "izmir"),
        ("Łódź", "lodz"),
        ("“Stronger than NATO’s”", 'stronger than "NATO\'s"'),
        ("Erdoğan", "ERDOGAN"),
        ("R&D", "r and d"),
    ],
)
def test_equal_in_value(one: str, other: str) -> None:
    assert same_value(one, other, NAMES)
    assert same_value(other, one, NAMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 days", "3 weeks"),
        ("one month", "30 days"),
        ("3", "third"),
        ("5", "-5"),
        ("3.5", "35"),
        ("3-4", "34"),
        ("Article 5", "Article 4"),
        ("Article V", "Article IV"),
        ("Zelenskyy", "Zaluzhnyy"),
        ("five dollars", "five euros"),
        ("nowhere", "now here"),
        ("…", "?"),
        ("99999999999999999999", "99999999999999999998"),
        ("C++", "C"),
    ],
)
def test_unequal_in_value(one: str, other: str) -> None:
    assert not same_value(one, other, NAMES)


def test_the_numbers_of_a_sentence() -> None:
    found = quantities("On the third day, 15 of 30 members gave $1.5 million within seventy-two hours.")
    assert [(int(q.value), q.unit, q.ordinal) for q in found] == [
        (3, "", True),
        (15, "", False),
        (30, "", False),
        (1_500_000, "dollar", False),
        (259_200, "second", False),
    ]


def test_a_quantity_is_a_whole_text() -> None:
    found = quantity("three days")
    assert found is not None
    assert found == (Decimal(259_200), "second", False, Decimal(3))
    assert quantity("within three days") is None


def test_a_name_within_a_longer_name_may_be_spelt_otherwise() -> None:
    names = (("membership of the European Union",), ("European Union", "EU"))
    assert same_value("Its membership of the EU", "its membership of the European Union", names)
    assert not same_value("membership of the EU", "the EU", names)


def test_the_first_spellings_of_a_name_are_put_into_others_as_long_as_they_are_names() -> None:
    spellings = ("the Union", *(f"body {number}" for number in range(30)), "a " * 13)
    names = (("seat in the Union",), spellings)
    assert same_value("seat in body 18", "seat in the Union", names)
    assert not same_value("seat in body 29", "seat in the Union", names)
    assert same_value("body 29", "the Union", names)
    assert not same_value(f"seat in {'a ' * 13}", "seat in the Union", (names[0], (spellings[0], spellings[-1])))


def test_of_names_that_begin_alike_the_longest_is_meant() -> None:
    names = (("bell",), ("bell tower",), ("bell tower of Almond",), ("bell tower",))
    assert canonical("the bell tower of Almond and the bell tower and bell", names) == (
        "@2", "and", "the", "@1", "and", "@0"
    )  # fmt: skip


def test_the_longest_name_is_read() -> None:
    names = (("Ukraine",), ("Ukraine delegation", "the delegation of Ukraine"))
    assert canonical("Ukraine delegation", names) == canonical("the delegation of Ukraine", names)
    assert not same_value("Ukraine", "Ukraine delegation", names)


@given(strategies.any_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


@given(strategies.any_text, strategies.any_text, strategies.any_text)
def test_equality_is_one(one: str, other: str, third: str) -> None:
    assert same_value(one, one)
    assert same_value(one, other) == same_value(other, one)
    if canonical(one) == canonical(other):
        assert same_value(one, third) == same_value(other, third) or "-" in one + other + third


@given(strategies.any_text | _of_words, strategies.any_text | _of_words)
def test_what_surely_lacks_a_word_does_not_hold_the_text(whole: str, part: str) -> None:
    names = canonical_with(NAMES)
    held, sought = names.words(whole), names.words(part)
    if any(held[at : at + len(sought)] == sought for at in range(len(held) - len(sought) + 1)):
        assert not names.lacks(whole, part)


@given(st.lists(strategies.any_text | _of_words, max_size=5))
def test_what_surely_differs_means_different_things(texts: list[str]) -> None:
    names = canonical_with(NAMES)
    if len(set(map(names.words, texts))) < len(texts):
        assert not names.surely_differ(texts)


def test_a_look_is_enough_for_what_is_plainly_different() -> None:
    assert canonical_with(NAMES).surely_differ(["a ceasefire", "neutral status", "No agreement was reached."])
    assert not canonical_with(NAMES).surely_differ(["a ceasefire", "neutral status", "A ceasefire!"])


@given(_of_words | st.text("ax.-015kms", max_size=9))
@example("cites.c12")
@example("a.5 km")
def test_a_number_is_seen_at_a_look_too(text: str) -> None:
    assert quantities(text) == quantities(f"{text} é")  # a text beyond ASCII is always read whole


@given(st.integers(0, 10**12))
def test_digits_are_their_own_value(number: int) -> None:
    assert numeral(str(number)) == number == numeral(f"{number:,}")


@given(st.integers(0, 999_999))
def test_words_and_digits_are_equal(number: int) -> None:
    assert numeral(in_words(number)) == number
    assert same_value(f"{in_words(number)} days", f"{number} days")


def in_words(number: int) -> str:
    small = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
             "seventeen eighteen nineteen")  # fmt: skip
    tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    if number < 20:
        return small.split()[number]
    if number < 100:
        ten, rest = divmod(number, 10)
        return tens.split()[ten - 2] + (f"-{in_words(rest)}" if rest else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    count, rest = divmod(number, size)
    joint = " and " if rest < 100 else " "
    return f"{in_words(count)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")
