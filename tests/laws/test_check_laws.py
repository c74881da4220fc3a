"""Laws of the check: whatever it is given it says, and what it mends is mended.

`QUIZAPP_EXAMPLES=5000` tries harder.
"""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from quizapp.checking.check import Report, Wanted, check
from quizapp.checking.fixes import Fixed, fix
from quizapp.checking.reports import github, sarif, text
from quizapp.checking.reports import json as report_json
from quizapp.checking.statistics import statistics
from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.text.characters import show
from tests.checking.broken import BREAK, LESSON, TINY, clean

EXAMPLES = int(os.environ.get("QUIZAPP_EXAMPLES", "40"))
ROOT = Path(__file__).parent.parent.parent
ALL = Wanted(notes=True)

CLEAN = clean()
SAID = check(load(CLEAN), ALL)


def _fixed(text: str) -> tuple[Fixed, Workspace]:
    broken = replace(CLEAN, overlays={**CLEAN.overlays, LESSON: text})
    fixed = fix(broken)
    workspace = replace(broken, overlays={**broken.overlays, **fixed.texts})
    assert fixed.library.diagnostics == load(workspace).diagnostics
    return fixed, workspace


def test_the_course_that_is_broken_is_clean() -> None:
    assert not SAID.findings
    assert SAID.counts.citations > 8


@settings(max_examples=EXAMPLES)
@pytest.mark.parametrize("kind", BREAK)
@given(data=st.data())
def test_a_safe_fix_removes_its_finding_and_adds_none(kind: str, data: st.DataObject) -> None:
    broken = data.draw(BREAK[kind](CLEAN.overlays[LESSON]))
    before = load(replace(CLEAN, overlays={**CLEAN.overlays, LESSON: broken}))
    assume(before.diagnostics)
    fixed, workspace = _fixed(broken)
    event("fixed" if fixed.applied else "not fixed")
    if any(found.fix for found in before.diagnostics):
        assert fixed.applied
        assert check(load(workspace), ALL) == SAID
    else:
        assert not fixed.texts


@settings(max_examples=EXAMPLES)
@given(kinds=st.lists(st.sampled_from(sorted(BREAK)), min_size=2, max_size=4), data=st.data())
def test_fixing_twice_is_fixing_once(kinds: list[str], data: st.DataObject) -> None:
    broken = CLEAN.overlays[LESSON]
    for kind in kinds:
        broken = data.draw(BREAK[kind](broken))
    _, workspace = _fixed(broken)
    assert not fix(workspace).applied
    left, had = _said(workspace), _said(_with(broken))
    hidden = any(code < "QZ205" for code, _ in had)  # a lesson that cannot be built says nothing of what hangs together
    assert hidden or left <= had


def _said(workspace: Workspace) -> set[tuple[str, str]]:
    return {(found.rule.code, found.message) for found in load(workspace).diagnostics}


def _with(text: str) -> Workspace:
    return replace(CLEAN, overlays={**CLEAN.overlays, LESSON: text})


def _told(workspace: Workspace) -> Report:
    """Everything that can be asked of a check."""
    library = load(workspace)
    report = check(library, ALL)
    for said in (
        text.write(report, str),
        report_json.write(report, statistics(library)),
        github.write(report, str),
        sarif.write(report, str, lambda rule: rule.summary),
    ):
        assert show(said) == said
    return report


FILES = ("lessons/the-bell.toml", "lessons/x.toml", "lessons/glossary.toml", "lessons/course.toml",
         "lessons/approvals.toml", "seeds/gazette.md", "seeds/x.md", "seeds/originals/001.txt")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("course")


@settings(max_examples=EXAMPLES)
@given(file=st.sampled_from(FILES), data=st.binary(max_size=300), keep=st.integers(0, 2000))
def test_any_bytes_are_told_of(folder: Path, file: str, data: bytes, keep: int) -> None:
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    there = (folder / file).read_bytes() if (folder / file).exists() else b""
    (folder / file).write_bytes(there[:keep] + data + there[keep:])
    try:
        _told(Workspace(folder))
    finally:
        (folder / file).unlink()


KEYS = st.sampled_from(
    [*"format id title summary position requires about objectives cites sections questions text type prompt claim "
      "answer answers distractors accept exact tolerance unit pairs extra items left right cite context also source "
      "quote at part explain hint level frame shuffle allow rule because was why entries disputes kind name aliases "
      "role says positions question fingerprint by on how original sha256".split(), "", "no such"]
)  # fmt: skip
WORDS = st.sampled_from(
    ["gazette", "the-bell", "cast", "calder", "weight", "choice", "select", "boolean", "short", "number", "cloze",
     "match", "order", "evidence", "remember", "heading", "It was cast in 1871.", "[@cast]", "{{1871}}", "{answer}",
     "QZ405", "read", "person", "the Gazette", "Ines Calder"]
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.recursive(
    WORDS | st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.just(1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=30,
)


def _toml(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bool() | int():
            return str(value).lower()
        case _:
            return repr(value)


@settings(max_examples=EXAMPLES)
@given(file=st.sampled_from(FILES[:5]), whole=st.dictionaries(KEYS, VALUES, max_size=8))
def test_any_toml_is_told_of(file: str, whole: dict[str, Any]) -> None:
    written = "\n".join(f"{json.dumps(key)} = {_toml(value)}" for key, value in whole.items())
    _told(Workspace(TINY, {file: written}))


@settings(max_examples=EXAMPLES)
@given(kind=st.sampled_from(["choice", "select", "boolean", "short", "number", "cloze", "match", "order", "evidence"]),
       question=st.dictionaries(KEYS, VALUES, max_size=8))  # fmt: skip
def test_any_question_is_told_of(kind: str, question: dict[str, Any]) -> None:
    whole = {"id": "q", "cite": ["cast"], "prompt": "So?", **question, "type": kind}
    lesson = (TINY / LESSON).read_text(encoding="utf-8")
    lesson += "\n[[questions]]\n" + "\n".join(f"{json.dumps(key)} = {_toml(value)}" for key, value in whole.items())
    _told(Workspace(TINY, {LESSON: lesson}))


def _edited(data: st.DataObject, said: str) -> str:
    """A text with one edit such as a hand, a bad merge or a lost line makes."""
    here, there = sorted(data.draw(st.tuples(st.integers(0, len(said)), st.integers(0, len(said)))))
    lines = said.split("\n")
    line = data.draw(st.integers(0, len(lines) - 1))
    some: dict[str, Callable[[], str]] = {
        "cut": lambda: said[:here] + said[min(here + 40, there) :],
        "insert": lambda: said[:here] + data.draw(st.text(max_size=8) | WORDS) + said[here:],
        "line lost": lambda: "\n".join(lines[:line] + lines[line + 1 :]),
        "line twice": lambda: "\n".join([*lines[: line + 1], *lines[line:]]),
        "line moved": lambda: "\n".join([lines[line], *lines[:line], *lines[line + 1 :]]),
        "half": lambda: said[:here],
        "two parts": lambda: said[:here] + said[there:],
    }
    return some[data.draw(st.sampled_from(sorted(some)))]()


@settings(max_examples=max(EXAMPLES // 2, 1))
@given(file=st.sampled_from(sorted(path.name for path in (ROOT / "lessons").glob("*.toml"))), data=st.data())
def test_any_edit_of_a_shipped_lesson_is_told_of(file: str, data: st.DataObject) -> None:
    said = (ROOT / "lessons" / file).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        said = _edited(data, said)
    _told(Workspace(ROOT, {f"lessons/{file}": said}))
