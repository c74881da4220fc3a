import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.statement import overlap, read
from quizapp.checking.words import is_number, stem, stripped


@pytest.mark.parametrize(
    "forms",
    [
        "reduce reduces reduced reducing reduction",
        "negotiate negotiators negotiations negotiating",
        "recognise recognized recognition",
        "Ukraine Ukrainian Ukrainians Ukraine's",
        "Russia Russian Russians",
        "Italy Italian",
        "Germany German",
        "guarantee guarantees guarantors guaranteed",
        "impartial impartiality",
        "stop stops stopped stopping",
        "mediate mediated mediator",
        "annexed annexation",
        "move moves moved moving movement",
        "party parties",
        "city cities",
        "vote votes voted voting",
        "say says said saying",
        "withdraw withdrew withdrawn withdrawal",
        "black blackness",
        "ordinary ordinarily",
        "run running runner",
        "cut cutting",
        "carry carried carries",
        "meet meeting meetings",
        "string strings",
        "virus viruses",
        "class classes",
        "quiz quizzes",
        "speech speeches",
        "polish polishes",
        "box boxes",
        "China Chinese",
        "Italy Italian Italians",
        "work worker workers",
        "rare rarely",
        "angry angrily",
        "move movements",
        "ability abilities",
        "history historical",
        "colony colonial colonies",
        "economy economic economics",
        "separate separation",
        "organise organize organisation organising",
        "colour color colours",
        "substance substances",
        "adhesive adhesives",
        "odour odor",
        "advice advise",
        "licence license",
        "produce production product",
        "Moscow's Moscow",
        "three 3",
        "4,000 4000",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "part party",
        "send sentence",
        "gain lose",
        "three four",
        "war was",
        "combat comb",
        "house horse",
        "mention men",
        "string str",
        "bus bu",
        "pass past",
        "fact face",
        "tract trace",
        "price prise",
        "tour tore",
        "tsar tsa",
        "basis bas",
        "seven seventh",
    ],
)
def test_different_words_have_different_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == len(words.split())


@given(st.text(min_size=1, max_size=20))
def test_any_word_has_a_stem_that_case_does_not_change(word: str) -> None:
    assert stem(word) == stem(word.casefold())


def test_a_prefix_that_denies_is_told_from_one_that_does_not() -> None:
    assert stripped("unmentioned") == "mentioned"
    assert stripped("until") is None
    assert stripped("united") is None


def test_numbers_have_stems_of_their_own() -> None:
    assert is_number(stem("twelve"))
    assert not is_number(stem("second"))


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
        ("They ruled it out", [("ruled", "ruled")]),
        ("It was hard to hear", []),
        ("They hardly heard it", [("hardly", "hardly heard")]),
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
    ],
)
def test_what_is_measured(text: str, measures: list[str]) -> None:
    assert [sign.kind for sign in read(text).measures] == measures


def test_what_is_hedged() -> None:
    assert [(sign.text, sign.head) for sign in read("The fog may last.").hedges] == [("may", stem("last"))]


def test_overlap_is_a_share_of_what_is_wanted() -> None:
    assert overlap(["a", "b"], ["b", "c"]) == 0.5
    assert overlap([], ["a"]) == 1
