"""Honest questions in the words of good teachers: nothing but what is named is found in them, by any rule."""

from pathlib import Path

import pytest

from tests.checking.asking import REST, choice, said_of


@pytest.mark.parametrize(
    ("sentence", "question", "codes"),
    [
        (
            "The slipway had the moorings of a Norwegian ferry company.",
            choice(
                "Whose moorings were there?", "A ferry company from Norway", "A big one from Almond", "A mill of Rye"
            ),
            set(),
        ),
        (
            "Her Ballad, Op. 31, was given in Turin; of her two symphonies the First had to wait.",
            choice("What is the opus number of her Ballad?", "Opus 31", "Opus 32", "Opus 13"),
            set(),
        ),
        (
            "Of her two symphonies the First was heard in Leipzig, where she lived.",
            choice("Where was the First Symphony heard?", "In Leipzig", "In Rome", "In Rye"),
            set(),
        ),
        (
            "The Trustees must pay four-fifths of the costs.",
            choice("What share of the costs must the Trustees pay?", "Four-fifths", "All of them", "One third"),
            set(),
        ),
        (
            "Before 1556 he entered the service of Ferdinand I in Prague.",
            choice("Where did he serve?", "In Prague", "In Rome", "In Rye"),
            set(),
        ),
        (
            "According to Karel van Mander, who is not always reliable, Verhaeren kept a tame lynx.",
            'type = "boolean"\nprompt = "According to Karel van Mander, Verhaeren kept a lynx."\nanswer = true',
            set(),
        ),
        (
            '"The hands," she wrote, "are old."',
            'type = "boolean"\nprompt = "She wrote “The hands are old”."\nanswer = true',
            set(),
        ),
        (
            "It was damaged in a war and restored in 1893-95.",
            choice("When was it restored?", "1893 to 1895", "1618 to 1648", "1703 to 1705"),
            set(),
        ),
        (
            "He died in the autumn of 1568, nine years before his widow.",
            choice("When did his widow die?", "1577", "1559", "1566", more='level = "understand"'),
            {"QZ321"},  # a note: it is worked out
        ),
        (
            "His last work, the Altar of the Four Rivers, is in Rome.",
            choice("How many rivers has the altar in its name?", "Four", "Three", "Five"),
            set(),
        ),
        (
            "Walk every day, starting with half a mile and adding a little each time.",
            choice("How far does one walk at first?", "Half a mile", "Two miles", "Six miles"),
            set(),
        ),
        (
            "The lease had the Trustees dredge the channel to not less than 2.4 metres.",
            choice("How deep was the channel to be, by the lease?", "At least 2.4 m", "Exactly 2.4 m", "Exactly 1.6 m"),
            set(),
        ),
        (
            "The symphony was turned down by Vienna and was not heard until 1911.",
            choice("When was the symphony first heard?", "In 1911", "In 1874", "In 1882"),
            {"QZ343"},
        ),
        (
            "The letters were left to her pupil on condition that none be printed before 1950.",
            'type = "boolean"\nprompt = "The letters could be printed from 1950 on."\nanswer = true',
            set(),
        ),
        (
            "Unless the parties apply to the court, the order takes effect on 12 April.",
            choice("When does the order take effect if the parties do not apply?", "On 12 April", "In May", "At once"),
            set(),
        ),
        (
            "Apply ice for 15 minutes twice a day, never directly on the skin.",
            choice(
                "How long does one apply ice at a time?", "For a quarter of an hour", "For an hour", "For two hours"
            ),
            set(),
        ),
        (
            "The Trustees must pay four-fifths of the costs of the trial.",
            choice("What share of the costs must the Trustees pay?", "Four fifths", "One fifth", "Two fifths"),
            set(),
        ),
        (
            "The board said that it did not plan to close any bakery.",
            'type = "boolean"\nprompt = "The board announced that it planned to close a bakery."\nanswer = false',
            set(),
        ),
    ],
    ids=str,
)
def test_nothing_else_is_found(tmp_path: Path, sentence: str, question: str, codes: set[str]) -> None:
    assert said_of(tmp_path, sentence + REST, question, 1) == codes
