"""A law of the check: it says the same of a course however that is parted."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checking import parts
from quizapp.checking.check import Wanted, check
from quizapp.checking.parts import check_in_parts
from quizapp.checking.statistics import statistics
from quizapp.content.library import Loading, load
from quizapp.content.parts import ReadBefore
from quizapp.content.workspace import Workspace

EXAMPLES = int(os.environ.get("QUIZAPP_EXAMPLES", "25"))
COURSE = Workspace(Path(__file__).parent.parent / "data" / "second")
FILES = sorted(str(file.relative_to(COURSE.root)) for file in COURSE.root.glob("*/*.[tm][od]*"))
TEXTS = {file: (COURSE.root / file).read_text(encoding="utf-8") for file in FILES}
ADDED = [
    '[[allow]]\nrule = "QZ506"\nbecause = "So."\n',
    '[[allow]]\nrule = "QZ421"\nbecause = "So."\n',
    'requires = ["the-engine", "notes", "nobody"]\n',
    'about = ["babage"]\n',
]


WAYS = {"drop": "", "double": "{line}{line}", "replace": "{other}", **{text: "{line}" + text for text in ADDED}}
"""What is put in the place of a line; another is one of some file."""
Edit = tuple[str, int, str, int, str]
"""A file, a line of it, another file and a line of that, and what is put there."""
EDITS = st.lists(
    st.tuples(*(st.sampled_from(FILES), st.integers(0, 400)) * 2, st.sampled_from(sorted(WAYS.values()))), max_size=4
)


def edited(edits: list[Edit]) -> Workspace:
    texts = dict(TEXTS)
    for file, at, of, other, way in edits:
        lines, others = texts[file].splitlines(keepends=True), TEXTS[of].splitlines(keepends=True)
        place = at % max(len(lines), 1)
        lines[place : place + 1] = [
            way.replace("{line}", line).replace("{other}", others[other % len(others)])
            for line in lines[place : place + 1]
        ]
        texts[file] = "".join(lines)
    return replace(COURSE, overlays=texts)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every lesson is a part."""
    monkeypatch.setattr(parts, "PART", 1)


@settings(max_examples=EXAMPLES, deadline=None)
@given(edits=EDITS, wanted=st.builds(Wanted, notes=st.booleans(), strict=st.booleans()))
def test_a_course_in_parts_is_found_to_be_what_it_is_as_a_whole(edits: list[Edit], wanted: Wanted) -> None:
    workspace = edited(edits)
    library = load(workspace)
    whole = check(library, wanted), statistics(library)
    assert check_in_parts(Loading(workspace), wanted, counted=True) == whole
    assert check_in_parts(ReadBefore(library), wanted, counted=True) == whole
