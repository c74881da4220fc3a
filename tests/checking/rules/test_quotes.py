"""Whether a quote shows enough of its sentence, in what an author is told."""

from pathlib import Path

import pytest

from tests.checking.asking import found_in

NIGHT = """
Ellen Marsh, who kept the ferry, said that the lamp had burned all night.
The shop was not closed on Monday, and it was closed on Tuesday.
The council never opened the gate in the war, rather it shut the lock.
Reed and Orton said that the pier was sound.
So she said.
Colonel Hugo Brack, R.E., who came from Rye, said that the lock was broken.
"""


def _told(folder: Path, code: str, cited: int, *quotes: str) -> list[tuple[str, tuple[str | int, ...] | None]]:
    """What is told of further quotes of a question, with the place of each."""
    context = ", ".join(f'{{ source = "gazette", quote = "{quote}" }}' for quote in quotes)
    question = f'type = "boolean"\nprompt = "In the Gazette it was so."\nanswer = true\ncontext = [{context}]'
    found = [finding.diagnostic for finding in found_in(folder, NIGHT, question, cited)]
    return [(one.message, one.location.path[2:] if one.location else None) for one in found if one.rule.code == code]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("shop", "The quote has 1 word; gazette:2 has more."),
        ("not closed", "The quote has 2 words; gazette:2 has more."),
        ("closed on Monday", "The quote has 3 words; gazette:2 has more."),
        ("it was closed on", ""),
        ("So she said.", ""),  # the whole sentence
        ("So she said", "The quote has 3 words; gazette:5 has more."),
    ],
)
def test_a_short_quote(tmp_path: Path, quote: str, told: str) -> None:
    assert _told(tmp_path, "QZ310", 1, quote) == ([(told, ("context", 0))] if told else [])


@pytest.mark.parametrize(
    ("cited", "quotes", "left_out"),
    [
        (2, ("that the lamp had burned all night",), "“Marsh”, who says it,"),
        (2, ("Ellen Marsh, who kept the ferry",), ""),
        (1, ("The shop was not closed on Monday",), ""),
        (1, ("and it was closed on Tuesday",), "“not”"),
        (1, ("opened the gate in the war",), "“never”"),
        (1, ("The council never opened the gate",), "“rather”"),
        (1, ("The council never opened the gate", "in the war, rather it shut"), ""),
        (1, ("the gate in the war, rather it shut", "The council never opened"), ""),
        (1, ("The council never", "rather it shut the lock"), ""),
        (1, ("said that the pier was sound",), "“Orton”, who says it,"),
        (1, ("Orton said that the pier was sound",), ""),
        (3, ("The shop was not closed on Monday",), ""),
        (1, ("said that the lock was broken",), "“Hugo Brack”, who says it,"),
    ],
)
def test_what_a_quote_leaves_out(tmp_path: Path, cited: int, quotes: tuple[str, ...], left_out: str) -> None:
    told = _told(tmp_path, "QZ311", cited, *quotes)
    assert [message.partition(" of gazette")[0] for message, _ in told] == (
        [f"The quote leaves out {left_out}"] if left_out else []
    )
    assert all(path == ("context", 0) for _, path in told)
