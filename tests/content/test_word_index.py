from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.content.word_index import WordIndex, begins_at, comparable

PIECES = st.sampled_from(["a", "ab", "b", "é", "Ø", "3", ",", "-", "'", "“", "_", " ", "  ", "ß", "म", "ि", "´", "İ"])
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def slowly(text: str, wanted: list[str]) -> bool:
    """Whether every word begins one of the text, looked for letter by letter; without letters only on their own."""
    form = comparable(text)
    words = [word for word in wanted if any(map(str.isalnum, word))] or wanted
    return all(begins_at(form, word, 0) >= 0 for word in words)


@given(texts=st.lists(TEXTS, max_size=6), query=TEXTS)
@example(texts=["nato-led talks", "nato, led", "natoled"], query="nato-le")
@example(texts=["don't", "do n't"], query="n't")
@example(texts=["a — b", "a b"], query="—")
def test_what_is_found_is_what_a_slow_look_finds(texts: list[str], query: str) -> None:
    wanted = comparable(query).split()
    assert WordIndex(texts).having(wanted) == [at for at, text in enumerate(texts) if slowly(text, wanted)]


@given(texts=st.lists(TEXTS, max_size=6), query=TEXTS)
def test_the_order_loses_nothing_and_doubles_nothing(texts: list[str], query: str) -> None:
    index, wanted = WordIndex(texts), comparable(query).split()
    found = index.having(wanted)
    assert sorted(index.whole_first(found, wanted)) == found


def test_words_next_to_each_other_come_first_then_whole_ones_then_the_order_of_the_texts() -> None:
    texts = ["oil lamplight", "lamp of oiled wood", "lamp and oil", "lamp oiled", "oil, then a lamp", "lamp oil"]
    index = WordIndex(texts)
    order = index.whole_first(index.having(["lamp", "oil"]), ["lamp", "oil"])
    assert [texts[at] for at in order] == [
        "lamp oil", "lamp oiled", "lamp and oil", "oil, then a lamp", "lamp of oiled wood", "oil lamplight",
    ]  # fmt: skip


def test_a_word_of_several_parts_comes_before_what_only_begins_so() -> None:
    texts = ["twenty-sixes", "twenty and six", "twenty-six"]
    index = WordIndex(texts)
    assert [texts[at] for at in index.whole_first(index.having(["twenty-six"]), ["twenty-six"])] == [
        "twenty-six", "twenty-sixes",
    ]  # fmt: skip


def test_words_of_any_script_are_known() -> None:
    assert WordIndex(["Київ і Moscow", "Erdoğan"]).vocabulary == ["erdogan", "moscow", "киів", "і"]
