import threading
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.content.library import Library
from quizapp.store.progress import Progress
from quizapp.tui.screens.article import ArticleScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.widgets.column import Column
from quizapp.tui.widgets.problem_list import ProblemList
from tests.tui.author import DATES, LESSON, MISQUOTED, UNKNOWN, Author, checked, preview, until
from tests.tui.conftest import title_of
from tests.tui.learner import Hand, answer, app_of, at, click_on, text_of, words_of
from tests.tui.test_app import HOSTILE

WIDE = (120, 40)
SHORT = "The explanation has under four words."
TODAY = "“Today” is another time for every reader."


@pytest.fixture
def author(tmp_path: Path, progress: Progress) -> Author:
    return Author.with_course(tmp_path, progress)


def problem_of(pilot: Hand) -> str:
    """The message of the problem under the cursor."""
    found = preview(pilot).query_one(ProblemList).problem
    return found.message if found else ""


async def test_a_sound_lesson_is_shown_with_key_and_evidence_and_all_is_well(author: Author) -> None:
    async with author.app().run_test(size=(120, 60)) as pilot:
        assert "Two accounts of one evening" in text_of(pilot), "in the first frame"
        await checked(pilot)
        text = words_of(pilot)
        assert title_of(app_of(pilot)).endswith("✓ all is well")
        assert "All is well: the check finds nothing to mend." in text
        assert "2 questions wait for a person: " in text
        assert "The logbook counts the ships that waited¹." in text
        assert "¹logbook:5" in text
        assert "Question 1 · ships · number, remember · not approved" in text
        assert "✓ 2 ships" in text
        assert "They lay there until morning, says the logbook." in text
        assert "▌ Two ships lay outside until morning." in text
        assert "✓ True" in text


