"""A number in a key is unsupported if its sentence surely states another, and only then."""

from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.checking.english.numbers import bound, claimed, keeps_within, shown
from quizapp.checking.english.romans import written_otherwise
from quizapp.diagnostics import Severity
from tests.checking.asking import all_supported, found_in, said_of

ELSEWHERE = "The Gazette of Rye has more to say of the mill, of its wheel and of those who work there every day.\n"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("3.5 %", "Only 3½ per cent live."),
        ("Two and a half cups", "Take 2 1/2 cups of flour."),
        ("½ tsp", "Add 1/2 tsp of salt."),
        ("1/3", "It lost a third of it."),
        ("2/3 of them", "About two-thirds of the seedlings die."),
        ("1/4", "One in four uses it."),
        ("1/2 pint", "Add half a pint."),
        ("Three quarters of a pound", "Take 3/4 of a pound of butter."),
        ("Six", "Half a dozen came."),
        ("Six", "There were half a dozen"),
        ("In 1815", "It was so in 1814-15."),
        ("30 minutes", "It took half an hour."),
        ("Fifteen minutes", "Three quarters of an hour late, or a quarter of an hour early."),
        ("1.5 hours", "It took an hour and a half."),
        ("1,500,000", "A million and a half came."),
        ("$10,000", "The fine is the rent or $10,000, whichever is lower."),
        ("1.2 million pounds", "They paid £1.2m for him."),
        ("Five million people", "It has 5m people."),
        ("3.4 billion euros", "It cost €3.4bn."),
        ("250 grams", "It weighs 250g."),
        ("0.25 kg", "It weighs 250 grams."),
        ("180 degrees", "Bake at 180°C."),
        ("Fourteen days", "It was due within a fortnight."),
        ("Sixty minutes", "It took an hour."),
        ("Twice: two times", "He scored twice."),
        ("50 percent", "Half of them left."),
        ("In the nineteen-nineties", "It was so in the 1990s."),
        ("In the 1990s", "It fell in 1994."),
        ("In the 1990s", "It fell in the nineties."),
        ("14.5.2015", "It was published on 14 May 2015."),
        ("2015-05-14", "It was published on 14 May 2015."),
        ("5/14/2015", "It was published on 14 May 2015."),
        ("At 3:15 p.m.", "It was 38.5°C at 3.15pm."),
        ("Seven and forty-five minutes", "It came at a quarter to eight."),
        ("19:45", "It came at a quarter to eight."),
        ("From 22:00 to 05:00", "No lamp is lit between 10 p.m. and 5 a.m."),
        ("At 00:30", "It rang at 12.30 a.m."),
        ("At 10.15 p.m.", "It rang at 22:15."),
        ("1/8", "Roughly 1 in every 8 cycles."),
        ("50%", "Here one in two cycles."),
        ("30%", "It leaked in 3 in 10."),
        ("70 percent", "Seven out of every ten leaked."),
        ("World War Two", "World War II was over."),
        ("Section 5", "It stands in section V of the law."),
        ("39 articles", "It ends with article XXXIX."),
        ("24 of them", "It is told in chapter XXIV."),
        ("Act 4", "It is told in Act IV, scene IX."),
        ("In the nineteen-twenties", "It was so in 1924."),
        ("In the 1820s", "It was so in the twenties."),
        ("0.5", "It lost 1/2 of it."),
        ("100,000 men", "They sent 100k men."),
        ("3 of them", "It has tripled."),
        ("One day", "It costs 3 crowns a day."),
        ("3/5", "Three fifths of it."),
        ("60 seconds", "It took 1 minute."),
        ("3 times", "The 3 were lost."),
        ("-40 degrees", "It was 40 below zero."),
        ("40 degrees below zero", "It fell to -40 °C."),
        ("Forty below zero", "It fell to minus 40 degrees Celsius."),
        ("1.20 euros", "It cost 1 euro 20 at the door."),
        ("5 euros", "It cost 5 euros 20 years ago."),
        ("1 euro 20", "It cost €1.20."),
        ("1 euro 20", "It cost 1 euro and 20 cents."),
        ("$0.50", "It cost 50 cents."),
        ("50 cents", "It cost $0.50."),
        ("20 pence", "It cost £0.20."),
    ],
)
def test_a_number_in_another_form_is_supported(key: str, sentence: str) -> None:
    assert claimed(key)
    assert all_supported(key, sentence)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("2½ cups", "Take 2 cups of flour."),
        ("1/3", "It lost a quarter of it."),
        ("1/3 of them", "About two-thirds of the seedlings die."),
        ("1/5", "One in four uses it."),
        ("½ tsp", "Add ¼ tsp of salt."),
        ("20 minutes", "It took half an hour."),
        ("$1,000", "The fine is the rent or $10,000, whichever is lower."),
        ("12 million pounds", "They paid £1.2m for him."),
        ("300g", "It weighs 250g."),
        ("0.3 kg", "It weighs 250 grams."),
        ("In the 1980s", "It was so in the 1990s."),
        ("In the 1980s", "It fell in 1994."),
        ("15.5.2015", "It was published on 14 May 2015."),
        ("2014-05-14", "It was published on 14 May 2015."),
        ("40 percent", "Half of them left."),
        ("World War Three", "World War II was over."),
        ("In the 1990s", "It fell in the 1890s."),
        ("In the 2020s", "It was so in 1924."),
        ("In the 1990s", "The track is 1994 metres long."),
        ("In the 1990s", "It fell in the eighties."),
        ("Eleven", "It is told in Act IX."),
        ("Six", "It is told in Act IV."),
        ("Four", "Its clock has IIII for the hour."),
        ("Fifty", "It is marked XXXX, or XVX."),
        ("Ten", "X marks the spot."),
        ("25 percent", "One in zero."),
        ("200 percent", "He came 4 in 2 months."),
        ("30 percent", "It leaked in 3 of 11."),
        ("3 minutes", "It took 3 hours."),
        ("-40 degrees", "It was 40 above zero."),
        ("40 degrees", "It was 40 below zero."),
        ("1.20 euros", "It cost 1 euro 30."),
        ("1 euro 20", "It cost 5 euros 20 years ago."),
        ("$0.50", "It cost 5 cents."),
        ("50 cents", "It cost $5."),
    ],
)
def test_another_number_is_not(key: str, sentence: str) -> None:
    assert not all_supported(key, sentence)


