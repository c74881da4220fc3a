"""A text as the rules of wording see it: what in it is denied, measured or hedged."""

import pytest

from quizapp.checking.english.statement import overlap, read
from quizapp.checking.english.stems import stem


def _denied(text: str) -> list[tuple[str, str]]:
    return [(sign.text, sign.phrase) for sign in read(text).negations]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bell does not ring.", [("not", "not ring")]),
        ("It didn’t ring.", [("didn't", "didn't ring")]),
        ("No one asked the people.", [("no", "no one asked")]),
        ("neither eat nor drink", [("neither", "neither eat"), ("nor", "nor drink")]),
        ("A no-fly zone", []),
        ("No fewer than ten were lost", []),
        ("Hospital No. 2 was hit", []),
        ("Whether or not it rings", []),
        ("The unmentioned bell", [("unmentioned", "unmentioned")]),
        ("They refused to ring it", [("refused", "refused to ring")]),
        ("Miss Orton heard the bell", []),
        ("A rule of the harbour", []),
        ("They ruled it out", [("ruled", "ruled it out")]),
        ("It was hard to hear", []),
        ("They hardly heard it", [("hardly", "hardly heard")]),
        ("Against the wind", [("against", "against the wind")]),
        ("A non-stop bell", [("non", "non stop"), ("stop", "stop bell")]),
        ("Hospital no.2 was hit", []),
        ("No-one came, and no-fly zones", [("no", "no one came")]),
        ("It rang without", [("without", "without")]),
        ("They can’t", [("can't", "can't")]),
        ("They ruled out a sale and ruled on it", [("ruled", "ruled out a sale")]),
        ("No doubt it rang; it did not stop", [("not", "not stop"), ("stop", "stop")]),
        ("THEY DID NOT RING", [("not", "not ring")]),
        ("MISS", [("miss", "miss")]),
        ("Not less than 2.4 metres, and no later than May", []),
        ("They barely slept, not quite an hour", [("barely", "barely slept")]),
        ("Unless they apply, it holds", [("unless", "unless they apply")]),
        ("He left the question open", [("left", "left the question")]),
        ("All are here, apart from that of Rye", [("apart", "apart from that of rye")]),
        ("Apart from what others did", []),
        ("She doubts it, no doubt", [("doubts", "doubts it")]),
        ("Add it last, not before, or it curdles", [("not", "not before")]),
    ],
)
def test_what_is_denied(text: str, denied: list[tuple[str, str]]) -> None:
    assert _denied(text) == denied


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("It is not Calder's bell", ["bell"]),
        ("No one knows what the bell weighs", ["know"]),
        ("It failed because the rope broke", []),
        ("It failed to ring", ["ring"]),
        ("It failed, as the rope broke", ["rope", "broke"]),
        ("It failed to ring because the rope broke", ["ring"]),
        ("The failure of the bell", ["bell"]),
        ("Will it fail", []),
        ("It was not. The bell rang", []),
        ("It was not; the bell rang", []),
        ("Was it not? The bell rang", []),
        ("It was not! The bell rang", []),
        ("It was not (the bell) that rang", ["bell"]),
        ("not the old harbour bell of Rye", ["old", "harbour", "bell"]),
        ("not the bell but the rope", ["bell"]),
        ("not the bell, the rope", ["bell"]),
        ("It was heard by no one", ["heard"]),
        ("Four old keepers heard it and rang it by no one", ["rang", "heard", "keeper"]),
        ("It rang by unheard hands", ["heard"]),
        ("He stood by and did not ring", ["ring"]),
        ("The unmentioned bell", ["mentioned"]),
    ],
)
def test_what_a_denial_is_about(text: str, about: list[str]) -> None:
    assert [word for sign in read(text).negations for word in sign.about] == [stem(word) for word in about]


def test_a_negation_reaches_to_the_end_of_its_clause() -> None:
    statement = read("It is not a real withdrawal, Kirby said.")
    assert statement.denies(stem("withdrawal"))
    assert not statement.denies(stem("Kirby"))
    assert statement.affirms(stem("Kirby"))
    assert not statement.affirms(stem("withdrawal"))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("at least three weeks", ["at least"]),
        ("nearly two weeks", ["nearly"]),
        ("about twenty men", ["about"]),
        ("a book about men", []),
        ("over 300 kilograms", ["more than"]),
        ("over the harbour", []),
        ("How many bells", []),
        ("How often it rang", []),
        ("not only the bell", ["not only"]),
        ("Some boats and several men", ["some", "some"]),
        ("no more than ten", ["at most"]),
        ("About how many men came?", ["about"]),
        ("How many came, about?", ["about"]),
        ("By how many, about, was it beaten?", ["about"]),
        ("What did he speak about?", []),
        ("About whom did he speak?", []),
        ("He asked about how it rang", []),
        ("some 20 men", ["about"]),
        ("around five, above six, below seven, under 8", ["about", "more than", "less than", "less than"]),
        ("They go about", []),
        ("It rang all over the harbour", ["all"]),
        ("How few bells, how little, how much", []),
        ("How exactly it rang, how close to the quay", []),
        ("Exactly how it rang, close to 20 times", ["exactly", "nearly"]),
        ("How all bells ring", ["all"]),
        ("How often some of them ring", ["some"]),
        ("few, much and little", ["few", "many", "few"]),
        ("one of the most often heard", ["one of", "most", "often"]),
        ("a number of men in excess of ten", ["some", "more than"]),
        ("none of the boats for the most part", ["none", "most"]),
    ],
)
def test_what_is_measured(text: str, measures: list[str]) -> None:
    assert [sign.kind for sign in read(text).measures] == measures


def test_what_a_measure_is_said_of() -> None:
    assert [(sign.text, sign.about) for sign in read("At least 20 men saw some 30 boats; the first bell").measures] == [
        ("at least", (stem("20"), stem("men"), stem("saw"))),
        ("some", (stem("30"), stem("boats"))),
        ("first", (stem("bell"),)),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It does not ring", [("explicit", False)]),
        ("No bell, and it failed", [("explicit", True), ("implicit", False)]),
        ("They ruled it out", [("implicit", False)]),
        ("Unheard by the keeper", [("implicit", True)]),
    ],
)
def test_how_it_is_denied(text: str, kinds: list[tuple[str, bool]]) -> None:
    assert [(sign.kind, sign.leads) for sign in read(text).negations] == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. men of the WHO had 3.5 tonnes", ["us", "men", "who", "3.5", "tonnes"]),
        ("THE MEN OF THE WHO", ["men"]),
        ("Who’s there, at 7? I, P.", ["7"]),
        ("Hale’s bell – the old_one", ["hale's", "bell", "old"]),
        ("It will not ring", ["ring"]),
    ],
)
def test_the_words_of_content(text: str, words: list[str]) -> None:
    assert list(read(text).words) == words


def test_numbers_are_not_of_its_content() -> None:
    assert read("Twelve bells rang 3 times").content == {stem("bells"), stem("rang"), stem("times")}


def test_what_is_hedged() -> None:
    assert [(sign.text, sign.head) for sign in read("The fog may last.").hedges] == [("may", stem("last"))]


def test_overlap_is_a_share_of_what_is_wanted() -> None:
    assert overlap(["a", "b"], ["b", "c"]) == 0.5
    assert overlap([], ["a"]) == 1