async def test_problems_are_listed_and_choosing_one_goes_to_its_place(author: Author) -> None:
    author.write(*DATES)
    async with author.app().run_test(size=(60, 20)) as pilot:
        await checked(pilot)
        assert title_of(app_of(pilot)).endswith("! 2 warnings")
        assert problem_of(pilot) == SHORT
        assert "weak-explanation" in text_of(pilot)
        assert "says until" not in text_of(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert problem_of(pilot) == TODAY
        part = preview(pilot).view.part
        assert part is not None
        assert part.path == ("questions", 1)
        assert "! Today the logbook says until morning." in words_of(pilot)
        assert "Say as of when" in words_of(pilot), "its repair"
        await pilot.press("up", "up")
        await pilot.pause()
        assert "! Until morning." in words_of(pilot)


async def test_a_save_mends_it(author: Author) -> None:
    author.write(*DATES)
    async with author.app().run_test(size=WIDE) as pilot:
        await checked(pilot)
        assert preview(pilot).query_one(ProblemList).has_focus
        await click_on(pilot, "QZ407 30")
        await pilot.pause()
        assert problem_of(pilot) == TODAY
        author.write(('"Until morning."', '"They lay there until morning."'))
        await until(pilot, lambda: "1 warning" in title_of(app_of(pilot)))
        assert "They lay there" in text_of(pilot)
        assert problem_of(pilot) == TODAY
        author.write(("Today the", "The"))
        await until(pilot, lambda: "all is well" in title_of(app_of(pilot)))
        assert preview(pilot).query_one("#lesson", Column).has_focus


async def test_the_cursor_stays_on_its_problem_and_goes_to_a_new_error(author: Author) -> None:
    author.write(*DATES)
    async with author.app().run_test(size=WIDE) as pilot:
        await checked(pilot)
        await pilot.press("down")
        before = preview(pilot).view.reading
        author.write(("position = 20", "position = 21"))
        await until(pilot, lambda: preview(pilot).view.reading is not before)
        assert problem_of(pilot) == TODAY
        author.write(MISQUOTED)
        await until(pilot, lambda: "1 error" in title_of(app_of(pilot)))
        assert problem_of(pilot) == "The quote does not stand in logbook."


async def test_a_broken_file_leaves_the_last_good_version(author: Author) -> None:
    async with author.app().run_test(size=WIDE) as pilot:
        await checked(pilot)
        author.write(MISQUOTED, UNKNOWN, ("Two accounts of", "Three accounts of"))
        await until(pilot, lambda: "2 errors" in title_of(app_of(pilot)))
        text = words_of(pilot)
        assert "The file has errors. This is its last good version." in text
        assert "Two accounts of one evening" in text
        assert problem_of(pilot) == "The quote does not stand in logbook."
        assert "Nearest sentence: logbook:5" in text
        await pilot.press("down")
        await pilot.pause()
        part = preview(pilot).view.part
        assert part is not None
        assert part.question is not None
        assert part.question.id == "ships", "a key that is not shown leads to its question"
        author.write(tuple(reversed(MISQUOTED)), tuple(reversed(UNKNOWN)))  # type: ignore[arg-type]
        await until(pilot, lambda: "all is well" in title_of(app_of(pilot)))
        assert "last good version" not in text_of(pilot)
        assert "Three accounts of one evening" in text_of(pilot)


async def test_a_lesson_that_was_never_sound_opens_with_its_problems_alone(author: Author) -> None:
    author.write(('title = "', "title = "))
    async with author.app().run_test(size=(80, 24)) as pilot:
        await checked(pilot)
        assert title_of(app_of(pilot)) == "Preview · two-accounts  ✗ 1 error"
        assert "The lesson is shown as soon as they are mended." in text_of(pilot)
        assert "│ title = Two accounts of" in text_of(pilot), "the line"
        await pilot.press("enter", "down", "right", "t", "l", "o", "space")
        assert at(pilot, type(preview(pilot)))
        author.write(("title = ", 'title = "'))
        await until(pilot, lambda: "all is well" in title_of(app_of(pilot)))
        assert "The paper and the logbook, side by side." in text_of(pilot)


async def test_a_file_that_is_gone_leaves_the_last_good_version(author: Author) -> None:
    async with author.app().run_test(size=(80, 24)) as pilot:
        await checked(pilot)
        (author.root / LESSON).unlink()
        author.saved()
        await until(pilot, lambda: "The file is gone." in text_of(pilot))
        assert "The paper and the logbook, side by side." in text_of(pilot)


async def test_an_error_in_what_the_lesson_rests_on_is_listed(author: Author) -> None:
    async with author.app().run_test(size=(120, 60)) as pilot:
        await checked(pilot)
        author.write(("Two ships lay", "Two boats lay"), file="seeds/logbook.md")
        author.write(("[cites.years]", "[cites.yeras]"), file="lessons/last-winter.toml")
        await until(pilot, lambda: preview(pilot).view.stale)
        text = words_of(pilot)
        assert "In seeds/logbook.md." in text
        assert "yeras" not in text, "other lessons have previews of their own"


async def test_the_pointer_goes_from_part_to_part_and_stays_at_its_question(author: Author) -> None:
    async with author.app().run_test(size=(80, 24)) as pilot:
        await checked(pilot)
        await pilot.press("left", *["right"] * 9)
        part = preview(pilot).view.part
        assert part is not None
        assert part.key == ("questions", "waited")
        await pilot.pause()
        assert "▸  Question 2 · waited" in text_of(pilot)
        author.write(
            ('[[sections]]\ntext = """', '[[sections]]\ntext = """\nA storm [@ships].\n"""\n\n[[sections]]\ntext = """')
        )
        await until(pilot, lambda: preview(pilot).view.at == 4)
        assert preview(pilot).view.part is not part
        author.write(('id = "waited"', 'id = "other"'))
        await until(pilot, lambda: "other" in str(preview(pilot).view.part))
        await click_on(pilot, "Question 1")
        await pilot.pause()
        assert preview(pilot).view.at == 3


async def test_a_question_is_tried_as_a_learner_would_and_a_save_waits_until_the_author_is_back(author: Author) -> None:
    async with author.app().run_test(size=WIDE) as pilot:
        await checked(pilot)
        await pilot.press("t")
        assert at(pilot, type(preview(pilot))), "the title is no question"
        await pilot.press("right", "right", "t")
        await pilot.pause()
        assert at(pilot, QuizScreen)
        author.write(("They lay there", "There they lay"))
        await until(pilot, lambda: preview(pilot)._next)
        await answer(pilot)
        assert "They lay there until morning" in words_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, ResultsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: "There they lay until morning" in words_of(pilot))


