"""What is begun with `quizapp new` is fit to go on from."""

import re
from pathlib import Path

import jsonschema
import pytest
import tomli

from quizapp.authoring.files import create
from quizapp.authoring.new import course_files, lesson_files
from quizapp.checking.check import check
from quizapp.content.library import load
from quizapp.content.question import TYPES
from quizapp.content.schema import schemas
from quizapp.content.workspace import Workspace
from quizapp.diagnostics import Severity
from quizapp.errors import QuizappError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    create(tmp_path / "my-course", course_files("my-course"))
    return tmp_path / "my-course"


def test_a_new_course_passes_the_check(root: Path) -> None:
    report = check(load(Workspace(root)))
    assert {
        found.diagnostic.rule.code for found in report.findings if found.diagnostic.severity is not Severity.NOTE
    } <= {"QZ331"}
    assert (report.course, report.counts.lessons, report.counts.sources) == ("my-course", 1, 1)


@pytest.mark.parametrize(
    ("folder", "title", "id_and_title"),
    [
        ("my_course", "", ("my-course", "My course")),
        ("Übung 2", "", ("ubung-2", "Übung 2")),
        ("курс", "", ("my-course", "Курс")),
        ("x", 'The "bell"', ("x", 'The "bell"')),
        ("", "", ("my-course", "My course")),
    ],
)
def test_its_id_and_title_come_from_its_folder(
    tmp_path: Path, folder: str, title: str, id_and_title: tuple[str, str]
) -> None:
    create(tmp_path, course_files(folder, title))
    course = load(Workspace(tmp_path)).course
    assert (course.id, course.title) == id_and_title


def test_the_schemas_lie_beside_its_lessons_and_accept_them(root: Path) -> None:
    for name in ("lesson", "glossary", "course"):
        assert (root / "lessons" / f"{name}.schema.json").is_file()
    for file in set((root / "lessons").glob("*.toml")) - {root / "lessons" / "approvals.toml"}:
        text = file.read_text(encoding="utf-8")
        named = text.partition("\n")[0].removeprefix("#:schema ./").removesuffix(".schema.json")
        jsonschema.validate(tomli.loads(text), schemas()[named])


def test_git_keeps_its_originals_byte_for_byte(root: Path) -> None:
    assert (root / ".gitattributes").read_text(encoding="utf-8") == "seeds/originals/* -text -diff\n"


def test_a_new_lesson_is_broken_only_for_the_quote_that_is_to_be_pasted(root: Path) -> None:
    create(root, lesson_files("who-was-there", load(Workspace(root))))
    library = load(Workspace(root))
    assert [(d.rule.code, d.lesson) for d in library.diagnostics] == [("QZ301", "who-was-there")]
    (broken,) = library.broken
    assert (broken.title, broken.position) == ("Who was there", 20)
    text = (root / "lessons" / "who-was-there.toml").read_text(encoding="utf-8")
    filled = text.replace(
        "Paste the words of a sentence here, exactly as the source has them.", "Each class waters for one week."
    )
    assert load(Workspace(root, {"lessons/who-was-there.toml": filled})).broken == ()


def test_a_new_lesson_shows_all_nine_types_and_each_is_well_formed(root: Path) -> None:
    (data,) = lesson_files("x", load(Workspace(root))).values()
    text = data.decode()
    commented = text.partition("# The other eight types.")[2].partition("\n")[2]
    whole = tomli.loads(text.partition("# The other eight")[0] + re.sub(r"^# ?", "", commented, flags=re.MULTILINE))
    jsonschema.validate(whole, schemas()["lesson"])
    assert {question["type"] for question in whole["questions"]} == set(TYPES)


def test_every_key_that_a_type_needs_is_in_the_skeleton(root: Path) -> None:
    (data,) = lesson_files("x", load(Workspace(root))).values()
    for key in ("hint", "context", "about", "level", "frame", "accept", "tolerance", "unit", "extra"):
        assert re.search(rf"^(?:# )?{key} = ", data.decode(), re.MULTILINE), key


@pytest.mark.parametrize("slug", ["course", "glossary", "approvals", "A", "a--b", "", "../x", "é"])
def test_a_lesson_that_could_not_be_read_is_not_begun(root: Path, slug: str) -> None:
    with pytest.raises(QuizappError, match="no lesson can be called"):
        lesson_files(slug, load(Workspace(root)))


def test_the_ending_of_a_lesson_file_may_be_typed(root: Path) -> None:
    assert list(lesson_files("the-well.toml", load(Workspace(root)))) == ["lessons/the-well.toml"]
