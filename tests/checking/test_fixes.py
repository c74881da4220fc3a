"""What counts as a safe fix, and what is left alone."""

from dataclasses import replace

import pytest

from quizapp.checking import fixes
from quizapp.checking.fixes import apply, fix
from quizapp.content.library import Library, Loading, load
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import CATALOGUE, Diagnostic, Edit, Fix, Location
from quizapp.text.span import Span
from tests.checking.broken import LESSON, TINY

GLOSSARY = "lessons/glossary.toml"


def _texts() -> tuple[str, str]:
    return (TINY / LESSON).read_text(encoding="utf-8"), (TINY / GLOSSARY).read_text(encoding="utf-8")


def test_edits_do_not_shift_each_other() -> None:
    edits = [Edit("x", Span(0, 1), "AAA"), Edit("x", Span(4, 5), ""), Edit("x", Span(2, 2), "-")]
    assert apply("a b c", edits) == "AAA -b "


def _with_fix(monkeypatch: pytest.MonkeyPatch, made: Fix) -> None:
    """Lets reading find something that `made` is said to mend, as long as a title has an `X` in it."""

    read = Loading.library

    def found(course: Loading) -> Library:
        library = read(course)
        if "X" not in library.documents[LESSON].line(2):
            return library
        diagnostic = Diagnostic(CATALOGUE["QZ203"], "There is an X.", Location(LESSON, ("title",)), fix=made)
        return replace(library, diagnostics=(*library.diagnostics, diagnostic))

    monkeypatch.setattr(Loading, "library", found)


def _titled(title: str) -> tuple[Workspace, Span]:
    lesson, _ = _texts()
    text = lesson.replace('title = "The bell rings again"', f'title = "{title}"')
    return Workspace(TINY, {LESSON: text}), Span(text.index(f'"{title}"'), text.index(f'"{title}"') + len(title) + 2)


