"""`check --fix`: what is mended is written as a careful editor would, and told."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., Any]
LESSON = "lessons/the-bell.toml"


def _broken(course: Path, *changes: tuple[str, str]) -> Path:
    file = course / LESSON
    said = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in said
        said = said.replace(old, new, 1)
    file.write_text(said, encoding="utf-8", newline="")
    return file


FIVE = (
    ('explain = "Three', 'explian = "Three'),
    ("[@rope].\n\nThe repair", "[@rpoe].\n\nThe repair"),
    ("about = [", 'about = ["caldre", '),
    ("It was cast in 1871", "It was cast in １８７１"),
    ("brothers Venn cast", "brothers\u200b Venn cast"),
)


def test_what_can_be_mended_is_mended_told_and_reported_no_more(ran: Start, course: Path) -> None:
    file = course / LESSON
    clean = file.read_text(encoding="utf-8").replace("about = [", 'about = ["calder", ', 1)
    _broken(course, *FIVE)
    status, out, err = ran("check", "--fix", "--strict", within=course)
    assert err.splitlines()[:5] == [
        "Fixed in lessons/the-bell.toml: QZ103 forbidden-character: Delete the invisible character",
        "Fixed in lessons/the-bell.toml: QZ201 unknown-key: Rename the key to `explain`",
        "Fixed in lessons/the-bell.toml: QZ205 unknown-reference: Write “calder”",
        "Fixed in lessons/the-bell.toml: QZ205 unknown-reference: Write “rope”",
        "Fixed in lessons/the-bell.toml: QZ301 quote-not-found: Write the quote in the source's own characters",
    ]
    assert (status, out) == (0, "1 lesson, 3 questions, 8 citations: 0 errors, 0 warnings\n")
    assert file.read_text(encoding="utf-8") == clean


def test_fixing_twice_changes_nothing(ran: Start, course: Path) -> None:
    file = _broken(course, *FIVE)
    ran("check", "--fix", within=course)
    before = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
    status, _, err = ran("check", "--fix", within=course)
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert status == 0
    assert err.startswith("There is nothing that can be fixed safely.\n")


def test_a_moved_at_is_put_right(ran: Start, course: Path) -> None:
    _broken(course, ('quote = "Mayor Ines Calder pulled the rope at noon."', 'quote = "Mayor Ines Calder"\nat = 7'))
    assert "QZ304" in ran("check", within=course).out
    ran("check", "--fix", within=course)
    assert "\nat = 2\n" in (course / LESSON).read_text(encoding="utf-8")


def test_what_is_unclear_is_left_alone_and_reported(ran: Start, course: Path) -> None:
    file = _broken(course, ("three weeks.", "six weeks."), ('source = "gazette"', 'source = "gazete"'))
    before = file.read_bytes()
    status, out, err = ran("check", "--fix", within=course)
    assert (status, file.read_bytes()) == (1, before)
    assert err.startswith("There is nothing that can be fixed safely.\n")
    assert "QZ301" in out
    assert "QZ302" in out


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_line_ends_and_permissions_stay(ran: Start, course: Path, mark: bytes) -> None:
    file = _broken(course, FIVE[0])
    crlf = mark + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(crlf)
    file.chmod(0o640)
    assert ran("check", "--fix", within=course).status == 0
    assert file.read_bytes() == crlf.replace(b"explian", b"explain")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert not list((course / "lessons").glob(".*"))


def test_only_what_is_asked_for_is_mended(ran: Start, course: Path) -> None:
    file = _broken(course, *FIVE[:4])
    ran("check", "--fix", "--select", "QZ201", within=course)
    said = file.read_text(encoding="utf-8")
    assert "explian" not in said
    assert "rpoe" in said
    ran("check", "--fix", "seeds", within=course)
    assert file.read_text(encoding="utf-8") == said
    ran("check", "--fix", "lessons", "--ignore", "QZ3", within=course)
    assert "rpoe" not in file.read_text(encoding="utf-8")
    assert "１" in file.read_text(encoding="utf-8")


def test_json_stays_json(ran: Start, course: Path) -> None:
    _broken(course, FIVE[0])
    status, out, _ = ran("check", "--fix", "--format", "json", within=course)
    assert (status, json.loads(out)["diagnostics"]) == (0, [])


def test_the_course_that_ships_is_not_written(ran: Start) -> None:
    status, out, err = ran("check", "--fix")
    assert (status, out) == (3, "")
    assert "read-only" in err
    assert "quizapp new course" in err


def test_a_folder_that_is_no_course_is_not_written(ran: Start, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, out, err = ran("check", "--fix", "--course", str(tmp_path / "empty"))
    assert (status, out) == (2, "")
    assert "is no course" in err


def test_a_failure_to_write_leaves_the_old_file(ran: Start, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _broken(course, FIVE[0])
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device", str(file))

    monkeypatch.setattr("os.fsync", full)
    status, out, err = ran("check", "--fix", within=course)
    assert (status, out) == (3, "")
    assert "cannot be written (no space left on device)" in err
    assert file.read_bytes() == before
    assert not list((course / "lessons").glob(".*"))
