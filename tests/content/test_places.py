"""A finding is where its mistake is, whatever stands before it and could not be read; and it is said once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.checking.check import Wanted, check
from quizapp.content.library import load
from quizapp.content.workspace import Workspace

TINY = Path(__file__).parent.parent / "data" / "tiny"
LESSON, GLOSSARY = "lessons/the-bell.toml", "lessons/glossary.toml"


def _said(file: str, *changes: tuple[str, str]) -> list[tuple[str, int, str]]:
    """The code, the line and the words of every finding in a file that was changed."""
    text = (TINY / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    library = load(Workspace(TINY, {file: text}))
    document = library.documents[file]
    found = [(d.rule.code, d.location) for d in library.diagnostics]
    spans = [(code, place.span_in(document)) for code, place in found if place is not None and place.file == file]
    assert len(spans) == len(found)
    return [(code, document.place(span).line, text[span.start : span.end]) for code, span in spans]


CHOICE = (
    'distractors = ["A fisherman", { text = "One of the Venns", why = "The brothers Venn cast the bell [@cast]." }]'
)


def test_after_a_question_that_cannot_be_read() -> None:
    said = _said(LESSON, ('type = "choice"', 'type = "choise"'), ('cite = ["fog"]', "cite = []"))
    assert said == [("QZ204", 38, '"choise"'), ("QZ307", 59, "[]")]


def test_after_a_section_that_cannot_be_read() -> None:
    section = '[[sections]]\ntitel = "Before"\ntext = "It was quiet [@rope]."\n\n[[sections]]\ntitle = "After'
    last = "From now on the bell rings in fog, once an hour"
    said = _said(
        LESSON, ('[[sections]]\ntitle = "After', section), (f"[@cost]. {last} [@fog].", f"[@cost].\n\n{last}.")
    )
    assert said == [("QZ201", 29, "titel"), ("QZ307", 39, f"{last}.")]


def test_a_paragraph_without_a_mark_is_pointed_at() -> None:
    said = _said(LESSON, ("The repair took three weeks [@cost]. From now", "The repair took three weeks.\n\nFrom now"))
    assert said == [("QZ307", 33, "The repair took three weeks.")]


def test_a_mark_is_pointed_at_once_where_it_stands_first() -> None:
    said = _said(
        LESSON, ("on a Monday [@first-ring]. The mayor herself pulled the rope [@rope].", "[@ropes] [@ropes].")
    )
    assert said == [("QZ205", 31, "[@ropes]")]


def test_beside_an_option_that_cannot_be_read() -> None:
    said = _said(LESSON, (CHOICE, 'distractors = [{ text = "A fisherman", wy = "So." }, "A sailor", "A sailor"]'))
    assert said == [("QZ201", 41, "wy")]


def test_a_citation_that_is_unknown_is_not_missing_too() -> None:
    assert _said(LESSON, ('cite = ["fog"]', 'cite = ["smoke"]')) == [("QZ205", 59, '"smoke"')]


def test_after_an_entry_that_cannot_be_read() -> None:
    said = _said(GLOSSARY, ('role = "Mayor of', 'rolle = "Mayor of'), ('id = "venn"', 'id = "port-almond"'))
    assert said == [("QZ201", 8, "rolle"), ("QZ206", 20, '"port-almond"')]


@pytest.mark.parametrize("name", ["smoke", "fogs"])
def test_an_entry_whose_citation_is_unknown_is_not_uncited_too(name: str) -> None:
    cited = 'cite = [{ source = "gazette", quote = "The bell of Port Almond rang on Monday" }]'
    assert _said(GLOSSARY, (cited, f'cite = ["{name}"]')) == [("QZ205", 24, f'"{name}"')]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('prompt = "Who', 'promt = "Who', 39),
        ('type = "evidence"', 'tpye = "evidence"', 56),
        ("[[sections]]", "[[section]]", 28),
        ('quote = "It will', 'qoute = "It will', 22),
    ],
)
def test_a_required_key_that_is_misspelt_is_not_missing_too(old: str, new: str, line: int) -> None:
    ((code, at, _),) = _said(LESSON, (old, new))
    assert (code, at) == ("QZ201", line)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format = 1", "format = 1\nextra = nan", [("QZ201", "extra"), ("QZ104", "nan")]),
        ("format = 1", "format = 1\nextra = 99999999999999999999", [("QZ201", "extra"), ("QZ104", "9" * 20)]),
        ("position = 10", "position = nan", [("QZ104", "nan")]),
        ("position = 10", "position = 1e999", [("QZ104", "1e999")]),
        ('prompt = "Who', 'prompt = "\u200bWho', [("QZ103", "\u200b")]),
        ('prompt = "Who', 'prompt = "\\u200bWho', [("QZ103", '"\\u200bWho pulled')]),
        ('quote = "It will', 'quote = "It\u200b will', [("QZ103", "\u200b")]),
        ('quote = "It will', 'quote = "It\\u200b will', [("QZ103", '"It\\u200b will')]),
        ("[[sections]]", "# \u202e\n[[sections]]", [("QZ103", "\u202e")]),
        ("[[sections]]", '[[sections]]\n"tit\u200ble" = "A"', [("QZ103", "\u200b")]),
        ("[[sections]]", '[[sections]]\n"tit\\u200ble" = "A"', [("QZ103", '"tit\\u200ble"')]),
        ("format = 1", "format = \x00 1", [("QZ103", "\x00")]),
    ],
)
def test_a_character_or_number_that_cannot_stand_hides_no_other_mistake(
    old: str, new: str, said: list[tuple[str, str]]
) -> None:
    """What is left out of the file for it is not told of again, what else is wrong is, as far as the file is TOML."""
    found = _said(LESSON, (old, new), ('type = "evidence"', 'type = "evidenc"'))
    others = [] if "\x00" in new else [("QZ204", '"evidenc"')]
    assert [code for code, _, _ in found] == [code for code, _ in [*said, *others]]
    assert all(words.startswith(held) for (_, _, words), (_, held) in zip(found, [*said, *others], strict=True))


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        (GLOSSARY, lambda text: text + "oops", "QZ101"),
        (GLOSSARY, lambda text: text + "# \u200b", "QZ103"),
        (GLOSSARY, lambda _: "", "QZ202"),
        (GLOSSARY, lambda text: text.replace('"place"', '"plaice"'), "QZ203"),
        (GLOSSARY, lambda text: text.replace("rang on Monday", "rang on Tuesday"), "QZ301"),
        ("lessons/approvals.toml", lambda text: text + "oops", "QZ101"),
        ("lessons/approvals.toml", lambda text: text.replace('"read"', '"red"', 1), "QZ203"),
        ("lessons/course.toml", lambda text: text + "oops", "QZ101"),
        ("seeds/gazette.md", lambda text: text.replace("name =", "nam ="), "QZ201"),
        ("seeds/gazette.md", lambda text: text.replace("three weeks", "two weeks"), "QZ303"),
        ("seeds/gazette.md", lambda text: text.replace("sha256 = ", "sha256 = 1 #"), "QZ203"),
    ],
)
def test_what_rests_on_a_broken_file_is_not_told_of_again(file: str, change: Callable[[str], str], code: str) -> None:
    text = (TINY / file).read_text(encoding="utf-8")
    report = check(load(Workspace(TINY, {file: change(text)})), Wanted(notes=True))
    assert [(found.diagnostic.rule.code, found.file) for found in report.findings] == [(code, file)]


def test_a_course_without_its_documents_is_the_same_to_learn_from() -> None:
    text = (TINY / LESSON).read_text(encoding="utf-8").replace("title =", "titel =", 1)
    workspace = Workspace(TINY, {"lessons/broken.toml": text})
    kept, learned = load(workspace), load(workspace, documents=False)
    assert (learned.lessons, learned.diagnostics) == (kept.lessons, kept.diagnostics)
    assert [broken.first for broken in learned.broken] == [broken.first for broken in kept.broken]
    assert "lessons/broken.toml:2:1: " in learned.broken[0].first
    assert kept.documents.keys() > {LESSON, GLOSSARY}
    assert not learned.documents
