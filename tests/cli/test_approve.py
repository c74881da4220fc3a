import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizapp.authoring.approve import Waiting, written
from quizapp.content.approval import Approval
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def waiting(course: Path) -> Path:
    """The tiny course, with nothing approved."""
    (course / "lessons" / "approvals.toml").unlink(missing_ok=True)
    return course


def library(course: Path) -> Library:
    return load(Workspace(course))


def keys(course: Path) -> list[str]:
    return [f"{lesson.slug}/{question.id}" for lesson in library(course).lessons for question in lesson.questions]


def test_a_person_says_yes_to_every_question(ran: Run, waiting: Path) -> None:
    everything = keys(waiting)
    status, out, err = ran("approve", "--by", "Ada", within=waiting, stdin="y\n" * len(everything))
    assert status == 0
    assert f"{len(everything)} approved, 0 refused, 0 left." in err
    assert all(key in out for key in everything)
    kept = library(waiting).approvals
    assert list(kept) == sorted(everything)
    assert {(approval.by, approval.how) for approval in kept.values()} == {("Ada", "read")}
    assert ran("approve", within=waiting)[2] == "Every question is approved as it stands.\n"
    assert ran("check", "--strict", within=waiting)[0] == 0


def test_each_word_is_written_at_once_and_the_rest_stays_for_later(ran: Run, waiting: Path) -> None:
    first, second, *_ = keys(waiting)
    _, out, err = ran("approve", within=waiting, stdin="Ada\ny\nn\n\nn\nIt is ambiguous.\ns\n")
    assert "A refusal has a reason." in out
    assert "1 approved, 1 refused," in err
    kept = library(waiting).approvals
    assert set(kept) == {first, second}
    assert (kept[second].how, kept[second].because) == ("refused", "It is ambiguous.")
    said = ran("check", "--select", "QZ331", within=waiting)[1]
    assert "Ada refused this question: It is ambiguous." in said


def test_a_change_of_question_or_evidence_makes_an_approval_stale(ran: Run, waiting: Path) -> None:
    ran("approve", "--by", "Ada", within=waiting, stdin="y\n" * len(keys(waiting)))
    file = next(p for p in (waiting / "lessons").glob("*.toml") if p.stem not in ("course", "glossary", "approvals"))
    file.write_text(file.read_text(encoding="utf-8").replace('explain = "', 'explain = "Indeed: ', 1), encoding="utf-8")
    said = ran("check", within=waiting)[1]
    assert said.count("The question or its evidence changed since it was approved.") == 1


def test_a_batch_is_recorded_as_such_and_not_enough_for_strict(ran: Run, waiting: Path) -> None:
    assert ran("approve", "--batch", within=waiting)[0] == 2
    status, _, err = ran("approve", "--batch", "--by", "Ada", within=waiting)
    assert status == 0
    assert "approved in a batch" in err
    assert ran("check", within=waiting)[0] == 0
    status, said, _ = ran("check", "--strict", within=waiting)
    assert status == 1
    assert "approved in a batch, not read by a person" in said


def test_nobody_approves_without_a_name_or_what_does_not_exist(ran: Run, waiting: Path) -> None:
    assert ran("approve", within=waiting, stdin="\n")[0] == 2
    assert ran("approve", "no-such-lesson", within=waiting)[0] == 2
    assert library(waiting).approvals == {}


@pytest.mark.parametrize("harm", ["<<<<<<< HEAD\n", '["bell/gone"]\nby = "Ada"\n'], ids=["a conflict", "half a table"])
def test_approvals_that_cannot_all_be_read_are_left_alone(ran: Run, waiting: Path, harm: str) -> None:
    ran("approve", "--by", "Ada", within=waiting, stdin="y\n")
    file = waiting / "lessons" / "approvals.toml"
    there = file.read_text(encoding="utf-8") + harm
    file.write_text(there, encoding="utf-8")
    for arguments in (("--by", "Eve"), ("--batch", "--by", "Eve")):
        status, out, err = ran("approve", *arguments, within=waiting, stdin="y\n" * 9)
        assert (status, out) == (3, "")
        assert err == (
            "quizapp: lessons/approvals.toml has errors, and what stands in it would be lost.\n"
            "Mend it first: `quizapp check lessons/approvals.toml` shows each error with its place.\n"
        )
        assert file.read_text(encoding="utf-8") == there


