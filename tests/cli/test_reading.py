from pathlib import Path

from quizapp.cli.reading import load_and_tell
from quizapp.content.library import load
from quizapp.content.workspace import Workspace


def test_who_waits_is_told_how_far_it_is_file_by_file(course: Path) -> None:
    told: list[float] = []
    library, plainly = load_and_tell(course, told.append), load(Workspace(course))
    assert (library.lessons, library.evidence.keys()) == (plainly.lessons, plainly.evidence.keys())
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.5 < told[-1] <= 1
    assert len(told) >= len(list(course.rglob("*.md"))) + len(list(course.rglob("*.toml")))


def test_a_course_without_files_is_read_too(tmp_path: Path) -> None:
    assert not load_and_tell(tmp_path, lambda _: None).lessons
