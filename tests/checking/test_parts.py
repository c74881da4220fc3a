"""A course that is checked in parts while somebody works on it."""

import shutil
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import TypeVar

import pytest

from quizapp.checking import parts
from quizapp.checking.check import ALL, changed, check, unmatched
from quizapp.checking.parts import check_in_parts
from quizapp.checking.reports import text
from quizapp.content.approval import FILE
from quizapp.content.library import Loading, load
from quizapp.content.parts import ReadBefore
from quizapp.content.workspace import Workspace

T = TypeVar("T")
SECOND = Path(__file__).parent.parent / "data" / "second"


def test_what_was_found_in_a_lesson_that_is_gone_by_now_is_told_without_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Path(shutil.copytree(SECOND, tmp_path / "course"))
    lesson = course / "lessons/the-broken-bank.toml"
    words = lesson.read_text(encoding="utf-8")
    lesson.write_text(words.replace('text = """\n', 'text = """\nThe brothers Zorgwell came. ', 1), encoding="utf-8")

    def apart(jobs: Sequence[Callable[[], list[T]]]) -> list[list[T]]:
        """Each done by another, who keeps what it read; then the lesson is deleted."""
        done = [deepcopy(job)() for job in jobs]
        lesson.unlink(missing_ok=True)
        return done

    monkeypatch.setattr(parts, "PART", 1)
    report, _ = check_in_parts(Loading(Workspace(course)), ALL, apart)
    (found,) = (one for one in report.findings if "Zorgwell" in one.diagnostic.message)
    assert (found.diagnostic.rule.code, found.file, found.place) == ("QZ505", "lessons/the-broken-bank.toml", None)
    assert "the-broken-bank.toml: warning[QZ505]" in text.write(report, str)


def test_what_was_found_in_a_lesson_that_has_changed_by_now_is_told_without_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Path(shutil.copytree(SECOND, tmp_path / "course"))
    lesson = course / "lessons/the-broken-bank.toml"
    words = lesson.read_text(encoding="utf-8").replace('text = """\n', 'text = """\nThe brothers Zorgwell came. ', 1)
    lesson.write_text(words, encoding="utf-8")

    def apart(jobs: Sequence[Callable[[], list[T]]]) -> list[list[T]]:
        """Each done by another, who keeps what it read; then a line is put before all others."""
        done = [deepcopy(job)() for job in jobs]
        lesson.write_text(f"# Begun in May.\n{words}", encoding="utf-8")
        return done

    monkeypatch.setattr(parts, "PART", 1)
    loading = Loading(Workspace(course))
    library = loading.without_lessons()
    assert changed(library) == ()
    report, _ = check_in_parts(loading, ALL, apart)
    (found,) = (one for one in report.findings if "Zorgwell" in one.diagnostic.message)
    assert (found.diagnostic.rule.code, found.file, found.place) == ("QZ505", "lessons/the-broken-bank.toml", None)
    assert changed(library) == ("lessons/the-broken-bank.toml",)


def test_a_lesson_that_is_no_text_belongs_to_a_part_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = Path(shutil.copytree(SECOND, tmp_path / "course"))
    (course / "lessons/the-verdict.toml").write_bytes(b"\xff")
    monkeypatch.setattr(parts, "PART", 1)
    library = load(Workspace(course))
    whole = check(library)
    assert [one.diagnostic.rule.code for one in whole.findings if one.file == "lessons/the-verdict.toml"] == ["QZ102"]
    assert check_in_parts(ReadBefore(library), ALL) == (whole, None)
    assert check_in_parts(Loading(Workspace(course)), ALL) == (whole, None)


@pytest.mark.parametrize("approvals", ["so\n", '["the-verdict/nobody"]\nby = "Ana"\n'])
def test_approvals_that_cannot_be_read_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, approvals: str
) -> None:
    course = Path(shutil.copytree(SECOND, tmp_path / "course"))
    (course / FILE).write_text(approvals, encoding="utf-8")
    monkeypatch.setattr(parts, "PART", 1)
    library = load(Workspace(course))
    whole = check(library)
    assert any(one.file == FILE for one in whole.findings)
    assert not any(one.diagnostic.rule.code == "QZ331" for one in whole.findings)
    assert check_in_parts(ReadBefore(library), ALL) == (whole, None)
    assert check_in_parts(Loading(Workspace(course)), ALL) == (whole, None)


