"""The schemas say what the reader says, and lie beside the lessons as they are made today."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from quizapp.authoring.new import schema_files
from quizapp.content.question import TYPES
from quizapp.content.schema import schemas

ROOT = Path(__file__).parent.parent.parent
RULES = ROOT / "tests" / "data" / "rules"
SCHEMAS = schemas()
NAMES = ("lesson", "glossary", "course", "source")
COURSES = (ROOT, *(ROOT / "tests" / "data" / name for name in ("tiny", "tiny-plain", "second")))
SHAPES = ("QZ201", "QZ202", "QZ203", "QZ204")
"""The rules on what a schema can see: keys, kinds of values, types of questions."""


def _checker(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(SCHEMAS[name])


def _kind(file: Path) -> str:
    return file.stem if file.stem in {"course", "glossary"} else "lesson"


def _toml_files(*folders: Path) -> list[Path]:
    files = [file for folder in folders for file in sorted(folder.glob("lessons/*.toml"))]
    return [file for file in files if file.stem != "approvals"]


def _label(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", schema_files())
def test_the_committed_schemas_are_those_that_the_models_make(file: str) -> None:
    """`quizapp schema --write` writes them anew."""
    assert (ROOT / file).read_bytes() == schema_files()[file]


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("file", _toml_files(*COURSES), ids=_label)
def test_a_file_that_is_read_is_accepted(file: Path) -> None:
    _checker(_kind(file)).validate(tomli.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", sorted((ROOT / "seeds").glob("[!R]*.md")), ids=_label)
def test_the_header_of_a_source_is_accepted(file: Path) -> None:
    _checker("source").validate(tomli.loads(file.read_text(encoding="utf-8").split("+++\n")[1]))


@pytest.mark.parametrize("file", [file for code in SHAPES for file in _toml_files(RULES / code / "fixed")], ids=_label)
def test_a_repaired_file_is_accepted(file: Path) -> None:
    _checker(_kind(file)).validate(tomli.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", [code for code in SHAPES if _toml_files(RULES / code / "bad")])
def test_a_mistake_of_shape_is_seen(code: str) -> None:
    files = _toml_files(RULES / code / "bad")
    assert any(list(_checker(_kind(file)).iter_errors(tomli.loads(file.read_text(encoding="utf-8")))) for file in files)


LESSON: dict[str, Any] = {
    "format": 1,
    "title": "A",
    "position": 1,
    "cites": {"a": {"source": "x", "quote": "y"}},
    "sections": [{"text": "A [@a]."}],
    "questions": [
        {
            "id": "q",
            "type": "choice",
            "prompt": "Which?",
            "answer": "b",
            "distractors": ["c", {"text": "d", "why": "e"}, {"source": "x"}],
            "cite": ["a", {"source": "x", "quote": "y", "at": 2, "part": "sentence"}],
        }
    ],
}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"answer": {"source": "x", "cite": ["a"]}},
        {"shuffle": False, "level": "analyse", "allow": [{"rule": "QZ405", "because": "so"}]},
    ],
)
def test_what_authors_may_write(change: dict[str, Any]) -> None:
    _checker("lesson").validate({**LESSON, "questions": [{**LESSON["questions"][0], **change}]})


@pytest.mark.parametrize(
    "change",
    [
        {"promt": "Which?"},
        {"answer": {"text": "b", "source": "x"}},
        {"answer": {"txt": "b"}},
        {"answer": True},
        {"type": "chioce"},
        {"distractors": ["c"]},
        {"distractors": "c"},
        {"cite": []},
        {"cite": [{"source": "x"}]},
        {"cite": [{"source": "x", "quote": "y", "name": "z"}]},
        {"cite": [{"source": "x", "quote": "y", "at": "2"}]},
        {"level": "hard"},
        {"shuffle": "yes"},
        {"id": "How Soon"},
        {"accept": ["b"]},
        {"prompt": "x" * 501},
    ],
)
def test_what_they_may_not(change: dict[str, Any]) -> None:
    assert not _checker("lesson").is_valid({**LESSON, "questions": [{**LESSON["questions"][0], **change}]})


@pytest.mark.parametrize(
    "change", [{"slug": "a"}, {"format": 2}, {"questions": []}, {"requires": "x"}, {"cites": {"a": "b"}}]
)
def test_what_a_lesson_may_not_say_of_itself(change: dict[str, Any]) -> None:
    assert not _checker("lesson").is_valid({**LESSON, **change})
    assert not _checker("lesson").is_valid({key: value for key, value in LESSON.items() if key != "format"})


def test_every_type_has_its_schema_and_nothing_else_is_a_question() -> None:
    schema = SCHEMAS["lesson"]
    titles = [way["$ref"].rpartition("/")[2] for way in schema["properties"]["questions"]["items"]["oneOf"]]
    types = [schema["$defs"][title]["properties"]["type"]["const"] for title in titles]
    assert types == list(TYPES)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_says_what_it_means_and_none_is_left_open(name: str) -> None:
    schema = SCHEMAS[name]
    for title, table in {name: schema, **schema.get("$defs", {})}.items():
        if "properties" in table:
            assert table["additionalProperties"] is False, title
            assert [key for key, node in table["properties"].items() if not node.get("description")] == [], title