@pytest.mark.parametrize(
    ("prompt", "answer", "sentence", "codes"),
    [
        ("Who counted the cases?", "Doctors", "Doctors of the WHO counted the cases.", set()),
        ("May the tenant stay in it?", "Yes, for a year", "In May the tenant left; yes, he was there a year.", set()),
        ("Which king built it?", "Louis the Fourteenth", "It was Louis XIV who built it, a king.", set()),
        ("Which king built it?", "Louis the Fifteenth", "It was Louis XIV who built it, a king.", {"QZ322"}),
        ("What fell, in Ukrainian ports?", "Exports", "Ukraine’s exports fell in its ports.", set()),
        ("When was it hot?", "On 3 November", "It was hot on Friday 3 Nov and cold after.", set()),
        ("When was it hot?", "On 3 December", "It was hot on Friday 3 Nov and cold after.", {"QZ322", "QZ407"}),
        ("Who says so?", "Colonel Njoroge", "So says Lt. Col. Njoroge of the army.", set()),
        ("How many bytes does a frame hold?", "1500 bytes", "A frame holds 1,500 bytes.", set()),
    ],
)
def test_only_what_is_certain_is_an_error(
    tmp_path: Path, prompt: str, answer: str, sentence: str, codes: set[str]
) -> None:
    question = f'type = "choice"\nprompt = "{prompt}"\nanswer = "{answer}"\ndistractors = ["None of it", "Others"]'
    found = said_of(tmp_path, ELSEWHERE + sentence, question, 2)
    assert found & {"QZ321", "QZ322", "QZ326", "QZ407"} == codes


