"""Whatever a lesson pack holds, the check says one thing of it, where it is, and fails; nothing of it is acted on."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.text.characters import show

Start = Callable[..., Any]


def _write(course: Path, data: bytes, file: str = "lessons/x.toml") -> None:
    (course / file).write_bytes(data)


def _append(course: Path, text: str, file: str = "lessons/the-bell.toml") -> None:
    with (course / file).open("a", encoding="utf-8") as stream:
        stream.write(text)


def _sparse(course: Path) -> None:
    with (course / "lessons/x.toml").open("wb") as stream:
        stream.truncate(50_000_000)


def _original(course: Path, original: str) -> None:
    file = course / "seeds/gazette.md"
    file.write_text(file.read_text(encoding="utf-8").replace("originals/001.txt", original), encoding="utf-8")


def _linked(course: Path) -> None:
    (course / "seeds/originals/link").symlink_to("/etc/passwd")
    _original(course, "originals/link")


def _piped(course: Path) -> None:
    os.mkfifo(course / "seeds/originals/pipe")
    _original(course, "originals/pipe")


def _emptied(course: Path) -> None:
    for file in (course / "lessons").iterdir():
        file.unlink()


LAST_LINE = 60

BAD: dict[str, tuple[Callable[[Path], None], str, str | None, int | None]] = {
    "an empty file": (lambda c: _write(c, b""), "QZ202", "lessons/x.toml", 1),
    "a binary file": (lambda c: _write(c, bytes(range(256)) * 20), "QZ102", "lessons/x.toml", None),
    "a file of NULs": (lambda c: _write(c, bytes(4_900_000)), "QZ103", "lessons/x.toml", 1),
    "a file of 50 MB": (_sparse, "QZ102", "lessons/x.toml", None),
    "UTF-16": (lambda c: _write(c, 'title = "x"'.encode("utf-16")), "QZ102", "lessons/x.toml", None),
    "a mistake on the last line": (lambda c: _append(c, "oops"), "QZ101", "lessons/the-bell.toml", LAST_LINE),
    "nested 5,000 deep": (
        lambda c: _write(c, b"x = " + b"[" * 5_000 + b"]" * 5_000),
        "QZ102",
        "lessons/x.toml",
        1,
    ),
    "tables nested 5,000 deep": (
        lambda c: _write(c, b"x = " + b"{a=" * 5_000 + b"1" + b"}" * 5_000),
        "QZ102",
        "lessons/x.toml",
        1,
    ),
    "a number of 10,000 digits": (lambda c: _write(c, b"x = " + b"9" * 10_000), "QZ104", "lessons/x.toml", 1),
    "an escape in a key": (
        lambda c: _append(c, '"\\u001b[31mred" = 1\n', "lessons/course.toml"),
        "QZ103",
        "lessons/course.toml",
        5,
    ),
    "a raw escape in a key": (
        lambda c: _append(c, '"\x1b[31mred" = 1\n', "lessons/course.toml"),
        "QZ103",
        "lessons/course.toml",
        5,
    ),
    "an original outside the course": (lambda c: _original(c, "../../etc/passwd"), "QZ102", "seeds/gazette.md", 7),
    "an absolute original": (lambda c: _original(c, "/etc/passwd"), "QZ102", "seeds/gazette.md", 7),
    "a linked original": (_linked, "QZ102", "seeds/gazette.md", 7),
    "a FIFO as original": (_piped, "QZ102", "seeds/gazette.md", 7),
    "a missing original": (lambda c: _original(c, "originals/gone.txt"), "QZ102", "seeds/gazette.md", 7),
    "a FIFO as lesson": (lambda c: os.mkfifo(c / "lessons/x.toml"), "QZ102", "lessons/x.toml", None),
    "a folder as lesson": (lambda c: (c / "lessons/x.toml").mkdir(), "QZ102", "lessons/x.toml", None),
    "a linked lesson": (lambda c: (c / "lessons/x.toml").symlink_to("/etc/passwd"), "QZ102", "lessons/x.toml", None),
    "a name with an escape": (lambda c: _write(c, b"", "lessons/a\x1bb.toml"), "QZ103", "lessons/a\x1bb.toml", None),
    "an empty lessons folder": (_emptied, "QZ105", None, None),
}


@pytest.mark.parametrize("name", BAD)
def test_one_finding_and_status_1(ran: Start, course: Path, name: str) -> None:
    spoil, code, file, line = BAD[name]
    spoil(course)
    status, out, _ = ran("check", "--format", "json", within=course)
    (found,) = json.loads(out)["diagnostics"]
    assert (status, found["code"], found["file"], found["line"]) == (1, code, file, line)
    status, out, err = ran("check", within=course)
    assert status == 1
    assert show(out + err) == out + err
    assert max(map(len, out.splitlines())) < 200


@pytest.mark.parametrize("name", BAD)
def test_what_is_sound_can_still_be_learned_from(ran: Start, course: Path, name: str) -> None:
    BAD[name][0](course)
    status, out, err = ran("learn", "--plain", within=course)
    assert show(out + err) == out + err
    refused = {"an empty lessons folder": "the course has no lessons."}
    refused |= dict.fromkeys(["an escape in a key", "a raw escape in a key"], "lessons/course.toml cannot be used: ")
    assert status == (3 if name in refused else 0)
    if status:
        assert err.startswith(f"quizapp: {refused[name]}")
        first = "`quizapp new lesson NAME` writes the first one; " if name == "an empty lessons folder" else ""
        assert err.endswith(f"\n{first}`quizapp check` says more.\n")


def test_a_file_with_millions_of_bad_characters_is_told_of_soon(ran: Start, course: Path) -> None:
    _write(course, b"a\x1b" * 2_000_000)
    status, out, _ = ran("check", "--format", "json", within=course)
    found = json.loads(out)["diagnostics"]
    assert status == 1
    assert len(found) == 20


def _crlf(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


def _bom(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())


@pytest.mark.parametrize("change", [_crlf, _bom])
def test_line_ends_and_a_byte_order_mark_are_no_mistake(
    ran: Start, course: Path, change: Callable[[Path], None]
) -> None:
    for file in (*course.glob("lessons/*"), *course.glob("seeds/*.md")):
        change(file)
    assert ran("check", "--strict", within=course).status == 0


def test_places_in_a_file_with_crlf_are_the_same(ran: Start, course: Path) -> None:
    lesson = course / "lessons/the-bell.toml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace('took three weeks."', 'took six weeks."', 1))
    plain = ran("check", "--format", "json", within=course)
    _crlf(lesson)
    assert ran("check", "--format", "json", within=course) == plain


def test_a_lesson_that_does_not_exist(ran: Start, course: Path) -> None:
    status, out, err = ran("learn", "no-such-lesson", within=course)
    assert (status, out) == (2, "")
    assert err == "quizapp: there is no lesson “no-such-lesson”\nThe lessons are: the-bell.\n"


def test_a_word_that_is_neither_command_nor_lesson(ran: Start, course: Path) -> None:
    assert "no command or lesson “the-bel”; did you mean “the-bell”?" in ran("the-bel", within=course).err
    assert "no command or lesson “chek”; did you mean “check”?" in ran("chek", within=course).err


def test_a_lesson_that_is_broken(ran: Start, course: Path) -> None:
    _append(course, "oops")
    status, out, err = ran("the-bell", "--plain", within=course)
    assert (status, out) == (3, "")
    assert f"lessons/the-bell.toml:{LAST_LINE}:5" in err


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("lessons/none.toml", "there is no “lessons/none.toml”"),
        ("..", "“..” is outside the course in"),
        ("/etc", "“/etc” is outside the course in"),
        ("\x1b", "there is no “\\u{1b}”"),
    ],
)
def test_a_path_that_cannot_be_checked(ran: Start, course: Path, path: str, said: str) -> None:
    status, out, err = ran("check", path, within=course)
    assert (status, out) == (2, "")
    assert said in err


def test_paths_narrow_what_is_reported_from_wherever_they_are_named(ran: Start, course: Path) -> None:
    _write(course, b"")
    _write(course, b"", "lessons/y.toml")
    for arguments, within in (
        (["lessons/x.toml"], course),
        (["x.toml"], course / "lessons"),
        ([str(course / "lessons" / "x.toml"), "--course", str(course)], course.parent),
        (["--select", "QZ2", "lessons/x.toml"], course),
    ):
        status, out, _ = ran("check", "--format", "json", *arguments, within=within)
        assert [found["file"] for found in json.loads(out)["diagnostics"]] == ["lessons/x.toml"]
        assert status == 1
    assert ran("check", "seeds", within=course).status == 0
    assert ran("check", ".", within=course).status == 1


def test_a_path_that_holds_nothing_to_check_is_no_pass(ran: Start, course: Path) -> None:
    (course / "notes.txt").touch()
    status, _, err = ran("check", "notes.txt", within=course)
    assert status == 1
    assert "nothing is checked in “notes.txt”" in err


def test_files_are_called_as_the_working_directory_sees_them(ran: Start, course: Path) -> None:
    _write(course, b"")
    assert ran("check", within=course).out.startswith("lessons/x.toml:1:1: error")
    named = ("check", "--course", str(course))
    assert ran(*named, within=course.parent).out.startswith("course/lessons/x.toml:1:1: error")
    assert ran(*named, within=course / "seeds").out.startswith(f"{course}/lessons/x.toml:1:1: error")
    github = ran(*named, "--format", "github", within=course / "seeds").out
    assert github.startswith("::error file=../lessons/x.toml,line=1,")


def test_warnings_fail_only_when_strict(ran: Start, course: Path) -> None:
    assert ran("check", "--strict", "--notes", within=course).status == 0