def test_a_course_that_was_read_before_is_parted_at_so_many_letters() -> None:
    library = load(Workspace(SECOND))
    course = ReadBefore(library)
    sizes = {file: len(library.documents[file].text) for file in course.files}
    assert len(sizes) > 3
    for size in (1, 2 * min(sizes.values()), sum(sizes.values())):
        parted = course.portions(size)
        assert [file for portion in parted for file in portion] == [*course.files]
        for portion in parted[:-1]:
            assert sum(sizes[file] for file in portion[:-1]) < size <= sum(sizes[file] for file in portion)


def test_no_lesson_is_read_to_say_what_a_path_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    course = Loading(Workspace(SECOND))
    library = course.without_lessons()
    monkeypatch.setattr(Workspace, "text", None)
    held = ("lessons", "lessons/the-verdict.toml", "lessons/course.toml", "seeds")
    assert unmatched(library, (*held, "README.md"), course.files) == ("README.md",)


def test_what_all_parts_share_has_no_lessons() -> None:
    library = load(Workspace(SECOND.parent / "tiny-plain"))
    assert library.lessons
    assert library.broken
    shared = ReadBefore(library).without_lessons()
    assert (shared.lessons, shared.broken) == ((), ())


@pytest.mark.parametrize(("size", "number"), [(300_000, 1), (30_000, 2), (1, 4)])
def test_an_entry_that_a_part_names_in_an_explanation_is_used(
    monkeypatch: pytest.MonkeyPatch, size: int, number: int
) -> None:
    glossary, lesson = "lessons/glossary.toml", "lessons/counting-the-loss.toml"
    entry = '\n[[entries]]\nid = "quay"\nkind = "term"\nname = "{}"\n'
    entry += 'cite = [{{ source = "mercury", quote = "He is but nineteen years of age." }}]\n'
    texts = {file: (SECOND / file).read_text(encoding="utf-8") for file in (glossary, lesson)}
    texts[lesson] = texts[lesson].replace('explain = "', 'explain = "By a quayside lamp. ', 1)
    for name in ("quayside lamp", "quayside bell"):
        overlays = {**texts, glossary: texts[glossary] + entry.format(name)}
        course = Loading(Workspace(SECOND, overlays))
        whole = check(load(Workspace(SECOND, overlays)))
        told = [one.diagnostic.message for one in whole.findings if one.diagnostic.rule.code == "QZ503"]
        assert ("No lesson names “quay”, in its words or under `about`." in told) == (name == "quayside bell")
        monkeypatch.setattr(parts, "PART", size)
        assert len(course.portions(size)) == number
        assert check_in_parts(course, ALL) == (whole, None)


@pytest.mark.parametrize(
    ("size", "counts"),
    [
        (1, [(what, done, 4) for what in ("lessons", "lessons for names") for done in range(4)]),
        (300_000, [("questions", done, 50) for done in range(0, 50, 10)]),
    ],
)
def test_who_waits_is_told_how_many_lessons_or_of_one_part_how_many_questions_were_looked_at(
    monkeypatch: pytest.MonkeyPatch, size: int, counts: list[tuple[str, int, int]]
) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(parts, "PART", size)
    check_in_parts(Loading(Workspace(SECOND)), ALL, told=lambda *how_far: told.append(how_far))
    assert list(dict.fromkeys(told)) == counts
    told.clear()
    check_in_parts(ReadBefore(load(Workspace(SECOND))), ALL, told=lambda *how_far: told.append(how_far))
    assert list(dict.fromkeys(told)) == counts


def test_what_is_wrong_with_approvals_of_a_lesson_that_is_read_after_the_others_is_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lesson = "lessons/the-broken-bank.toml"
    words = (
        (SECOND / lesson)
        .read_text(encoding="utf-8")
        .replace('quote = "Late on Monday night', 'quote = "Late on Sunday night')
    )
    approved = '["the-broken-bank/any"]\nfingerprint = ""\nby = "A test"\non = "Monday"\nhow = "read"\n'
    course = Workspace(SECOND, {lesson: words, FILE: approved})
    monkeypatch.setattr(parts, "PART", 1)
    report, _ = check_in_parts(Loading(course), ALL)
    told = [found.diagnostic.message for found in report.findings if found.file == FILE]
    assert len(told) == len(set(told)) > 0
    assert report == check(load(course))
