"""What makes one answer of two, or hides that two are one, is an error: shared names, numbers as names, lookalikes."""

import shutil
from pathlib import Path

import pytest

from quizapp.content.library import load
from quizapp.content.typography import as_it_looks
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Diagnostic

TINY = Path(__file__).parent.parent / "data" / "tiny"
VENN = 'aliases = ["Venn", "Venns"'
LESSON, GLOSSARY, APPROVALS = "lessons/the-bell.toml", "lessons/glossary.toml", "lessons/approvals.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (GLOSSARY, VENN, f'{VENN}, "Calder"', "QZ206"),
        (GLOSSARY, VENN, f'{VENN}, "ines calder"', "QZ206"),
        (GLOSSARY, VENN, f'{VENN}, "the Mayor Calder"', "QZ206"),
        (GLOSSARY, VENN, f'{VENN}, "three"', "QZ203"),
        (GLOSSARY, VENN, f'{VENN}, "1,000"', "QZ203"),
        (APPROVALS, 'by = "A test"', 'by = " "', "QZ203"),
        (LESSON, '["A fisherman"', '["The m\u0430yor"', "QZ208"),
        (LESSON, '["A fisherman"', '["The ma\u200dyor"', "QZ208"),
    ],
)
def test_what_is_sly_is_found(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    assert [d.rule.code for d in _load(tmp_path, file, old, new)] == [code]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GLOSSARY, VENN, f'{VENN}, "Venn Brothers", "the Venn brothers"'),  # twice the same entry
        (GLOSSARY, 'name = "Port Almond"', 'name = "Pier 7"\naliases = ["7"]'),
        (LESSON, '["A fisherman"', '["Мэр города"'),
        (LESSON, '["A fisherman"', '["The α-mayor"'),
    ],
)
def test_what_is_honest_is_not(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert not [d for d in _load(tmp_path, file, old, new) if d.rule.code in {"QZ203", "QZ206", "QZ207", "QZ208"}]


def _load(folder: Path, file: str, old: str, new: str) -> tuple[Diagnostic, ...]:
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return load(Workspace(folder)).diagnostics


def test_only_latin_words_have_lookalikes() -> None:
    assert as_it_looks("The m\u0430yor of Москва") == "The mayor of Москва"
    assert as_it_looks("The mayor") == "The mayor"
