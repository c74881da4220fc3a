"""A law of reading: a course is the same whichever of its lessons were wanted first, and when."""

from collections.abc import Iterator
from itertools import chain, repeat

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.content.ahead import LoadingAhead
from quizapp.content.library import Library, load
from tests.laws.test_parts_laws import EDITS, EXAMPLES, FILES, Edit, edited

SLUGS = [*(file.rpartition("/")[2].removesuffix(".toml") for file in FILES if file.startswith("lessons/")), "nobody"]
WISHES = st.lists(st.lists(st.sampled_from(SLUGS), max_size=3, unique=True), max_size=8)


@settings(max_examples=EXAMPLES, deadline=None)
@given(edits=EDITS, wishes=WISHES)
def test_what_was_read_first_is_what_the_course_has_of_it(edits: list[Edit], wishes: list[list[str]]) -> None:
    workspace = edited(edits)
    got: list[tuple[list[str], Library | None]] = []
    turns: Iterator[list[str] | None] = chain(wishes, repeat(None))

    def between(loading: LoadingAhead) -> None:
        if (slugs := next(turns)) is not None:
            got.append((slugs, loading.first(slugs)))

    library, plainly = LoadingAhead(workspace, between).library(), load(workspace, documents=False)
    assert (library.lessons, library.broken) == (plainly.lessons, plainly.broken)
    assert library.diagnostics == plainly.diagnostics
    assert library.evidence.keys() == plainly.evidence.keys()
    assert got or not wishes
    for slugs, first in got:
        if first is None:
            continue
        assert {lesson.slug for lesson in first.lessons} == set(slugs)
        for lesson in first.lessons:
            assert lesson is library.lesson(lesson.slug)
            for citation in lesson.cites.values():
                assert first.evidence[citation] is library.evidence[citation]
        assert (first.course, first.sources, first.glossary) == (library.course, library.sources, library.glossary)