def test_in_another_language_names_and_numbers_are_for_a_person_to_read(tmp_path: Path) -> None:
    german = "Das Haus hat der Meister mit seinen Leuten in zwei Sommern gebaut und dann nie mehr verkauft."
    question = 'type = "choice"\nprompt = "Was baute der Mann?"\nanswer = "Ein Gebäude"\ndistractors = ["Nichts", "Ja"]'
    found = found_in(tmp_path, german, question, 1)
    assert {finding.diagnostic.rule.code for finding in found} >= {"QZ322", "QZ326"}
    assert not [finding for finding in found if finding.diagnostic.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("One of them came first, in the nineties.", []),
        ("One hour", ["1"]),
        ("It came third, with 3 more", ["3"]),
        ("In the 1990s and the nineteen-eighties", ["1980s", "1990s"]),
        ("It took 3 hours 20 men came", ["20", "3"]),
        ("It took 3 percent 20 men came", ["20", "3"]),
        ("Less than half an hour", []),
        ("Less than half an hour, but not 1 hour", ["1"]),
        ("1000s of men", []),
        ("It took about three quarters of an hour", []),
        ("Half an hour", ["0.5"]),
        ("Less than half of it, or 0.5", ["0.5"]),
        ("Nearly half a day, then 3 days and 12 hours", ["12", "3"]),
        ("4,000 crowns for 1.50 metres", ["1.5", "4000"]),
        ("1/3 or 2/3", ["1/3", "2/3"]),
        ("$2.0 million", ["2000000"]),
        ("In the 1990s it rang for 5; 200 men came", ["1990s", "200", "5"]),
        ("In the 21st century, his third century of the season", ["21st century"]),
        ("It rang at 5. 200 men came at 6. 30 of them stayed", ["200", "30", "5", "6"]),
    ],
)
def test_what_a_text_is_held_to(text: str, numbers: list[str]) -> None:
    assert sorted(map(shown, claimed(text))) == numbers


@pytest.mark.parametrize(
    ("text", "measure", "number", "unit"),
    [
        ("less than a quarter of an hour", "less than", 900, "second"),
        ("It took less than half an hour", "less than", 1800, "second"),
        ("at least three quarters of an hour", "at least", 2700, "second"),
        ("at least 2 days and 3 hours", "at least", 172800, "second"),
        ("at least two and at least three", "at least", 2, ""),
        ("at most twenty five men", "at most", 25, ""),
        ("more than 3 per cent", "more than", 3, "percent"),
    ],
)
def test_the_number_that_is_a_limit(text: str, measure: str, number: int, unit: str) -> None:
    found = bound(text, measure)
    assert found is not None
    assert found[:2] == (Decimal(number), unit)


@pytest.mark.parametrize(
    "text", ["more than the third", "more than third place", "more than before, by two", "two days"]
)
def test_not_every_measure_is_a_limit(text: str) -> None:
    assert bound(text, "more than") is None


@pytest.mark.parametrize(
    ("kind", "limit", "sentence", "kept"),
    [
        ("at least", "3 days", "It took three days.", True),
        ("at least", "3 days", "It took 71 hours.", False),
        ("at most", "3 days", "It took 72 hours.", True),
        ("at most", "3 days", "It took four days.", False),
        ("more than", "3 days", "It took three days.", False),
        ("more than", "3 days", "It took four days.", True),
        ("less than", "3 days", "It took three days.", False),
        ("less than", "3 days", "It took 2 days, or 4 days.", True),
        ("less than", "3 days", "It was 2 metres long.", None),
        ("less than", "3 men", "It was the second.", None),
        ("nearly", "3 days", "It took 2 days.", None),
    ],
)
def test_what_keeps_within_a_limit(kind: str, limit: str, sentence: str, kept: bool | None) -> None:
    (number,) = claimed(limit)
    assert keeps_within(kind, number, [sentence]) is kept


@pytest.mark.parametrize(
    ("word", "other"),
    [("XIV", "fourteenth"), ("XIV", "14"), ("Second", "ii"), ("2nd", "two"), ("One", "i"), ("39", "xxxix")],
)
def test_a_number_in_a_name_has_other_forms(word: str, other: str) -> None:
    assert other in written_otherwise(word)


def test_nothing_is_no_part_of_a_fraction() -> None:
    assert claimed("1\u20440 of them") == ()
    assert claimed("1\u20442 of them")


@pytest.mark.parametrize("word", ["Zero", "Forty", "2.5", "day", "Tom", "IIII", "percent"])
def test_what_is_no_number_of_a_king_has_none(word: str) -> None:
    assert not written_otherwise(word)
