"""A course that is read again is what reading all of it anew makes of it."""

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.content.citation import Citation
from quizapp.content.library import Library, load
from quizapp.content.rereading import Rereading
from quizapp.content.workspace import Unreadable, Workspace
from quizapp.text.similar import Effort
from tests.checking.broken import LESSON, TINY

GLOSSARY = "lessons/glossary.toml"
TEXT, ENTRIES = ((TINY / file).read_text(encoding="utf-8") for file in (LESSON, GLOSSARY))
OTHERS = {f"lessons/other-{number}.toml": TEXT for number in range(3)}
MISNAMED = TEXT.replace('"rope"', '"roqe"')
TEXTS = (TEXT, TEXT.replace("objectives", "objectivse", 1), MISNAMED, TEXT[:-50], "\0", "x = [")
OF_LESSONS = st.dictionaries(st.sampled_from([LESSON, *OTHERS]), st.sampled_from(TEXTS))
CHANGES = OF_LESSONS | st.just({GLOSSARY: ENTRIES[:-9]})


def _stands(course: Library) -> dict[Citation, object]:
    return {cited: (found.sentences, found.marks, found.source.slug) for cited, found in course.evidence.items()}


@pytest.mark.parametrize("effort", [0, 5, 30, 20_000_000])
@given(changes=st.lists(CHANGES, max_size=4))
@example(changes=[dict.fromkeys(OTHERS, MISNAMED), dict.fromkeys([*OTHERS][:2], TEXT)])
def test_it_is_the_course_that_is_read_anew(effort: int, changes: list[dict[str, str]]) -> None:
    with patch.object(Effort.__init__, "__defaults__", (effort,)):
        texts = dict(OTHERS)
        course = Rereading(Workspace(TINY, dict(texts)))
        for change in changes:
            earlier = course.library()
            texts |= change
            again = course.with_texts(change)
            read, anew = again.library(), load(Workspace(TINY, dict(texts)))
            for part in ("lessons", "broken", "glossary", "approvals", "diagnostics"):
                assert getattr(read, part) == getattr(anew, part), part
            assert _stands(read) == _stands(anew)
            texts_read = {file: document.text for file, document in read.documents.items()}
            assert texts_read == {file: document.text for file, document in anew.documents.items()}
            assert course.library().diagnostics == earlier.diagnostics
            course = again


def test_lessons_that_are_as_they_were_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    text = Workspace.text

    def counted(workspace: Workspace, file: str) -> str | Unreadable:
        read.append(file)
        return text(workspace, file)

    monkeypatch.setattr(Workspace, "text", counted)
    course = Rereading(Workspace(TINY, dict(OTHERS)))
    course.library()
    assert {LESSON, *OTHERS} <= set(read)
    read.clear()
    course.with_texts({"lessons/other-1.toml": TEXTS[1]}).library()
    assert read == ["lessons/other-1.toml"]