def test_what_others_approve_while_a_question_is_read_stays(
    ran: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = keys(waiting)

    def answered(_: object, question: Waiting) -> str:
        if question.key == first:
            there = library(waiting)
            of_another = {second: approval_of(there, second, "Eve")}
            (waiting / "lessons" / "approvals.toml").write_text(written(of_another), encoding="utf-8")
            return "y"
        return "q"

    monkeypatch.setattr("quizapp.cli.approve._Reading._answer", answered)
    ran("approve", "--by", "Ada", within=waiting)
    assert {key: approval.by for key, approval in library(waiting).approvals.items()} == {first: "Ada", second: "Eve"}


def test_a_lesson_that_comes_while_a_question_is_read_keeps_its_approvals(
    ran: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keys(waiting)[0]
    lessons = waiting / "lessons"

    def answered(_: object, question: Waiting) -> str:
        if question.key != first:
            return "q"
        text = (lessons / "the-bell.toml").read_text(encoding="utf-8")
        (lessons / "the-other-bell.toml").write_text(text, encoding="utf-8")
        of_another = {"the-other-bell/how-long": approval_of(library(waiting), "the-other-bell/how-long", "Eve")}
        (lessons / "approvals.toml").write_text(written(of_another), encoding="utf-8")
        return "y"

    monkeypatch.setattr("quizapp.cli.approve._Reading._answer", answered)
    ran("approve", "--by", "Ada", within=waiting)
    assert set(library(waiting).approvals) == {first, "the-other-bell/how-long"}


def approval_of(there: Library, key: str, by: str) -> Approval:
    lesson, question = next((x, q) for x in there.lessons for q in x.questions if f"{x.slug}/{q.id}" == key)
    return Approval(fingerprint=there.fingerprint(lesson, question), by=by, on=date(2026, 11, 22), how="read")


def test_approvals_that_break_while_a_question_is_read_are_left_alone(
    ran: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = waiting / "lessons" / "approvals.toml"
    broken = "<<<<<<< HEAD\n"

    def answered(*_: object) -> str:
        file.write_text(broken, encoding="utf-8")
        return "y"

    monkeypatch.setattr("quizapp.cli.approve._Reading._answer", answered)
    status, _, err = ran("approve", "--by", "Ada", within=waiting)
    assert (status, "would be lost" in err) == (3, True)
    assert file.read_text(encoding="utf-8") == broken


def test_what_no_file_may_hold_is_not_written_into_it(ran: Run, waiting: Path) -> None:
    first = keys(waiting)[0]
    for arguments in (("--by", "A\x1bda"), ("--batch", "--by", "A\u202eda")):
        status, _, err = ran("approve", *arguments, within=waiting, stdin="y\n")
        assert (status, "the name of who approves holds " in err) == (2, True)
    _, out, _ = ran("approve", "--by", "Ada", within=waiting, stdin="n\nIt is \x07 loud.\nn\nIt is loud.\n")
    assert "It holds a control character (U+0007): say it without." in out
    assert library(waiting).approvals[first].because == "It is loud."


def test_the_shipped_course_is_not_written_to(ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, _, err = ran("approve", "--batch", "--by", "Ada", within=tmp_path)
    assert status == 3
    assert "quizapp new course" in err


def test_an_editor_is_opened_at_the_question(ran: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = waiting / "called.txt"
    monkeypatch.setenv("VISUAL", f"sh -c 'echo \"$@\" > {note}' editor")
    ran("approve", "--by", "Ada", within=waiting, stdin="e\nq\n")
    line, path = note.read_text(encoding="utf-8").split()
    assert line.startswith("+")
    assert Path(path).read_text(encoding="utf-8").splitlines()[int(line[1:]) - 1] == "[[questions]]"


def type_in(monkeypatch: pytest.MonkeyPatch, typed: str, happens: Callable[[], object] | None = None) -> None:
    """Types these lines into the command, and lets something happen before the first of them is read."""
    stdin = io.StringIO(typed)
    lines = iter(stdin.readline, "")

    def line(_: int = -1) -> str:
        nonlocal happens
        if happens:
            happens()
            happens = None
        return next(lines, "")

    typing = SimpleNamespace(readline=line, isatty=lambda: False)
    monkeypatch.setattr("quizapp.cli.approve.standard_input", lambda: typing)


def test_a_course_is_read_again_only_when_it_was_written(
    ran: Run, waiting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything, reads = keys(waiting), []

    def counted(workspace: Workspace, *, documents: bool) -> Library:
        reads.append(workspace)
        return load(workspace, documents=documents)

    def edited() -> None:
        file = waiting / "lessons" / "the-bell.toml"
        file.write_text(file.read_text(encoding="utf-8") + "\n# Looked at.\n", encoding="utf-8")

    monkeypatch.setattr("quizapp.cli.reading.load", counted)
    for happens, times in ((None, 1), (edited, 2)):
        (waiting / "lessons" / "approvals.toml").unlink(missing_ok=True)
        reads.clear()
        type_in(monkeypatch, "y\n" * len(everything), happens)
        err = ran("approve", "--by", "Ada", within=waiting)[2]
        assert f"{len(everything)} approved, 0 refused, 0 left." in err
        assert len(reads) == times


def test_a_file_without_approvals_is_sound(ran: Run, waiting: Path) -> None:
    (waiting / "lessons" / "approvals.toml").write_text("# Nobody yet.\n", encoding="utf-8")
    assert ran("check", within=waiting)[0] == 0
    assert ran("approve", "--by", "Ada", within=waiting, stdin="y\nq\n")[0] == 0
    assert len(library(waiting).approvals) == 1
