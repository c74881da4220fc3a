from collections.abc import Callable, Collection
from pathlib import Path

from quizapp.cli.reading import load_for
from quizapp.content.library import Library, load
from quizapp.content.workspace import Workspace
from quizapp.quiz.outline import Read, outline_of
from quizapp.tui.services import Reading


class Ears(Reading):
    """Somebody who waits, and hears in the same thread."""

    def __init__(self, wishes: Collection[Collection[str]] = ()) -> None:
        self.told: list[float] = []
        self.wishes = list(wishes)
        self.read: list[Library | None] = []

    def tell(self, done: float) -> None:
        self.told.append(done)

    def serve(self, first: Callable[[Collection[str]], Library | None]) -> None:
        while self.wishes:
            self.read.append(first(self.wishes.pop()))


def test_who_waits_is_told_how_far_it_is_file_by_file(course: Path) -> None:
    ears = Ears()
    library, plainly, told = load_for(ears, course), load(Workspace(course)), ears.told
    assert (library.lessons, library.evidence.keys()) == (plainly.lessons, plainly.evidence.keys())
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.5 < told[-1] <= 1
    assert len(told) >= len(list(course.rglob("*.md"))) + len(list(course.rglob("*.toml")))


def test_a_course_without_files_is_read_too(tmp_path: Path) -> None:
    assert not load_for(Ears(), tmp_path).lessons


def test_what_is_wanted_most_is_read_before_all_others(course: Path) -> None:
    wanted = load(Workspace(course)).lessons[-1].slug
    ears = Ears([[wanted]])
    library = load_for(ears, course)
    (first,) = ears.read
    assert first is not None
    assert [lesson.slug for lesson in first.lessons] == [wanted]
    assert first.lessons[0] is library.lesson(wanted)


def test_a_wish_that_comes_when_all_is_read_is_not_waited_for_in_vain(course: Path) -> None:
    library = load(Workspace(course))
    reading = Reading(lambda _: Read(library, outline_of(library)))
    reading.future.result()
    assert reading.first([library.lessons[0].slug]).result() is None
