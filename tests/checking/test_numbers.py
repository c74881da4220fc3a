"""A number in a key is unsupported if its sentence surely states another, and only then."""

from pathlib import Path

import pytest

from quizapp.checking.numbers import claimed, supported
from quizapp.diagnostics import Severity
from tests.checking.asking import found_in, said_of

ELSEWHERE = "The Gazette of Rye has more to say of the mill, of its wheel and of those who work there every day.\n"


def _all_supported(key: str, sentence: str) -> bool:
    return all(supported(number, [sentence]) for number in claimed(key))


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
        ("1/8", "Roughly 1 in every 8 cycles."),
        ("50%", "Here one in two cycles."),
        ("World War Two", "World War II was over."),
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
    assert _all_supported(key, sentence)


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
        ("-40 degrees", "It was 40 above zero."),
        ("40 degrees", "It was 40 below zero."),
        ("1.20 euros", "It cost 1 euro 30."),
        ("1 euro 20", "It cost 5 euros 20 years ago."),
        ("$0.50", "It cost 5 cents."),
        ("50 cents", "It cost $5."),
    ],
)
def test_another_number_is_not(key: str, sentence: str) -> None:
    assert not _all_supported(key, sentence)


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
