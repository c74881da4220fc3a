"""Codes and names are for ever; every rule is explained, and its page shows what really happens.

`tests/data/codes.txt` is only ever added to. The example of a page is cut out of the rule's bad example in
`tests/data/rules`, which is checked to yield the finding, its repair out of the repaired one, which yields none.
"""

import re
from pathlib import Path

import pytest

from quizapp.checking.rules.every import COURSE_RULES, QUESTION_RULES
from quizapp.checking.rules.lasting import LESSON_RULES
from quizapp.cli.explain import PAGES
from quizapp.diagnostics import CATALOGUE
from quizapp.text.characters import show

DATA = Path(__file__).parent.parent / "data"
LESSON = "lessons/example.toml"
PARTS = ["What it finds", "Why it matters", "Example", "Repair"]


def _page(code: str) -> dict[str, list[str]]:
    """The lines of each part of a page."""
    parts: dict[str, list[str]] = {}
    for line in (PAGES / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line in {*PARTS, "Source"}:
            parts[line] = []
        else:
            parts[list(parts)[-1]].append(line)
    return {name: [line for line in lines if line] for name, lines in parts.items()}


def test_codes_names_and_severities_stay_what_they_are() -> None:
    committed = (DATA / "codes.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{rule.code} {rule.name} {rule.severity}" for rule in CATALOGUE.values()] == committed
    assert len({line.split()[1] for line in committed}) == len(committed)
    assert all(re.fullmatch(r"QZ[1-5]\d\d [a-z0-9]+(-[a-z0-9]+)* (error|warning|note)", line) for line in committed)


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert sorted(file.stem for file in PAGES.iterdir()) == sorted(CATALOGUE)


def test_every_rule_beyond_reading_is_a_function_that_begins_with_its_code() -> None:
    said = {(rule.__doc__ or "")[:5] for rule in (*QUESTION_RULES, *LESSON_RULES, *COURSE_RULES)}
    reading = {code for code in CATALOGUE if code < "QZ308"} | {"QZ325"}
    assert said | {"QZ507"} == set(CATALOGUE) - reading


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_has_all_its_parts(code: str) -> None:
    text = (PAGES / f"{code}.txt").read_text(encoding="utf-8")
    page = _page(code)
    assert [name for name in page if name != "Source"] == PARTS
    assert all(page.values())
    assert max(map(len, text.splitlines())) <= 120
    assert show(text) == text
    if code.startswith("QZ4"):
        assert "Source" in page or code in {"QZ403", "QZ407"}  # two rules of this app's own


def _lines(code: str, overlay: str, file: str) -> list[str]:
    for folder in (DATA / "rules" / code / overlay, DATA / "tiny"):
        if (folder / file).exists():
            return show((folder / file).read_bytes().decode("utf-8", "replace")).splitlines()
    return []


def _shown(code: str, part: str) -> tuple[str, list[str]]:
    """The file that a part of a page shows, and its lines."""
    lines = [line.removeprefix("    ") for line in _page(code)[part]]
    named = re.fullmatch(r"# ((?:lessons|seeds)/\S+)", lines[0])
    return (named[1], lines[1:]) if named else (LESSON, lines)


def _is_cut_from(shown: list[str], whole: list[str]) -> bool:
    """Whether the lines stand in the whole, in that order; a long one may be cut short."""
    left = iter(whole)
    return all(any(line == there or _cut_short(line, there) for there in left) for line in shown)


def _cut_short(line: str, there: str) -> bool:
    return line.endswith("…") and there.startswith(line[:-1])


@pytest.mark.parametrize(("part", "overlay"), [("Example", "bad"), ("Repair", "fixed")])
@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_shows_what_the_check_was_tried_on(code: str, part: str, overlay: str) -> None:
    file, shown = _shown(code, part)
    assert _is_cut_from(shown, _lines(code, overlay, file))


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_example_shows_the_line_that_is_found(code: str) -> None:
    file, shown = _shown(code, "Example")
    expected = (DATA / "rules" / code / "expected.txt").read_text(encoding="utf-8")
    found = re.match(rf"{file}:(\d+):\d+: ", expected)
    if found is None:
        assert code in {"QZ102", "QZ406"}  # found in no line of the file, and in the course as a whole
        return
    line = "".join(_lines(code, "bad", file)[int(found[1]) - 1 :][:1])
    said_by_its_absence = line in {"", "[[questions]]"}
    assert said_by_its_absence or any(line == there or _cut_short(there, line) for there in shown)
