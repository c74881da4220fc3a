from dataclasses import replace
from datetime import timedelta

from quizapp.quiz.outline import LessonProgress
from quizapp.quiz.queues import ahead, apart, due, lesson_progress
from quizapp.quiz.schedule import Memory
from tests.quiz import samples

NOW = samples.NOW


def memory(hours: float) -> Memory:
    return Memory(1.0, 5.0, NOW + timedelta(hours=hours), NOW - timedelta(days=1))


def test_the_longest_overdue_comes_first_and_what_is_not_due_waits() -> None:
    library = samples.library(samples.CHOICE, samples.BOOLEAN, samples.SELECT)
    memories = {"aid/how-soon": memory(-1), "aid/limit": memory(-5), "aid/named": memory(3), "aid/gone": memory(-9)}
    assert [item.key for item in due(("aid/gone", "aid/limit", "aid/how-soon"), library)] == [
        "aid/limit",
        "aid/how-soon",
    ]
    assert [item.key for item in ahead(memories, library, NOW)] == ["aid/named"]
    assert [item.key for item in ahead(memories, library, NOW - timedelta(hours=2))] == ["aid/how-soon", "aid/named"]
    assert ahead(memories, library, NOW + timedelta(hours=3)) == ()


def test_items_of_one_citation_do_not_follow_each_other() -> None:
    items = samples.items(samples.BOOLEAN, samples.SHORT, samples.CHOICE, samples.NUMBER, samples.SELECT)
    assert [item.question.id for item in apart(items)] == ["limit", "how-soon", "which", "days", "named"]


def test_items_that_cannot_be_kept_apart_are_all_there() -> None:
    items = samples.items(samples.BOOLEAN, samples.SHORT, replace(samples.SHORT, id="third"))
    assert apart(items) == items


def test_how_far_a_lesson_is() -> None:
    lesson = samples.library(samples.CHOICE, samples.BOOLEAN).lessons[0]
    assert lesson_progress(lesson, ()) == LessonProgress("aid", 0, 2, "new")
    assert lesson_progress(lesson, {"aid/limit", "other/how-soon"}) == LessonProgress("aid", 1, 2, "started")
    assert lesson_progress(lesson, {"aid/limit", "aid/how-soon"}) == LessonProgress("aid", 2, 2, "done")
