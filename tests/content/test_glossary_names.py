"""The glossary's names in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.glossary_names import GlossaryNames
from quizapp.text.fold import fold
from tests.strategies import glossary_of

GLOSSARY = glossary_of(
    ("Ada Brandt", "Brandt", "Ada"), ("the lens", "lens"), ("Brandt", "lamp-room"), ("O’Dea",), ("...", "…")
)
NAMES = GlossaryNames(GLOSSARY.entries)
SPELLED = {entry.id: {fold(name) for name in (entry.name, *entry.aliases)} for entry in GLOSSARY.entries}
_PIECES = "Ada Brandt Ada\u00adBrandt brandt the The lens Lens lens’s Brandt's lamp‑room lamp O'Dea … , “ \n".split(" ")
texts = st.tuples(st.lists(st.sampled_from(_PIECES), max_size=8), st.sampled_from([" ", "  ", "", "-"])).map(
    lambda drawn: drawn[1].join(drawn[0])
)


@given(texts)
def test_what_is_found_is_a_name_of_its_entry_and_stands_behind_what_was_found_before(text: str) -> None:
    after = 0
    for span, entry in NAMES.find(text):
        assert after <= span.start < span.end
        after = span.end
        said = fold(text[span.start : span.end])
        assert said in SPELLED[entry.id] or (said[0].lower() + said[1:]) in SPELLED[entry.id]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Brandt and Ada, Brandt’s sister", ["Ada Brandt", "Ada", "Brandt"]),
        ("…So “Ada\u00ad  Brandt” rang", ["Ada\u00ad  Brandt"]),
        ("The lens of the lens, lens’s", ["The lens", "the lens", "lens"]),
        ("the lens's lamp‑room", ["the lens", "lamp‑room"]),
        ("Ada Brundt in the lenses", ["Ada"]),
        ("THE LENS, ada, Adas, Ada-Brandt, lampless", []),
        ("O'Dea and O’Dea’s", ["O'Dea", "O’Dea"]),
        ("Brandt\u0301, Brandt\u0301s Ada", ["Ada"]),
        ("... …", []),
        ("", []),
    ],
)
def test_names_in_prose(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span, _ in NAMES.find(text)] == found


def test_a_name_of_two_is_the_first_ones() -> None:
    assert [entry.id for _, entry in NAMES.find("Brandt’s lamp-room")] == ["e0", "e2"]
