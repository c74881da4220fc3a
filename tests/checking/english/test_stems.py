import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checking.english.stems import is_number, stem, stripped


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
        "Israeli Israelis",
        "analysis analyses",
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
        "pie pi",
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
