"""Numbers in forms that say them in other words: times of day, centuries, powers of ten, units, shares, dates."""

import pytest

from quizapp.checking.english.numbers import claimed
from tests.checking.asking import all_supported


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("3.11.1847", "She was born on 3 November 1847."),
        ("1847-11-03", "She was born on 3 Nov 1847."),
        ("0.3 ‰", "It has a salinity of 0.3 per mille."),
        ("2.8 points", "It slipped by 2.8 percentage points."),
        ("Half a mile", "Walk ½ mile."),
        ("100 mg", "It weighs 0.1 g."),
        ("50 pence", "It cost £0.50."),
        ("90 grams", "They weigh between 90 and 130 g."),
        ("20%", "It takes one patient out of five longer."),
        ("2 per cent", "About one egg in fifty survives."),
        ("1.2 million", "There are about 1.2 × 10⁶ of them."),
        ("0.000000025", "The rate is 2.5 × 10⁻⁸ a year."),
        ("Once in two years", "They spawn every other year."),
        ("Every 2 days", "Walk every second day."),
        ("1893 to 1895", "It was restored in 1893-95."),
        ("1893-95", "It was restored from 1893 to 1895."),
        ("In 2025", "It is to ease in the 2024/25 season."),
        ("6.47 a.m.", "It left at thirteen minutes to seven."),
        ("At 18:47", "It left at thirteen minutes to seven."),
        ("Thirteen minutes to seven", "It left at 6.47 a.m."),
        ("Thirteen minutes", "It left at thirteen minutes to seven."),
        ("Half past six", "It left at 6:30."),
        ("A quarter to 7", "It left at 6:45."),
        ("1.20 euros", "It cost one euro twenty."),
        ("One euro twenty-five", "It cost €1.25."),
        ("In the 20th century", "It was found in 1904."),
        ("In the nineteenth century", "It was built in the 1830s."),
        ("In the 17th century", "It is of the 17th and 18th centuries."),
        ("In the 1800s", "It hung there for most of the 19th century."),
        ("In the 1800s", "It burnt in 1893."),
    ],
)
def test_a_number_in_other_words_is_supported(key: str, sentence: str) -> None:
    assert claimed(key)
    assert all_supported(key, sentence)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("3.12.1847", "She was born on 3 November 1847."),
        ("1847-12-03", "She was born on 3 November 1847."),
        ("0.3 %", "It has a salinity of 0.3 per mille."),
        ("2.8 per cent", "It slipped by 2.8 percentage points."),
        ("2.8 percentage points", "It fell by 2.8 per cent."),
        ("4 mg", "Take up to 4 g a day."),
        ("Three kilometres", "It is three miles long."),
        ("9.75 pounds", "It pays 9.75 pence a share."),
        ("25%", "It takes one patient out of five longer."),
        ("106 of them", "There are about 1.2 × 10⁶ of them."),
        ("12 million", "There are about 1.2 × 10⁶ of them."),
        ("250,000,000", "The rate is 2.5 × 10⁻⁸ a year."),
        ("Once in three years", "They spawn every other year."),
        ("1894-95", "It was restored in 1893-95."),
        ("7.13 a.m.", "It left at twelve minutes to seven."),
        ("Twelve minutes to seven", "It left at 6.47 a.m."),
        ("Seven minutes", "It took thirteen minutes to seven hours."),
        ("One euro thirty", "It cost €1.20."),
        ("In the 19th century", "It was found in 1904."),
        ("In the 19th century", "It is of the 17th and 18th centuries."),
        ("In 1805", "It hung there for most of the 19th century."),
        ("In the 1700s", "It hung there for most of the 19th century."),
    ],
)
def test_another_number_is_not(key: str, sentence: str) -> None:
    assert not all_supported(key, sentence)