async def test_the_lesson_and_the_article_are_a_key_away(author: Author) -> None:
    async with author.app().run_test(size=WIDE) as pilot:
        await checked(pilot)
        await pilot.press("l")
        await pilot.pause()
        assert at(pilot, LessonScreen)
        await pilot.press("escape", "right", "o")
        await pilot.pause()
        assert at(pilot, ArticleScreen)
        await pilot.press("escape")
        await pilot.pause()
        await click_on(pilot, "¹logbook:5")
        await pilot.pause()
        assert at(pilot, ArticleScreen)


async def test_e_opens_the_editor_at_the_problem_or_at_the_pointer(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    author.write(*DATES)
    app = author.app()
    async with app.run_test(size=WIDE) as pilot:
        await checked(pilot)
        await pilot.press("e")
        assert not author.opened, "this terminal cannot be left"
        await until(pilot, lambda: "cannot be left to an editor" in words_of(pilot))
        monkeypatch.setattr(app, "suspend", nullcontext)
        await pilot.press("down", "e", "right", "left", "left", "e")
        assert author.opened == [(LESSON, 30), (LESSON, 11)]
        author.trouble = "No editor [/x]"
        await pilot.press("e")
        await until(pilot, lambda: "No editor [/x]" in words_of(pilot))


async def test_keys_stay_quick_while_the_course_is_read_and_the_newest_wins(author: Author) -> None:
    library = author.library()
    go, begun = threading.Semaphore(0), threading.Semaphore(0)
    titles = iter(("First", "Second", "Third"))

    def slow() -> Library:
        title = next(titles)
        begun.release()
        go.acquire()
        lessons = tuple(replace(lesson, title=title) for lesson in library.lessons)
        return replace(library, lessons=lessons)

    author.read = slow
    async with author.app().run_test(size=WIDE) as pilot:
        await until(pilot, lambda: begun.acquire(blocking=False))
        await pilot.press("right", "right")
        assert preview(pilot).view.at == 2
        assert title_of(app_of(pilot)).endswith("checking …")
        author.saved()
        await until(pilot, preview(pilot)._stale.is_set)
        go.release()
        await until(pilot, lambda: begun.acquire(blocking=False))
        assert preview(pilot).view.reading is None, "the first was overtaken"
        go.release()
        await checked(pilot)
        assert "Second" in title_of(app_of(pilot))
        assert preview(pilot).view.at == 2


async def test_where_saves_are_not_seen_a_key_reads_again(author: Author) -> None:
    async with author.app().run_test(size=(80, 24)) as pilot:
        await checked(pilot)
        author.saved(OSError("no more [watches]"))
        await until(pilot, lambda: "no more [watches]" in text_of(pilot))
        author.write(*DATES)
        await pilot.press("r")
        await until(pilot, lambda: "2 warnings" in title_of(app_of(pilot)))
        assert "Saves are not seen here" in text_of(pilot)


async def test_hostile_text_is_shown_as_it_stands(author: Author) -> None:
    author.write(("By the logbook, the ships lay", "[Putin] [/x] [@click=app.quit]q[/] lay"), ("side by side", "[/x]"))
    async with author.app().run_test(size=(120, 60)) as pilot:
        await checked(pilot)
        assert "[Putin] [/x] [@click=app.quit]q[/] lay" in words_of(pilot)
        path = author.root / LESSON
        path.write_text(f'title = "{HOSTILE}"\nformat = [/x]\n', encoding="utf-8")
        author.saved()
        await until(pilot, lambda: preview(pilot).view.stale)
        assert "[/x]" in text_of(pilot)
        assert not {"\x1b", "\u202e", "\x9b", "\x07"} & set(text_of(pilot))
