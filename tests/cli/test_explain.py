"""`explain`: one rule, or all of them."""

from collections.abc import Callable
from typing import Any

import pytest

from quizapp.diagnostics import CATALOGUE, Severity

Start = Callable[..., Any]


@pytest.mark.parametrize("word", ["QZ301", "qz301", "quote-not-found", "Quote-Not-Found", " QZ301 "])
def test_a_rule_is_named_by_code_or_name(ran: Start, word: str) -> None:
    status, out, err = ran("explain", word)
    assert (status, err) == (0, "")
    assert out.startswith("QZ301 quote-not-found (error)\n\nA quote stands verbatim in the source it names.\n")
    assert "\nWhat it finds\n" in out
    assert '\nExample\n    [cites.cast]\n    quote = "It was cast in 1871 by the sisters Venn."\n' in out
    assert "\nRepair\n" in out


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_rule_is_explained(ran: Start, code: str) -> None:
    status, out, _ = ran("explain", code)
    rule = CATALOGUE[code]
    assert status == 0
    assert out.startswith(f"{code} {rule.name} ({rule.severity})\n\n{rule.summary}\n\nWhat it finds\n")
    assert (f'allow = [{{ rule = "{code}", because = "…" }}]' in out) == code.startswith(("QZ4", "QZ5"))
    assert ("`quizapp approve` shows it" in out) == (rule.severity is Severity.NOTE)
    assert out.endswith("\n")
    assert "\n\n\n" not in out


def test_no_rule_lists_them_all_by_family(ran: Start) -> None:
    status, out, _ = ran("explain")
    assert status == 0
    assert out.startswith("Files\n  QZ101  syntax")
    assert out.count("\n\n") == 4
    listed = [line for line in out.splitlines() if line.startswith("  QZ")]
    assert [line.split()[:3] for line in listed] == [[r.code, r.name, r.severity] for r in CATALOGUE.values()]
    assert all(line.endswith(rule.summary) for line, rule in zip(listed, CATALOGUE.values(), strict=True))


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("QZ3O1", "QZ301"),
        ("qz5oi", "QZ501"),
        ("QZ30I", "QZ301"),
        ("quote_not_found", "quote-not-found"),
        ("Unuzed-Source", "unused-source"),
        ("QZ9999", None),
        ("\x1b[31m", None),
        ("", None),
    ],
)
def test_a_rule_that_does_not_exist(ran: Start, word: str, near: str | None) -> None:
    status, out, err = ran("explain", word)
    assert (status, out) == (2, "")
    assert err.endswith("\n`quizapp explain` lists them all.\n")
    assert ("did you mean" in err) == (near is not None)
    assert near is None or f"did you mean “{near}”?" in err
    assert "\x1b" not in err