def test_a_fix_may_edit_two_files(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, span = _titled("X")
    _, glossary = _texts()
    at = glossary.index("Mayor of the town")
    made = Fix("Write", (Edit(LESSON, span, '"Y"'), Edit(GLOSSARY, Span(at, at + 5), "Head")))
    _with_fix(monkeypatch, made)
    fixed = fix(workspace)
    assert fixed.applied == (("QZ203", made),)
    assert 'title = "Y"' in fixed.texts[LESSON]
    assert fixed.texts[GLOSSARY] == glossary.replace("Mayor of the town", "Head of the town")


@pytest.mark.parametrize("text", ['"X"', '""', '"Y', '"Y"\ntitel = 1'])
def test_a_fix_that_leaves_its_finding_or_makes_another_is_not_applied(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    workspace, span = _titled("X")
    _with_fix(monkeypatch, Fix("Write", (Edit(LESSON, span, text),)))
    fixed = fix(workspace)
    assert (fixed.texts, fixed.applied) == ({}, ())


def test_a_fix_that_is_not_safe_is_not_applied(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, span = _titled("X")
    _with_fix(monkeypatch, Fix("Write", (Edit(LESSON, span, '"Y"'),), safe=False))
    assert not fix(workspace).applied


def test_a_finding_that_is_not_wanted_is_not_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, span = _titled("X")
    _with_fix(monkeypatch, Fix("Write", (Edit(LESSON, span, '"Y"'),)))
    assert not fix(workspace, lambda found: found.rule.code != "QZ203").applied


def test_what_comes_to_light_in_other_lines_is_no_reason_to_leave_a_mistake() -> None:
    lesson, _ = _texts()
    text = lesson.replace("position = 10", "position = 10\u200b", 1).replace(
        'objectives = ["Say', 'objectives = [1, "Say'
    )
    fixed = fix(Workspace(TINY, {LESSON: text}))
    assert [code for code, _ in fixed.applied] == ["QZ103"]
    assert "QZ203" in {found.rule.code for found in load(Workspace(TINY, fixed.texts)).diagnostics}


@pytest.mark.parametrize("line", ['positoin = "ten"', "position = 10\u200b.5"])
def test_a_fix_that_brings_a_mistake_to_light_in_its_own_line_is_not_applied(line: str) -> None:
    lesson, _ = _texts()
    workspace = Workspace(TINY, {LESSON: lesson.replace("position = 10", line, 1)})
    assert any(found.fix and found.fix.safe for found in load(workspace).diagnostics)
    assert not fix(workspace).applied


def test_a_source_is_never_repaired() -> None:
    lesson, _ = _texts()
    workspace = Workspace(TINY, {LESSON: lesson.replace('source = "gazette"', 'source = "gazete"', 1)})
    assert not any(found.fix for found in load(workspace).diagnostics)
    assert not fix(workspace).texts


def test_a_word_that_differs_is_never_repaired() -> None:
    lesson, _ = _texts()
    workspace = Workspace(TINY, {LESSON: lesson.replace("took three weeks.", "took Three weeks.", 1)})
    assert [found.rule.code for found in load(workspace).diagnostics] == ["QZ301"]
    assert not fix(workspace).texts


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[Loading]:
    """The courses that are read from now on."""
    reads: list[Loading] = []
    read = Loading.library

    def counted(course: Loading) -> Library:
        reads.append(course)
        return read(course)

    monkeypatch.setattr(Loading, "library", counted)
    return reads


def _with_questions(*keys: str) -> Workspace:
    """The tiny course with a question for each, in which this stands for `explain`."""
    lesson, _ = _texts()
    question = '\n[[questions]]\nid = "more-{}"\ntype = "boolean"\nprompt = "It rang."\nanswer = true\n'
    question += 'cite = ["rope"]\n{} = "It rang at noon, as it always had."\n'
    return Workspace(TINY, {LESSON: lesson + "".join(question.format(number, key) for number, key in enumerate(keys))})


def test_hundreds_of_fixes_of_a_rule_read_the_course_no_oftener_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    reads = _counted(monkeypatch)
    assert len(fix(_with_questions("explian")).applied) == 1
    once = len(reads)
    reads.clear()
    fixed = fix(_with_questions(*["explian"] * 300))
    assert len(fixed.applied) == 300
    assert "explian" not in fixed.texts[LESSON]
    assert len(reads) == once


def test_fixes_of_several_rules_are_tried_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads = _counted(monkeypatch)
    lesson, _ = _texts()
    text = lesson.replace("[@first-ring]", "[@frist-ring]", 1).replace(
        "for the first time", "for the \ufb01rst time", 1
    )
    fixed = fix(Workspace(TINY, {LESSON: text}))
    assert [code for code, _ in fixed.applied] == ["QZ205", "QZ301"]
    assert fixed.texts[LESSON] == lesson
    assert len(reads) == 2


def test_one_that_leaves_its_finding_where_another_moved_it_to_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson, _ = _texts()
    read = Loading.library

    def found(course: Loading) -> Library:
        """Reading that finds an X, and a Z for which it would write Z."""
        library = read(course)
        there = library.documents[LESSON].text
        diagnostics = [
            Diagnostic(CATALOGUE["QZ203"], f"There is {mark}.", Location(LESSON, (), span), fix=Fix("Write", (edit,)))
            for mark, text in (("X", "longer"), ("Z", "Z"))
            if (at := there.find(f"# {mark}")) >= 0
            for span in [Span(at + 2, at + 3)]
            for edit in [Edit(LESSON, span, text)]
        ]
        return replace(library, diagnostics=(*library.diagnostics, *diagnostics))

    monkeypatch.setattr(Loading, "library", found)
    fixed = fix(Workspace(TINY, {LESSON: f"{lesson}# X\n# Z\n"}))
    assert [made.edits[0].text for _, made in fixed.applied] == ["longer"]
    assert fixed.texts == {LESSON: f"{lesson}# longer\n# Z\n"}


def test_of_many_the_one_that_brings_a_finding_elsewhere_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson, _ = _texts()
    count = 40
    text = lesson + "".join(f"# X{number}.\n" for number in range(count))
    reads: list[Loading] = []
    read = Loading.library

    def found(course: Loading) -> Library:
        """Reading that finds every X, of which one is what the course rests on."""
        reads.append(course)
        library = read(course)
        there = library.documents[LESSON].text
        diagnostics = [
            Diagnostic(CATALOGUE["QZ203"], f"{number} is an X.", location, fix=Fix("Write", (Edit(LESSON, span, "Y"),)))
            for number in range(count)
            if (at := there.find(f"X{number}.")) >= 0
            for span in [Span(at, at + 1)]
            for location in [Location(LESSON, (), span)]
        ]
        if "Y33." in there:
            diagnostics.append(Diagnostic(CATALOGUE["QZ105"], "It rested on that X."))
        return replace(library, diagnostics=(*library.diagnostics, *diagnostics))

    monkeypatch.setattr(Loading, "library", found)
    fixed = fix(Workspace(TINY, {LESSON: text}))
    assert len(fixed.applied) == count - 1
    assert "X33." in fixed.texts[LESSON]
    assert len(reads) < count


def _with_one_that_is_not_safe() -> Workspace:
    """With its key mended a question has a distractor that is its answer; three others have a misspelt key."""
    workspace = _with_questions("explian", "explian", "explian")
    choice = '\n[[questions]]\nid = "bad"\ntype = "choice"\nprompt = "Did it ring?"\nanswer = "Yes"\ncite = ["rope"]\n'
    choice += 'explain = "It did."\ndistractor = ["Yes", "No"]\n'
    before, last = workspace.overlays[LESSON].rsplit("\n[[questions]]", 1)
    return Workspace(TINY, {LESSON: f"{before}{choice}\n[[questions]]{last}"})


def test_one_that_is_not_safe_leaves_the_others_safe() -> None:
    fixed = fix(_with_one_that_is_not_safe())
    assert len(fixed.applied) == 3
    assert "distractor =" in fixed.texts[LESSON]


def test_in_a_large_course_one_that_is_not_safe_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixes, "_PATIENCE", 1)  # to which any course is large
    reads = _counted(monkeypatch)
    assert len(fix(_with_one_that_is_not_safe()).applied) == 3
    assert len(reads) == 3


def test_two_keys_of_one_table_are_never_given_the_same_name() -> None:
    workspace = _with_questions('explian = "First, it rang at noon."\nexplan')
    fixed = fix(workspace)
    assert len(fixed.applied) == 1
    assert 'explain = "First' in fixed.texts[LESSON]
    assert "explan = " in fixed.texts[LESSON]


def test_of_hundreds_that_are_not_safe_few_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixes, "_PATIENCE", 100_000)
    reads = _counted(monkeypatch)
    lesson, _ = _texts()
    bad = "questions = [" + '{id = 1, tipe = "x"}, ' * 300 + "]\n"
    fixed = fix(
        Workspace(TINY, {"lessons/other.toml": f'format = 1\ntitle = "T"\nposition = 2\n{bad}', LESSON: lesson})
    )
    assert not fixed.applied
    assert 2 < len(reads) < 20
