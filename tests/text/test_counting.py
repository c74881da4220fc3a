import pytest

from quizapp.text.counting import counted


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ("lesson",), "0 lessons"),
        (1, ("lesson",), "1 lesson"),
        (2, ("lesson",), "2 lessons"),
        (1, ("entry", "entries"), "1 entry"),
        (3, ("entry", "entries"), "3 entries"),
    ],
)
def test_one_is_one_and_all_else_are_many(number: int, nouns: tuple[str, ...], words: str) -> None:
    assert counted(number, *nouns) == words
