import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., Any]


def test_the_sentence_its_address_and_a_table_to_paste(ran: Start, course: Path) -> None:
    status, out, err = ran("cite", "three", "weeks", within=course)
    assert (status, err) == (0, "")
    assert out == (
        "# gazette:4\n"
        "#   The repair cost 4,000 crowns and took three weeks.\n"
        "[cites.three-weeks]\n"
        'source = "gazette"\n'
        'quote = "The repair cost 4,000 crowns and took three weeks."\n'
    )


def test_all_that_is_printed_is_toml(ran: Start, course: Path) -> None:
    _, out, err = ran("cite", "the bell of the harbour rang louder", within=course)
    assert len(tomllib.loads(out)["cites"]) > 1
    assert "no sentence says it in these words; the nearest stand above" in err


def test_nothing_near_is_no_failure(ran: Start, course: Path) -> None:
    status, out, err = ran("cite", "zqx", "qqz", within=course)
    assert (status, out) == (0, "")
    assert "no sentence comes near “zqx qqz”" in err
    assert json.loads(ran("cite", "zqx", "--json", within=course).out) == {"version": 1, "text": "zqx", "found": []}


def test_json_says_where_and_how_near(ran: Start, course: Path) -> None:
    (found,) = json.loads(ran("cite", "--json", "took three weeks", within=course).out)["found"]
    toml = found.pop("toml")
    assert found == {
        "address": "gazette:4",
        "source": "gazette",
        "sentences": [4],
        "text": "The repair cost 4,000 crowns and took three weeks.",
        "part": "sentence",
        "exact": True,
        "score": 100.0,
        "name": "took-three-weeks",
        "quote": "The repair cost 4,000 crowns and took three weeks.",
        "at": None,
    }
    assert tomllib.loads(toml)["cites"]["took-three-weeks"]["source"] == "gazette"


def test_a_heading_is_named_as_one(ran: Start, course: Path) -> None:
    _, out, _ = ran("cite", "Harbour bell rings again", within=course)
    assert out.startswith("# gazette (heading)\n#   Harbour bell rings again\n")
    assert 'part = "heading"' in out


def test_one_source_only(ran: Start, course: Path) -> None:
    assert "gazette:" in ran("cite", "the bell weighs", within=course).out
    assert "gazette:" not in ran("cite", "--source", "letter", "the bell weighs", within=course).out
    assert "letter:" in ran("cite", "--source", "letter", "the bell weighs", within=course).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cite"], "TEXT"),
        (["cite", "bell " * 401], "TEXT has 2005 characters; 2000 is the most that is looked for"),
        (["cite", "…"], "TEXT holds no word to look for"),
        (["cite", "bell", "--source", "gazete"], "there is no source “gazete”; did you mean “gazette”?"),
        (["cite", "bell", "--course", "."], "is no course"),
    ],
)
def test_what_cannot_be_looked_for(ran: Start, course: Path, arguments: list[str], said: str) -> None:
    status, out, err = ran("--course", str(course), *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_source_that_was_altered_is_not_cited(ran: Start, course: Path) -> None:
    letter = course / "seeds" / "letter.md"
    letter.write_text(letter.read_text(encoding="utf-8") + "\nThe bell weighs a ton.\n", encoding="utf-8")
    _, out, err = ran("cite", "the bell weighs a ton", within=course)
    assert "letter" not in out
    assert "seeds/letter.md has errors and cannot be cited" in err


def test_what_could_act_on_a_terminal_is_shown_and_quoted_by_nobody(ran: Start, course: Path) -> None:
    document = course / "report.txt"
    document.write_bytes(b"It rang\x1b[31m loudly over the whole of the town.")
    assert ran("new", "source", "report.txt", within=course).status == 0
    _, out, _ = ran("cite", "over the whole of the town", within=course)
    assert "\x1b" not in out
    assert "#   It rang\\u{1b}[31m loudly over the whole of the town." in out
    assert 'quote = "loudly over the whole of the town."' in out
