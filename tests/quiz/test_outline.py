from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quizapp.content.library import load
from quizapp.content.workspace import Workspace
from quizapp.quiz.kept import dump, restore
from quizapp.quiz.outline import USUAL, LessonOutline, Outline, left_quiz, outline_of, progress_in
from quizapp.quiz.session import start
from tests.quiz import samples

TINY = Path(__file__).parent.parent / "data" / "tiny"


def test_a_course_as_its_path_shows_it() -> None:
    library = load(Workspace(TINY))
    outline = outline_of(library)
    assert (outline.course, outline.title) == (library.course.id, library.course.title)
    lesson, found = library.lessons[0], outline.lessons[0]
    assert (found.slug, found.title, found.summary) == (lesson.slug, lesson.title, lesson.summary)
    assert found.items == tuple(f"{lesson.slug}/{question.id}" for question in lesson.questions)
    assert found.sources == tuple(source.name for source in library.sources_of(lesson))
    assert found.words == sum(len(section.text.split()) for section in lesson.sections)
    assert not found.broken


def test_a_broken_lesson_keeps_its_place_on_the_path() -> None:
    library = load(Workspace(TINY))
    slug = library.lessons[0].slug
    text = (TINY / f"lessons/{slug}.toml").read_text(encoding="utf-8")
    broken = load(Workspace(TINY, {f"lessons/{slug}.toml": text.replace("quote =", "qoute =", 1)}))
    found = outline_of(broken).lessons
    assert [lesson.slug for lesson in found] == [lesson.slug for lesson in outline_of(library).lessons]
    assert found[0].broken == broken.broken[0].first
    assert found[0].errors == broken.broken[0].errors
    assert not found[0].items


@given(done=st.sets(st.integers(0, 4)), total=st.integers(1, 5))
def test_progress_counts_what_was_answered(done: set[int], total: int) -> None:
    items = tuple(f"aid/q{number}" for number in range(total))
    found = progress_in("aid", items, {f"aid/q{number}" for number in done})
    assert found.done == len([number for number in done if number < total])
    assert (found.state == "new", found.state == "done") == (found.done == 0, found.done == total)


@given(data=st.data())
def test_a_quiz_that_was_left_is_told_as_it_would_be_resumed(data: st.DataObject) -> None:
    library = samples.library(samples.CHOICE, samples.SELECT)
    keys = [item.key for item in samples.items(samples.CHOICE, samples.SELECT)]
    begun = start(samples.items(samples.CHOICE, samples.SELECT), sitting="s", title="Aid", kind="lesson", seed=1,
                  now=samples.NOW)  # fmt: skip
    state: dict[str, Any] = dump(begun)
    asked = data.draw(st.lists(st.sampled_from([*keys, "aid/gone"]), max_size=5))
    state["entries"] = [{"item": key} | ({"again": True} if data.draw(st.booleans()) else {}) for key in asked]
    state["at"] = data.draw(st.integers(0, len(asked)))
    state["version"] = data.draw(st.sampled_from([state["version"], 99]))
    state["kind"] = data.draw(st.sampled_from(["lesson", "review", "retry"]))
    outline = outline_of(library)
    told, resumed = left_quiz(state, outline), restore(state, library, [], now=samples.NOW)
    if resumed is None:
        assert told is None
    else:
        again = sum(entry.again for entry in resumed.entries)
        lessons = tuple(dict.fromkeys(entry.item.lesson.slug for entry in resumed.entries))
        place = (resumed.sitting, resumed.title, resumed.number, resumed.total, again)
        assert told == (*place, resumed.kind, resumed.answered, lessons)
        assert told.standing == resumed.standing


ODD: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(data=st.data())
def test_a_sitting_of_another_shape_is_either_resumed_or_as_none(data: st.DataObject) -> None:
    library = samples.library(samples.CHOICE, samples.SELECT)
    begun = start(samples.items(samples.CHOICE, samples.SELECT), sitting="s", title="Aid", kind="lesson", seed=1,
                  now=samples.NOW)  # fmt: skip
    state: dict[str, Any] = dump(begun)
    state["entries"][0] |= USUAL
    inside = data.draw(st.sampled_from([state, state["entries"][0]]))
    key = data.draw(st.sampled_from(sorted(inside)))
    inside[key] = data.draw(ODD)
    if data.draw(st.booleans()):
        del inside[key]
    told, resumed = left_quiz(state, outline_of(library)), restore(state, library, [], now=samples.NOW)
    assert (told is None) == (resumed is None)


def test_a_question_that_was_renamed_is_still_asked() -> None:
    outline = Outline("c", "C", (LessonOutline("aid", "Aid", ("aid/new",)),), {"aid/old": "aid/new"})
    entry = {"item": "aid/old"}
    place = {"at": 0, "hints": 0, "entries": [entry]}
    state = {"version": 1, "sitting": "s", "title": "Aid", "kind": "lesson", "seed": 1, "learner": None, **place}
    assert left_quiz(state, outline) == ("s", "Aid", 1, 1, 0, "lesson", False, ("aid",))
    assert left_quiz(state, outline._replace(renames={})) is None
