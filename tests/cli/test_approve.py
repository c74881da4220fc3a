from collections.abc import Callable
from pathlib import Path

import pytest

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
