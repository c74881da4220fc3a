"""A received document becomes a source that the check accepts, or nothing is written."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.authoring.files import create, replace, slug_of
from quizapp.authoring.source import Called, NewSource, new_source
from quizapp.content.library import load
from quizapp.content.reading.reader import is_slug
from quizapp.content.workspace import Workspace
from quizapp.errors import QuizappError

TINY = Path(__file__).parent.parent / "data" / "tiny"
NONE = Called()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "course"))


def _made(root: Path, document: Path, called: Called = NONE) -> NewSource:
    workspace = Workspace(root)
    made = new_source(document, load(workspace), workspace, called)
    create(root, made.files)
    return made


def _document(tmp_path: Path, data: bytes, name: str = "some_article.txt") -> Path:
    document = tmp_path / name
    document.write_bytes(data)
    return document


def test_the_original_is_kept_byte_for_byte_and_the_check_is_content(root: Path, tmp_path: Path) -> None:
    data = "\ufeffA \u201cname\u201d\r\n\r\nIt rang. It  did not\u00a0stop.\r\n".encode()
    made = _made(root, _document(tmp_path, data))
    assert (made.slug, made.name, made.sentences) == ("some-article", "some article", 2)
    assert (root / "seeds" / "originals" / "some_article.txt").read_bytes() == data
    library = load(Workspace(root))
    assert library.diagnostics == ()
    source = library.sources["some-article"]
    assert source.header.title == "A \u201cname\u201d"
    assert source.header.sha256 == hashlib.sha256(data).hexdigest()
    assert [line.text for line in source.lines] == ["A \u201cname\u201d", "It rang.", "It  did not\u00a0stop."]


def test_guesses_are_told_with_their_line(root: Path, tmp_path: Path) -> None:
    made = _made(root, _document(tmp_path, b"A bell\n\nIt rang. It stopped.\n\nRelated Articles\n"))
    lines = (root / "seeds" / "some-article.md").read_text(encoding="utf-8").split("\n")
    assert [lines[number - 1] for number, _ in made.guesses] == ["# A bell", "~ Related Articles"]


def test_an_original_in_its_place_already_stays_there(root: Path) -> None:
    original = _document(root / "seeds" / "originals", b"It rang. It stopped.", "new.txt")
    made = _made(root, original, Called(name="Anew"))
    assert list(made.files) == ["seeds/anew.md"]
    assert load(Workspace(root)).sources["anew"].header.original == "originals/new.txt"


def test_another_original_of_the_same_name_gets_a_name_of_its_own(root: Path, tmp_path: Path) -> None:
    made = _made(root, _document(tmp_path, b"It rang. It stopped.", "001.txt"), Called(name="Second bell"))
    assert made.original == "seeds/originals/second-bell.txt"
    assert load(Workspace(root)).diagnostics == ()


def test_a_name_that_is_none_for_an_original_is_replaced(root: Path, tmp_path: Path) -> None:
    made = _made(root, _document(tmp_path, b"It rang.", "a: b.txt"))
    assert made.original == "seeds/originals/a-b.txt"


def test_characters_that_no_lesson_may_hold_are_counted_and_kept(root: Path, tmp_path: Path) -> None:
    made = _made(root, _document(tmp_path, "The \u202ebell\n\nIt rang\u200b. It stopped.".encode()))
    assert made.strange == 2
    library = load(Workspace(root))
    assert library.diagnostics == ()
    assert library.sources["some-article"].header.title == ""


@pytest.mark.parametrize(
    ("data", "called", "said"),
    [
        (b"caf\xe9", NONE, "is not UTF-8 text (byte 4, line 1)"),
        (b" \n", NONE, "holds no words"),
        (b"It rang.", Called(name="The Gazette"), "the source gazette has the name"),
        (b"It rang.", Called(name="\u05d0"), "makes no file name"),
        (b"It rang.", Called(slug="README"), "makes no file name"),
        (b"It rang.", Called(slug="../x"), "makes no file name"),
        (b"It rang.", Called(name="x", kind="\u202e"), "control or invisible character"),
        (b"It rang.", Called(name="Another", slug="letter"), "exists already"),
        (b"x" * 5_000_001, NONE, "is larger than 5 MB"),
    ],
)
def test_what_cannot_be_a_source_is_refused_and_nothing_written(
    root: Path, tmp_path: Path, data: bytes, called: Called, said: str
) -> None:
    before = _files(root)
    gazette = (root / "seeds" / "gazette.md").read_text(encoding="utf-8")
    name = gazette.split('name = "')[1].split('"')[0]
    called = Called(name, called.slug, called.kind) if called.name == "The Gazette" else called
    with pytest.raises(QuizappError) as caught:
        _made(root, _document(tmp_path, data), called)
    assert said in caught.value.message
    assert _files(root) == before


@pytest.mark.parametrize("name", ["missing.txt", ".", "pipe", "x\0y"])
def test_what_is_no_file_is_refused_without_waiting(root: Path, tmp_path: Path, name: str) -> None:
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    with pytest.raises(QuizappError):
        _made(root, tmp_path / name)


@pytest.mark.parametrize("link", ["seeds", "seeds/originals", "seeds/some-article.md"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    if (root / link).exists():
        shutil.move(root / link, elsewhere)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(QuizappError, match="symbolic link"):
        create(root, {"seeds/originals/x.txt": b"x", "seeds/some-article.md": b"y"})


def test_what_was_begun_is_taken_back_when_the_rest_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, mode: str) -> object:
        if self.name == "b":
            raise OSError(28, "No space left on device", str(self))
        return open(self, mode)  # noqa: PTH123 - Path.open is what is replaced

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(QuizappError, match="no space left on device"):
        create(tmp_path / "new", {"deep/a": b"a", "b": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.authoring.files._demand_free", lambda *_: None)
    (tmp_path / "b").write_bytes(b"theirs")
    with pytest.raises(QuizappError):
        create(tmp_path, {"a": b"a", "b": b"b"})
    assert _files(tmp_path) == {"b": b"theirs"}


def test_what_is_made_from_others_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace(tmp_path, {"a": b"new", "b": b"b"})
    assert _files(tmp_path) == {"a": b"new", "b": b"b"}


@given(st.text())
def test_law_a_slug_is_one_or_empty(text: str) -> None:
    assert is_slug(slug_of(text)) or not slug_of(text)


_PIECES = ["a", "B", ".", " ", "\n", "\n\n", "~", "#", "é", "\u200b", "\x1f", "“", "”", "+++", "\r"]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_law_whatever_the_document_its_source_has_its_words(tmp_path: Path, text: str) -> None:
    course = tmp_path / "course"
    shutil.rmtree(course, ignore_errors=True)
    shutil.copytree(TINY, course)
    if text.split():
        _made(course, _document(tmp_path, text.encode()))
        assert load(Workspace(course)).diagnostics == ()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
